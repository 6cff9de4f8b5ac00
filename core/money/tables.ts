import { index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { at, signedColumn } from '../database/columns.ts'
import type { PostingId } from '../ids.ts'

/** One event of money; its lines sum to zero (a deferred trigger refuses the commit otherwise). `key` makes it happen once. */
export const postings = pgTable(
  'postings',
  {
    id: uuid().$type<PostingId>().primaryKey(),
    key: text().notNull().unique(),
    reason: text().notNull(),
    epoch: integer(),
    createdAt: at().notNull(),
  },
  t => [index('postings_epoch').on(t.epoch)],
)

export const postingLines = pgTable(
  'posting_lines',
  {
    postingId: uuid()
      .$type<PostingId>()
      .notNull()
      .references(() => postings.id),
    account: text().notNull(),
    amount: signedColumn().notNull(),
  },
  t => [primaryKey({ columns: [t.postingId, t.account] }), index('posting_lines_account').on(t.account)],
)

/** Running balance of every account. Only `custody` (minus what the contract holds for us) may be negative: a trigger. */
export const balances = pgTable('balances', { account: text().primaryKey(), amount: signedColumn().notNull() })
