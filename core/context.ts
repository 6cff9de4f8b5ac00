// What every use-case is given first. A plain object: no container, no globals, no clock of our own.
import type { Database } from './database/database.ts'
import type { Address } from './ids.ts'
import type { PlatformParameters } from './money/platformParameters.ts'
import type { Vault } from './people/vault.ts'

export type LogFields = Record<string, string | number | boolean | null | undefined>
export type Log = {
  info(fields: LogFields, message: string): void
  warn(fields: LogFields, message: string): void
  error(fields: LogFields, message: string): void
}

/** Where money is settled; what leaves and terms are bound to. */
export type ChainPlace = { chainId: number; settlement: Address; token: Address; symbol: string; treasury: Address }

export type Settings = {
  mode: 'local' | 'live'
  /** Where pages are, without a trailing slash. */
  publicUrl: string
  chain: ChainPlace
  parameters: PlatformParameters
}

export type Context = {
  /** The transaction of this turn. */
  readonly db: Database
  readonly settings: Settings
  readonly vault: Vault
  readonly log: Log
  now(): Date
  /** A uuidv7. */
  newId(): string
  /** In [0, 1). */
  random(): number
  randomBytes(length: number): Uint8Array
  /** Runs after this turn's commit, outside its transaction; dropped when the turn rolls back. */
  afterCommit(work: () => void | Promise<void>): void
  /** Adds to what `batch` does once, right before this turn's commit; dropped when the turn goes back to where it was not wanted yet. */
  collect<T>(batch: Batch<T>, thing: T): void
}

/**
 * Work of one sort that a turn does together, at its end: sends statements, and waits for none. For rows that many people want at once: they
 * are locked while the commit is already on its way, not while the turn thinks.
 */
export type Batch<T> = (ctx: Pick<Context, 'db' | 'newId' | 'now'>, things: readonly T[]) => void
