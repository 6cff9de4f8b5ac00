// Column types of our own, the same on both databases.
import { customType, timestamp } from 'drizzle-orm/pg-core'
import { type Amount, amount } from '../amount.ts'

/** Base units, 0 <= x < 2^96. numeric(78,0), because bigint ends at 9.2 PRL. */
export const amountColumn = customType<{ data: Amount; driverData: string }>({
  dataType: () => 'numeric(78,0)',
  toDriver: value => value.toString(),
  fromDriver: value => amount(BigInt(value)),
})

/** Base units with a sign: a ledger line, or the custody account. */
export const signedColumn = customType<{ data: bigint; driverData: string }>({
  dataType: () => 'numeric(78,0)',
  toDriver: value => value.toString(),
  fromDriver: value => BigInt(value),
})

declare const sealedBrand: unique symbol
/** Text from a person, encrypted under a key of that person (people/seal.ts). A plain string does not fit the column. */
export type Sealed = string & { readonly [sealedBrand]: true }

export const sealedColumn = customType<{ data: Sealed; driverData: string }>({
  dataType: () => 'text',
  toDriver: value => value,
  fromDriver: value => value as Sealed,
})

/** Milliseconds, with time zone; JavaScript has no finer clock. */
export const at = () => timestamp({ withTimezone: true, precision: 3, mode: 'date' })
