// The calendar: work in the morning, reviews when they have gathered, sweeps between, the chain in the evening; paydays when they are due.
import { type ContributorId, listRounds, runTurn, SWEEPS } from '@perle/core'
import { settleDown } from '../../payOut.ts'
import { shuffled } from '../crowd/draws.ts'
import { DAY_SECONDS, daysOn, GATHERING_SECONDS, holdsOf, QUIET_SECONDS, REVIEW_SITTINGS, SITTING } from './calendar.ts'
import type { World } from './openWorld.ts'
import type { SimulatedPerson } from './simulatedPerson.ts'

export type Crowd = { contributors: SimulatedPerson[]; reviewers: SimulatedPerson[] }

/** What a run did that its tables do not say, for whoever wants to compare it with another. */
export type Watch = {
  /** When the sweeps ran, and the newest id before each. */
  sweeps: { at: Date; after: string }[]
  people: { contributorId: string; name: string }[]
}

/** People between two runs of the sweeps. */
const AT_A_TIME = 5
/** As many batches of one sweep as the live loop runs. */
const BATCHES = 20

/** Runs until everything that can wait has waited long enough; answers the days. */
export async function runDays(
  world: World,
  crowd: Crowd,
  tell: (sentence: string) => void,
  watch?: Watch,
): Promise<number> {
  const { parameters } = world.composition.base.settings
  const { random } = world.composition.base
  const sweep = () => sweepOnce(world, watch)
  const holds = holdsOf(parameters)
  let lastAnswer = 0
  let total = 0
  for (let day = 0, step = 1; ; day += step) {
    const morning = day * DAY_SECONDS
    world.pass(Math.max(0, morning - world.elapsed()))
    await sweep()
    const answered = await workDay(shuffled(crowd.contributors, random), sweep)
    if (answered > 0) lastAnswer = world.elapsed()
    total += answered
    await linkDue(crowd, morning / parameters.epochSeconds)
    await reviewing(world, crowd, sweep)
    await settleDown(world.composition)
    tell(`Day ${day + 1}: ${total} answers.`)
    const quiet = world.elapsed() - lastAnswer
    if (quiet > holds) return day + 1
    step = daysOn(day, quiet)
  }
}

async function workDay(people: SimulatedPerson[], sweep: () => Promise<void>): Promise<number> {
  let answered = 0
  for (const [index, person] of people.entries()) {
    answered += await person.work(SITTING)
    if (index % AT_A_TIME === AT_A_TIME - 1) await sweep()
  }
  return answered
}

/** On the evening on which a payday's term begins; `payday` is no whole number on the others. */
async function linkDue({ contributors, reviewers }: Crowd, payday: number): Promise<void> {
  for (const person of [...contributors, ...reviewers]) if (person.member.linksAt === payday) await person.linkWallet()
}

/** Whoever was drawn goes once through each round; contributors with a record are drawn too. Rounds that closed may make room. */
async function reviewing(world: World, { contributors, reviewers }: Crowd, sweep: () => Promise<void>): Promise<void> {
  world.pass(GATHERING_SECONDS)
  await sweep()
  const people = [...reviewers, ...contributors].filter(person => person.contributorId !== '')
  for (let sitting = 0; sitting < REVIEW_SITTINGS; sitting++) {
    const [first] = people
    if (first === undefined || (await openRounds(world, first)).length === 0) return
    for (const person of people) {
      const fresh = (await openRounds(world, person)).filter(round => round.isDrawn && !person.hasSat(round.roundId))
      if (fresh.length > 0) await person.review()
    }
    world.pass(QUIET_SECONDS)
    await sweep()
  }
}

/** What a notice would tell them. */
async function openRounds(world: World, person: SimulatedPerson) {
  const { database, base } = world.composition
  const contributorId = person.contributorId as ContributorId
  const rounds = await runTurn(database, base, ctx => listRounds(ctx, { contributorId }))
  return rounds.filter(round => round.state === 'open')
}

/** Every sweep once, in order, whatever its own rhythm: a failure ends the simulation. */
async function sweepOnce(world: World, watch?: Watch): Promise<void> {
  const { database, base } = world.composition
  watch?.sweeps.push({ at: base.now(), after: world.lastId() })
  for (const one of SWEEPS) {
    for (let batch = 0; batch < BATCHES; batch++) {
      if ((await runTurn(database, base, ctx => one.run(ctx))) === 0) break
    }
  }
}
