// Money: whole numbers of PRL base units (18 decimals), never floats.
declare const amountBrand: unique symbol

/** Base units of the token; 0 <= amount < 2^96 (what one slot of `Settlement` holds). Decimal string in JSON. */
export type Amount = bigint & { readonly [amountBrand]: true }

const LIMIT = 1n << 96n

/** Checks the range. Throws on a negative or too large value: that is a bug of ours, not input. */
export function amount(value: bigint): Amount {
  if (value < 0n || value >= LIMIT) throw new RangeError(`amount out of range: ${value}`)
  return value as Amount
}

/** From a decimal string of base units; throws on anything else. */
export function parseAmount(text: string): Amount {
  if (!/^(0|[1-9]\d{0,28})$/.test(text)) throw new RangeError('an amount is a decimal string of base units')
  return amount(BigInt(text))
}

export const ZERO = 0n as Amount

/** Whole tokens and a fraction, trailing zeros cut: 1500000000000000000 -> "1.5". For people and for `--json` never. */
export function formatPrl(value: bigint, places = 4, decimals = 18): string {
  const negative = value < 0n
  const absolute = negative ? -value : value
  const unit = 10n ** BigInt(decimals)
  const fraction = (absolute % unit).toString().padStart(decimals, '0').slice(0, places).replace(/0+$/, '')
  return `${negative ? '-' : ''}${absolute / unit}${fraction === '' ? '' : `.${fraction}`}`
}
