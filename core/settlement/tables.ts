import { boolean, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { amountColumn, at, signedColumn } from '../database/columns.ts'
import type { Address, CampaignId, ContributorId, Hash, SubmissionId, VoteId } from '../ids.ts'
import { submissions } from '../work/tables.ts'

/**
 * closed (manifest frozen, settle queued) -> settled (seen on chain) -> active (claimable); settled -> vetoed. A vetoed one keeps
 * `settledAt` until the chain has unwound it; then the same number closes again.
 */
export const epochs = pgTable('epochs', {
  epoch: integer().primaryKey(),
  state: text().$type<'closed' | 'settled' | 'active' | 'vetoed'>().notNull(),
  cutOffAt: at().notNull(),
  /** Holds and delays were treated as elapsed ("pay out now", end of a simulation). */
  isFlush: boolean().notNull(),
  headText: text().notNull(),
  manifestHash: text().$type<Hash>().notNull(),
  headHash: text().$type<Hash>().notNull(),
  /** Canonical JSON of the ten words of the header. */
  headerText: text().notNull(),
  published: amountColumn().notNull(),
  heldAfter: amountColumn().notNull(),
  withheld: amountColumn().notNull(),
  heldDelta: signedColumn().notNull(),
  tx: text().$type<Hash>(),
  settledAt: at(),
  activeAt: at(),
  /** When the block of its settle could no longer vanish; the next epoch closes only after it. */
  finalizedAt: at(),
  closedAt: at().notNull(),
})

/** Parts of a manifest, named by the SHA-256 of their bytes; a long one is cut into several files in order of position. */
export const epochParts = pgTable(
  'epoch_parts',
  {
    epoch: integer().notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    sha256: text().$type<Hash>().notNull(),
    text: text().notNull(),
  },
  t => [primaryKey({ columns: [t.epoch, t.position] }), index('epoch_parts_sha256').on(t.sha256)],
)

/** One thing that earned, settled once. Who it belongs to is public only as a salted link; erasure empties the salts. */
export const rewardRows = pgTable(
  'reward_rows',
  {
    rowId: text().$type<Hash>().primaryKey(),
    epoch: integer().notNull(),
    kind: text().$type<'answer' | 'vote' | 'stipend' | 'repair' | 'share'>().notNull(),
    basis: text().notNull(),
    submissionId: uuid().$type<SubmissionId>(),
    voteId: uuid().$type<VoteId>(),
    campaignId: uuid().$type<CampaignId>(),
    contributorId: uuid().$type<ContributorId>(),
    skill: text().notNull(),
    isGold: boolean().notNull(),
    /** Evidence in ppm; `s` is relative to the campaign's reference and signed. */
    truthPpm: integer().notNull(),
    elsewherePpm: integer().notNull(),
    needPpm: integer().notNull(),
    scorePpm: integer().notNull(),
    factorPpm: integer().notNull(),
    peff: amountColumn().notNull(),
    q: integer().notNull(),
    mBps: integer().notNull(),
    cap: amountColumn().notNull(),
    pay: amountColumn().notNull(),
    rowSalt: text().$type<Hash>(),
    linkSalt: text().$type<Hash>(),
    linkCommit: text().$type<Hash>().notNull(),
    settledAt: at().notNull(),
  },
  t => [
    index('reward_rows_person').on(t.contributorId, t.skill, t.settledAt),
    index('reward_rows_epoch').on(t.epoch),
    index('reward_rows_submission').on(t.submissionId),
  ],
)

export const payoutLeaves = pgTable(
  'payout_leaves',
  {
    epoch: integer().notNull(),
    address: text().$type<Address>().notNull(),
    cumulative: amountColumn().notNull(),
    /** Purpose of the transaction that was asked to pay it, alone or with others; null until then. */
    claimedBy: text(),
  },
  t => [primaryKey({ columns: [t.epoch, t.address] })],
)

/** Accepted answers recorded in an epoch's batch, in tree order. */
export const contributionLeaves = pgTable(
  'contribution_leaves',
  {
    epoch: integer().notNull(),
    position: integer().notNull(),
    submissionId: uuid()
      .$type<SubmissionId>()
      .notNull()
      .references(() => submissions.id),
    campaignHash: text().$type<Hash>().notNull(),
    commitment: text().$type<Hash>().notNull(),
    leaf: text().$type<Hash>().notNull(),
    /** The canonical annotation that was hashed, sealed under its author; null once erased. */
    annotation: text(),
    salt: text().$type<Hash>(),
  },
  t => [
    primaryKey({ columns: [t.epoch, t.position] }),
    uniqueIndex('contribution_leaves_submission').on(t.submissionId),
  ],
)

export const reputationLeaves = pgTable(
  'reputation_leaves',
  {
    epoch: integer().notNull(),
    position: integer().notNull(),
    contributorId: uuid().$type<ContributorId>(),
    skill: text().notNull(),
    meanPpm: integer().notNull(),
    lowPpm: integer().notNull(),
    highPpm: integer().notNull(),
    checked: integer().notNull(),
    subjectSalt: text().$type<Hash>(),
    leaf: text().$type<Hash>().notNull(),
  },
  t => [primaryKey({ columns: [t.epoch, t.position] })],
)

/** Block hashes along our reading cursor, to find the last common block after a reorg. */
export const chainBlocks = pgTable('chain_blocks', {
  number: integer().primaryKey(),
  hash: text().$type<Hash>().notNull(),
  /** Everything up to here is applied. */
  readAt: at().notNull(),
})

/** What the chain said, once per log. A dropped block's rows are mirrored in the ledger and removed. */
export const chainEvents = pgTable(
  'chain_events',
  {
    tx: text().$type<Hash>().notNull(),
    logIndex: integer().notNull(),
    blockNumber: integer().notNull(),
    blockHash: text().$type<Hash>().notNull(),
    kind: text().notNull(),
    /** Canonical JSON of the event. */
    text: text().notNull(),
    recordedAt: at().notNull(),
  },
  t => [primaryKey({ columns: [t.tx, t.logIndex] }), index('chain_events_block').on(t.blockNumber)],
)
