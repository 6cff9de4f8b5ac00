import { type Resync, resyncChain } from '@perle/core'
import type { Command } from 'commander'
import { findPayday, paydayFolder } from '../../paydayFiles.ts'
import { CommandFailed } from '../failed.ts'
import { withComposition } from '../openCli.ts'
import { addCheck } from './checkChain.ts'
import { addDeploy } from './deploy.ts'
import { addPending } from './pendingChain.ts'

type Options = { dryRun?: boolean; json?: boolean }

export function addChain(program: Command): void {
  const chain = program
    .command('chain')
    .description('The contracts, and what stands between the database and its chain.')
  addDeploy(chain)
  addCheck(chain)
  addPending(chain)
  chain
    .command('resync')
    .description(
      'After one of the two was restored from a copy: compare database and chain, and bring the database to what the chain says where that can be derived. Signs and sends nothing.',
    )
    .option('--dry-run', 'tell what would be done, and do nothing')
    .option('--json', 'print what was found')
    .action(async (options: Options) => {
      const told = await withComposition(({ config, database, base, chain: port }) =>
        resyncChain(
          { database, base, chain: port },
          {
            isDry: options.dryRun ?? false,
            findPayday: (epoch, hash) => findPayday(config.home, epoch, hash),
            place: paydayFolder(config.home),
            holder: `resync-${process.pid}`,
          },
        ),
      )
      if (options.json) console.log(JSON.stringify(told))
      else print(told, options.dryRun ?? false)
      const missing = told.found.filter(finding => finding.kind === 'missing')
      if (missing.length > 0) {
        throw new CommandFailed(
          'The database is as it was. Until this is mended nothing is signed; people can work on.',
        )
      }
    })
}

const HEADINGS: Record<Resync['place'], string> = {
  even: 'Database and chain agree',
  'database behind': 'The database is older than its chain',
  'chain behind': 'The chain is older than the database',
  apart: 'Database and chain do not fit together',
}

function print({ place, common, block, found, isChanged }: Resync, isDry: boolean): void {
  console.log(`${HEADINGS[place]}. Last block that both have: ${common}; read up to block ${block}.`)
  const marks = { done: isChanged ? 'done' : 'to do', note: 'note', missing: 'MISSING' }
  for (const { kind, says } of found) console.log(`  ${marks[kind].padEnd(8)}${says}`)
  if (isChanged) console.log('The database is at the chain now, and the books are equal. Start Perle.')
  else if (isDry && found.some(finding => finding.kind === 'done')) console.log('Dry run: nothing was changed.')
}
