import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import type { NoticeCode } from './notice.ts'
import { notices } from './tables.ts'

/** Tells a person something at their next visit. `values` are what the sentence needs; sums as decimal strings of base units. */
export async function addNotice(
  ctx: Context,
  notice: { contributorId: ContributorId; code: NoticeCode; values: Record<string, string | number> },
): Promise<void> {
  await ctx.db.insert(notices).values({
    id: ctx.newId(),
    contributorId: notice.contributorId,
    code: notice.code,
    payload: JSON.stringify(notice.values),
    createdAt: ctx.now(),
  })
}

/** What a person has not seen yet, oldest first; marked as shown. */
export async function takeUnseenNotices(ctx: Context, contributorId: ContributorId) {
  const unseen = and(eq(notices.contributorId, contributorId), isNull(notices.shownAt))
  const rows = await ctx.db.select().from(notices).where(unseen).orderBy(asc(notices.createdAt), asc(notices.id))
  if (rows.length > 0) await ctx.db.update(notices).set({ shownAt: ctx.now() }).where(unseen)
  return rows
}
