// Deploys PRL, a timelock and `Settlement`, and says where they are. Nobody owns anything afterwards: the timelock
// administers itself, and the deployer keeps no role.
import {
  type Abi,
  createWalletClient,
  encodeDeployData,
  http,
  type LocalAccount,
  type PublicClient,
  parseAbi,
  zeroAddress,
} from 'viem'
import type { Address } from '../../core/ids.ts'
import { Fault } from '../../core/refusals.ts'
import { prlAbi, prlBytecode, settlementAbi, settlementBytecode, timelockAbi, timelockBytecode } from './abi.ts'
import { chainFault } from './chainFault.ts'
import { type Deployment, deploymentSchema } from './deployment.ts'
import { rpcClient } from './viemChain.ts'

const hour = 3_600
const day = 24 * hour

/** Times in seconds unless named days; `maxIncrease` in whole tokens an epoch. */
export type DeployParameters = {
  /** An ERC-20 that exists already, or the name and symbol of a PRL to deploy (its whole supply goes to `treasury`). */
  token: Address | { name: string; symbol: string }
  treasury: Address
  publisher: Address
  guardian: Address
  /** Who may propose to the timelock, and cancel; anybody may execute what is ripe. */
  proposers: Address[]
  timelockDelay: number
  activationDelay: number
  minActivationDelay: number
  maxActivationDelay: number
  maxIncrease: number
  noticeDays: number
  graceDays: number
}

export type DeployTimes = Omit<DeployParameters, 'token' | 'treasury' | 'publisher' | 'guardian' | 'proposers'>

/** Bounds and defaults for a chain with real money. */
export const liveTimes: DeployTimes = {
  timelockDelay: 2 * day,
  activationDelay: 48 * hour,
  minActivationDelay: 6 * hour,
  maxActivationDelay: 14 * day,
  maxIncrease: 1_000_000,
  noticeDays: 14,
  graceDays: 30,
}

/** A generation is claimable at once: on a chain of one's own there is nobody to object. */
export const localTimes: DeployTimes = { ...liveTimes, timelockDelay: 0, activationDelay: 0, minActivationDelay: 0 }

type DeployAll = { rpcUrl: string; deployer: LocalAccount; parameters: DeployParameters }

/** Three transactions, each waited for. Throws `Fault`; what was deployed before a fault stays on the chain, unused. */
export async function deployAll({ rpcUrl, deployer, parameters }: DeployAll): Promise<Deployment> {
  const client = rpcClient(rpcUrl)
  try {
    const chainId = await client.getChainId()
    const put = (abi: Abi, bytecode: `0x${string}`, args: readonly unknown[]) =>
      deployContract(client, rpcUrl, deployer, encodeDeployData({ abi, bytecode, args }))
    const { token, treasury, publisher, guardian, proposers, timelockDelay, ...bounds } = parameters

    const tokenAddress =
      typeof token === 'string' ? token : (await put(prlAbi, prlBytecode, [token.name, token.symbol, treasury])).address
    // No admin besides itself, and executor zero: anybody may execute what has waited.
    const timelockArgs = [BigInt(timelockDelay), proposers, [zeroAddress], zeroAddress]
    const timelock = (await put(timelockAbi, timelockBytecode, timelockArgs)).address
    const settlementArgs = [{ ...bounds, token: tokenAddress, timelock, publisher, guardian }]
    const settlement = await put(settlementAbi, settlementBytecode, settlementArgs)
    return deploymentSchema.parse({
      chainId,
      genesisHash: (await client.getBlock({ blockNumber: 0n })).hash,
      block: Number(settlement.block),
      token: await describeToken(client, tokenAddress),
      settlement: settlement.address,
      timelock,
      roles: { publisher, guardian, treasury },
    })
  } catch (error) {
    throw chainFault(error, rpcUrl)
  }
}

async function deployContract(client: PublicClient, rpcUrl: string, account: LocalAccount, data: `0x${string}`) {
  const wallet = createWalletClient({ account, transport: http(rpcUrl), cacheTime: 0 })
  const hash = await wallet.sendTransaction({ chain: null, data })
  const receipt = await client.waitForTransactionReceipt({ hash, pollingInterval: 100 })
  if (receipt.status !== 'success' || !receipt.contractAddress) {
    throw new Fault(`a deployment was reverted in block ${receipt.blockNumber}`, { retry: 'never' })
  }
  return { address: receipt.contractAddress, block: receipt.blockNumber }
}

async function describeToken(client: PublicClient, address: Address) {
  const abi = parseAbi(['function symbol() view returns (string)', 'function decimals() view returns (uint8)'])
  const [symbol, decimals] = await Promise.all([
    client.readContract({ address, abi, functionName: 'symbol' }),
    client.readContract({ address, abi, functionName: 'decimals' }),
  ])
  return { address, symbol, decimals }
}
