import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, unique, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { at, sealedColumn } from '../database/columns.ts'
import type { CampaignId, ConsentId, ContributorId, IdentityId } from '../ids.ts'

/** A person, apart from the accounts they come with. Erasing empties every column but id and times. */
export const contributors = pgTable('contributors', {
  id: uuid().$type<ContributorId>().primaryKey(),
  /** Two words; what Views and logs say instead of a platform's name. */
  alias: text().notNull(),
  role: text().$type<'contributor' | 'reviewer' | 'requester'>().notNull().default('contributor'),
  locale: text().notNull().default('en'),
  /** Simulated people of local mode; never set on a person. */
  actor: text(),
  createdAt: at().notNull(),
  lastSeenAt: at().notNull(),
  /** When the person said to be 18 or older. */
  adultAt: at(),
  /** Since when they want to be offered work that is hard to see; null: never. */
  seesHardAt: at(),
  excludedAt: at(),
  erasedAt: at(),
  /** Salt of the key that seals this person's text; without it the text is gone for good. Emptied on erasure. */
  keySalt: text(),
  /** Secret of the salted link between reward rows and the person, 0x and 64 hex digits. Emptied on erasure. */
  accountKey: text(),
  /** After erasure: hash of the code that opens what was not paid yet, and how long it is kept. */
  claimCodeHash: text(),
  claimCodeUntil: at(),
})

/** An account on a platform. Many per person: joining two people moves the rows. */
export const identities = pgTable(
  'identities',
  {
    id: uuid().$type<IdentityId>().primaryKey(),
    contributorId: uuid()
      .$type<ContributorId>()
      .notNull()
      .references(() => contributors.id),
    platform: text().$type<'web' | 'telegram' | 'discord'>().notNull(),
    platformId: text().notNull(),
    createdAt: at().notNull(),
    /** Since when the platform lets nothing through to them (they blocked the bot); their work stays. */
    unreachableAt: at(),
  },
  t => [
    unique('identities_platform_id').on(t.platform, t.platformId),
    index('identities_contributor').on(t.contributorId),
  ],
)

/** The words one agrees to, per campaign and version; the hash is over the stored text. */
export const agreements = pgTable(
  'agreements',
  {
    id: uuid().primaryKey(),
    campaignId: uuid().$type<CampaignId>().notNull(),
    version: integer().notNull(),
    text: text().notNull(),
    textHash: text().notNull(),
    createdAt: at().notNull(),
  },
  t => [unique('agreements_version').on(t.campaignId, t.version)],
)

/** Individual, explicit, per campaign, revocable. Assignments point here with all three columns: no consent, no work. */
export const consents = pgTable(
  'consents',
  {
    id: uuid().$type<ConsentId>().primaryKey(),
    contributorId: uuid()
      .$type<ContributorId>()
      .notNull()
      .references(() => contributors.id),
    campaignId: uuid().$type<CampaignId>().notNull(),
    agreementId: uuid()
      .notNull()
      .references(() => agreements.id),
    surface: text().notNull(),
    agreedAt: at().notNull(),
    withdrawnAt: at(),
  },
  t => [
    unique('consents_of_person').on(t.id, t.contributorId, t.campaignId),
    uniqueIndex('consents_one_live').on(t.contributorId, t.campaignId).where(sql`withdrawn_at is null`),
    check('consents_order', sql`withdrawn_at is null or withdrawn_at >= agreed_at`),
  ],
)

/** Addresses for pay. The old row keeps its times, so a payday can ask which one counted. */
export const wallets = pgTable(
  'wallets',
  {
    id: uuid().primaryKey(),
    contributorId: uuid()
      .$type<ContributorId>()
      .notNull()
      .references(() => contributors.id),
    /** Lower case. */
    address: text().$type<`0x${string}`>().notNull(),
    message: text().notNull(),
    signature: text().notNull(),
    confirmedAt: at().notNull(),
    /** A payday with a cut-off before this pays the wallet before, or waits. */
    countsFrom: at().notNull(),
    replacedAt: at(),
  },
  t => [
    uniqueIndex('wallets_one_live').on(t.contributorId).where(sql`replaced_at is null`),
    uniqueIndex('wallets_one_owner').on(t.address).where(sql`replaced_at is null`),
  ],
)

/** One attempt to link a wallet: open -> signed -> confirmed | refused; open, signed -> expired. */
export const walletLinks = pgTable(
  'wallet_links',
  {
    id: uuid().primaryKey(),
    contributorId: uuid()
      .$type<ContributorId>()
      .notNull()
      .references(() => contributors.id),
    /** The secret of the page's address. */
    once: text().notNull().unique(),
    firstWord: text().notNull(),
    secondWord: text().notNull(),
    nonce: text().notNull(),
    state: text().$type<'open' | 'signed' | 'confirmed' | 'refused' | 'expired'>().notNull(),
    address: text().$type<`0x${string}`>(),
    message: text(),
    signature: text(),
    createdAt: at().notNull(),
    expiresAt: at().notNull(),
  },
  t => [index('wallet_links_contributor').on(t.contributorId)],
)

/** "Talk to a person": never closed without a reply. */
export const supportCases = pgTable(
  'support_cases',
  {
    id: uuid().primaryKey(),
    code: text().notNull().unique(),
    contributorId: uuid().$type<ContributorId>().notNull(),
    topic: text().notNull(),
    question: sealedColumn().notNull(),
    reply: sealedColumn(),
    createdAt: at().notNull(),
    repliedAt: at(),
  },
  t => [foreignKey({ columns: [t.contributorId], foreignColumns: [contributors.id] })],
)
