// One run: visitors work, the process is killed, begun again, looked at; so many times.
import { setTimeout as sleep } from 'node:timers/promises'
import { drawsOf } from '../../../bots/cli/crowd/draws.ts'
import type { DatabaseKind } from '../../support/database.ts'
import { type Aim, aims } from './aims.ts'
import { checkBooks, checkNothingWaits } from './checks/checkBooks.ts'
import { checkChain, countPayments } from './checks/checkChain.ts'
import { checkStatus } from './checks/checkStatus.ts'
import { checkVisitors } from './checks/checkVisitors.ts'
import type { Diary } from './deeds.ts'
import { type Operator, operate } from './operator.ts'
import { contributor, type Person, passerBy, reviewer } from './people.ts'
import { openSubject, type Subject, setUp } from './subject.ts'
import type { Run } from './visitor.ts'

/** An aim that does not come up in time is taken as a random kill. */
const AIMED_WITHIN_MS = 10_000
/** Everybody has their answer, and the chain is level with the ledger, within this; else it is a finding. */
const SETTLED_WITHIN_MS = 60_000

const ARRIVED_WITHIN_MS = 90_000

export type KillOptions = {
  kind: DatabaseKind
  databaseUrl?: string
  kills: number
  seed: number
  /** Copies of each item of the long campaign; 0: the starter campaigns suffice. */
  copies: number
  /** When the kills fall; from the seed where nobody says. */
  aims?: Iterable<Aim>
  tell: (line: string) => void
}

export type Kill = {
  number: number
  /** Where it fell: the moment that was aimed at, or what a random one met. */
  phase: string
  isAimed: boolean
  /** Aimed at, and did not come in time. */
  missed?: string
  withChain: boolean
  healthyMs: number
  /** From healthy until all visitors had their answers and the chain was level with the ledger. */
  levelMs: number
  longestWaitMs: number
  problems: string[]
}

export type Outcome = {
  kills: Kill[]
  diaries: Diary[]
  payments: { payments: number; sum: bigint; paydays: number }
  home: string
}

export async function killRun(options: KillOptions): Promise<Outcome> {
  const draw = drawsOf('kill', options.seed)
  const subject = await openSubject(options.kind, options.databaseUrl)
  const run: Run = {
    url: subject.url,
    life: 0,
    isPaused: false,
    isOver: false,
    random: drawsOf('people', options.seed),
    longestWait: 0,
    faults: [],
    guests: [],
  }
  const kills: Kill[] = []
  let isKept = true
  try {
    const truths = await setUp(subject, { delayMs: 500 + draw() * 6000, copies: options.copies })
    const people = [
      ...[1, 2, 3].map(number => contributor(run, `contributor ${number}`, truths)),
      ...['Steady Lantern', 'Clear Harbor'].map(alias => reviewer(run, alias)),
      passerBy(run),
    ]
    await arrived(run)
    const operator = operate(run)
    for (const aim of options.aims ?? aims(draw)) {
      if (kills.length === options.kills) break
      const kill = await killOnce({ subject, run, people, operator }, aim, kills.length + 1)
      kills.push(kill)
      options.tell(lineOf(kill, run))
      if (kill.problems.length > 0) break
    }
    const payments = await countPayments(subject.query)
    isKept = kills.some(kill => kill.problems.length > 0)
    if (isKept) options.tell(transcriptOf(options, kills, subject))
    return { kills, diaries: run.guests.map(guest => guest.diary), payments, home: subject.home }
  } catch (error) {
    options.tell(
      `seed ${options.seed}, ${options.kind}, after kill ${kills.length}; the folder stays: ${subject.home}\n${subject.main.output()}`,
    )
    throw error
  } finally {
    run.isOver = true
    await subject.end(isKept)
  }
}

