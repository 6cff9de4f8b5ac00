// A scenario's figures for people. Pure.
import type { Interval } from './interval.ts'
import type { CaseFigures, ScenarioFigures } from './runScenario.ts'

export function printScenario(figures: ScenarioFigures): string {
  const head = `${figures.scenario}: ${figures.seeds} seeds; mean, and its 95 % interval; pay in prices`
  return [head, ...figures.cases.flatMap(one => ['', ...caseLines(one)])].join('\n')
}

function caseLines(one: CaseFigures): string[] {
  const bad = one.uninformativeShare
  const sorts = Object.entries(one.bySort).map(([sort, { people, payPerAnswer, payPerIdentity, payPerVote }]) => {
    const work = payPerAnswer.mean === 0 && payPerVote.mean > 0 ? `${shown(payPerVote)} a vote` : shown(payPerAnswer)
    return `  ${sort.padEnd(12)} ${String(people).padStart(5)}  ${work.padEnd(28)} ${shown(payPerIdentity)} a person`
  })
  return [
    `${one.name}: ${one.people} people, ${one.answersEach} answers each, ${shown(one.evidencePerPerson)} units of evidence a person`,
    ...sorts,
    `  right ${percent(one.accuracy)}; uninformative people get ${percent(bad.paid)}, by flat pay for a majority of five ${percent(bad.flatMajority)}, by equal split ${percent(bad.equalSplit)}`,
    `  ${gateLine(one)}`,
  ]
}

function gateLine({ gate }: CaseFigures): string {
  const { hasEvidence, isShareHeld, spammerToCareful, isRatioHeld, isLifetimeHeld } = gate
  const parts = [`under 5 %: ${said(isShareHeld)}`]
  if (spammerToCareful !== undefined)
    parts.push(`spammer to careful ${shown(spammerToCareful)}, at most .1: ${said(isRatioHeld)}`)
  if (isLifetimeHeld !== undefined) parts.push(`a spam identity at most 3 prices: ${said(isLifetimeHeld)}`)
  return `${hasEvidence ? 'promised' : 'less evidence than the promise needs'}; ${parts.join('; ')}`
}

const said = (isHeld: boolean | undefined) => (isHeld ? 'yes' : 'NO')

function shown({ mean, low, high }: Interval): string {
  return `${mean.toFixed(3)} (${low.toFixed(3)} .. ${high.toFixed(3)})`
}

function percent({ mean, low, high }: Interval): string {
  const of = (share: number) => (100 * share).toFixed(1)
  return `${of(mean)} % (${of(low)} .. ${of(high)})`
}
