// What runs by itself beside the doors: sweeps, the chain, and events that a crash left unhandled.
import { plainMessage, runTurn, SWEEPS, type Sweep } from '@perle/core'
import { recordFailure, recordSweep, unhandledEvents } from '@perle/core/inbox'
import { chainPass } from './chainPass.ts'
import { createChainWatch } from './chainWatch.ts'
import type { Composition } from './compose.ts'
import type { Event } from './conversation/event.ts'
import { takeTurn } from './conversation/turn.ts'

export type Pulse = { name: string; lastAt: Date | null; failure: string | null }
export type Background = {
  start(): void
  /** Ends after the step at hand. */
  stop(): Promise<void>
  pulse(): Pulse[]
  /** Work that must not run beside a sweep: the loops wait meanwhile. */
  alone<T>(work: () => Promise<T>): Promise<T>
}

/** How long a loop rests when there was nothing to do, and while a transaction is under way. */
const REST_MS = 2000
const SOON_MS = 200
/** A sweep that finds work again and again leaves room for others after so many batches. */
const BATCHES = 20
/** An event older than this that nobody handled was left by a crash. */
const LEFT_SECONDS = 30

export function createBackground(composition: Composition, onChange: () => void): Background {
  const { base, config, log } = composition
  const runsSweeps = config.role === 'all' || config.role === 'jobs'
  const runsChain = config.role === 'all' || config.role === 'chain'
  const pulses = new Map<string, Pulse>()
  let isStopping = false
  let turn: Promise<unknown> = Promise.resolve()
  const running: Promise<void>[] = []
  let wake: (() => void)[] = []

  /** One after the other: on an embedded database they would only wait for each other, in an order nobody chose. */
  const queued = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work, work)
    turn = next.catch(() => {})
    return next
  }
  const rest = (ms: number) =>
    new Promise<void>(done => {
      const timer = setTimeout(done, ms)
      wake.push(() => {
        clearTimeout(timer)
        done()
      })
    })
  const beat = (name: string, failure: string | null) => pulses.set(name, { name, lastAt: base.now(), failure })

  const watch = createChainWatch(composition)
  const chainStep = async () => {
    try {
      // Outside the queue: a node that says nothing must not keep the sweeps waiting for it.
      await composition.chain.latest()
      const round = await queued(() => chainPass(composition))
      await watch()
      if (round.isChanged) onChange()
      return round.isWaiting ? SOON_MS : REST_MS
    } catch (error) {
      await watch(error)
      throw error
    }
  }

  const loop = async (name: string, step: () => Promise<number>) => {
    while (!isStopping) {
      let pause = REST_MS
      try {
        pause = await step()
        beat(name, null)
      } catch (error) {
        const failure = plainMessage(error)
        log.error({}, `${name}: ${failure}`)
        beat(name, failure)
      }
      if (!isStopping) await rest(pause)
    }
  }

  return {
    start() {
      if (runsSweeps) {
        beat('sweeps', null)
        const due = new Map<string, number>()
        running.push(loop('sweeps', () => queued(() => sweepOnce(composition, due, onChange))))
      }
      if (runsChain) {
        beat('chain', null)
        running.push(loop('chain', chainStep))
      }
    },
    async stop() {
      isStopping = true
      for (const one of wake) one()
      wake = []
      await Promise.all(running)
    },
    pulse: () => [...pulses.values()],
    alone: queued,
  }
}

/** What sweeping needs of a composition. */
type Sweeping = Pick<Composition, 'base' | 'database' | 'log'>

/** Runs what is due, and notes in `due` when each is again; one that throws is noted and does not stop the others. */
export async function sweepOnce(
  composition: Sweeping,
  due: Map<string, number>,
  onChange: () => void,
  sweeps: readonly Sweep[] = SWEEPS,
): Promise<number> {
  const now = composition.base.now().getTime()
  for (const sweep of sweeps) {
    const wait = (due.get(sweep.name) ?? 0) - now
    // A longer wait than its own was written before the clock was set back.
    if (wait > 0 && wait <= sweep.everySeconds * 1000) continue
    due.set(sweep.name, now + sweep.everySeconds * 1000)
    if ((await runSweep(composition, sweep)) > 0) onChange()
  }
  await handleLeft(composition)
  return REST_MS
}

export async function runSweep(composition: Sweeping, sweep: Sweep): Promise<number> {
  const { base, database, log } = composition
  let done = 0
  let failure: string | undefined
  try {
    for (let batch = 0; batch < BATCHES; batch++) {
      const some = await runTurn(database, base, ctx => sweep.run(ctx))
      done += some
      if (some === 0) break
    }
  } catch (error) {
    failure = plainMessage(error)
    log.error({ sweep: sweep.name }, failure)
  }
  const note = { name: sweep.name, at: base.now(), ...(failure === undefined ? {} : { failure }) }
  await runTurn(database, base, ctx => recordSweep(ctx.db, note))
  return done
}

/**
 * Events that were acknowledged and never handled: their turn is taken now, three attempts in all. `isAlone`: nobody else can have them in
 * hand, so what is there was left by whoever was here before, however young it is.
 */
export async function handleLeft(composition: Sweeping, isAlone = false): Promise<number> {
  const { base, database, log } = composition
  const given = { now: base.now(), seconds: isAlone ? 0 : LEFT_SECONDS, limit: 100 }
  const left = await runTurn(database, base, ctx => unhandledEvents(ctx.db, given))
  for (const row of left) {
    const event = eventOf(row)
    if (event === undefined) {
      log.error({ eventKey: row.eventKey }, 'a stored event cannot be read; it is given up')
      const failed = { eventKey: row.eventKey, failure: 'cannot be read', most: 1, now: base.now() }
      await runTurn(database, base, ctx => recordFailure(ctx.db, failed))
      continue
    }
    await takeTurn({ database, base }, event).catch(() => {
      // Recorded by the turn itself; the third time it is given up.
    })
  }
  return left.length
}

/** Undefined where what was stored is no event: it must not keep those behind it, or a start, from going on. */
function eventOf(row: { eventKey: string; payload: string | null }): Event | undefined {
  try {
    const event = JSON.parse(row.payload ?? 'null') as Event | null
    return event?.identity === undefined || event.action === undefined
      ? undefined
      : { ...event, eventKey: row.eventKey }
  } catch {
    return undefined
  }
}
