import type { Context } from '../context.ts'
import type { ItemId } from '../ids.ts'
import { findItem } from './store.ts'

export type KnownTruth = { truth: unknown; why: string | null; rule: number | null }

/** What is right for an item, where its file said so. For simulated people and for planted answers; never shown to a person at work. */
export async function knownTruth(ctx: Context, input: { itemId: ItemId }): Promise<KnownTruth | undefined> {
  const row = await findItem(ctx.db, input.itemId)
  if (row === undefined || row.truthText === null) return undefined
  return { truth: JSON.parse(row.truthText) as unknown, why: row.why, rule: row.rule }
}
