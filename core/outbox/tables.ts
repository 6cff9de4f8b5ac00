import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, signedColumn } from '../database/columns.ts'
import type { ContributorId, Hash } from '../ids.ts'
import type { Signer } from './chain.ts'

/**
 * What leaves us towards people: waiting -> (gone, once it was sent) | dead. Delivered after commit, at least once. Of screens one account
 * has at most one waiting: a newer one is all that needs to be shown.
 */
export const outbox = pgTable(
  'outbox',
  {
    id: uuid().primaryKey(),
    surface: text().$type<'telegram' | 'discord'>().notNull(),
    /** `screen`: where somebody is now. `tell`: a sentence they asked to be sent. */
    kind: text().$type<'screen' | 'tell'>().notNull(),
    /** The account on that surface: those of one are sent in order, and one that cannot be reached delays nobody else. */
    recipient: text().notNull(),
    /** Canonical JSON of what the surface needs to find the place; no text of a person. */
    payload: text().notNull(),
    state: text().$type<'waiting' | 'dead'>().notNull(),
    attempts: integer().notNull(),
    nextTryAt: at().notNull(),
    failure: text(),
    createdAt: at().notNull(),
  },
  t => [
    index('outbox_due').on(t.surface, t.nextTryAt).where(sql`state = 'waiting'`),
    index('outbox_recipient').on(t.surface, t.recipient, t.createdAt).where(sql`state = 'waiting'`),
    uniqueIndex('outbox_screen').on(t.surface, t.recipient).where(sql`kind = 'screen'`),
  ],
)

/** What happened to somebody while away; shown on top of their next View. */
export const notices = pgTable(
  'notices',
  {
    id: uuid().primaryKey(),
    contributorId: uuid().$type<ContributorId>().notNull(),
    code: text().notNull(),
    /** Canonical JSON of the sentence's values. */
    payload: text().notNull(),
    createdAt: at().notNull(),
    shownAt: at(),
  },
  t => [index('notices_new').on(t.contributorId, t.createdAt).where(sql`shown_at is null`)],
)

/** Messages that are edited later: a round's card in its room. */
export const posts = pgTable(
  'posts',
  {
    id: uuid().primaryKey(),
    surface: text().notNull(),
    chat: text().notNull(),
    message: text().notNull(),
    subject: text().notNull(),
    viewHash: text().notNull(),
    editedAt: at().notNull(),
  },
  t => [unique('posts_subject').on(t.surface, t.chat, t.subject)],
)

/**
 * Chain writes: wanted -> signed (nonce, raw and hash stored) -> mined | failed. Re-broadcast in nonce order until mined, for a higher fee
 * where no block takes it; a mined one whose block is dropped goes back to signed.
 */
export const chainTransactions = pgTable(
  'chain_transactions',
  {
    id: uuid().primaryKey(),
    /** Names the effect (`settle:3`, `claim:3:0x..`), so that it is wanted once. */
    purpose: text().notNull().unique(),
    signer: text().$type<Signer>().notNull(),
    call: text().notNull(),
    state: text().$type<'wanted' | 'signed' | 'mined' | 'failed'>().notNull(),
    nonce: integer(),
    raw: text().$type<Hash>(),
    hash: text().$type<Hash>(),
    /** Versions of the same call at the same nonce that `raw` replaced for a higher fee, canonical JSON: any of them may be the one mined. */
    replaced: text(),
    /** Wei for fees: the most it may cost while it is signed, what it did cost once it is mined. */
    cost: signedColumn(),
    /** When it was first signed (its cost counts for that day), and when the newest version was. */
    signedAt: at(),
    offeredAt: at(),
    blockNumber: integer(),
    blockHash: text().$type<Hash>(),
    attempts: integer().notNull(),
    failure: text(),
    nextTryAt: at().notNull(),
    createdAt: at().notNull(),
  },
  t => [
    unique('chain_transactions_nonce').on(t.signer, t.nonce),
    index('chain_transactions_due').on(t.nextTryAt).where(sql`state in ('wanted', 'signed')`),
  ],
)
