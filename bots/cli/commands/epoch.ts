import { type Deployment, openSettlementReader, readDeploymentFile } from '@perle/contracts'
import { verifyEpoch } from '@perle/core/proof'
import type { Command } from 'commander'
import { type FileSource, filesAt, folderSource, gatherFiles, serverSource } from '../../guardian/epochFiles.ts'
import { sentenceOf } from '../../guardian/guardianPass.ts'
import { CommandFailed } from '../failed.ts'

type Options = { rpc?: string; from: string[]; settlement?: string; deployment?: string; json?: boolean }

const gather = (value: string, before: string[]) => [...before, value]

export function addEpoch(program: Command): void {
  const epoch = program.command('epoch').description('Paydays as the chain has them.')
  epoch
    .command('verify')
    .argument('<epoch>', 'its number')
    .requiredOption(
      '--from <place>',
      'its files: the address of a Perle, a file, or a folder of files (several times for this one and the one before)',
      gather,
      [],
    )
    .option('--rpc <address>', 'a node of the chain; any node will do (default: CHAIN_RPC_URL)')
    .option('--settlement <address>', 'the contract')
    .option('--deployment <file>', 'the deployment file, instead of --settlement (default: CHAIN_DEPLOYMENT)')
    .description(
      'Recompute a payday from its files and compare it with the chain, also before it is active. Needs nothing but files and a node: no account, no data folder.',
    )
    .option('--json', 'print the whole verdict')
    .action(verify)
}

async function verify(text: string, options: Options): Promise<void> {
  const epoch = Number(text)
  if (!Number.isSafeInteger(epoch) || epoch < 1) throw new CommandFailed('<epoch>: expected a number from 1.', 2)
  const { rpcUrl, settlement, fromBlock } = await placeOf(options)
  const reader = openSettlementReader(rpcUrl, settlement, fromBlock)
  const source = await openSource(options.from)
  const header = await reader.settled(epoch)
  const before = epoch === 1 ? undefined : await reader.settled(epoch - 1)
  const files = header === undefined ? undefined : await gatherFiles(source, header, before)
  const verdict = await verifyEpoch(settlement, epoch, files, reader)
  if (options.json) {
    console.log(JSON.stringify(verdict, (_key, value) => (typeof value === 'bigint' ? value.toString() : value)))
  } else {
    if (verdict.kind === 'faulty') {
      for (const { part, row, field, found, expected } of verdict.faults) {
        console.log(`${part} ${row} ${field}: found ${found}, expected ${expected}`.replace(/ +/g, ' '))
      }
    }
    console.log(`Epoch ${epoch}: ${sentenceOf(verdict)}`)
  }
  if (verdict.kind !== 'good') throw new CommandFailed(`Epoch ${epoch} is not proven good.`)
}

/** Which contract on which node; what is missing is named. */
export async function placeOf(given: Pick<Options, 'rpc' | 'settlement' | 'deployment'>) {
  const rpcUrl = given.rpc ?? process.env['CHAIN_RPC_URL']
  if (!rpcUrl || !URL.canParse(rpcUrl)) throw new CommandFailed('--rpc: expected the http(s) address of a node.', 2)
  if (given.settlement !== undefined) {
    if (!/^0x[0-9a-fA-F]{40}$/.test(given.settlement)) {
      throw new CommandFailed('--settlement: expected 0x and 40 hex digits.', 2)
    }
    return { rpcUrl, settlement: given.settlement.toLowerCase() as Deployment['settlement'], fromBlock: 0n }
  }
  const file = given.deployment ?? process.env['CHAIN_DEPLOYMENT']
  if (!file) throw new CommandFailed('--settlement or --deployment: expected the contract.', 2)
  const deployment = await readDeploymentFile(file)
  if (deployment === undefined) throw new CommandFailed(`There is no file ${file}.`, 2)
  return { rpcUrl, settlement: deployment.settlement, fromBlock: BigInt(deployment.block) }
}

/** The first place that has a file gives it. */
export async function openSource(places: readonly string[]): Promise<FileSource> {
  const sources: FileSource[] = []
  for (const place of places) {
    if (/^https?:\/\//.test(place)) sources.push(serverSource(place))
    else sources.push(await folderSource(await filesAt(place)))
  }
  const first = async (ask: (source: FileSource) => Promise<string | undefined>) => {
    for (const source of sources) {
      const found = await ask(source)
      if (found !== undefined) return found
    }
    return undefined
  }
  return {
    head: (epoch, hash) => first(source => source.head(epoch, hash)),
    part: (epoch, sha256) => first(source => source.part(epoch, sha256)),
  }
}
