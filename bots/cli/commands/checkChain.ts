import { checkDeployment, type Deployment, type DeploymentReport, readDeploymentFile } from '@perle/contracts'
import type { Command } from 'commander'
import { formatEther, formatUnits } from 'viem'
import { CommandFailed } from '../failed.ts'

type Options = { rpc?: string; deployment?: string; json?: boolean }

export function addCheck(chain: Command): void {
  chain
    .command('check')
    .description(
      'Read every role, bound and parameter of a deployment back from the chain, and warn of what is dangerous. Needs only the file and a node; ends with 1 where it warns.',
    )
    .option('--rpc <address>', 'a node of the chain (default: CHAIN_RPC_URL)')
    .option('--deployment <file>', 'the deployment file (default: CHAIN_DEPLOYMENT)')
    .option('--json', 'print facts and warnings')
    .action(async (options: Options) => {
      const rpcUrl = options.rpc ?? process.env['CHAIN_RPC_URL']
      const file = options.deployment ?? process.env['CHAIN_DEPLOYMENT']
      if (!rpcUrl || !URL.canParse(rpcUrl)) throw new CommandFailed('--rpc: expected the http(s) address of a node.', 2)
      if (!file) throw new CommandFailed('--deployment: expected a deployment file.', 2)
      const deployment = await readDeploymentFile(file)
      if (deployment === undefined) throw new CommandFailed(`There is no file ${file}.`, 2)
      const dangers = await checkReport(rpcUrl, deployment, options.json ?? false)
      if (dangers > 0) throw new CommandFailed(`${dangers} warnings. Each wants a person's yes.`)
    })
}

/** Prints what stands there; answers how many warnings there are. */
export async function checkReport(rpcUrl: string, deployment: Deployment, isJson: boolean): Promise<number> {
  const report = await checkDeployment(rpcUrl, deployment, { isDeep: true })
  if (isJson) {
    const plain = { deployment, ...report }
    console.log(JSON.stringify(plain, (_key, value) => (typeof value === 'bigint' ? value.toString() : value)))
  } else {
    for (const [name, value] of linesOf(report, deployment)) console.log(`${name.padEnd(24)} ${value}`)
    for (const { says } of report.dangers) console.log(`WARNING  ${says}.`)
    if (report.dangers.length === 0) console.log('No warnings.')
  }
  return report.dangers.length
}

const day = 86_400

function linesOf({ facts }: DeploymentReport, deployment: Deployment): [string, string][] {
  const { token, sums, roles } = facts
  const amount = (units: bigint) => `${formatUnits(units, token.decimals)} ${token.symbol}`
  const party = ({ address, isOneKey, coins }: DeploymentReport['facts']['publisher']) =>
    `${address} (${isOneKey ? 'one key' : 'a contract'}, ${formatEther(coins)} coins for fees)`
  const span = (seconds: number) => (seconds % day === 0 ? `${seconds / day} days` : `${seconds} s`)
  return [
    ['chain', String(deployment.chainId)],
    ['settlement', `${deployment.settlement}${facts.isOurCode ? '' : ' (other code)'}`],
    ['token', `${token.address} ${token.symbol}, supply ${amount(token.supply)}`],
    ['publisher', party(facts.publisher)],
    ['guardian', party(facts.guardian)],
    ['treasury', facts.treasury],
    [
      'activation delay',
      `${span(facts.activationDelay)}, can be set from ${span(facts.minActivationDelay)} to ${span(facts.maxActivationDelay)}`,
    ],
    ['increase an epoch', `${facts.maxIncrease} ${token.symbol}, can at most double with each change`],
    ['notice, grace', `${facts.noticeDays} and ${facts.graceDays} days, can be set from 7 to 30 and from 14 to 90`],
    ['paused until', facts.pausedUntil > facts.now ? new Date(facts.pausedUntil * 1000).toISOString() : 'not paused'],
    [
      'can be paused from',
      facts.pauseRearmAt > facts.now ? new Date(facts.pauseRearmAt * 1000).toISOString() : 'now on',
    ],
    ['timelock', `${facts.timelock}, changes wait ${span(facts.timelockDelay)}`],
    ...Object.entries(roles ?? {}).map(([role, holders]): [string, string] => [
      `  ${role}`,
      holders.length === 0 ? 'nobody' : holders.join(', '),
    ]),
    ['  changes that wait', String(facts.waitingChanges ?? 'not asked')],
    ['epoch', String(sums.epoch)],
    ['published, claimed', `${amount(sums.published)}, ${amount(sums.claimed)}`],
    ['held', amount(sums.held)],
  ]
}
