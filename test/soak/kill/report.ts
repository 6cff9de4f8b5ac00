// What is told of each kill, and what is needed to meet a wrong one again.
import type { Kill } from './killOnce.ts'
import type { KillOptions } from './killRun.ts'
import type { Subject } from './subject.ts'
import type { Run } from './visitor.ts'

export function lineOf(kill: Kill, run: Run): string {
  const deeds = run.guests.flatMap(guest => guest.diary.deeds)
  const answers = deeds.filter(deed => deed.kind === 'answer' && deed.state === 'acknowledged').length
  const repeated = deeds.filter(deed => deed.sent > 1).length
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  return [
    `#${kill.number}`.padEnd(5),
    `${kill.phase}${kill.isAimed ? '' : kill.missed === undefined ? ' (random)' : ` (no ${kill.missed} came)`}${kill.withChain ? ', with its chain' : ''}`.padEnd(
      40,
    ),
    `healthy ${seconds(kill.healthyMs)}, level ${seconds(kill.levelMs)}, longest wait ${seconds(kill.longestWaitMs)};`,
    `${answers} answers, ${deeds.length} requests, ${repeated} repeated${kill.problems.length === 0 ? '' : '; WRONG'}`,
  ].join(' ')
}

/** Of each visitor that a problem names. */
const LAST_DEEDS = 30

export function transcriptOf(options: KillOptions, kills: readonly Kill[], subject: Subject, run: Run): string {
  const wrong = kills.filter(kill => kill.problems.length > 0)
  const lines = wrong.flatMap(kill => [
    `kill ${kill.number} at "${kill.phase}"${kill.withChain ? ', with its chain' : ''}:`,
    ...kill.problems.map(problem => `  ${problem}`),
  ])
  const named = run.guests.filter(guest =>
    wrong.some(kill => kill.problems.some(one => one.startsWith(guest.diary.name))),
  )
  return [
    `seed ${options.seed}, ${options.kind}; again: npm run soak -- kill --database ${options.kind} --seed ${options.seed} --kills ${kills.length}`,
    ...lines,
    ...named.flatMap(({ diary }) => [
      `${diary.name} last did:`,
      ...diary.deeds.slice(-LAST_DEEDS).map(deed => `  ${JSON.stringify(deed)}`),
    ]),
    `The folder stays: ${subject.home}`,
    'What the process said after the kill:',
    subject.main.output(),
  ].join('\n')
}
