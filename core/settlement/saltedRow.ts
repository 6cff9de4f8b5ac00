// A row with its public name and its salted tie to a person. Pure: the salts come from outside.
import type { Hash } from '../ids.ts'
import { linkCommit, type ManifestInput, rowId } from '../proof/index.ts'
import type { RowDraft } from './rowDraft.ts'
import type { rewardRows } from './tables.ts'

export type SaltedRow = RowDraft & {
  rowId: Hash
  rowSalt: Hash
  linkSalt: Hash
  linkCommit: Hash
  /** Its person left: paid into the purse that is left of them, tied to nobody. */
  isUnlinked: boolean
}

/** `accountKey` undefined: the person left, and a key that is thrown away makes the link lead nowhere. */
export function saltRow(
  draft: RowDraft,
  accountKey: Hash | undefined,
  salts: { row: Hash; link: Hash; thrownAway: Hash },
): SaltedRow {
  const id = rowId(salts.row, draft.subject)
  return {
    ...draft,
    rowId: id,
    rowSalt: salts.row,
    linkSalt: salts.link,
    linkCommit: linkCommit(id, accountKey ?? salts.thrownAway, salts.link),
    isUnlinked: accountKey === undefined,
  }
}

/** As anybody sees it. `campaignHash`: the campaign's id on the chain. */
export function publicRow(row: SaltedRow, campaignHash: Hash | null): ManifestInput['rows'][number] {
  const { kind, basis, peff, q, mBps, cap } = row
  const campaignId = row.isByCommons || campaignHash === null ? '' : campaignHash
  return { rowId: row.rowId, campaignId, kind, basis, peff, q, mBps, cap, linkCommit: row.linkCommit, repairs: '' }
}

/** As it is stored; `settledAt` is the cut-off. */
export function storedRow(row: SaltedRow, epoch: number, settledAt: Date): typeof rewardRows.$inferInsert {
  const { evidence, isByCommons: _, subject: __, isUnlinked, ...columns } = row
  return {
    ...columns,
    epoch,
    settledAt,
    contributorId: isUnlinked ? null : row.contributorId,
    rowSalt: isUnlinked ? null : row.rowSalt,
    linkSalt: isUnlinked ? null : row.linkSalt,
    truthPpm: evidence.t,
    elsewherePpm: evidence.e,
    needPpm: evidence.n,
    peff: row.peff as never,
    cap: row.cap as never,
  }
}
