import type { Amount } from '../amount.ts'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { lockContributor, touchContributor } from '../people/store.ts'
import { countsOf, decidedSince, earnedSince } from './resultStore.ts'

/** A pause shorter than this is the same visit. */
const VISIT_SECONDS = 1800
/** Being seen is written down at most this often: a visit is half an hour, and a turn should not write what nobody reads. */
const SEEN_SECONDS = 60

export type SinceLastVisit = { since: Date; accepted: number; earned: Amount; pending: number; rejected: number }

/**
 * What was decided and settled while a person was away; undefined within one visit and when nothing changed. `earned` is
 * what paydays settled meanwhile, so it may be 0 beside accepted answers. Marks the person as seen, so it must be asked
 * before anything else moves `lastSeenAt`.
 */
export async function sinceLastVisit(
  ctx: Context,
  input: { contributorId: ContributorId },
): Promise<SinceLastVisit | undefined> {
  const person = await lockContributor(ctx.db, input.contributorId)
  if (person === undefined || person.erasedAt !== null) return undefined
  const since = person.lastSeenAt
  const away = ctx.now().getTime() - since.getTime()
  if (away >= SEEN_SECONDS * 1000) touchContributor(ctx.db, person, ctx.now())
  if (away < VISIT_SECONDS * 1000) return undefined
  const { accepted, rejected } = await decidedSince(ctx.db, person.id, since)
  const earned = await earnedSince(ctx.db, person.id, since)
  if (accepted === 0 && rejected === 0 && earned === 0n) return undefined
  const { pending } = await countsOf(ctx.db, person.id)
  return { since, accepted, earned, pending, rejected }
}
