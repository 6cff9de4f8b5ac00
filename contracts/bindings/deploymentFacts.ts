// Everything that can be set, granted or worn out about one deployment, read back from the chain at one block.
import { type PublicClient, parseAbi } from 'viem'
import type { Address, Hash } from '../../core/ids.ts'
import { settlementAbi, settlementBytecode, timelockAbi } from './abi.ts'
import type { Deployment } from './deployment.ts'
import { logRanges } from './logRanges.ts'

/** Holders of each role of the timelock; "anybody" where the role is given to the zero address. */
export type TimelockRoles = Record<'admin' | 'proposer' | 'canceller' | 'executor', (Address | 'anybody')[]>

/** Times in seconds (`now`, `pausedUntil` since 1970), `maxIncrease` in whole tokens, coins in wei, sums in base units. */
export type DeploymentFacts = {
  now: number
  isOurCode: boolean
  publisher: Party
  guardian: Party
  treasury: Address
  activationDelay: number
  minActivationDelay: number
  maxActivationDelay: number
  maxIncrease: number
  noticeDays: number
  graceDays: number
  pausedUntil: number
  pauseRearmAt: number
  timelockDelay: number
  timelock: Address
  /** Undefined where they were not asked for: they have to be gathered from events. */
  roles: TimelockRoles | undefined
  /** Changes that were proposed and wait for their time; undefined as `roles`. */
  waitingChanges: number | undefined
  token: { address: Address; symbol: string; decimals: number; supply: bigint; isProxy: boolean }
  sums: { epoch: number; published: bigint; claimed: bigint; held: bigint }
}

/** `isOneKey`: no contract is at the address, so whoever has one key is this party. */
type Party = { address: Address; isOneKey: boolean; coins: bigint }

const tokenAbi = parseAbi([
  'function totalSupply() view returns (uint256)',
  'function symbol() view returns (string)',
  'function decimals() view returns (uint8)',
])
/** Where a proxy keeps its implementation: keccak256("eip1967.proxy.implementation") - 1 (ERC-1967). */
const implementationSlot = '0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc'
/** keccak256 of the role's name, as OpenZeppelin's TimelockController has it; the admin's is zero. */
const roleNames: Record<Hash, keyof TimelockRoles> = {
  '0x0000000000000000000000000000000000000000000000000000000000000000': 'admin',
  '0xb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1': 'proposer',
  '0xfd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f783': 'canceller',
  '0xd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e63': 'executor',
}

/** With `isDeep` also what has to be gathered from events since the deployment: roles of the timelock and changes that wait in it. */
export async function readFacts(
  client: PublicClient,
  deployment: Deployment,
  isDeep: boolean,
): Promise<DeploymentFacts> {
  const block = await client.getBlock({ blockTag: 'latest' })
  const at = { blockNumber: block.number }
  const own = { address: deployment.settlement, abi: settlementAbi, ...at } as const
  const [config, roles, totals, held, minDelay, maxDelay, timelock, code] = await Promise.all([
    client.readContract({ ...own, functionName: 'config' }),
    client.readContract({ ...own, functionName: 'roles' }),
    client.readContract({ ...own, functionName: 'totals' }),
    client.readContract({ ...own, functionName: 'held' }),
    client.readContract({ ...own, functionName: 'minActivationDelay' }),
    client.readContract({ ...own, functionName: 'maxActivationDelay' }),
    client.readContract({ ...own, functionName: 'timelock' }),
    client.getCode({ address: deployment.settlement, ...at }),
  ])
  const [publisher, activationDelay, pausedUntil, maxIncrease] = config
  const [guardian, noticeDays, graceDays, pauseRearmAt] = roles
  const [published, claimed, epoch] = totals
  const delay = await client.readContract({ address: timelock, abi: timelockAbi, functionName: 'getMinDelay', ...at })
  const deep = isDeep
    ? await readTimelock(client, { ...deployment, timelock: lower(timelock) }, block.number)
    : undefined
  return {
    now: Number(block.timestamp),
    isOurCode: code !== undefined && isDeployedFrom(settlementBytecode, code),
    publisher: await readParty(client, lower(publisher), at),
    guardian: await readParty(client, lower(guardian), at),
    treasury: deployment.roles.treasury,
    activationDelay,
    minActivationDelay: minDelay,
    maxActivationDelay: maxDelay,
    maxIncrease,
    noticeDays,
    graceDays,
    pausedUntil,
    pauseRearmAt,
    timelockDelay: Number(delay),
    timelock: lower(timelock),
    roles: deep?.roles,
    waitingChanges: deep?.waiting,
    token: await readToken(client, deployment.token.address, at),
    sums: { epoch, published, claimed, held },
  }
}

