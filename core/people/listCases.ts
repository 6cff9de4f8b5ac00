import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { openAll } from './seal.ts'
import { casesOf } from './store.ts'

export type SupportCase = { code: string; topic: string; createdAt: Date; reply: string | null }

/** This person's questions to us, newest first, with the replies. */
export async function listCases(ctx: Context, input: { contributorId: ContributorId }): Promise<SupportCase[]> {
  const rows = await casesOf(ctx.db, input.contributorId)
  const replies = await openAll(
    ctx,
    rows.map(row => ({ contributorId: input.contributorId, sealed: row.reply })),
  )
  return rows.map((row, index) => ({
    code: row.code,
    topic: row.topic,
    createdAt: row.createdAt,
    reply: replies[index] ?? null,
  }))
}
