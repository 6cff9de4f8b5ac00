// A small world for tests of the core: a real database, a clock set by hand, ids and randomness from a seed.

import { createHash } from 'node:crypto'
import type { Context, Settings } from '../../core/context.ts'
import type { OpenDatabase } from '../../core/database/openDatabase.ts'
import { type BaseContext, runTurn } from '../../core/inbox/runTurn.ts'
import { PLATFORM_DEFAULTS } from '../../core/money/platformParameters.ts'
import { createVault } from '../../core/people/vault.ts'
import { type DatabaseKind, openTestDatabase } from './database.ts'

/** mulberry32, a small seeded generator; good enough to vary tests, not for anything secret. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** uuidv7 shaped ids that rise, from the world's clock and a counter. */
export function seededIds(now: () => Date): () => string {
  let counter = 0
  return () => {
    const time = now().getTime().toString(16).padStart(12, '0')
    const rest = (++counter).toString(16).padStart(18, '0')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6)}`
  }
}

export type World = Awaited<ReturnType<typeof aWorld>>

export async function aWorld(
  options: {
    kind?: DatabaseKind
    /** A migrated one of one's own, instead of one of a kind. */
    database?: OpenDatabase
    seed?: number
    startsAt?: string
    settings?: Partial<Settings>
  } = {},
) {
  const database = options.database ?? (await openTestDatabase(options.kind))
  const random = seededRandom(options.seed ?? 7)
  let time = new Date(options.startsAt ?? '2026-11-23T09:00:00.000Z')
  const now = () => time
  const settings: Settings = {
    mode: 'local',
    publicUrl: 'http://127.0.0.1:7373',
    chain: {
      chainId: 31337,
      settlement: '0x5fbdb2315678afecb367f032d93f642f64180aa3',
      token: '0xe7f1725e7734ce288f8367e1bb143e90bb3f0512',
      symbol: 'PRL',
      treasury: '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65',
    },
    parameters: PLATFORM_DEFAULTS,
    ...options.settings,
  }
  const logged: { level: string; fields: unknown; message: string }[] = []
  const write = (level: string) => (fields: unknown, message: string) => void logged.push({ level, fields, message })
  const base: BaseContext = {
    settings,
    vault: createVault(createHash('sha256').update('a key for tests').digest()),
    log: { info: write('info'), warn: write('warn'), error: write('error') },
    now,
    newId: seededIds(now),
    random,
    randomBytes: length => Uint8Array.from({ length }, () => Math.floor(random() * 256)),
  }
  return {
    database,
    base,
    settings,
    logged,
    now,
    /** Moves the clock; nothing runs by itself. */
    advance(seconds: number) {
      time = new Date(time.getTime() + seconds * 1000)
    },
    turn: <T>(work: (ctx: Context) => Promise<T>) => runTurn(database, base, work),
    close: () => database.close(),
  }
}
