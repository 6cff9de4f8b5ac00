// PRL has 18 decimals (the token's own figure; a unit of it is 10^-18 PRL).
const DECIMALS = 18
const whole = new Intl.NumberFormat('en')

/** Base units as PRL, exact, thousands parted: "1,234.5". With `places`, cut after so many decimals. */
export function prlOf(baseUnits: string | bigint, places: number = DECIMALS): string {
  const units = BigInt(baseUnits)
  const sign = units < 0n ? '−' : ''
  const digits = (units < 0n ? -units : units).toString().padStart(DECIMALS + 1, '0')
  const fraction = digits.slice(-DECIMALS).slice(0, places).replace(/0+$/, '')
  return `${sign}${whole.format(BigInt(digits.slice(0, -DECIMALS)))}${fraction === '' ? '' : `.${fraction}`}`
}

/** Both ends of something too long to read: 0x12ab…cd34. */
export function shortOf(hex: string): string {
  return hex.length > 14 ? `${hex.slice(0, 6)}…${hex.slice(-4)}` : hex
}
