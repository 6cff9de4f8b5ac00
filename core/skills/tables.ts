import { boolean, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { campaigns, items } from '../campaigns/tables.ts'
import { amountColumn, at, sealedColumn } from '../database/columns.ts'
import type { CampaignId, ContributorId, ItemId } from '../ids.ts'
import { contributors } from '../people/tables.ts'

/**
 * What a person may do in one skill: testing -> passed | failed; failed -> testing from `nextAttemptAt`;
 * passed -> paused (check questions missed) -> passed through the way back.
 */
export const qualifications = pgTable(
  'qualifications',
  {
    contributorId: uuid()
      .$type<ContributorId>()
      .notNull()
      .references(() => contributors.id),
    skill: text().notNull(),
    /** Whose questions were asked. */
    campaignId: uuid()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id),
    state: text().$type<'testing' | 'passed' | 'failed' | 'paused'>().notNull(),
    attempt: integer().notNull(),
    asked: integer().notNull(),
    right: integer().notNull(),
    startedAt: at().notNull(),
    decidedAt: at(),
    nextAttemptAt: at(),
    pausedUntil: at(),
    /** What an honest try earns, once per person and skill, paid from the commons at the next payday. */
    stipend: amountColumn(),
    stipendAt: at(),
  },
  t => [primaryKey({ columns: [t.contributorId, t.skill] })],
)

export const examAnswers = pgTable(
  'exam_answers',
  {
    contributorId: uuid()
      .$type<ContributorId>()
      .notNull()
      .references(() => contributors.id),
    itemId: uuid()
      .$type<ItemId>()
      .notNull()
      .references(() => items.id),
    attempt: integer().notNull(),
    skill: text().notNull(),
    answer: sealedColumn().notNull(),
    isRight: boolean().notNull(),
    seconds: integer().notNull(),
    answeredAt: at().notNull(),
  },
  t => [
    primaryKey({ columns: [t.contributorId, t.itemId, t.attempt] }),
    index('exam_answers_skill').on(t.contributorId, t.skill, t.attempt),
  ],
)

/** The number, per skill, and the level that it gives. Recomputed when rows settle and when check questions are decided. */
export const reputations = pgTable(
  'reputations',
  {
    contributorId: uuid()
      .$type<ContributorId>()
      .notNull()
      .references(() => contributors.id),
    skill: text().notNull(),
    /** Beta posterior of being right, ppm: mean and the bounds of its 90 % interval. */
    meanPpm: integer().notNull(),
    lowPpm: integer().notNull(),
    highPpm: integer().notNull(),
    /** Checked answers behind the number. */
    checked: integer().notNull(),
    goldRight: integer().notNull(),
    goldAsked: integer().notNull(),
    /** Settled answers that the final decision agrees with, of `checked`. */
    agreed: integer().notNull().default(0),
    appealsWon: integer().notNull().default(0),
    standing: text().$type<'new' | 'regular' | 'trusted' | 'expert'>().notNull(),
    since: at().notNull(),
    updatedAt: at().notNull(),
  },
  t => [primaryKey({ columns: [t.contributorId, t.skill] })],
)
