// Everything that becomes due by itself, in the order of the platform's own sweeps.
import { decideDue, finalizeRefusals } from './decisions.ts'
import { expireLeases } from './handOut.ts'
import { closeDuePayday } from './payday.ts'
import { closeDueRounds, openDueRounds } from './rounds.ts'
import type { Platform } from './state.ts'

const SWEEPS = [expireLeases, closeDueRounds, decideDue, finalizeRefusals, openDueRounds, closeDuePayday]

export function sweep(platform: Platform): void {
  for (const one of SWEEPS) {
    platform.turn += 1
    one(platform)
  }
}
