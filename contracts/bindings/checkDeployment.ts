// Whether a deployment file and a chain belong together, and what an operator should know about it.
import { Fault } from '../../core/refusals.ts'
import { settlementAbi } from './abi.ts'
import { chainFault, rpcHost } from './chainFault.ts'
import type { Deployment } from './deployment.ts'
import { type Danger, dangersOf } from './deploymentDangers.ts'
import { type DeploymentFacts, readFacts } from './deploymentFacts.ts'
import { rpcClient } from './viemChain.ts'

export type DeploymentReport = { facts: DeploymentFacts; dangers: Danger[] }

/**
 * Throws `Fault` (never) where the chain is not the one of the file, (later) where nobody answers. `isDeep` also reads who holds which role
 * of the timelock, which takes all its events.
 */
export async function checkDeployment(
  rpcUrl: string,
  deployment: Deployment,
  { isDeep = false } = {},
): Promise<DeploymentReport> {
  const client = rpcClient(rpcUrl)
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
    const at = { address: deployment.settlement, abi: settlementAbi } as const
    const token = await client.readContract({ ...at, functionName: 'token' })
    if (token.toLowerCase() !== deployment.token.address)
      throw refuse('the contract pays another token than the file says')
    const facts = await readFacts(client, deployment, isDeep)
    return { facts, dangers: dangersOf(facts, deployment) }
  } catch (error) {
    throw chainFault(error, rpcUrl)
  }
}
