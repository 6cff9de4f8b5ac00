import { setTimeout as sleep } from 'node:timers/promises'
import { checkGuardian, openSettlementReader, openSigner } from '@perle/contracts'
import { plainMessage } from '@perle/core'
import type { Command } from 'commander'
import { keptSource } from '../../guardian/epochFiles.ts'
import { type Guardian, guardianPass } from '../../guardian/guardianPass.ts'
import { signerFrom } from '../../signers.ts'
import { CommandFailed } from '../failed.ts'
import { tell } from '../openCli.ts'
import { openSource, placeOf } from './epoch.ts'

type Options = {
  rpc?: string
  from: string[]
  settlement?: string
  deployment?: string
  folder: string
  every: string
  wait: string
  inbox?: string
  once?: boolean
}

const gather = (value: string, before: string[]) => [...before, value]

export function addGuardian(program: Command): void {
  program
    .command('guardian')
    .description(
      'Watch over a Perle: check each payday during its delay, and veto it where something in it is false. Run by somebody else than its publisher, on another machine, with CHAIN_GUARDIAN_KEY, _KEYSTORE or _MODULE and a node of their own. Runs until it is stopped.',
    )
    .requiredOption(
      '--from <place>',
      'where the files are: the address of the Perle (several times for mirrors)',
      gather,
      [],
    )
    .option('--rpc <address>', 'a node of the chain, not the publisher’s (default: CHAIN_RPC_URL)')
    .option('--settlement <address>', 'the contract')
    .option('--deployment <file>', 'the deployment file, instead of --settlement (default: CHAIN_DEPLOYMENT)')
    .option('--folder <folder>', 'files of good paydays and reports of bad ones', './.perle-guardian')
    .option('--every <seconds>', 'how often to look', '60')
    .option(
      '--wait <percent>',
      'how much of the delay may be left when files that cannot be had count as withheld',
      '25',
    )
    .option('--inbox <address>', 'where signed reports are sent as well')
    .option('--once', 'look once, and end: 0 nothing wrong, 1 vetoed or about to')
    .action(guard)
}

async function guard(options: Options): Promise<void> {
  const { rpcUrl, settlement, fromBlock } = await placeOf(options)
  const source = signerFrom(process.env, 'CHAIN_GUARDIAN')
  if (typeof source === 'string') throw new CommandFailed(source, 2)
  if (source === undefined) throw new CommandFailed('CHAIN_GUARDIAN_KEY: expected the key of the guardian.', 2)
  const [every, wait] = [Number(options.every), Number(options.wait)]
  if (!(every >= 1)) throw new CommandFailed('--every: expected seconds, 1 or more.', 2)
  if (!(wait > 0 && wait < 100)) throw new CommandFailed('--wait: expected percent between 0 and 100.', 2)
  const account = await openSigner(source)
  const { delay, warnings } = await checkGuardian(rpcUrl, settlement, account.address)
  for (const warning of warnings) tell(`WARNING  ${warning}.`)
  const guardian: Guardian = {
    rpcUrl,
    reader: openSettlementReader(rpcUrl, settlement, fromBlock),
    source: keptSource(options.folder, await openSource(options.from)),
    account,
    folder: options.folder,
    lastPpm: BigInt(Math.round(wait * 10_000)),
    delay: BigInt(delay),
    tell,
    now: () => Math.floor(Date.now() / 1000),
    inbox: options.inbox,
  }
  const known = new Set<string>()
  if (options.once) {
    const { epoch, did } = await guardianPass(guardian, known)
    console.log(JSON.stringify({ epoch, did }))
    if (did === 'vetoed' || did === 'waiting') throw new CommandFailed(`Epoch ${epoch}: ${did}.`)
    return
  }
  tell(`Guarding ${settlement}, every ${every} s.`)
  for (;;) {
    try {
      await guardianPass(guardian, known)
    } catch (error) {
      // A guardian that ends because its node was away for a minute guards nothing.
      tell(`Could not look: ${plainMessage(error)}`)
    }
    await sleep(every * 1000)
  }
}
