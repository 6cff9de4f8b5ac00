// A crowd at a campaign from its opening to the end of all holds: one turn at a time, through the conversation, on a real chain.
import {
  amount,
  completeTerms,
  createCampaign,
  importItems,
  meet,
  openCampaign,
  openOnChain,
  runTurn,
} from '@perle/core'
import { settleDown } from '../../payOut.ts'
import { type Cards, dealCards } from './dealCards.ts'
import { type Member, membersOf, reviewersOf } from './membersOf.ts'
import { openWorld, type World, type WorldOptions } from './openWorld.ts'
import { importRow, specOf, type Terms } from './questionsOf.ts'
import { type Figures, readFigures } from './readFigures.ts'
import { type Crowd, runDays, type Watch } from './runDays.ts'
import { SimulatedPerson } from './simulatedPerson.ts'

export type SimulateOptions = Omit<WorldOptions, 'seed'> & Terms & { contributors: number; watch?: Watch }

export type Simulation = { seed: number; contributors: number; items: number; classes: number; days: number } & Figures

/** The same seed and sizes give the same figures, on either database and on any day. */
export async function simulate(options: SimulateOptions): Promise<Simulation> {
  const { seed, contributors, items, classes, tell } = options
  const members = membersOf(contributors)
  const judges = reviewersOf(contributors)
  const world = await openWorld(options)
  try {
    const cards = dealCards(options)
    await openCards(world, cards, options)
    await meetReviewers(world, judges)
    const comeTogether = (some: Member[]) => some.map(member => new SimulatedPerson(world, cards, member, seed))
    const crowd: Crowd = { contributors: comeTogether(members), reviewers: comeTogether(judges) }
    for (const reviewer of crowd.reviewers) await reviewer.review()
    const days = await runDays(world, crowd, tell, options.watch)
    const everybody = [...crowd.contributors, ...crowd.reviewers]
    options.watch?.people.push(...everybody.map(one => ({ contributorId: one.contributorId, name: one.member.name })))
    return { seed, contributors, items, classes, days, ...(await readFigures(world, cards, crowd)) }
  } finally {
    await world.close()
  }
}

/** More than all cards at most answers and everybody's check questions could cost. */
function depositFor(options: SimulateOptions): bigint {
  return BigInt(options.items * 10 + options.contributors * 100) * 10n ** 18n
}

async function openCards(world: World, cards: Cards, options: SimulateOptions): Promise<void> {
  const { database, base, chain } = world.composition
  const campaignId = await runTurn(database, base, async ctx => {
    const identity = { platform: 'web', platformId: 'simulated:requester' } as const
    const { person } = await meet(ctx, { ...identity, role: 'requester', alias: 'Card House' })
    const terms = completeTerms(specOf(options), ctx.settings.parameters)
    const made = await createCampaign(ctx, { requesterId: person.id, requesterName: person.alias, terms })
    if (!made.ok) throw new Error(`bug: ${made.refusal.code}`)
    const rows = (async function* () {
      for (const [index, question] of cards.questions.entries()) yield { row: index + 1, value: importRow(question) }
    })()
    const file = { fileName: 'cards', rows, fileHash: () => `cards of seed ${options.seed}` }
    const added = await importItems(ctx, { campaignId: made.value.campaignId, ...file })
    if (!added.ok) throw new Error(`bug: ${JSON.stringify(added.refusal)}`)
    const deposit = amount(depositFor(options))
    await openOnChain(ctx, { ...made.value, amount: deposit, requester: chain.address('requester') })
    return made.value.campaignId
  })
  await settleDown(world.composition)
  const opened = await runTurn(database, base, ctx => openCampaign(ctx, { campaignId }))
  if (!opened.ok) throw new Error(`bug: the campaign did not open: ${opened.refusal.code}`)
}

/** Reviewers begin with their role, as the first ones of a platform do; everybody else comes in by the chat alone. */
async function meetReviewers(world: World, judges: Member[]): Promise<void> {
  const { database, base } = world.composition
  await runTurn(database, base, async ctx => {
    for (const { name } of judges) {
      await meet(ctx, { platform: 'web', platformId: `simulated:${name}`, role: 'reviewer', locale: 'en' })
    }
  })
}
