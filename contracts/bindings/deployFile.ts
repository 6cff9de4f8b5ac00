// One command, one file: a deployment that can be broken off anywhere and asked for again.
import { readFile } from 'node:fs/promises'
import type { LocalAccount } from 'viem'
import { Fault } from '../../core/refusals.ts'
import { chainFault } from './chainFault.ts'
import { deployAll } from './deploy.ts'
import { fileJournal } from './deployJournal.ts'
import { type Deployment, deploymentSchema } from './deployment.ts'
import type { DeployParameters } from './deployParameters.ts'
import { replaceFile } from './files.ts'
import { rpcClient } from './viemChain.ts'

type DeployToFile = {
  rpcUrl: string
  deployer: LocalAccount
  parameters: DeployParameters
  /** The deployment file to write; `<file>.journal` beside it says how far it has come. */
  file: string
  tell?: (sentence: string) => void
  patience_ms?: number
  reprice_ms?: number
}

/**
 * `isNew` false: the file was there, and its contracts are on the chain; nothing was sent. A file whose contracts a reorg took is deployed
 * again from its journal, to the same addresses. Throws `Fault`, as `deployAll`.
 */
export async function deployToFile(options: DeployToFile): Promise<{ deployment: Deployment; isNew: boolean }> {
  const { file, tell = () => {}, rpcUrl } = options
  const known = await readDeploymentFile(file)
  if (known !== undefined) {
    if (await isDeployed(rpcUrl, known, file)) return { deployment: known, isNew: false }
    tell(`The contracts of ${file} are not on the chain any more; they are sent again from its journal.`)
  }
  const deployment = await deployAll({ ...options, journal: fileJournal(`${file}.journal`) })
  await replaceFile(file, `${JSON.stringify(deployment, null, 2)}\n`)
  return { deployment, isNew: true }
}

/** Undefined where there is no file. Throws `Fault` (never) where it is none of ours. */
export async function readDeploymentFile(file: string): Promise<Deployment | undefined> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw new Fault(`${file} cannot be read (${error.code ?? 'unknown'})`, { retry: 'never', cause: error })
  })
  if (text === undefined) return undefined
  try {
    return deploymentSchema.parse(JSON.parse(text))
  } catch (cause) {
    const sentence = `${file} is not a deployment file: chain id, token, settlement, roles and block are expected.`
    throw new Fault(sentence, { retry: 'never', cause })
  }
}

async function isDeployed(rpcUrl: string, deployment: Deployment, file: string): Promise<boolean> {
  const client = rpcClient(rpcUrl)
  try {
    const [chainId, genesis] = await Promise.all([client.getChainId(), client.getBlock({ blockNumber: 0n })])
    if (chainId !== deployment.chainId || genesis.hash !== deployment.genesisHash) {
      throw new Fault(`${file} is a deployment on another chain. Give another file for this one.`, { retry: 'never' })
    }
    const addresses = [deployment.token.address, deployment.timelock, deployment.settlement]
    const codes = await Promise.all(addresses.map(address => client.getCode({ address })))
    return codes.every(code => code !== undefined)
  } catch (error) {
    throw chainFault(error, rpcUrl)
  }
}
