import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import type { Notice } from './notice.ts'
import { takeUnseenNotices } from './store.ts'

/** What happened to this person since they last looked, oldest first; each is answered once. */
export async function takeNotices(ctx: Context, input: { contributorId: ContributorId }): Promise<Notice[]> {
  const rows = await takeUnseenNotices(ctx, input.contributorId)
  return rows.map(row => ({
    id: row.id,
    code: row.code as Notice['code'],
    values: JSON.parse(row.payload) as Notice['values'],
    createdAt: row.createdAt,
  }))
}
