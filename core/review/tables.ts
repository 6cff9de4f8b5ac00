import { sql } from 'drizzle-orm'
import { boolean, index, integer, pgTable, primaryKey, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { campaigns, items } from '../campaigns/tables.ts'
import { amountColumn, at, sealedColumn } from '../database/columns.ts'
import type { AppealId, CampaignId, ContributorId, ItemId, RoomId, RoundId, SubmissionId, VoteId } from '../ids.ts'
import { submissions } from '../work/tables.ts'

/** A review in a room: open -> closed. Votes are sealed for everybody until it closes. */
export const rounds = pgTable(
  'rounds',
  {
    id: uuid().$type<RoundId>().primaryKey(),
    code: text().notNull().unique(),
    campaignId: uuid()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id),
    kind: text().$type<'review' | 'appeal'>().notNull(),
    state: text().$type<'open' | 'closed'>().notNull(),
    quorum: integer().notNull(),
    openedAt: at().notNull(),
    closesAt: at().notNull(),
    closedAt: at(),
  },
  t => [index('rounds_due').on(t.closesAt).where(sql`state = 'open'`)],
)

/** One answer in front of a round: a submission, or a planted answer with a known verdict. */
export const ballots = pgTable(
  'ballots',
  {
    id: uuid().primaryKey(),
    roundId: uuid()
      .$type<RoundId>()
      .notNull()
      .references(() => rounds.id),
    itemId: uuid()
      .$type<ItemId>()
      .notNull()
      .references(() => items.id),
    submissionId: uuid()
      .$type<SubmissionId>()
      .references(() => submissions.id),
    /** Canonical JSON of a planted answer; null for a submission. */
    plantedAnswer: text(),
    plantedVerdict: text().$type<'accepted' | 'rejected'>(),
    position: integer().notNull(),
    outcome: text().$type<'accepted' | 'rejected' | 'undecided'>(),
    accepts: integer(),
    rejects: integer(),
    /** The rule most rejecting votes named. */
    rule: integer(),
  },
  t => [
    unique('ballots_position').on(t.roundId, t.position),
    uniqueIndex('ballots_submission').on(t.roundId, t.submissionId),
    index('ballots_of_submission').on(t.submissionId),
    index('ballots_item').on(t.itemId),
  ],
)

/** Who was drawn for a round. */
export const seats = pgTable(
  'seats',
  {
    roundId: uuid()
      .$type<RoundId>()
      .notNull()
      .references(() => rounds.id),
    contributorId: uuid().$type<ContributorId>().notNull(),
    drawnAt: at().notNull(),
    /** When this person looked at what became of their votes. */
    lookedAt: at(),
  },
  t => [primaryKey({ columns: [t.roundId, t.contributorId] }), index('seats_contributor').on(t.contributorId)],
)

export const votes = pgTable(
  'votes',
  {
    id: uuid().$type<VoteId>().primaryKey(),
    ballotId: uuid()
      .notNull()
      .references(() => ballots.id),
    roundId: uuid()
      .$type<RoundId>()
      .notNull()
      .references(() => rounds.id),
    contributorId: uuid().$type<ContributorId>().notNull(),
    /** `fix` counts as accept; `recuse` is passed on without loss. */
    choice: text().$type<'accept' | 'fix' | 'reject' | 'recuse'>().notNull(),
    rule: integer(),
    note: sealedColumn(),
    recusal: text(),
    castAt: at().notNull(),
    changedAt: at(),
    isPaid: boolean().notNull(),
    settledEpoch: integer(),
  },
  t => [unique('votes_one').on(t.ballotId, t.contributorId), index('votes_contributor').on(t.contributorId, t.castAt)],
)

/** A second look: open -> won | lost; open -> unseated (too few independent people in time: accepted). */
export const appeals = pgTable('appeals', {
  id: uuid().$type<AppealId>().primaryKey(),
  submissionId: uuid()
    .$type<SubmissionId>()
    .notNull()
    .unique()
    .references(() => submissions.id),
  contributorId: uuid().$type<ContributorId>().notNull(),
  roundId: uuid()
    .$type<RoundId>()
    .references(() => rounds.id),
  bond: amountColumn().notNull(),
  note: sealedColumn(),
  state: text().$type<'open' | 'won' | 'lost' | 'unseated'>().notNull(),
  openedAt: at().notNull(),
  decideBy: at().notNull(),
  decidedAt: at(),
})

/** A group of a chat platform in which rounds are posted: new -> open <-> left. */
export const rooms = pgTable(
  'rooms',
  {
    id: uuid().$type<RoomId>().primaryKey(),
    surface: text().$type<'telegram' | 'discord'>().notNull(),
    chat: text().notNull(),
    /** The topic of a forum, or null: the room as a whole. */
    topic: text(),
    state: text().$type<'new' | 'open' | 'left'>().notNull(),
    locale: text().notNull(),
    /** Account on the platform that brought us here. */
    owner: text().notNull(),
    /** Canonical JSON: names of the rights that were missing when we looked last. */
    missing: text().notNull(),
    /** Canonical JSON: accounts that the platform named as moderators when we asked, and when that was. */
    moderators: text().notNull(),
    /** Welcomes every campaign; otherwise those of room_campaigns. */
    welcomesAll: boolean().notNull(),
    createdAt: at().notNull(),
    checkedAt: at(),
  },
  t => [unique('rooms_chat').on(t.surface, t.chat)],
)

export const roomCampaigns = pgTable(
  'room_campaigns',
  {
    roomId: uuid()
      .$type<RoomId>()
      .notNull()
      .references(() => rooms.id),
    campaignId: uuid()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id),
  },
  t => [primaryKey({ columns: [t.roomId, t.campaignId] })],
)

/** Who was asked to review in a skill and what they said; a no is not asked again for a while. */
export const reviewInvitations = pgTable(
  'review_invitations',
  {
    contributorId: uuid().$type<ContributorId>().notNull(),
    skill: text().notNull(),
    isYes: boolean().notNull(),
    answeredAt: at().notNull(),
  },
  t => [primaryKey({ columns: [t.contributorId, t.skill] })],
)