/** Until all three have answered once: before, there would be little to lose. Whoever cannot get so far is a finding at the first kill. */
async function arrived(run: Run): Promise<void> {
  const working = () =>
    run.guests.filter(guest => guest.diary.deeds.some(deed => deed.kind === 'answer' && deed.state === 'acknowledged'))
  for (const until = Date.now() + ARRIVED_WITHIN_MS; working().length < 3 && Date.now() < until; ) await sleep(100)
}

type Scene = { subject: Subject; run: Run; people: Person[]; operator: Operator }

async function killOnce({ subject, run, people, operator }: Scene, aim: Aim, number: number): Promise<Kill> {
  run.life = number
  run.longestWait = 0
  run.isPaused = false
  const hit = await killAt(subject, aim)
  const healthyMs = await subject.restart()
  const from = Date.now()
  run.isPaused = true
  const waiting = await untilNone(() => [
    ...people.filter(one => !one.isResting()).map((_, index) => `a visitor (${index}) still waits for an answer`),
    ...(operator.isResting() ? [] : ['a payday or the crowd is still under way']),
  ])
  const diaries = run.guests.map(guest => guest.diary)
  const problems = [...waiting, ...run.faults.splice(0)]
  problems.push(...(await checkVisitors(subject.query, diaries)), ...(await checkBooks(subject.query)))
  problems.push(
    ...(await untilNone(async () => [
      ...(await checkNothingWaits(subject.query)),
      ...(await checkChain(subject.query, subject.home)),
      ...(await checkStatus(subject.query, subject.url)),
    ])),
  )
  const levelMs = Date.now() - from
  return {
    number,
    ...hit,
    withChain: aim.withChain,
    healthyMs,
    levelMs,
    longestWaitMs: run.longestWait,
    problems,
  }
}

async function killAt(subject: Subject, aim: Aim): Promise<Pick<Kill, 'phase' | 'isAimed' | 'missed'>> {
  const home = aim.withChain ? subject.home : undefined
  if (aim.at === 'start') {
    await subject.main.kill(home)
    subject.begin()
    await sleep(aim.delayMs)
    await subject.main.kill(home)
    return { phase: 'start', isAimed: true }
  }
  if (aim.at !== 'random') subject.main.hold({ moment: aim.at, count: aim.count })
  const isHeld =
    aim.at !== 'random' && (await Promise.race([subject.main.held.then(() => true), sleep(AIMED_WITHIN_MS)]))
  if (aim.at === 'random') await sleep(aim.delayMs)
  const at = Date.now()
  await subject.main.kill(home)
  if (isHeld === true) return { phase: aim.at, isAimed: true }
  const last = subject.main.last()
  const isBusy = last !== undefined && at - last.at < 50
  return {
    phase: isBusy ? `after ${last.moment}` : 'idle',
    isAimed: false,
    ...(aim.at === 'random' ? {} : { missed: aim.at }),
  }
}

/** Looks until there is nothing to tell, or the time is over; then what there is, is a finding. */
async function untilNone(look: () => string[] | Promise<string[]>): Promise<string[]> {
  const until = Date.now() + SETTLED_WITHIN_MS
  for (;;) {
    const found = await Promise.resolve()
      .then(look)
      .catch((error: unknown) => [error instanceof Error ? error.message : String(error)])
    if (found.length === 0 || Date.now() > until) return found
    await sleep(200)
  }
}

function lineOf(kill: Kill, run: Run): string {
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

function transcriptOf(options: KillOptions, kills: readonly Kill[], subject: Subject): string {
  const wrong = kills.filter(kill => kill.problems.length > 0)
  const lines = wrong.flatMap(kill => [
    `kill ${kill.number} at "${kill.phase}"${kill.withChain ? ', with its chain' : ''}:`,
    ...kill.problems.map(problem => `  ${problem}`),
  ])
  return [
    `seed ${options.seed}, ${options.kind}; again: npm run soak -- kill --database ${options.kind} --seed ${options.seed} --kills ${kills.length}`,
    ...lines,
    `The folder stays: ${subject.home}`,
    'What the process said after the kill:',
    subject.main.output(),
  ].join('\n')
}
