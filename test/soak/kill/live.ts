// A person of a run: a loop of small steps that rests while the run is paused and ends with it.
import { setTimeout as sleep } from 'node:timers/promises'
import { type Guest, look, type Run } from './visitor.ts'

/** Between two taps. People are slower; this is as much as two cores bear beside the process under test. */
const PACE_MS = 150

export type Person = { isResting: () => boolean; ended: Promise<void> }

/** Runs `step` again and again. A step that throws is a finding, and the person goes on from where Perle says they are. */
export function live(
  run: Run,
  name: string,
  begin: () => Promise<Guest>,
  step: (guest: Guest) => Promise<void>,
): Person {
  let guest: Guest | undefined
  let isResting = false
  const loop = async () => {
    while (!run.isOver) {
      isResting = run.isPaused
      if (isResting) {
        await sleep(20)
        continue
      }
      try {
        guest ??= await begin()
        await step(guest)
      } catch (error) {
        if (run.isOver) return
        run.faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
        if (guest !== undefined) await look(guest).catch(() => {})
      }
      await sleep(PACE_MS * (0.5 + run.random()))
    }
  }
  return { isResting: () => isResting, ended: loop() }
}
