import { and, asc, eq, isNull } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import type { NoticeCode } from './notice.ts'
import { notices } from './tables.ts'

type Telling = { contributorId: ContributorId; code: NoticeCode; values: Record<string, string | number> }

/** Rows a statement: six columns each keep well under the 65,535 parameters of one statement. */
const BATCH = 5_000

/** Tells a person something at their next visit. `values` are what the sentence needs; sums as decimal strings of base units. */
export async function addNotice(ctx: Context, notice: Telling): Promise<void> {
  await addNotices(ctx, [notice])
}

/** The same for many at once: everybody of a campaign. */
export async function addNotices(ctx: Context, news: readonly Telling[]): Promise<void> {
  for (let at = 0; at < news.length; at += BATCH) {
    const rows = news.slice(at, at + BATCH).map(({ contributorId, code, values }) => ({
      id: ctx.newId(),
      contributorId,
      code,
      payload: JSON.stringify(values),
      createdAt: ctx.now(),
    }))
    await ctx.db.insert(notices).values(rows)
  }
}

/** What a person has not seen yet, oldest first; marked as shown. */
export async function takeUnseenNotices(ctx: Context, contributorId: ContributorId) {
  const unseen = and(eq(notices.contributorId, contributorId), isNull(notices.shownAt))
  const rows = await ctx.db.select().from(notices).where(unseen).orderBy(asc(notices.createdAt), asc(notices.id))
  if (rows.length > 0) await ctx.db.update(notices).set({ shownAt: ctx.now() }).where(unseen)
  return rows
}