type At = { blockNumber: bigint }

async function readParty(client: PublicClient, address: Address, at: At): Promise<Party> {
  const [code, coins] = await Promise.all([client.getCode({ address, ...at }), client.getBalance({ address, ...at })])
  // An account with delegated code (EIP-7702) is still whoever has its key.
  return { address, isOneKey: code === undefined || code.startsWith('0xef0100'), coins }
}

async function readToken(client: PublicClient, address: Address, at: At): Promise<DeploymentFacts['token']> {
  const read = { address, abi: tokenAbi, ...at } as const
  const [supply, symbol, decimals, slot] = await Promise.all([
    client.readContract({ ...read, functionName: 'totalSupply' }),
    client.readContract({ ...read, functionName: 'symbol' }),
    client.readContract({ ...read, functionName: 'decimals' }),
    client.getStorageAt({ address, slot: implementationSlot, ...at }),
  ])
  return { address, symbol, decimals, supply, isProxy: slot !== undefined && BigInt(slot) !== 0n }
}

async function readTimelock(client: PublicClient, deployment: Deployment, latest: bigint) {
  const ranges = logRanges()
  const events = timelockAbi.filter(entry => entry.type === 'event')
  const logs = await ranges(BigInt(deployment.timelockBlock ?? 0), latest, (fromBlock, toBlock) =>
    client.getLogs({ address: deployment.timelock, events, fromBlock, toBlock }),
  )
  const roles: TimelockRoles = { admin: [], proposer: [], canceller: [], executor: [] }
  const scheduled = new Set<Hash>()
  for (const { eventName, args } of logs) {
    if (eventName === 'CallScheduled' && args.id !== undefined) scheduled.add(args.id)
    if (eventName !== 'RoleGranted' && eventName !== 'RoleRevoked') continue
    const name = roleNames[args.role ?? '0x']
    if (name === undefined || args.account === undefined) continue
    const holder = BigInt(args.account) === 0n ? 'anybody' : lower(args.account)
    roles[name] = roles[name].filter(one => one !== holder)
    if (eventName === 'RoleGranted') roles[name].push(holder)
  }
  const call = { address: deployment.timelock, abi: timelockAbi, functionName: 'isOperationPending' } as const
  const pending = await Promise.all([...scheduled].map(id => client.readContract({ ...call, args: [id] })))
  return { roles, waiting: pending.filter(Boolean).length }
}

/**
 * Whether what stands on the chain is the code that this creation code leaves there. Immutables are zeros in it and filled in on the chain,
 * so bytes may differ where it has a zero, and nowhere else.
 */
export function isDeployedFrom(creation: Hash, deployed: Hash): boolean {
  const [whole, there] = [creation.slice(2).toLowerCase(), deployed.slice(2).toLowerCase()]
  // The runtime code ends the creation code. Its first bytes are no immutable.
  const start = whole.lastIndexOf(there.slice(0, 64))
  if (start < 0 || there.length < 64 || start + there.length > whole.length) return false
  for (let i = 0; i < there.length; i += 2) {
    const byte = whole.slice(start + i, start + i + 2)
    if (byte !== '00' && byte !== there.slice(i, i + 2)) return false
  }
  return true
}

function lower(text: Address): Address {
  return text.toLowerCase() as Address
}
