import { answerGuideQuestion, type GuideAnswer, listCampaignCards, listGuideQuestions, runTurn } from '@perle/core'
import type { Command } from 'commander'
import { CommandFailed } from '../failed.ts'
import { withComposition } from '../openCli.ts'

type Options = { answer?: string; text?: string; rule?: string; json?: boolean }

export function addQuestions(program: Command): void {
  program
    .command('questions')
    .argument('<short name>', 'the campaign')
    .description('Read what contributors asked about the guide, without their names, and answer to everybody.')
    .option('--answer <question>', 'answer this question: the text becomes a rule in a new version of the guide')
    .option('--text <rule>', 'the rule, as everybody will read it')
    .option('--rule <number>', 'put the text in the place of this rule, instead of adding one')
    .option('--json', 'print them as JSON')
    .action(async (slug: string, options: Options) => {
      if (options.answer !== undefined) return print(options, sentenceOf, await answer(slug, options.answer, options))
      const questions = await inCampaign(slug, (ctx, campaignId) => listGuideQuestions(ctx, { campaignId }))
      print(
        options,
        all =>
          all.length === 0
            ? 'Nobody has asked anything.'
            : all
                .map(one => `${one.questionId} ${one.askedAt.toISOString().slice(0, 10)} ${one.item}: ${one.text}`)
                .join('\n'),
        questions,
      )
    })
}

type Turn<T> = (
  ctx: Parameters<Parameters<typeof runTurn>[2]>[0],
  campaignId: Awaited<ReturnType<typeof listCampaignCards>>[number]['campaignId'],
) => Promise<T>

async function inCampaign<T>(slug: string, work: Turn<T>): Promise<T> {
  return withComposition(({ database, base }) =>
    runTurn(database, base, async ctx => {
      const card = (await listCampaignCards(ctx)).find(one => one.slug === slug)
      if (card === undefined)
        throw new CommandFailed(`There is no campaign ${slug}. \`perle campaigns\` lists them.`, 2)
      return work(ctx, card.campaignId)
    }),
  )
}

async function answer(slug: string, questionId: string, { text, rule }: Options): Promise<GuideAnswer> {
  if (text === undefined)
    throw new CommandFailed('An answer needs its text: --text "the rule, as everybody will read it".', 2)
  if (
    !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(questionId) ||
    (rule !== undefined && !/^\d{1,2}$/.test(rule))
  ) {
    throw new CommandFailed(`\`perle questions ${slug}\` lists the questions by their ids; a rule is a number.`, 2)
  }
  const answered = await inCampaign(slug, (ctx, campaignId) =>
    answerGuideQuestion(ctx, { campaignId, questionId, text, ...(rule === undefined ? {} : { rule: Number(rule) }) }),
  )
  if (answered.ok) return answered.value
  throw new CommandFailed(
    answered.refusal.code === 'guide.rule_unfit'
      ? `That does not fit the guide. Expected: ${answered.refusal.expected}.`
      : `No such question is open in ${slug}. It may have its answer already.`,
  )
}

function sentenceOf({ version, rule, isNew, told }: GuideAnswer): string {
  const what = isNew ? `Rule ${rule} is new` : `Rule ${rule} has changed`
  return `${what}, in version ${version} of the guide. ${told} people are told at their next visit; earlier answers keep their version.`
}

function print<T>(options: Options, words: (value: T) => string, value: T): void {
  console.log(options.json ? JSON.stringify(value) : words(value))
}
