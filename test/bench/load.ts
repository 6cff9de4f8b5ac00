// Load on something that answers with a promise: as fast as it goes with so many waiting, or at a steady pace.
import { performance } from 'node:perf_hooks'

export type Measured = {
  perSecond: number
  /** Milliseconds each took, unsorted. */
  times: number[]
  /** What this process spent, user and system. */
  cpuMs: number
}

/** `width` at a time for so many seconds. */
export async function inFlight(width: number, seconds: number, work: () => Promise<void>): Promise<Measured> {
  const times: number[] = []
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  const until = began + seconds * 1000
  const one = async () => {
    while (performance.now() < until) {
      const at = performance.now()
      await work()
      times.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: width }, one))
  const { user, system } = process.cpuUsage(cpu)
  return { perSecond: (times.length * 1000) / (performance.now() - began), times, cpuMs: (user + system) / 1000 }
}

/** Open loop: each begins when it is due, whether or not the one before has answered; the time counts from when it was due. */
export async function atPace(perSecond: number, seconds: number, work: () => Promise<void>): Promise<number[]> {
  const times: number[] = []
  const began = performance.now()
  const all: Promise<void>[] = []
  for (let n = 0; n < perSecond * seconds; n++) {
    const due = began + (n * 1000) / perSecond
    const wait = due - performance.now()
    if (wait > 0) await new Promise(done => setTimeout(done, wait))
    all.push(work().then(() => void times.push(performance.now() - due)))
  }
  await Promise.all(all)
  return times
}

/** Nearest rank, in milliseconds with two places. */
export function percentile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((one, other) => one - other)
  return Number((sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0).toFixed(2))
}
