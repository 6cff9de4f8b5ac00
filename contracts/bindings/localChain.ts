// A chain of one's own for local mode: anvil with PRL and `Settlement` deployed, kept in a folder. It is adopted if it
// still runs, restored from its last dump if not, and made anew if there is none.
//
// chain/anvil.json       which process (see anvilNode.ts)      chain/state.json (+ .previous)   the last two dumps
// chain/deployment.json  where the contracts are               chain/anvil.log                  what anvil said last
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { createTestClient, createWalletClient, type HDAccount, http, type LocalAccount } from 'viem'
import { mnemonicToAccount } from 'viem/accounts'
import { Fault } from '../../core/refusals.ts'
import { prlAbi } from './abi.ts'
import { type AnvilNode, adoptAnvil, endAnvil, spawnAnvil } from './anvilNode.ts'
import { chainFault } from './chainFault.ts'
import { deployAll } from './deploy.ts'
import { type Deployment, deploymentSchema } from './deployment.ts'
import { type DeployTimes, localTimes } from './deployParameters.ts'
import { replaceFile, writeSynced } from './files.ts'
import { rpcClient } from './viemChain.ts'

/** Foundry's public test phrase. Warning: everybody knows these keys; they are worth nothing anywhere else. */
const mnemonic = 'test test test test test test test test test test test junk'
const requesterFunds = 1_000_000n * 10n ** 18n
/** `finalized` lags two blocks with one slot an epoch; one more makes the last real block itself final. */
const finality_blocks = 3

export type LocalAccounts = Record<'publisher' | 'relayer' | 'requester' | 'guardian' | 'treasury', LocalAccount>

export type LocalChain = {
  rpcUrl: string
  pid: number
  /** `fresh`: a new chain, on which nothing of an older database exists. `restored`: back at the last dump. */
  origin: 'adopted' | 'restored' | 'fresh'
  deployment: Deployment
  accounts: LocalAccounts
  /** Writes the state to disk. A chain that is killed comes back as it was at the last call. */
  dumpState(): Promise<void>
  mine(blocks: number): Promise<void>
  /** Moves the clock of the chain forward and mines one block. */
  passTime(seconds: number): Promise<void>
  /** Dumps, then ends the process. Without it the chain goes on and is adopted at the next start. */
  stop(): Promise<void>
}

type StartLocalChain = {
  /** The data folder; everything is under its `chain/`. */
  folder: string
  token?: { name: string; symbol: string }
  /** Times of a fresh deployment; an existing one keeps its own. */
  times?: DeployTimes
}

/** Throws `Fault` (never) where anvil cannot be started, or where the folder holds a state without its deployment. */
export async function startLocalChain(options: StartLocalChain): Promise<LocalChain> {
  const folder = join(options.folder, 'chain')
  await mkdir(folder, { recursive: true })
  const states = [join(folder, 'state.json'), join(folder, 'state.previous.json')].filter(existsSync)
  const accounts = testAccounts()

  const adopted = await adoptAnvil(folder)
  // A killed first start leaves an anvil without a deployment: nothing on it is worth keeping.
  if (adopted !== undefined && !existsSync(join(folder, 'deployment.json'))) await endAnvil(folder, adopted)
  else if (adopted !== undefined) return localChain(folder, adopted, 'adopted', await readDeployment(folder), accounts)

  if (states.length > 0) {
    const deployment = await readDeployment(folder)
    const node = await restore(folder, states)
    return localChain(folder, node, 'restored', deployment, accounts)
  }
  const node = await spawnAnvil(folder)
  const deployment = await deployFresh(folder, node, accounts, options)
  const chain = localChain(folder, node, 'fresh', deployment, accounts)
  await chain.mine(finality_blocks)
  await chain.dumpState()
  return chain
}

function localChain(
  folder: string,
  node: AnvilNode,
  origin: LocalChain['origin'],
  deployment: Deployment,
  accounts: LocalAccounts,
): LocalChain {
  const test = testClient(node)
  let lastDump: Promise<void> = Promise.resolve()
  // One after the other: two writers would share the temporary file.
  const dumpState = () => {
    lastDump = lastDump.catch(() => {}).then(() => guard(node, async () => writeState(folder, await test.dumpState())))
    return lastDump
  }
  return {
    rpcUrl: node.rpcUrl,
    pid: node.pid,
    origin,
    deployment,
    accounts,
    dumpState,
    mine: blocks => guard(node, () => test.mine({ blocks })),
    passTime: seconds =>
      guard(node, async () => {
        await test.increaseTime({ seconds })
        await test.mine({ blocks: 1 })
      }),
    stop: async () => {
      // A chain that has died already cannot be dumped: its record goes all the same, and the caller is told.
      await dumpState().finally(() => endAnvil(folder, node))
    },
  }
}

