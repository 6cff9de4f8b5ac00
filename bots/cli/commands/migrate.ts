import { migrate } from '@perle/core'
import type { Command } from 'commander'
import { withDatabase } from '../openCli.ts'

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database to this version. Safe to run twice, and beside another process.')
    .option('--json', 'print the names of the migrations that ran')
    .action(async (options: { json?: boolean }) => {
      const ran = await withDatabase(database => migrate(database))
      if (options.json) console.log(JSON.stringify({ ran }))
      else console.log(ran.length === 0 ? 'Nothing to do: the database is at this version.' : `Ran ${ran.join(', ')}.`)
    })
}
