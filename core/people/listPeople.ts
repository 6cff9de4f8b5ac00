import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { peopleOn } from './store.ts'

export type LocalPerson = {
  id: ContributorId
  alias: string
  role: 'contributor' | 'reviewer' | 'requester'
  platformId: string
  about: string
}

const ABOUT = {
  contributor: 'answers questions',
  reviewer: 'answers, and judges the answers of others',
  requester: 'asks, and pays',
}

/** The people one may play in local mode, in the order in which they came. Simulated people are not among them. */
export async function listPeople(ctx: Context, input: { platform: 'web'; prefix: string }): Promise<LocalPerson[]> {
  const rows = await peopleOn(ctx.db, input.platform, input.prefix)
  return rows.map(({ contributors: person, identities: identity }) => ({
    id: person.id,
    alias: person.alias,
    role: person.role,
    platformId: identity.platformId,
    about: ABOUT[person.role],
  }))
}
