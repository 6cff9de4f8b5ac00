// An answer comes in; an item is weighed; a decision is made. As `submitAnswer`, `weighItem` and `decide` do it on a database.
import type { SubmissionId } from '@perle/core'
import { isReviewDue, itemConfidence, leastSeconds, wantedAnswers } from '@perle/core/rules'
import { changeItem, moveTaken } from './handOut.ts'
import { type Answer, type Item, type Lease, NO_HASH, nextId, type Platform } from './state.ts'

/** `drawn`: what was decided by a draw elsewhere. */
export type Sent = { label: string; needsReview?: boolean; id?: SubmissionId }

export function send(platform: Platform, lease: Lease, sent: Sent): Answer {
  const { person, item } = lease
  const { terms, now } = platform
  const isGold = item.fact.role === 'check'
  const activeSeconds = Math.max(0, Math.round((now - lease.createdAt) / 1000))
  const id = sent.id ?? nextId<SubmissionId>(platform)
  const isTooQuick = activeSeconds < leastSeconds(terms.usualSeconds)
  const counted = { isComparable: true, isGold, sent: person.answers.length, isTooQuick }
  const answer: Answer = {
    row: {
      submission: {
        id,
        contributorId: person.id,
        itemId: item.id,
        submissionHash: NO_HASH,
        state: 'pending',
        decidedBy: null,
        decidedAt: null,
        isGold,
        activeSeconds,
        submittedAt: new Date(now),
        settledEpoch: null,
      },
      lease: lease.terms,
      item: item.fact,
      isFinalReject: false,
    },
    opened: {
      id,
      contributorId: person.id,
      itemId: item.id,
      item: item.content,
      answer: { label: sent.label },
      truth: isGold ? item.question.truth : undefined,
      ruling: -1,
    },
    person,
    item,
    label: sent.label,
    needsReview: sent.needsReview ?? isReviewDue({ ...counted, draw: platform.random() }),
    isGoldRight: isGold ? sent.label === item.question.truth : null,
    reviewBy: now + terms.reviewTermSeconds * 1000,
    isInRound: false,
    quorum: undefined,
    judgedBy: new Set(),
  }
  platform.leases.delete(lease)
  platform.answers.push(answer)
  platform.pending.add(answer)
  platform.reviewPurse += lease.review
  person.lease = undefined
  person.handled.set(item.id, 'submitted')
  person.answers.push(answer)
  item.answers.push(answer)
  weigh(platform, item)
  return answer
}

export function weigh(platform: Platform, item: Item): void {
  const { terms } = platform
  if (item.fact.role !== 'live' || item.fact.state === 'retired') return
  const held = item.answers.map(({ label, person }) => ({ answer: { label }, meanPpm: person.meanPpm }))
  const { wanted, isDecided } = wantedAnswers({
    answers: held.length,
    leases: Math.max(0, item.taken - held.length),
    isSure: itemConfidence(item.content, held) >= terms.stopAtPpm,
    overlapMin: terms.overlapMin,
    overlapMax: terms.overlapMax,
  })
  changeItem(platform, item, () => {
    item.wanted = wanted
    item.fact.state = isDecided ? 'decided' : 'open'
  })
}

type DecidedBy = 'gold' | 'review' | 'auto'

export function accept(platform: Platform, answer: Answer, decidedBy: DecidedBy): void {
  decide(platform, answer, 'accepted', decidedBy)
}

/** No money moves yet, and its item has a slot more. */
export function reject(platform: Platform, answer: Answer, decidedBy: DecidedBy): void {
  const { item } = answer
  decide(platform, answer, 'rejected', decidedBy)
  platform.refused.add(answer)
  item.answers = item.answers.filter(one => one !== answer)
  moveTaken(platform, item, -1)
  weigh(platform, item)
}

function decide(platform: Platform, answer: Answer, state: 'accepted' | 'rejected', decidedBy: DecidedBy): void {
  Object.assign(answer.row.submission, { state, decidedBy, decidedAt: new Date(platform.now) })
  platform.pending.delete(answer)
}
