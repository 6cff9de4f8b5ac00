import { and, asc, count, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { guideQuestions, itemReports, items } from '../campaigns/tables.ts'
import type { Sealed } from '../database/columns.ts'
import { type Database, rowsOf } from '../database/database.ts'
import type { CampaignId, ContributorId, ItemId } from '../ids.ts'
import { contributors } from '../people/tables.ts'
import { submissions } from './tables.ts'

export async function insertReport(db: Database, row: typeof itemReports.$inferInsert): Promise<void> {
  await db.insert(itemReports).values(row)
}

export async function insertGuideQuestion(db: Database, row: typeof guideQuestions.$inferInsert): Promise<void> {
  await db.insert(guideQuestions).values(row)
}

export async function openGuideQuestions(db: Database, campaignId: CampaignId): Promise<number> {
  const open = and(eq(guideQuestions.campaignId, campaignId), isNull(guideQuestions.answeredAt))
  return (await db.select({ n: count() }).from(guideQuestions).where(open))[0]?.n ?? 0
}

/** What went out of a campaign for good: pay, votes and fee of its settled rows. */
export async function spentBy(db: Database, campaignId: CampaignId): Promise<bigint> {
  const rows = await rowsOf<{ sum: string | null }>(
    db,
    sql`select sum(pay)::text as sum from reward_rows where campaign_id = ${campaignId}`,
  )
  return BigInt(rows[0]?.sum ?? '0')
}

export async function findGuideQuestion(db: Database, id: string) {
  return (await db.select().from(guideQuestions).where(eq(guideQuestions.id, id)))[0]
}

export async function closeGuideQuestion(
  db: Database,
  id: string,
  change: { answeredAt: Date; rule: number },
): Promise<void> {
  await db.update(guideQuestions).set(change).where(eq(guideQuestions.id, id))
}

/** Unanswered ones with the item they were asked at, oldest first. */
export async function guideQuestionsOf(db: Database, campaignId: CampaignId) {
  return db
    .select({
      id: guideQuestions.id,
      contributorId: guideQuestions.contributorId,
      question: guideQuestions.question,
      createdAt: guideQuestions.createdAt,
      externalId: items.externalId,
    })
    .from(guideQuestions)
    .innerJoin(items, eq(items.id, guideQuestions.itemId))
    .where(and(eq(guideQuestions.campaignId, campaignId), isNull(guideQuestions.answeredAt)))
    .orderBy(asc(guideQuestions.createdAt), asc(guideQuestions.id))
}

/** Sealed answers to a campaign's live items that are not refused, with their authors' keys; newest first. */
export async function newestAnswers(
  db: Database,
  campaignId: CampaignId,
  most: number,
): Promise<{ itemId: ItemId; contributorId: ContributorId; answer: Sealed; keySalt: string }[]> {
  const rows = await db
    .select({
      itemId: submissions.itemId,
      contributorId: submissions.contributorId,
      answer: submissions.answer,
      keySalt: contributors.keySalt,
    })
    .from(submissions)
    .innerJoin(items, eq(items.id, submissions.itemId))
    .innerJoin(contributors, eq(contributors.id, submissions.contributorId))
    .where(
      and(
        eq(submissions.campaignId, campaignId),
        eq(items.role, 'live'),
        // A campaign may ask items of another kind beside its own.
        sql`${items.kind} in ('pairwise', 'ranking')`,
        inArray(submissions.state, ['pending', 'accepted']),
      ),
    )
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(most)
  return rows.flatMap(({ answer, keySalt, ...row }) =>
    answer === null || keySalt === null ? [] : [{ ...row, answer, keySalt }],
  )
}
