// Who could be drawn, and what stands between people and items.
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import type { ContributorId, ItemId } from '../ids.ts'
import { contributors } from '../people/tables.ts'
import { qualifications, reputations } from '../skills/tables.ts'
import { assignments } from '../work/tables.ts'
import { type Candidate, handling } from './eligibility.ts'

/** The most people one draw looks at. Beyond it a lot of its own decides who is looked at. */
const POOL = 400

const candidateColumns = {
  contributorId: contributors.id,
  role: contributors.role,
  actor: contributors.actor,
  excludedAt: contributors.excludedAt,
  erasedAt: contributors.erasedAt,
  seesHardAt: contributors.seesHardAt,
  skill: qualifications.state,
  standing: reputations.standing,
}

function select(db: Database, skill: string) {
  return db
    .select(candidateColumns)
    .from(contributors)
    .leftJoin(qualifications, and(eq(qualifications.contributorId, contributors.id), eq(qualifications.skill, skill)))
    .leftJoin(reputations, and(eq(reputations.contributorId, contributors.id), eq(reputations.skill, skill)))
}

type Row = Awaited<ReturnType<typeof select>>[number]

function candidateFrom({ excludedAt, erasedAt, seesHardAt, actor, ...row }: Row): Candidate {
  return {
    ...row,
    isSimulated: actor !== null,
    isExcluded: excludedAt !== null,
    isErased: erasedAt !== null,
    seesHard: seesHardAt !== null,
  }
}

/** People who may review in a skill as far as the database can say; `mayReview` says the rest. `lot` shuffles beyond POOL. */
export async function candidates(db: Database, skill: string, lot: number): Promise<Candidate[]> {
  const rows = await select(db, skill)
    .where(
      and(
        isNull(contributors.erasedAt),
        isNull(contributors.excludedAt),
        ne(contributors.role, 'requester'),
        or(
          eq(contributors.role, 'reviewer'),
          and(eq(qualifications.state, 'passed'), inArray(reputations.standing, ['regular', 'trusted', 'expert'])),
        ),
      ),
    )
    .orderBy(sql`md5(${contributors.id}::text || ${String(lot)}::text)`)
    .limit(POOL)
  return rows.map(candidateFrom)
}

export async function findCandidate(db: Database, id: ContributorId, skill: string): Promise<Candidate | undefined> {
  const [row] = await select(db, skill).where(eq(contributors.id, id))
  return row === undefined ? undefined : candidateFrom(row)
}

/** Which of these people have answered or hold which of these items. */
export async function handledBy(db: Database, people: ContributorId[], itemIds: ItemId[]): Promise<Set<string>> {
  if (people.length === 0 || itemIds.length === 0) return new Set()
  const rows = await db
    .select({ contributorId: assignments.contributorId, itemId: assignments.itemId })
    .from(assignments)
    .where(
      and(
        inArray(assignments.itemId, itemIds),
        inArray(assignments.contributorId, people),
        inArray(assignments.state, ['open', 'submitted']),
      ),
    )
  return new Set(rows.map(row => handling(row.contributorId, row.itemId)))
}
