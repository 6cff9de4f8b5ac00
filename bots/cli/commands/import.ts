import { importItems, listCampaignCards, runTurn } from '@perle/core'
import type { Command } from 'commander'
import { CommandFailed } from '../failed.ts'
import { openItemsFile } from '../itemsFile.ts'
import { withComposition } from '../openCli.ts'
import { importSentence } from '../seed.ts'

export function addImport(program: Command): void {
  program
    .command('import')
    .argument(
      '<file>',
      'JSONL (one item a line) or CSV (columns id, role, truth, why, rule, hard; all others are content)',
    )
    .requiredOption('-c, --campaign <short name>', 'the campaign that the items belong to')
    .description('Add items to a campaign: all or nothing, and the same file twice adds nothing.')
    .option('--json', 'print rows, added and the hash of the file')
    .action(async (path: string, options: { campaign: string; json?: boolean }) => {
      const report = await withComposition(async ({ database, base }) => {
        const cards = await runTurn(database, base, ctx => listCampaignCards(ctx))
        const card = cards.find(one => one.slug === options.campaign)
        if (card === undefined) {
          const names = cards.map(one => one.slug).join(', ') || 'none yet'
          throw new CommandFailed(`There is no campaign ${options.campaign}. There are: ${names}.`, 2)
        }
        const file = await openItemsFile(path, card.kind).catch((error: Error) => {
          throw new CommandFailed(error.message, 2)
        })
        const result = await importAll(database, base, card.campaignId, file)
        if (!result.ok) throw new CommandFailed(importSentence(result.refusal))
        return result.value
      })
      if (options.json) console.log(JSON.stringify(report))
      else if (report.added === 0)
        console.log(`All ${report.rows} rows are in ${options.campaign} already. Nothing was added.`)
      else console.log(`${report.added} of ${report.rows} rows added to ${options.campaign}.`)
    })
}

type Refused = { ok: false } & Awaited<ReturnType<typeof importItems>>

/** A refusal must undo the rows before the bad one, so it leaves the transaction as an error and is a value again outside. */
async function importAll(
  database: Parameters<typeof runTurn>[0],
  base: Parameters<typeof runTurn>[1],
  campaignId: Parameters<typeof importItems>[1]['campaignId'],
  file: Awaited<ReturnType<typeof openItemsFile>>,
): Promise<Awaited<ReturnType<typeof importItems>>> {
  class Undo extends Error {
    readonly result: Refused
    constructor(result: Refused) {
      super('refused')
      this.result = result
    }
  }
  try {
    return await runTurn(database, base, async ctx => {
      const result = await importItems(ctx, { campaignId, ...file })
      if (!result.ok) throw new Undo(result)
      return result
    })
  } catch (error) {
    if (error instanceof Undo) return error.result
    throw error
  }
}
