// What a person could take, over all campaigns at once.
import { and, eq, isNull, sql } from 'drizzle-orm'
import { campaigns } from '../campaigns/tables.ts'
import { type Database, rowsOf } from '../database/openDatabase.ts'
import type { CampaignId, ContributorId } from '../ids.ts'
import { consents } from '../people/tables.ts'
import { qualifications } from '../skills/tables.ts'
import { countLine, isLongerThanLooked, movePlaces, walk } from './lineStore.ts'

/** Nobody needs to know whether there are more than a hundred, and to count a million would make every menu wait. */
const COUNTED = 100

/** Open campaigns with what this person has to do with each of them, and the tasks open to them, counted to a hundred. */
export async function openCampaignsFor(db: Database, contributorId: ContributorId) {
  const walker = { contributorId, campaignId: sql`${campaigns.id}` }
  const rows = await db
    .select({
      campaign: campaigns,
      skill: {
        state: qualifications.state,
        nextAttemptAt: qualifications.nextAttemptAt,
        pausedUntil: qualifications.pausedUntil,
      },
      consentId: consents.id,
      openTasks: sql<number>`tasks.n`.mapWith(Number),
      /** None was found so far along the line, and it goes on. */
      isUnknown: sql<boolean>`tasks.n = 0 and ${isLongerThanLooked('touched', walker)}`,
    })
    .from(campaigns)
    .leftJoin(
      qualifications,
      and(eq(qualifications.contributorId, contributorId), eq(qualifications.skill, campaigns.skill)),
    )
    .leftJoin(
      consents,
      and(
        eq(consents.contributorId, contributorId),
        eq(consents.campaignId, campaigns.id),
        isNull(consents.withdrawnAt),
      ),
    )
    .innerJoinLateral(
      sql`(select u.n + ${countLine('touched', walker, sql`${COUNTED}::int - u.n`)} as n
        from (select ${countLine('untouched', walker, COUNTED)} as n) u) tasks`,
      sql`true`,
    )
    .where(eq(campaigns.state, 'open'))
    .orderBy(campaigns.createdAt, campaigns.id)
  for (const row of rows) {
    if (!row.isUnknown) continue
    const { begun, untouched } = await openTasks(db, row.campaign.id, contributorId)
    row.openTasks = begun + untouched
  }
  return rows
}

/** Tasks that a person could take in a campaign: on items somebody has had, and on untouched ones; each counted to a hundred. */
export async function openTasks(
  db: Database,
  campaignId: CampaignId,
  contributorId: ContributorId,
): Promise<{ begun: number; untouched: number }> {
  const walker = { campaignId, contributorId }
  // Judging brings nobody along the line: without this, who judged thousands would see the end of their own and call it nothing.
  await db
    .with(...walk('touched', walker), movePlaces(sql`select * from touched_next`, walker))
    .select({ line: sql<string>`line` })
    .from(sql`touched_next`)
  const rows = await rowsOf<{ begun: number; untouched: number }>(
    db,
    sql`select ${countLine('touched', walker, COUNTED)} as begun, ${countLine('untouched', walker, COUNTED)} as untouched`,
  )
  return { begun: rows[0]?.begun ?? 0, untouched: rows[0]?.untouched ?? 0 }
}
