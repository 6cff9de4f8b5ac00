import type { Command } from 'commander'
import { CommandFailed } from '../failed.ts'
import { tell, withComposition } from '../openCli.ts'
import { STARTER_FOLDERS, seedLocal } from '../seed.ts'

export function addSeed(program: Command): void {
  program
    .command('seed')
    .argument('[folders...]', 'folders with campaign.json and items.jsonl; the starter campaigns where none is named')
    .description(
      'Set up campaigns on the local chain: people to play, items, deposit. What is there already is left alone.',
    )
    .option('--json', 'print how many campaigns are new')
    .action(async (folders: string[], options: { json?: boolean }) => {
      const added = await withComposition(async composition => {
        if (composition.config.mode !== 'local') throw new CommandFailed('Seeding works in local mode only.', 2)
        return seedLocal(composition, tell, folders.length === 0 ? STARTER_FOLDERS : folders)
      })
      console.log(
        options.json ? JSON.stringify({ added }) : added === 0 ? 'Nothing to add.' : `${added} campaigns added.`,
      )
    })
}
