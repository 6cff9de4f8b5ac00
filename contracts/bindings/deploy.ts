// Deploys PRL, a timelock and `Settlement`, and says where they are. Nobody owns anything afterwards: the timelock
// administers itself, and the deployer keeps no role.
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Abi,
  encodeDeployData,
  keccak256,
  type LocalAccount,
  type PublicClient,
  parseAbi,
  toHex,
  zeroAddress,
} from 'viem'
import type { Address, Hash } from '../../core/ids.ts'
import { Fault } from '../../core/refusals.ts'
import { prlAbi, prlBytecode, settlementAbi, settlementBytecode, timelockAbi, timelockBytecode } from './abi.ts'
import { broadcast } from './broadcast.ts'
import { chainFault } from './chainFault.ts'
import { type DeployJournal, type DeployStep, type JournalStore, memoryJournal } from './deployJournal.ts'
import { type Deployment, deploymentSchema } from './deployment.ts'
import { type DeployParameters, parameterFaults } from './deployParameters.ts'
import { checkedGas, type Fees, feesNow, raisedFees } from './fees.ts'
import { rpcClient } from './viemChain.ts'

type DeployAll = {
  rpcUrl: string
  deployer: LocalAccount
  parameters: DeployParameters
  journal?: JournalStore
  tell?: (sentence: string) => void
  /** How long one transaction may stay out of a block before the run ends, and before its fee is raised; ms. */
  patience_ms?: number
  reprice_ms?: number
}

type Run = Required<DeployAll> & { client: PublicClient; kept: DeployJournal }
type Placed = { address: Address; block: bigint }

const poll_ms = 100
/** Looks at a nonce that is used while its receipt stays unknown: a node may index it a moment later. */
const lateLooks = 20

/**
 * At most three transactions, each in the journal before it is sent and waited for. Run again with the same journal it goes on where it was
 * broken off, and sends nothing twice. Throws `Fault`: `never` where parameters or journal do not fit, `later` where the chain must be
 * waited for.
 */
export async function deployAll(options: DeployAll): Promise<Deployment> {
  const { rpcUrl, parameters } = options
  const faults = parameterFaults(parameters)
  if (faults.length > 0)
    throw new Fault(`The deployment cannot be as it is asked for:\n${faults.join('\n')}`, { retry: 'never' })
  const client = rpcClient(rpcUrl)
  try {
    const defaults = { journal: memoryJournal(), tell: () => {}, patience_ms: 600_000, reprice_ms: 60_000 }
    const run = { ...defaults, ...options, client } as Omit<Run, 'kept'>
    const kept = await openJournal(run)
    const put = (name: DeployStep['name'], abi: Abi, bytecode: Hash, args: readonly unknown[]) =>
      place({ ...run, kept }, name, encodeDeployData({ abi, bytecode, args }))
    const { token, treasury, publisher, guardian, proposers, timelockDelay, ...bounds } = parameters
    const tokenAddress =
      typeof token === 'string'
        ? await expectToken(client, token)
        : (await put('token', prlAbi, prlBytecode, [token.name, token.symbol, treasury])).address
    // No admin besides itself, and executor zero: anybody may execute what has waited.
    const timelockArgs = [BigInt(timelockDelay), proposers, [zeroAddress], zeroAddress]
    const timelock = await put('timelock', timelockAbi, timelockBytecode, timelockArgs)
    const settlementArgs = [{ ...bounds, token: tokenAddress, timelock: timelock.address, publisher, guardian }]
    const settlement = await put('settlement', settlementAbi, settlementBytecode, settlementArgs)
    return deploymentSchema.parse({
      chainId: kept.chainId,
      genesisHash: kept.genesisHash,
      block: Number(settlement.block),
      timelockBlock: Number(timelock.block),
      token: await describeToken(client, tokenAddress),
      settlement: settlement.address,
      timelock: timelock.address,
      roles: { publisher, guardian, treasury },
    })
  } catch (error) {
    throw chainFault(error, rpcUrl)
  }
}

/** Another chain, another deployer or other parameters: going on would put together what does not belong together. */
async function openJournal({ client, deployer, parameters, journal }: Omit<Run, 'kept'>): Promise<DeployJournal> {
  const [chainId, genesis] = await Promise.all([client.getChainId(), client.getBlock({ blockNumber: 0n })])
  const canonical = JSON.stringify(parameters, (_key, value) =>
    typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value) ? value.toLowerCase() : value,
  )
  const own = {
    chainId,
    genesisHash: genesis.hash,
    deployer: deployer.address.toLowerCase() as Address,
    parameters: keccak256(toHex(canonical)),
  }
  const found = await journal.read()
  if (found === undefined) return { ...own, steps: [] }
  for (const [field, words] of [
    ['chainId', 'on another chain'],
    ['genesisHash', 'on another chain'],
    ['deployer', 'by another deployer'],
    ['parameters', 'with other parameters'],
  ] as const) {
    if (found[field] === own[field]) continue
    throw new Fault(`A deployment was begun here ${words}. Go on as it was begun, or move its journal away.`, {
      retry: 'never',
    })
  }
  return found
}

