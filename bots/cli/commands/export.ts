import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { exportDataset, listCampaignCards, runTurn } from '@perle/core'
import type { Command } from 'commander'
import { CommandFailed } from '../failed.ts'
import { withComposition } from '../openCli.ts'

export function addExport(program: Command): void {
  program
    .command('export')
    .argument('<short name>', 'the campaign')
    .requiredOption('-o, --out <file>', 'where the dataset goes (JSONL)')
    .description("Write a campaign's recorded answers with their proofs: what `perle verify` checks against the chain.")
    .option('--json', 'print rows, erased and the file')
    .action(async (slug: string, options: { out: string; json?: boolean }) => {
      const written = await withComposition(async ({ database, base }) => {
        const card = (await runTurn(database, base, ctx => listCampaignCards(ctx))).find(one => one.slug === slug)
        if (card === undefined)
          throw new CommandFailed(`There is no campaign ${slug}. \`perle campaigns\` lists them.`, 2)
        const lines = await exportDataset({ database, base }, { campaignId: card.campaignId })
        if (!lines.ok)
          throw new CommandFailed('Nothing of this campaign is recorded yet. Rows appear with the first payday.')
        return writeLines(options.out, lines.value)
      })
      if (options.json) console.log(JSON.stringify({ rows: written, file: options.out }))
      else
        console.log(
          `${written} rows in ${options.out}. Check them with: perle verify ${options.out} --rpc <address of a node>`,
        )
    })
}

/** Written beside and renamed, so that a half written file never has the name that was asked for. Answers the rows. */
async function writeLines(path: string, lines: AsyncIterable<string>): Promise<number> {
  const part = `${path}.part`
  const file = createWriteStream(part)
  let rows = -1
  try {
    for await (const line of lines) {
      rows += 1
      if (!file.write(`${line}\n`)) await once(file, 'drain')
    }
    file.end()
    await once(file, 'finish')
    await rename(part, path)
  } catch (error) {
    file.destroy()
    await rm(part, { force: true })
    throw error
  }
  return rows
}
