// The figures of one run as the tables of docs/soak.md.

import type { Kill } from './killOnce.ts'
import type { Outcome } from './killRun.ts'
import { MOMENTS } from './moments.ts'

export function figuresOf(kind: string, { kills, diaries, payments }: Outcome): string {
  const deeds = diaries.flatMap(diary => diary.deeds)
  const acknowledged = (what: string) =>
    deeds.filter(one => one.kind === what && one.state === 'acknowledged' && !one.isRefused).length
  const healthy = kills.map(kill => kill.healthyMs)
  const level = kills.map(kill => kill.levelMs)
  const rows: [string, string][] = [
    ['kills', String(kills.length)],
    ['of them with the chain', String(kills.filter(kill => kill.withChain).length)],
    ['of them aimed', String(kills.filter(kill => kill.isAimed).length)],
    ['time to healthy, median / max', `${seconds(median(healthy))} / ${seconds(Math.max(...healthy))}`],
    ['then until all is level, median / max', `${seconds(median(level))} / ${seconds(Math.max(...level))}`],
    ['longest wait for an answer', seconds(Math.max(...kills.map(kill => kill.longestWaitMs)))],
    ['requests of visitors', String(deeds.length)],
    ['acknowledged answers', String(acknowledged('answer'))],
    ['acknowledged votes', String(acknowledged('vote'))],
    ['skips, undos, questions', `${acknowledged('skip')}, ${acknowledged('undo')}, ${acknowledged('ask')}`],
    ['wallets linked', String(acknowledged('wallet'))],
    ['requests repeated with their key', String(deeds.filter(deed => deed.sent > 1).length)],
    ['lost and never repeated', String(deeds.filter(deed => deed.state === 'givenUp').length)],
    ['paydays, payments, PRL paid', `${payments.paydays}, ${payments.payments}, ${prl(payments.sum)}`],
    ['disagreements found', String(kills.reduce((sum, kill) => sum + kill.problems.length, 0))],
  ]
  return [
    `| ${kind} | |`,
    '|---|---|',
    ...rows.map(([name, value]) => `| ${name} | ${value} |`),
    '',
    ...phaseTable(kills),
  ].join('\n')
}

function phaseTable(kills: readonly Kill[]): string[] {
  const groups = Map.groupBy(kills, kill => (kill.isAimed ? kill.phase : `random: ${kill.phase}`))
  const about = (phase: string) => (phase in MOMENTS ? MOMENTS[phase as keyof typeof MOMENTS] : '')
  return [
    '| phase | kills | with the chain | level, max |',
    '|---|---|---|---|',
    ...[...groups]
      .sort(([one], [other]) => one.localeCompare(other))
      .map(([phase, some]) => {
        const name = about(phase) === '' ? phase : `\`${phase}\`: ${about(phase)}`
        return `| ${name} | ${some.length} | ${some.filter(kill => kill.withChain).length} | ${seconds(Math.max(...some.map(kill => kill.levelMs)))} |`
      }),
  ]
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const prl = (units: bigint) => (Number(units / 10n ** 14n) / 1e4).toFixed(4)
