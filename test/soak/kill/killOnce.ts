// One kill: visitors go on, the process is hit, begun again, and everything is looked at.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Aim } from './aims.ts'
import { checkBooks, checkNothingWaits } from './checks/checkBooks.ts'
import { checkChain } from './checks/checkChain.ts'
import { checkStatus } from './checks/checkStatus.ts'
import { checkVisitors } from './checks/checkVisitors.ts'
import type { Person } from './live.ts'
import type { Operator } from './operator.ts'
import type { Subject } from './subject.ts'
import type { Run } from './visitor.ts'

/** An aim that does not come up in time is taken as a random kill. */
const AIMED_WITHIN_MS = 10_000
/** Everybody has their answer, and the chain is level with the ledger, within this; else it is a finding. */
const SETTLED_WITHIN_MS = 120_000

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

export type Scene = { subject: Subject; run: Run; people: Person[]; operator: Operator }

export async function killOnce({ subject, run, people, operator }: Scene, aim: Aim, number: number): Promise<Kill> {
  run.life = number
  run.longestWait = 0
  run.hasCrowd = needsCrowd(aim)
  run.isPaused = false
  const hit = await killAt(subject, aim)
  // What is on its way is still repeated until it is answered; nothing new is begun, so that there is a moment to look at.
  run.isPaused = true
  const healthyMs = await subject.restart()
  const from = Date.now()
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

/** Rounds and votes come of the crowd's answers; the rest comes sooner without it. */
function needsCrowd({ at }: Aim): boolean {
  return at === 'random' || at === 'start' || at.startsWith('vote') || at.startsWith('round')
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
