import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { at } from '../database/columns.ts'
import type { ContributorId, IdentityId } from '../ids.ts'

/** Every event before it is handled: new -> done | failed (after three attempts). The payload is emptied when its turn commits. */
export const inbox = pgTable(
  'inbox',
  {
    eventKey: text().primaryKey(),
    payload: text(),
    state: text().$type<'new' | 'done' | 'failed'>().notNull(),
    attempts: integer().notNull(),
    failure: text(),
    receivedAt: at().notNull(),
    doneAt: at(),
  },
  t => [index('inbox_new').on(t.receivedAt).where(sql`state = 'new'`)],
)

/** Where somebody is, on one account. State and view are canonical JSON; the core never reads inside. */
export const conversations = pgTable('conversations', {
  identityId: uuid().$type<IdentityId>().primaryKey(),
  contributorId: uuid().$type<ContributorId>().notNull(),
  state: text().notNull(),
  /** Rises with each turn, so that a surface can tell an old picture. */
  turn: integer().notNull(),
  updatedAt: at().notNull(),
})

/** One holder at a time for pollers, the chain writer, sweeps. */
export const leases = pgTable('leases', {
  name: text().primaryKey(),
  holder: text().notNull(),
  until: at().notNull(),
})

/** When each sweep last ran and how it went; what the status page reads. */
export const sweeps = pgTable('sweeps', {
  name: text().primaryKey(),
  lastRunAt: at(),
  lastFailureAt: at(),
  failure: text(),
  /** What it found, canonical JSON, where somebody wants to see it. */
  note: text(),
  dueAt: at(),
})

/** The worst that a day has seen, for the status page; one row a UTC day. */
export const statusDays = pgTable('status_days', {
  day: text().primaryKey(),
  word: text().$type<'working' | 'slow' | 'stopped'>().notNull(),
})
