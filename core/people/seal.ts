// Sealing and opening a person's text with the key of that person.
import type { Context } from '../context.ts'
import type { Sealed } from '../database/columns.ts'
import type { ContributorId } from '../ids.ts'
import { assert } from '../refusals.ts'
import { keySaltsOf } from './store.ts'

/** Seals text of a living person; the caller has cleaned and measured it. */
export async function sealFor(ctx: Context, contributorId: ContributorId, text: string): Promise<Sealed> {
  const salt = (await keySaltsOf(ctx.db, [contributorId])).get(contributorId)
  assert(salt !== undefined, 'text was sealed for a person who is erased or unknown')
  return ctx.vault.seal(text, salt, ctx.randomBytes(12))
}

/** The text, or undefined when its author is erased. */
export async function openFor(
  ctx: Context,
  contributorId: ContributorId,
  sealed: Sealed | null,
): Promise<string | undefined> {
  return (await openAll(ctx, [{ contributorId, sealed }]))[0]
}

/** Many at once, one query for the keys; the order of `rows` is kept. */
export async function openAll(
  ctx: Context,
  rows: { contributorId: ContributorId; sealed: Sealed | null }[],
): Promise<(string | undefined)[]> {
  const people = rows.filter(row => row.sealed !== null).map(row => row.contributorId)
  const salts = await keySaltsOf(ctx.db, [...new Set(people)])
  return rows.map(row => {
    const salt = salts.get(row.contributorId)
    return salt === undefined || row.sealed === null ? undefined : ctx.vault.open(row.sealed, salt)
  })
}
