import { formatPrl, listCampaignCards, runTurn } from '@perle/core'
import type { Command } from 'commander'
import { withComposition } from '../openCli.ts'

export function addCampaigns(program: Command): void {
  program
    .command('campaigns')
    .description('List the campaigns: the short name is what other commands ask for.')
    .option('--json', 'print them as JSON, sums in base units')
    .action(async (options: { json?: boolean }) => {
      const cards = await withComposition(({ database, base }) =>
        runTurn(database, base, ctx => listCampaignCards(ctx)),
      )
      if (options.json) {
        console.log(JSON.stringify(cards, (_key, value) => (typeof value === 'bigint' ? value.toString() : value)))
        return
      }
      for (const card of cards) {
        console.log(`${card.slug.padEnd(24)} ${card.state.padEnd(8)} ${formatPrl(card.price)} PRL  ${card.title}`)
      }
      if (cards.length === 0) console.log('No campaign yet. `perle seed` sets up the starter campaigns.')
    })
}