/** From the newest state that anvil can read. */
async function restore(folder: string, states: string[]): Promise<AnvilNode> {
  for (const [index, state] of states.entries()) {
    try {
      const node = await spawnAnvil(folder, state)
      await guard(node, () => catchUp(node))
      return node
    } catch (error) {
      if (index === states.length - 1) throw error
    }
  }
  throw new Error('bug: restore without a state')
}

/**
 * A restored anvil takes the time of the machine, even if its last block lies in the future (time was passed by hand), and
 * cannot answer questions about the past. So: the clock goes on from the last block, and new blocks bury it.
 */
async function catchUp(node: AnvilNode): Promise<void> {
  const test = testClient(node)
  const { timestamp } = await rpcClient(node.rpcUrl).getBlock({ blockTag: 'latest' })
  const behind_seconds = Number(timestamp) - Math.floor(Date.now() / 1000) + 1
  if (behind_seconds > 0) await test.increaseTime({ seconds: behind_seconds })
  await test.mine({ blocks: finality_blocks })
}

async function deployFresh(
  folder: string,
  node: AnvilNode,
  accounts: LocalAccounts,
  { token = { name: 'Perle', symbol: 'PRL' }, times = localTimes }: StartLocalChain,
): Promise<Deployment> {
  const { publisher, guardian, treasury, requester } = accounts
  const roles = { publisher: publisher.address, guardian: guardian.address, treasury: treasury.address }
  const parameters = { token, ...roles, proposers: [treasury.address], ...times }
  const deployment = await deployAll({ rpcUrl: node.rpcUrl, deployer: treasury, parameters })
  await guard(node, async () => {
    const wallet = createWalletClient({ account: treasury, transport: http(node.rpcUrl), cacheTime: 0 })
    const transfer = { address: deployment.token.address, abi: prlAbi, functionName: 'transfer' } as const
    const hash = await wallet.writeContract({ ...transfer, args: [requester.address, requesterFunds], chain: null })
    await rpcClient(node.rpcUrl).waitForTransactionReceipt({ hash, pollingInterval: 100 })
  })
  await replaceFile(join(folder, 'deployment.json'), `${JSON.stringify(deployment, null, 2)}\n`)
  return deployment
}

async function readDeployment(folder: string): Promise<Deployment> {
  try {
    return deploymentSchema.parse(JSON.parse(await readFile(join(folder, 'deployment.json'), 'utf8')))
  } catch (cause) {
    const sentence = `${folder} holds a chain but no readable deployment.json; put it back, or delete the folder to begin anew`
    throw new Fault(sentence, { retry: 'never', cause })
  }
}

/** anvil gives gzip; `--load-state` wants the JSON inside. The dump before stays as `state.previous.json`. */
async function writeState(folder: string, dump: `0x${string}`): Promise<void> {
  const json = await promisify(gunzip)(Buffer.from(dump.slice(2), 'hex'))
  const path = join(folder, 'state.json')
  const previous = join(folder, 'state.previous.json')
  try {
    await writeSynced(`${path}.new`, json)
    if (existsSync(path)) await rename(path, previous)
    await rename(`${path}.new`, path)
  } catch (cause) {
    // Half a dump only takes the room that others need.
    await rm(`${path}.new`, { force: true }).catch(() => {})
    const code = (cause as NodeJS.ErrnoException).code ?? 'unknown'
    throw new Fault(`the state of the local chain cannot be written to ${folder} (${code}); the dump before is kept`, {
      retry: 'later',
      cause,
    })
  }
}

function testAccounts(): LocalAccounts {
  const account = (addressIndex: number): HDAccount => mnemonicToAccount(mnemonic, { addressIndex })
  return {
    treasury: account(0),
    publisher: account(1),
    relayer: account(2),
    requester: account(3),
    guardian: account(4),
  }
}

function testClient(node: AnvilNode) {
  return createTestClient({ mode: 'anvil', transport: http(node.rpcUrl, { timeout: 30_000 }), cacheTime: 0 })
}

async function guard<T>(node: AnvilNode, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw chainFault(error, node.rpcUrl)
  }
}
