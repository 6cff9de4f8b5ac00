// What decides itself: answers whose day has come, check questions, refusals whose window is over. As `autoAccept`, `finalizeRejections` and the
// queries behind them do it on a database.
import { UNDO_SECONDS } from '@perle/core/rules'
import { accept, reject } from './send.ts'
import type { Answer, Platform } from './state.ts'

export function decideDue(platform: Platform): void {
  for (;;) {
    const due = [...platform.pending].filter(answer => isDue(platform, answer))
    if (due.length === 0) return
    due.sort((one, other) => one.reviewBy - other.reviewBy || (one.opened.id < other.opened.id ? -1 : 1))
    for (const answer of due) {
      if (answer.isGoldRight === null) accept(platform, answer, 'auto')
      else if (answer.isGoldRight) accept(platform, answer, 'gold')
      else reject(platform, answer, 'gold')
    }
  }
}

function isDue(platform: Platform, answer: Answer): boolean {
  if (answer.isInRound) return false
  if (answer.reviewBy <= platform.now) return true
  if (!isPastUndo(platform, answer)) return false
  if (answer.isGoldRight === null) return !answer.needsReview && answer.item.fact.state === 'decided'
  return answer.isGoldRight && hasCompany(answer)
}

/** Its author sent another answer since, or had time enough. */
export function isPastUndo({ now }: Platform, { row, person }: Answer): boolean {
  const sentAt = row.submission.submittedAt.getTime()
  const newest = person.answers.at(-1)?.row.submission.submittedAt.getTime() ?? sentAt
  return sentAt <= now - UNDO_SECONDS * 1000 || newest > sentAt
}

/** A right check question comes along with an ordinary answer sent later, so that the moment does not give it away. */
function hasCompany({ row, person }: Answer): boolean {
  return person.answers.some(
    ({ row: { submission } }) =>
      !submission.isGold && submission.decidedAt !== null && submission.submittedAt >= row.submission.submittedAt,
  )
}

export function finalizeRefusals(platform: Platform): void {
  const decidedBefore = platform.now - platform.parameters.appealWindowSeconds * 1000
  for (const answer of platform.refused) {
    if ((answer.row.submission.decidedAt?.getTime() ?? Number.POSITIVE_INFINITY) > decidedBefore) continue
    answer.row.isFinalReject = true
    platform.refused.delete(answer)
  }
}
