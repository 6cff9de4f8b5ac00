import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { type Person, personFrom } from './person.ts'
import { findContributor } from './store.ts'

/** A person whom somebody has named before, apart from any account; not locked. */
export async function findPerson(ctx: Context, input: { contributorId: ContributorId }): Promise<Person | undefined> {
  const row = await findContributor(ctx.db, input.contributorId)
  return row === undefined ? undefined : personFrom(row)
}
