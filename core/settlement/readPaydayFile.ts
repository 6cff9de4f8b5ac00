import type { Context } from '../context.ts'
import type { Hash } from '../ids.ts'
import { canonicalStrict } from '../proof/index.ts'
import { newestEpoch, partsOfEpoch } from './epochStore.ts'

/** Under which name a payday's file is kept beside the database. */
export function paydayFileName(epoch: number, manifestHash: Hash): string {
  return `${epoch}-${manifestHash.slice(2)}.json`
}

/** The name of the newest payday's file; undefined before the first. */
export async function newestPaydayFile(ctx: Context): Promise<string | undefined> {
  const row = await newestEpoch(ctx.db)
  return row === undefined ? undefined : paydayFileName(row.epoch, row.manifestHash)
}

/**
 * What is kept of the newest payday beside the database: nothing that its public pages do not show, and enough to close it again from an
 * older copy that still holds its answers.
 */
export async function readPaydayFile(ctx: Context): Promise<{ name: string; text: string } | undefined> {
  const row = await newestEpoch(ctx.db)
  if (row === undefined) return undefined
  const { epoch, isFlush, headText, manifestHash } = row
  const stored = await partsOfEpoch(ctx.db, epoch)
  const parts = stored.map(({ name, sha256, text }) => ({ name, sha256, text }))
  const text = canonicalStrict({ epoch, cutOffAt: row.cutOffAt.toISOString(), isFlush, headText, parts })
  return { name: paydayFileName(epoch, manifestHash), text }
}
