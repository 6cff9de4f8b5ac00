// One run: visitors work, the process is killed, begun again, looked at; so many times.
import { setTimeout as sleep } from 'node:timers/promises'
import { drawsOf } from '../../../bots/cli/crowd/draws.ts'
import type { DatabaseKind } from '../../support/database.ts'
import { type Aim, aims } from './aims.ts'
import { countPayments } from './checks/checkChain.ts'
import { contributor } from './contributor.ts'
import type { Diary } from './deeds.ts'
import { type Kill, killOnce } from './killOnce.ts'
import { operate } from './operator.ts'
import { passerBy, reviewer } from './others.ts'
import { lineOf, transcriptOf } from './report.ts'
import { openSubject, setUp } from './subject.ts'
import type { Run } from './visitor.ts'

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
    hasCrowd: true,
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
    if (isKept) options.tell(transcriptOf(options, kills, subject, run))
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
