import { type DeployTimes, deployTimesSchema, deployToFile, liveTimes, openSigner } from '@perle/contracts'
import type { Command } from 'commander'
import { signerFrom } from '../../signers.ts'
import { CommandFailed } from '../failed.ts'
import { tell } from '../openCli.ts'
import { checkReport } from './checkChain.ts'

type Options = {
  rpc?: string
  out?: string
  publisher: string
  guardian: string
  treasury: string
  proposer: string[]
  token?: string
  name: string
  symbol: string
  set: string[]
  patience: string
  json?: boolean
}

const gather = (value: string, before: string[]) => [...before, value]
const names = Object.keys(liveTimes).join(', ')

export function addDeploy(chain: Command): void {
  chain
    .command('deploy')
    .description(
      'Put the contracts on a chain and write the deployment file. Broken off at any moment, the same command goes on; done already, it sends nothing. Signs with CHAIN_SIGNER_KEY, _KEYSTORE or _MODULE, which keeps no power afterwards.',
    )
    .option('--rpc <address>', 'a node of the chain (default: CHAIN_RPC_URL)')
    .option('--out <file>', 'the deployment file to write (default: CHAIN_DEPLOYMENT)')
    .requiredOption('--publisher <address>', 'settles paydays')
    .requiredOption('--guardian <address>', 'can veto a payday and pause; never the publisher')
    .requiredOption('--treasury <address>', 'gets the supply of a new token, and the fees')
    .requiredOption(
      '--proposer <address>',
      'may propose changes to the timelock; may be given several times',
      gather,
      [],
    )
    .option('--token <address>', 'pay in this ERC-20 instead of a new one')
    .option('--name <name>', 'of the new token', 'Perle')
    .option('--symbol <symbol>', 'of the new token', 'PRL')
    .option('--set <name=value>', `change a parameter: ${names}; times in seconds`, gather, [])
    .option('--patience <minutes>', 'how long one transaction may stay out of a block before this run ends', '10')
    .option('--json', 'print the deployment and its warnings')
    .action(deploy)
}

async function deploy(options: Options): Promise<void> {
  const rpcUrl = options.rpc ?? process.env['CHAIN_RPC_URL']
  const file = options.out ?? process.env['CHAIN_DEPLOYMENT']
  if (!rpcUrl || !URL.canParse(rpcUrl)) throw new CommandFailed('--rpc: expected the http(s) address of a node.', 2)
  if (!file) throw new CommandFailed('--out: expected the deployment file to write.', 2)
  const source = signerFrom(process.env, 'CHAIN_SIGNER')
  if (typeof source === 'string') throw new CommandFailed(source, 2)
  if (source === undefined)
    throw new CommandFailed('CHAIN_SIGNER_KEY: expected the key that pays for the deployment.', 2)
  const address = (text: string) => text as `0x${string}`
  const parameters = {
    token: options.token === undefined ? { name: options.name, symbol: options.symbol } : address(options.token),
    treasury: address(options.treasury),
    publisher: address(options.publisher),
    guardian: address(options.guardian),
    proposers: options.proposer.map(address),
    ...timesOf(options.set),
  }
  const patience_ms = Number(options.patience) * 60_000
  const deployer = await openSigner(source)
  const { deployment, isNew } = await deployToFile({ rpcUrl, deployer, parameters, file, tell, patience_ms })
  tell(isNew ? `Deployed; ${file} says where.` : `Deployed already, as ${file} says. Nothing was sent.`)
  await checkReport(rpcUrl, deployment, options.json ?? false)
}

function timesOf(settings: readonly string[]): DeployTimes {
  const times: Record<string, number> = { ...liveTimes }
  for (const setting of settings) {
    const [, name = '', value = ''] = /^(\w+)=(\d+)$/.exec(setting) ?? []
    if (!(name in times)) throw new CommandFailed(`--set ${setting}: expected name=number with one of ${names}.`, 2)
    times[name] = Number(value)
  }
  const parsed = deployTimesSchema.safeParse(times)
  if (parsed.success) return parsed.data
  const lines = parsed.error.issues.map(issue => `--set ${issue.path.join('.')}: ${issue.message}`)
  throw new CommandFailed(lines.join('\n'), 2)
}
