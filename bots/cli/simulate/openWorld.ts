// A Perle of the simulation's own: a folder that goes away, a database, a chain, a clock moved by hand, and randomness from a seed.
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type LocalChain, openChain, startLocalChain } from '@perle/contracts'
import {
  type BaseContext,
  bindChain,
  createVault,
  type Log,
  listCampaignCards,
  migrate,
  type OpenDatabase,
  openDatabase,
  PLATFORM_DEFAULTS,
  runTurn,
} from '@perle/core'
import type { Composition } from '../../compose.ts'
import { readConfig } from '../../config.ts'
import { seededRandom } from '../crowd/draws.ts'
import { CommandFailed } from '../failed.ts'

export type World = {
  composition: Composition
  /** Seconds since the simulation began. */
  elapsed(): number
  /** Moves the clock; nothing runs by itself. */
  pass(seconds: number): void
  /** The newest id; they rise. */
  lastId(): string
  /** Ends what was started here and removes the folder. */
  close(): Promise<void>
}

export type WorldOptions = {
  seed: number
  /** Undefined: an embedded database in the folder. */
  databaseUrl?: string | undefined
  /** A database that the caller opened and closes. */
  database?: OpenDatabase | undefined
  /** A chain that the caller started and ends; nothing of ours may have been settled on it. */
  localChain?: LocalChain | undefined
  tell: (sentence: string) => void
  /** Ends the simulation at its next step, with everything put away. */
  signal?: AbortSignal | undefined
}

/** Ids name this moment and what has passed since, never the machine's date: they order things, and order is part of the figures. */
const ORIGIN = Date.UTC(2026, 0, 5, 9)
const DAY = 86_400_000

export async function openWorld(options: WorldOptions): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), 'perle-simulation-'))
  const database = options.database ?? (await openDatabase(options.databaseUrl ?? 'memory:'))
  const localChain = options.localChain ?? (await startLocalChain({ folder: home }))
  const close = async () => {
    if (options.localChain === undefined) await localChain.stop()
    if (options.database === undefined) await database.close()
    await rm(home, { recursive: true, force: true })
  }
  try {
    await migrate(database)
    return { ...(await worldOf(options, { home, database, localChain })), close }
  } catch (error) {
    await close()
    throw error
  }
}

type Opened = { home: string; database: OpenDatabase; localChain: LocalChain }

async function worldOf({ seed, tell, signal }: WorldOptions, opened: Opened): Promise<Omit<World, 'close'>> {
  const { home, database, localChain } = opened
  const { deployment, rpcUrl, accounts } = localChain
  const chain = openChain({ rpcUrl, deployment, accounts })
  const { timestamp } = await chain.latest()
  // The contract has the machine's time, and terms must lie in its future: the first day begins after the chain's newest block.
  const begin = Math.ceil(Number(timestamp) / 86_400) * DAY + (ORIGIN % DAY)
  let passed = 0
  const random = seededRandom(seed)
  const ids = idsFrom(() => ORIGIN + passed)
  const log = logTo(tell)
  const base: BaseContext = {
    settings: {
      mode: 'local',
      publicUrl: 'http://127.0.0.1:7373',
      chain: {
        chainId: deployment.chainId,
        settlement: deployment.settlement,
        token: deployment.token.address,
        symbol: deployment.token.symbol,
        treasury: deployment.roles.treasury,
      },
      parameters: PLATFORM_DEFAULTS,
    },
    vault: createVault(createHash('sha256').update(`simulation ${seed}`).digest()),
    log,
    now: () => new Date(begin + passed),
    newId: ids.next,
    random,
    randomBytes: length => Uint8Array.from({ length }, () => Math.floor(random() * 256)),
  }
  await runTurn(database, base, async ctx => {
    if (!(await bindChain(ctx, deployment)) || (await listCampaignCards(ctx)).length > 0) {
      throw new CommandFailed('The simulation wants an empty database of its own; this one has been used.', 2)
    }
  })
  const config = readConfig({ PERLE_HOME: home })
  const composition: Composition = {
    config,
    database,
    base,
    chain,
    rpcUrl,
    deployment,
    localChain,
    log,
    holder: 'simulation',
    close: async () => {},
  }
  return {
    composition,
    elapsed: () => passed / 1000,
    lastId: ids.last,
    pass: seconds => {
      signal?.throwIfAborted()
      passed += Math.round(seconds * 1000)
    },
  }
}

/** Shaped like version 7 of RFC 9562, and rising: time, then a counter. */
function idsFrom(time: () => number): { next(): string; last(): string } {
  let counter = 0
  let last = ''
  const next = () => {
    const ms = time().toString(16).padStart(12, '0')
    counter += 1
    const rest = counter.toString(16).padStart(18, '0')
    last = `${ms.slice(0, 8)}-${ms.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6)}`
    return last
  }
  return { next, last: () => last }
}

/** What is worth a warning in a platform is worth a line of progress here. */
function logTo(tell: (sentence: string) => void): Log {
  const line = (fields: unknown, message: string) => tell(`${message} ${JSON.stringify(fields)}`)
  return { info: () => {}, warn: line, error: line }
}
