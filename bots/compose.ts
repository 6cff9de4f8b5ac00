// The only place, with config.ts, that reads the clock, randomness and the environment: it makes the Context from them.
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import {
  type ChainAccounts,
  checkDeployment,
  type Deployment,
  type LocalChain,
  openChain,
  openSigner,
  readDeploymentFile,
  startLocalChain,
} from '@perle/contracts'
import {
  type BaseContext,
  bindChain,
  type Chain,
  createVault,
  type Log,
  migrate,
  type OpenDatabase,
  openDatabase,
  PLATFORM_DEFAULTS,
  runTurn,
  type Settings,
} from '@perle/core'
import { pino } from 'pino'
import type { Config } from './config.ts'
import { readMasterKey, StartError } from './dataFolder.ts'
import { guardRoom, LEAST_ROOM_BYTES, noRoomSentence, roomIn } from './roomGuard.ts'

export type Composition = {
  config: Config
  database: OpenDatabase
  base: BaseContext
  chain: Chain
  rpcUrl: string
  deployment: Deployment
  /** Only with a chain of one's own. */
  localChain: LocalChain | undefined
  log: Log
  /** Names this process among those that share a database. */
  holder: string
  close(): Promise<void>
}

/**
 * Opens database and chain side by side; `tell` gets a sentence for what takes its time. `holder` is the data folder's, where this process
 * has it for itself.
 */
export async function compose(
  config: Config,
  tell: (sentence: string) => void,
  holder = `process-${uuidv7()}`,
): Promise<Composition> {
  const log = openLog(config.logLevel)
  const [database, place] = await bothOrNeither(openMigrated(config, tell), openPlace(config, tell))
  const masterKey = await readMasterKey(config.keyFile)
  const { chain, deployment, rpcUrl, localChain } = place
  const settings: Settings = {
    mode: config.mode,
    publicUrl: config.publicUrl ?? `http://127.0.0.1:${config.port}`,
    chain: {
      chainId: deployment.chainId,
      settlement: deployment.settlement,
      token: deployment.token.address,
      symbol: deployment.token.symbol,
      treasury: deployment.roles.treasury,
    },
    parameters: PLATFORM_DEFAULTS,
  }
  const base: BaseContext = {
    settings,
    vault: createVault(masterKey),
    log,
    now: () => new Date(),
    newId: uuidv7,
    random: () => randomBytes(6).readUIntBE(0, 6) / 2 ** 48,
    randomBytes: length => randomBytes(length),
  }
  if (!(await runTurn(database, base, ctx => bindChain(ctx, deployment)))) {
    await database.close()
    throw new StartError(
      'This database belongs to another chain than the one at hand, so nothing was read or written. Bring back the chain that it was used with (its folder `chain/`, or its CHAIN_RPC_URL), or start with an empty database.',
    )
  }
  return { config, database, base, chain, rpcUrl, deployment, localChain, log, holder, close: () => database.close() }
}

function openLog(level: Config['logLevel']): Log {
  const logger = pino({ level, base: null, redact: ['token', 'address', 'uri', 'text'] }, pino.destination(2))
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  }
}

let lastMs = 0
let counter = 0

/**
 * RFC 9562, version 7, with the 12 bits after the time as a counter (its method 1): ids of one process rise also within one
 * millisecond, and what is ordered by id is done in the order in which it was wanted.
 */
export function uuidv7(): string {
  const bytes = randomBytes(16)
  const now = Date.now()
  if (now > lastMs) {
    lastMs = now
    counter = bytes.readUInt16BE(6) & 0x07ff
  } else if (++counter > 0x0fff) {
    lastMs += 1
    counter = 0
  }
  bytes.writeUIntBE(lastMs, 0, 6)
  bytes.writeUInt16BE(0x7000 | counter, 6)
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

async function openMigrated(config: Config, tell: (sentence: string) => void): Promise<OpenDatabase> {
  const database = await openStored(config)
  try {
    const ran = await migrate(database)
    if (ran.length > 0) tell(`Database: ${ran.length} migrations applied.`)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

async function openStored(config: Config): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) return openDatabase(config.databaseUrl)
  if (roomIn(config.home) < LEAST_ROOM_BYTES) throw new StartError(noRoomSentence(config.home))
  const database = await openDatabase(join(config.home, 'db'))
  return guardRoom(database, { folder: config.home, now: Date.now })
}

type Place = Pick<Composition, 'chain' | 'deployment' | 'rpcUrl' | 'localChain'>

async function openPlace(config: Config, tell: (sentence: string) => void): Promise<Place> {
  if (config.chain.kind === 'local') {
    const localChain = await startLocalChain({ folder: config.home })
    const words = {
      adopted: 'still running, taken over',
      restored: 'restored from its last dump',
      fresh: 'new, contracts deployed',
    }
    tell(`Chain: ${words[localChain.origin]}.`)
    const { rpcUrl, deployment, accounts } = localChain
    return { chain: openChain({ rpcUrl, deployment, accounts }), deployment, rpcUrl, localChain }
  }
  const { rpcUrl, deploymentFile } = config.chain
  const deployment = await readDeploymentFile(deploymentFile)
  if (deployment === undefined) throw new StartError(`CHAIN_DEPLOYMENT names ${deploymentFile}, which is not there.`)
  for (const { says } of (await checkDeployment(rpcUrl, deployment)).dangers) tell(`Contract: ${says}.`)
  const accounts = await openAccounts(config.chain)
  return { chain: openChain({ rpcUrl, deployment, accounts }), deployment, rpcUrl, localChain: undefined }
}

async function openAccounts({ signer, relayer }: Extract<Config['chain'], { kind: 'remote' }>): Promise<ChainAccounts> {
  const publisher = signer === undefined ? undefined : await openSigner(signer)
  const claims = relayer === undefined ? publisher : await openSigner(relayer)
  return { ...(publisher && { publisher }), ...(claims && { relayer: claims }) }
}

/** If one side fails, the other is closed before the failure is told. */
async function bothOrNeither(database: Promise<OpenDatabase>, place: Promise<Place>): Promise<[OpenDatabase, Place]> {
  const [first, second] = await Promise.allSettled([database, place])
  if (first.status === 'fulfilled' && second.status === 'fulfilled') return [first.value, second.value]
  if (first.status === 'fulfilled') await first.value.close()
  throw first.status === 'rejected' ? first.reason : (second as PromiseRejectedResult).reason
}
