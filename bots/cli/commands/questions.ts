import { listCampaignCards, listGuideQuestions, runTurn } from '@perle/core'
import type { Command } from 'commander'
import { CommandFailed } from '../failed.ts'
import { withComposition } from '../openCli.ts'

export function addQuestions(program: Command): void {
  program
    .command('questions')
    .argument('<short name>', 'the campaign')
    .description('Read what contributors asked about the guide, without their names.')
    .option('--json', 'print them as JSON')
    .action(async (slug: string, options: { json?: boolean }) => {
      const questions = await withComposition(({ database, base }) =>
        runTurn(database, base, async ctx => {
          const card = (await listCampaignCards(ctx)).find(one => one.slug === slug)
          if (card === undefined)
            throw new CommandFailed(`There is no campaign ${slug}. \`perle campaigns\` lists them.`, 2)
          return listGuideQuestions(ctx, { campaignId: card.campaignId })
        }),
      )
      if (options.json) console.log(JSON.stringify(questions))
      else if (questions.length === 0) console.log('Nobody has asked anything.')
      else
        for (const { item, askedAt, text } of questions)
          console.log(`${askedAt.toISOString().slice(0, 10)} ${item}: ${text}`)
    })
}
