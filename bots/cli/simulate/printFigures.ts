// The figures for people. Pure.
import { formatPrl } from '@perle/core'
import { SORTS } from './paySummary.ts'
import type { Simulation } from './simulate.ts'

const HEADS = ['', 'answers', 'pay an answer', 'pay a person']

/** A short table, and a line for each thing that must hold. */
export function printFigures(figures: Simulation): string {
  const { answersByType, payPerAnswer, payPerIdentity, uninformativeShare: bad } = figures
  const rows = SORTS.map(sort => [
    sort,
    String(answersByType[sort] ?? 0),
    prl(payPerAnswer[sort]),
    prl(payPerIdentity[sort]),
  ])
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`
  return [
    ...[HEADS, ...rows].map(line),
    '',
    `${figures.answers} answers in ${figures.days} days, ${figures.approved} accepted, ${figures.anchored} recorded, ${figures.votes} votes, ${figures.paydays} paydays.`,
    `Right: ${percent(figures.accuracy)} of accepted answers, ${percent(figures.itemAccuracy)} of items.`,
    `Of the money, spammers and colluders got ${percent(bad.paid)}; by flat pay for a majority of five ${percent(bad.flatMajority)}, by equal split ${percent(bad.equalSplit)}.`,
    `On the chain: ${prl(figures.debits)} PRL earned, ${prl(figures.published)} published, ${prl(figures.claimed)} claimed, ${prl(figures.held)} held.`,
    `Ledger and chain: ${figures.bridge.every(Boolean) && figures.ledgerSum === '0' ? 'equal' : 'DIFFERENT'}.`,
  ].join('\n')
}

const prl = (sum: string | undefined) => formatPrl(BigInt(sum ?? '0'))

function line(cells: string[]): string {
  return cells.map((cell, index) => (index === 0 ? cell.padEnd(12) : cell.padStart(15))).join('')
}
