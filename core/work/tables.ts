import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { campaigns, items } from '../campaigns/tables.ts'
import { amountColumn, at, sealedColumn } from '../database/columns.ts'
import type { AssignmentId, CampaignId, ConsentId, ContributorId, Hash, ItemId, SubmissionId } from '../ids.ts'
import { consents } from '../people/tables.ts'

/**
 * A lease on one task: open -> submitted | skipped | expired, all three final (undo of a submission opens a fresh lease).
 * A late answer never revives a lease, so a slot is not paid twice.
 */
export const assignments = pgTable(
  'assignments',
  {
    id: uuid().$type<AssignmentId>().primaryKey(),
    /** No key of its own: it would lock the campaign's row for everybody who works on it. The agreement names the campaign. */
    campaignId: uuid().$type<CampaignId>().notNull(),
    itemId: uuid()
      .$type<ItemId>()
      .notNull()
      .references(() => items.id),
    contributorId: uuid().$type<ContributorId>().notNull(),
    consentId: uuid().$type<ConsentId>().notNull(),
    state: text().$type<'open' | 'submitted' | 'skipped' | 'expired'>().notNull(),
    /** Peff, level factor and the three reserves, frozen at hand-out. */
    price: amountColumn().notNull(),
    mBps: integer().notNull(),
    payReserve: amountColumn().notNull(),
    feeReserve: amountColumn().notNull(),
    reviewReserve: amountColumn().notNull(),
    guideVersion: integer().notNull(),
    /** Shuffles sides and orders for this person; recorded, so that position bias can be measured. */
    shuffleSeed: integer().notNull(),
    draft: sealedColumn(),
    skipReason: text(),
    createdAt: at().notNull(),
    expiresAt: at().notNull(),
    endedAt: at(),
  },
  t => [
    foreignKey({
      name: 'assignments_consent',
      columns: [t.consentId, t.contributorId, t.campaignId],
      foreignColumns: [consents.id, consents.contributorId, consents.campaignId],
    }),
    uniqueIndex('assignments_one_in_hand').on(t.contributorId).where(sql`state = 'open'`),
    uniqueIndex('assignments_one_per_item').on(t.contributorId, t.itemId).where(sql`state in ('open', 'submitted')`),
    index('assignments_due').on(t.expiresAt).where(sql`state = 'open'`),
    index('assignments_item').on(t.itemId),
    index('assignments_person_item').on(t.contributorId, t.itemId),
  ],
)

/**
 * How far a person has come in a line of a campaign's items: whatever stands before this place they have answered, skipped or
 * judged. Nobody needs it: without it a search starts at the front, and is only slower.
 */
export const places = pgTable(
  'places',
  {
    contributorId: uuid().$type<ContributorId>().notNull(),
    campaignId: uuid()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id),
    line: text().$type<Line>().notNull(),
    openedIn: bigint({ mode: 'number' }).notNull(),
    position: integer().notNull(),
    itemId: uuid().$type<ItemId>().notNull(),
  },
  t => [primaryKey({ columns: [t.contributorId, t.campaignId, t.line] })],
)

/** Live items that somebody has had in hand, and those that nobody has; check questions are a line of their own. */
export type Line = 'touched' | 'untouched' | 'check'

/**
 * The delivered act. pending -> accepted | rejected; rejected -> accepted by a second look; pending -> undone by its author
 * until the next answer is sent; any -> erased when consent is withdrawn or the person leaves.
 */
export const submissions = pgTable(
  'submissions',
  {
    id: uuid().$type<SubmissionId>().primaryKey(),
    code: text().notNull().unique(),
    assignmentId: uuid()
      .$type<AssignmentId>()
      .notNull()
      .unique()
      .references(() => assignments.id),
    /** As on the lease. */
    campaignId: uuid().$type<CampaignId>().notNull(),
    itemId: uuid()
      .$type<ItemId>()
      .notNull()
      .references(() => items.id),
    contributorId: uuid().$type<ContributorId>().notNull(),
    /** Canonical JSON of the answer, sealed. Null once erased. */
    answer: sealedColumn(),
    /** Keyed MinHash of free text, hex; null for other kinds. */
    sketch: text(),
    /** keccak of the canonical answer with item and time: what a reward row names. */
    submissionHash: text().$type<Hash>().notNull(),
    /** Salt of the public commitment, 32 bytes hex. Null once erased. */
    salt: text().$type<Hash>(),
    state: text().$type<'pending' | 'accepted' | 'rejected' | 'undone' | 'erased'>().notNull(),
    decidedBy: text().$type<'gold' | 'review' | 'auto' | 'appeal'>(),
    /** Of the lease, once more: what is being checked is summed at every answer. */
    price: amountColumn().notNull(),
    isGold: boolean().notNull(),
    isGoldRight: boolean(),
    /** Reviewed whatever else: one of the person's first five, flagged, drawn, or of a kind without comparable answers. */
    needsReview: boolean().notNull(),
    activeSeconds: integer().notNull(),
    guideVersion: integer().notNull(),
    submittedAt: at().notNull(),
    /** Nobody decided by then: accepted by itself. */
    reviewBy: at().notNull(),
    /** When a round took it up; from then on its author can no longer undo it. */
    inReviewAt: at(),
    decidedAt: at(),
    settledEpoch: integer(),
  },
  t => [
    index('submissions_contributor').on(t.contributorId, t.submittedAt),
    index('submissions_item').on(t.itemId),
    index('submissions_checking').on(t.contributorId).where(sql`state = 'pending'`),
    index('submissions_pending').on(t.reviewBy).where(sql`state = 'pending'`),
    index('submissions_unsettled').on(t.campaignId).where(sql`settled_epoch is null`),
    check(
      'submissions_decided',
      sql`(state in ('accepted', 'rejected')) = (decided_by is not null) or state = 'erased'`,
    ),
  ],
)
