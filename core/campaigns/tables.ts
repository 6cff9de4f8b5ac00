import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { amountColumn, at, sealedColumn } from '../database/columns.ts'
import type { CampaignId, ContributorId, Hash, ItemId } from '../ids.ts'
import type { KindName } from '../kinds/kind.ts'
import type { MediaType } from '../kinds/media.ts'
import { contributors } from '../people/tables.ts'

/**
 * draft -> funded (deposit seen on chain) -> open <-> paused -> closed -> settled. Terms never change after opening:
 * they are hashed into the campaign's id on chain.
 */
export const campaigns = pgTable('campaigns', {
  id: uuid().$type<CampaignId>().primaryKey(),
  code: text().notNull().unique(),
  slug: text().notNull().unique(),
  requesterId: uuid()
    .$type<ContributorId>()
    .notNull()
    .references(() => contributors.id),
  requesterName: text().notNull(),
  title: text().notNull(),
  kind: text().$type<KindName>().notNull(),
  skill: text().notNull(),
  language: text().notNull(),
  purpose: text().notNull(),
  licence: text().notNull(),
  keptUntil: text().notNull(),
  kindInWords: text().notNull(),
  usualSeconds: integer().notNull(),
  /** Lower median over people of their lower median of active seconds, once five have enough accepted answers. */
  measuredSeconds: integer(),
  measuredPeople: integer().notNull().default(0),
  minutesOfTest: integer().notNull(),
  passMark: integer().notNull(),
  /** Canonical JSON of the question, labels, limits. */
  ask: text().notNull(),
  /** What is hard to see in it, in the requester's words; null for work that anybody may meet. */
  hardToSee: text(),
  price: amountColumn().notNull(),
  votePrice: amountColumn().notNull(),
  floorPerHour: amountColumn().notNull(),
  topUpCapBps: integer().notNull(),
  feeBps: integer().notNull(),
  commonsShareBps: integer().notNull(),
  reviewShareBps: integer().notNull(),
  goldSharePpm: integer().notNull(),
  krefPpm: integer().notNull(),
  overlapMin: integer().notNull(),
  overlapMax: integer().notNull(),
  stopAtPpm: integer().notNull(),
  leaseSeconds: integer().notNull(),
  reviewTermSeconds: integer().notNull(),
  panelSize: integer().notNull(),
  /** Canonical JSON of all terms above, and its keccak: `manifestHash` of the campaign on chain. */
  termsText: text().notNull(),
  termsHash: text().$type<Hash>().notNull(),
  chainSalt: text().$type<Hash>().notNull(),
  chainId: text().$type<Hash>(),
  expiresAt: at().notNull(),
  state: text().$type<'draft' | 'funded' | 'open' | 'paused' | 'closed' | 'settled'>().notNull(),
  createdAt: at().notNull(),
  openedAt: at(),
  closedAt: at(),
})

export const guideVersions = pgTable(
  'guide_versions',
  {
    campaignId: uuid()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id),
    version: integer().notNull(),
    /** Canonical JSON: [{ rule, text }]. */
    rules: text().notNull(),
    createdAt: at().notNull(),
  },
  t => [primaryKey({ columns: [t.campaignId, t.version] })],
)

/**
 * What is asked, immutable and content-hashed. `live` items become annotations; `check` items are gold tasks, shown like
 * live ones; `practice` and `test` items teach and qualify. State: open -> decided; open -> held (reported) -> open | retired.
 */