/** The contract of one step: found, waited for, or sent. */
async function place(run: Run, name: DeployStep['name'], data: Hash): Promise<Placed> {
  for (;;) {
    const step = run.kept.steps.find(one => one.name === name) ?? (await begin(run, name, data))
    const placed = await untilMined(run, step, data)
    if (placed !== undefined) return placed
    // Somebody else used this key meanwhile: what was signed can never be mined, so nothing is there.
    run.tell(`${name}: its nonce was used by another transaction; signed anew`)
    run.kept.steps = run.kept.steps.filter(one => one.name !== name)
  }
}

async function begin(run: Run, name: DeployStep['name'], data: Hash): Promise<DeployStep> {
  const { client, deployer } = run
  const nonce = await client.getTransactionCount({ address: deployer.address, blockTag: 'pending' })
  const sent = await signed(run, { nonce, data, fees: await feesNow(client) })
  const step: DeployStep = { name, nonce, sent: [sent] }
  run.kept.steps.push(step)
  await run.journal.write(run.kept)
  run.tell(`${name}: sent`)
  return step
}

/** Undefined where its nonce went to another transaction. Throws `Fault` (later) when patience ends. */
async function untilMined(run: Run, step: DeployStep, data: Hash): Promise<Placed | undefined> {
  const { client, deployer, patience_ms, reprice_ms } = run
  const begun = Date.now()
  let offered = begun
  let late = 0
  await broadcast(client, step.sent.at(-1)?.raw as Hash, { isTakenFine: true })
  for (;;) {
    for (const { hash } of step.sent) {
      const receipt = await client.getTransactionReceipt({ hash: hash as Hash }).catch(() => undefined)
      if (receipt === undefined) continue
      if (receipt.status !== 'success' || !receipt.contractAddress) {
        throw new Fault(`the deployment of ${step.name} was reverted in block ${receipt.blockNumber}`, {
          retry: 'never',
        })
      }
      return { address: receipt.contractAddress.toLowerCase() as Address, block: receipt.blockNumber }
    }
    const count = await client.getTransactionCount({ address: deployer.address, blockTag: 'latest' })
    if (count > step.nonce && ++late > lateLooks) return undefined
    if (Date.now() - begun > patience_ms) {
      const hash = step.sent.at(-1)?.hash
      throw new Fault(
        `${step.name} is not in a block yet (${hash}). Run the same command again: it goes on from there.`,
        {
          retry: 'later',
        },
      )
    }
    if (count <= step.nonce && Date.now() - offered > reprice_ms) {
      offered = Date.now()
      await raise(run, step, data)
    }
    await sleep(poll_ms)
  }
}

/** The same contract at the same nonce for a higher fee. */
async function raise(run: Run, step: DeployStep, data: Hash): Promise<void> {
  const last = step.sent.at(-1)
  if (last === undefined) return
  const before = { maxFeePerGas: BigInt(last.maxFeePerGas), maxPriorityFeePerGas: BigInt(last.maxPriorityFeePerGas) }
  const again = await signed(run, { nonce: step.nonce, data, fees: raisedFees(before, await feesNow(run.client)) })
  step.sent.push(again)
  await run.journal.write(run.kept)
  run.tell(`${step.name}: still not in a block; offered again for a higher fee`)
  await broadcast(run.client, again.raw as Hash, { isTakenFine: true })
}

async function signed(
  { client, deployer, kept }: Run,
  { nonce, data, fees }: { nonce: number; data: Hash; fees: Fees },
): Promise<DeployStep['sent'][number]> {
  // Names the reason of a revert before anything is signed.
  const gas = checkedGas(await client.estimateGas({ account: deployer.address, data }), fees)
  const raw = await deployer.signTransaction({ type: 'eip1559', chainId: kept.chainId, nonce, data, gas, ...fees })
  const { maxFeePerGas, maxPriorityFeePerGas } = fees
  const prices = { maxFeePerGas: String(maxFeePerGas), maxPriorityFeePerGas: String(maxPriorityFeePerGas) }
  return { hash: keccak256(raw), raw, ...prices }
}

async function expectToken(client: PublicClient, token: Address): Promise<Address> {
  if ((await client.getCode({ address: token })) !== undefined) return token.toLowerCase() as Address
  throw new Fault(`there is no token at ${token} on this chain`, { retry: 'never' })
}

async function describeToken(client: PublicClient, address: Address) {
  const abi = parseAbi(['function symbol() view returns (string)', 'function decimals() view returns (uint8)'])
  const [symbol, decimals] = await Promise.all([
    client.readContract({ address, abi, functionName: 'symbol' }),
    client.readContract({ address, abi, functionName: 'decimals' }),
  ])
  return { address, symbol, decimals }
}
