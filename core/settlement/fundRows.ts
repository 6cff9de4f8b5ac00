// Who pays each row: its campaign as far as its money reaches, then the commons, in order of age. Pure.
import type { CampaignId } from '../ids.ts'
import { feeOf } from '../proof/index.ts'
import type { RowDraft } from './rowDraft.ts'

export type Funder = {
  campaignId: CampaignId
  /** In order of age within each kind. */
  rows: readonly RowDraft[]
  review: bigint
  feeBps: number
  commonsShareBps: number
}

/**
 * Rows that are paid now. Answers have their reserve; votes are paid from the campaign's review money, fee included, and what that does
 * not cover, and all stipends, from the commons. Votes and stipends that nobody can pay are left for a later epoch.
 */
export function fundRows(
  funders: readonly Funder[],
  stipends: readonly RowDraft[],
  commonsBefore: bigint,
): { rows: RowDraft[]; waiting: RowDraft[] } {
  const rows: RowDraft[] = []
  const uncovered: RowDraft[] = []
  let commons = commonsBefore
  for (const { rows: own, review, feeBps, commonsShareBps } of funders) {
    const answers = own.filter(row => row.kind === 'answer')
    const pay = answers.reduce((sum, row) => sum + row.pay, 0n)
    let votes = 0n
    const covered = own.filter(row => {
      if (row.kind !== 'vote') return false
      const sum = votes + row.pay
      if (sum + feeOf({ pay: 0n, votes: sum, feeBps, commonsShareBps }).fee > review) {
        uncovered.push(row)
        return false
      }
      votes = sum
      return true
    })
    commons += feeOf({ pay, votes, feeBps, commonsShareBps }).commons
    rows.push(...answers, ...covered)
  }
  const waiting: RowDraft[] = []
  for (const row of [...uncovered, ...stipends]) {
    if (row.pay > commons) {
      waiting.push(row)
      continue
    }
    commons -= row.pay
    rows.push({ ...row, isByCommons: true })
  }
  return { rows, waiting }
}