export const items = pgTable(
  'items',
  {
    id: uuid().$type<ItemId>().primaryKey(),
    campaignId: uuid()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id),
    externalId: text().notNull(),
    position: integer().notNull(),
    role: text().$type<'live' | 'practice' | 'test' | 'check'>().notNull(),
    kind: text().$type<KindName>().notNull(),
    /** Canonical JSON { kind, ask, content }: the text that was hashed. */
    contentText: text().notNull(),
    contentHash: text().$type<Hash>().notNull(),
    /** Canonical JSON of the right answer, for practice, test and check items; kept for live ones that bring it, never used to pay. */
    truthText: text(),
    why: text(),
    rule: integer(),
    isHard: boolean().notNull(),
    state: text().$type<'open' | 'decided' | 'held' | 'retired'>().notNull(),
    /** Answers asked for now, between the campaign's two overlaps. */
    wanted: integer().notNull(),
    /** Answers in and leases out. An item is handed out while taken < wanted. */
    taken: integer().notNull(),
    /** Somebody has had it in hand. Set by a trigger, with the next one. */
    isTouched: boolean().notNull().default(false),
    /**
     * Number of the transaction since which it can be handed out, the place in the line: a person who has come past it comes
     * past it again where it opens again (migration 0003).
     */
    openedIn: bigint({ mode: 'number' }).notNull().default(sql`(pg_current_xact_id()::text)::bigint`),
    confidencePpm: integer().notNull(),
    decidedAt: at(),
    createdAt: at().notNull(),
  },
  t => [
    unique('items_external').on(t.campaignId, t.externalId),
    unique('items_content').on(t.campaignId, t.role, t.contentHash),
    index('items_next').on(t.campaignId, t.role, t.state, t.position),
    // What can be handed out and nothing else, in the order in which it is.
    index('items_line')
      .on(t.campaignId, t.role, t.isTouched, t.openedIn, t.position, t.id)
      .where(sql`state = 'open' and taken < wanted`),
  ],
)

/**
 * Files beside items, by the hash of their bytes as stored (data folder, `media/<sha256>`). Which item shows one, under which words,
 * stands in the item's own text.
 */
export const media = pgTable('media', {
  sha256: text().primaryKey(),
  /** As the bytes say, never as a name or a server did. */
  type: text().$type<MediaType>().notNull(),
  bytes: integer().notNull(),
  width: integer(),
  height: integer(),
  seconds: integer(),
  /** SHA-256 of a smaller picture in the same folder; null where it is small itself, or none could be drawn. */
  thumbnail: text(),
  createdAt: at().notNull(),
})

/** Where a campaign's media came from: what was fetched once is not fetched again. */
export const mediaSources = pgTable(
  'media_sources',
  {
    campaignId: uuid()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id),
    /** `url:` and the address, or `bytes:` and the SHA-256 of a file before its metadata were taken out. */
    source: text().notNull(),
    sha256: text()
      .notNull()
      .references(() => media.sha256),
    fetchedAt: at().notNull(),
  },
  t => [primaryKey({ columns: [t.campaignId, t.source] })],
)

export const imports = pgTable(
  'imports',
  {
    id: uuid().primaryKey(),
    campaignId: uuid()
      .$type<CampaignId>()
      .notNull()
      .references(() => campaigns.id),
    fileName: text().notNull(),
    fileHash: text().notNull(),
    rows: integer().notNull(),
    added: integer().notNull(),
    createdAt: at().notNull(),
  },
  t => [unique('imports_file').on(t.campaignId, t.fileHash)],
)

export const itemReports = pgTable(
  'item_reports',
  {
    id: uuid().primaryKey(),
    itemId: uuid()
      .$type<ItemId>()
      .notNull()
      .references(() => items.id),
    contributorId: uuid().$type<ContributorId>().notNull(),
    reason: text().notNull(),
    createdAt: at().notNull(),
    resolvedAt: at(),
  },
  t => [index('item_reports_open').on(t.itemId)],
)

export const guideQuestions = pgTable(
  'guide_questions',
  {
    id: uuid().primaryKey(),
    campaignId: uuid().$type<CampaignId>().notNull(),
    itemId: uuid().$type<ItemId>().notNull(),
    contributorId: uuid().$type<ContributorId>().notNull(),
    question: sealedColumn().notNull(),
    createdAt: at().notNull(),
    answeredAt: at(),
    rule: integer(),
  },
  t => [foreignKey({ columns: [t.campaignId], foreignColumns: [campaigns.id] })],
)
