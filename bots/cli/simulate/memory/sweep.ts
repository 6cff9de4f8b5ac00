// Everything that becomes due by itself, in the order of the platform's own sweeps.
import { decideDue, finalizeRefusals } from './decisions.ts'
import { expireLeases } from './handOut.ts'
import { closeDuePayday } from './payday.ts'
import { closeDueRounds, openDueRounds } from './rounds.ts'
import type { Platform } from './state.ts'

export function sweep(platform: Platform): void {
  expireLeases(platform)
  closeDueRounds(platform)
  decideDue(platform)
  finalizeRefusals(platform)
  openDueRounds(platform)
  closeDuePayday(platform)
}
