// Terms of a second look. Pure.
import type { Amount } from '../amount.ts'
import type { ContributorId } from '../ids.ts'
import { COMMONS, type Lines, personAccount } from '../money/ledger.ts'

const DAY = 86_400_000
/** A free appeal comes back after 30 days; a lost one only after 90, so that asking always is no strategy. */
const SLOT_DAYS = 30
const LOST_SLOT_DAYS = 90
/** The longest time that an earlier appeal can matter for. */
export const APPEAL_MEMORY_SECONDS = (LOST_SLOT_DAYS * DAY) / 1000

export type EarlierAppeal = { openedAt: Date; state: 'open' | 'won' | 'lost' | 'unseated' }

/** Appeals that still cost nothing. */
export function freeAppealsLeft(earlier: readonly EarlierAppeal[], free: number, now: Date): number {
  const used = earlier.filter(appeal => {
    const age = now.getTime() - appeal.openedAt.getTime()
    return age < SLOT_DAYS * DAY || (appeal.state === 'lost' && age < LOST_SLOT_DAYS * DAY)
  })
  return Math.max(0, free - used.length)
}

/** X.accrued -b; X.bond +b. */
export function bondLines(person: ContributorId, bond: Amount): Lines {
  return { [personAccount(person, 'accrued')]: -bond, [personAccount(person, 'bond')]: bond }
}

/** Won, or nobody could be found to judge: the bond is the person's again. */
export function bondBackLines(person: ContributorId, bond: Amount): Lines {
  return { [personAccount(person, 'bond')]: -bond, [personAccount(person, 'accrued')]: bond }
}

/** Lost: to the commons, never to the campaign, which could otherwise earn by refusing. */
export function bondLostLines(person: ContributorId, bond: Amount): Lines {
  return { [personAccount(person, 'bond')]: -bond, [COMMONS]: bond }
}

/** When the window for a second look ends. */
export function appealUntil(decidedAt: Date, windowSeconds: number): Date {
  return new Date(decidedAt.getTime() + windowSeconds * 1000)
}
