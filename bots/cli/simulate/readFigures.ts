// What a simulation has shown: counts and sums, and nothing that a machine's clock or a contract's address gets into.
import { checkBooks, Fault, listEpochs, type Outcome, readEpoch, readOutcome, runTurn } from '@perle/core'
import { type BadShares, badSharesOf } from './baselines.ts'
import type { Cards } from './dealCards.ts'
import type { World } from './openWorld.ts'
import { paySummary } from './paySummary.ts'
import type { Crowd } from './runDays.ts'

export type Figures = {
  /** Share of accepted answers to live cards that are right. */
  accuracy: number
  /** Share of live cards whose most given accepted label is right, of those with an accepted answer. */
  itemAccuracy: number
  answers: number
  answersByType: Record<string, number>
  /** Base units, as are all sums here: pay of answers by answers sent, and of everything (votes too) by person. */
  payPerAnswer: Record<string, string>
  payPerIdentity: Record<string, string>
  payPerVote: string
  /** Shares of the money for answers to live items that went to spammers and colluders: as paid, and by two simpler rules. */
  uninformativeShare: BadShares
  ledgerSum: string
  published: string
  held: string
  leaves: string
  withheld: string
  claimed: string
  debits: string
  anchored: number
  approved: number
  rejected: number
  unsettled: number
  votes: number
  paydays: number
  /** Slots of campaigns, held, published less claimed: ledger and contract say the same. */
  bridge: [boolean, boolean, boolean]
}

export async function readFigures(world: World, cards: Cards, crowd: Crowd): Promise<Figures> {
  const { database, base, chain } = world.composition
  const outcome = await runTurn(database, base, ctx => readOutcome(ctx))
  const epochs = await runTurn(database, base, async ctx => {
    const lines = await listEpochs(ctx)
    return Promise.all(lines.map(line => readEpoch(ctx, { epoch: line.epoch })))
  })
  const newest = epochs[0]
  const state = await chain.state()
  const sum = (values: string[]) => values.reduce((total, value) => total + BigInt(value), 0n).toString()
  return {
    ...labelFigures(outcome, cards, crowd),
    ...paySummary(outcome, crowd),
    ledgerSum: outcome.ledgerSum.toString(),
    published: state.published.toString(),
    held: state.held.toString(),
    leaves: sum(newest?.accounts.map(account => account.cumulative) ?? []),
    withheld: newest?.totals.withheld ?? '0',
    claimed: state.claimed.toString(),
    debits: sum(epochs.flatMap(epoch => epoch?.totals.debit ?? [])),
    anchored: epochs.reduce((total, epoch) => total + anchoredIn(epoch?.headText ?? '{}'), 0),
    approved: outcome.answers.filter(answer => answer.state === 'accepted').length,
    rejected: outcome.answers.filter(answer => answer.state === 'rejected').length,
    unsettled: outcome.answers.filter(answer => answer.settledEpoch === null).length,
    votes: outcome.rewards.filter(row => row.kind === 'vote').length,
    paydays: epochs.length,
    bridge: await bridgeOf(world),
  }
}

/** Lines of the parts that list what was recorded. */
function anchoredIn(headText: string): number {
  const { parts = [] } = JSON.parse(headText) as { parts?: { name: string; lines: number }[] }
  return parts.filter(part => part.name === 'contributions').reduce((total, part) => total + part.lines, 0)
}

async function bridgeOf(world: World): Promise<Figures['bridge']> {
  const { database, base, chain } = world.composition
  const bridge = await checkBooks({ database, base, chain })
  if (bridge === undefined) throw new Fault('The chain was not read to its newest final block.', { retry: 'later' })
  const isEqual = (name: string) => bridge.equations.some(one => one.name === name && one.isEqual)
  const slots = bridge.equations.filter(one => one.name.startsWith('balance of '))
  return [slots.length > 0 && slots.every(slot => slot.isEqual), isEqual('held'), isEqual('published - claimed')]
}

type LabelFigures = Pick<Figures, 'accuracy' | 'itemAccuracy' | 'uninformativeShare'>

function labelFigures(outcome: Outcome, cards: Cards, crowd: Crowd): LabelFigures {
  const truths = new Map(cards.questions.map(question => [question.key, question.truth]))
  const said = new Map(cards.notes.map(note => [`${note.member.name} ${note.key}`, note.label]))
  const members = new Map(crowd.contributors.map(person => [person.contributorId, person.member]))
  const pays = new Map(outcome.rewards.map(row => [row.submissionId, row.pay as bigint]))
  const live = outcome.answers.filter(answer => answer.role === 'live')
  const labelled = live.map(({ item, contributorId, submissionId, state }) => {
    const member = members.get(contributorId)
    const label = said.get(`${member?.name ?? ''} ${item}`)
    if (member === undefined || label === undefined) throw new Error(`bug: an answer that nobody gave: ${item}`)
    const isUninformative = member.actor.isUninformative ?? false
    return { item, label, isUninformative, pay: pays.get(submissionId) ?? 0n, isAccepted: state === 'accepted' }
  })
  const accepted = labelled.filter(one => one.isAccepted)
  const byItem = [...Map.groupBy(accepted, one => one.item)]
  const decided = byItem.filter(([item, given]) => mostGiven(given.map(one => one.label)) === truths.get(item))
  return {
    accuracy: share(accepted.filter(one => one.label === truths.get(one.item)).length, accepted.length),
    itemAccuracy: share(decided.length, byItem.length),
    uninformativeShare: badSharesOf(labelled),
  }
}

/** The first in the alphabet where two are level. */
function mostGiven(labels: string[]): string | undefined {
  const counts = [...Map.groupBy(labels, label => label)].map(([label, given]) => ({ label, count: given.length }))
  counts.sort((one, other) => other.count - one.count || (one.label < other.label ? -1 : 1))
  return counts[0]?.label
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((part / whole) * 10_000) / 10_000
}
