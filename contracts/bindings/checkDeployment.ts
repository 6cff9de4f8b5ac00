// Whether a deployment file and a chain belong together, and what an operator should know about it.

import { Fault } from '../../core/refusals.ts'
import { settlementAbi } from './abi.ts'
import { chainFault, rpcHost } from './chainFault.ts'
import type { Deployment } from './deployment.ts'
import { rpcClient } from './viemChain.ts'

/** Below this nobody has time to look at a generation before it can be claimed. */
const safeDelay_seconds = 6 * 3_600

/**
 * Throws `Fault` (never) where the chain is not the one of the file, (later) where nobody answers.
 * Returns warnings as sentences; none is good.
 */
export async function checkDeployment(rpcUrl: string, deployment: Deployment): Promise<string[]> {
  const client = rpcClient(rpcUrl)
  const at = { address: deployment.settlement, abi: settlementAbi } as const
  const refuse = (sentence: string) => new Fault(`${sentence} (${rpcHost(rpcUrl)})`, { retry: 'never' })
  try {
    const chainId = await client.getChainId()
    if (chainId !== deployment.chainId) {
      throw refuse(`the node serves chain ${chainId}, the deployment file names chain ${deployment.chainId}`)
    }
    const [genesis, code] = await Promise.all([
      client.getBlock({ blockNumber: 0n }),
      client.getCode({ address: deployment.settlement }),
    ])
    if (genesis.hash !== deployment.genesisHash) throw refuse('the chain was begun anew since the deployment')
    if (code === undefined) throw refuse(`there is no contract at ${deployment.settlement}`)
    const [token, config, roles] = await Promise.all([
      client.readContract({ ...at, functionName: 'token' }),
      client.readContract({ ...at, functionName: 'config' }),
      client.readContract({ ...at, functionName: 'roles' }),
    ])
    if (token.toLowerCase() !== deployment.token.address)
      throw refuse('the contract pays another token than the file says')
    const warnings: string[] = []
    const [publisher, delay, pausedUntil] = config
    const { timestamp } = await client.getBlock({ blockTag: 'latest' })
    if (delay < safeDelay_seconds) warnings.push(`the activation delay is ${delay} s: nobody can veto in time`)
    if (pausedUntil > timestamp)
      warnings.push(`settlement is paused until ${new Date(pausedUntil * 1000).toISOString()}`)
    if (publisher.toLowerCase() !== deployment.roles.publisher)
      warnings.push('the publisher was replaced since deployment')
    if (roles[0].toLowerCase() !== deployment.roles.guardian)
      warnings.push('the guardian was replaced since deployment')
    return warnings
  } catch (error) {
    throw chainFault(error, rpcUrl)
  }
}
