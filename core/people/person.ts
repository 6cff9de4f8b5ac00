import type { ContributorId } from '../ids.ts'
import type { contributors } from './tables.ts'

/** A person as scenes see them: an alias, never a platform's name or id. */
export type Person = {
  id: ContributorId
  alias: string
  role: 'contributor' | 'reviewer' | 'requester'
  locale: string
  isAdult: boolean
  /** Wants to be offered work that is hard to see. */
  seesHard: boolean
  isExcluded: boolean
  isErased: boolean
  createdAt: Date
  lastSeenAt: Date
}

export function personFrom(row: typeof contributors.$inferSelect): Person {
  return {
    id: row.id,
    alias: row.alias,
    role: row.role,
    locale: row.locale,
    isAdult: row.adultAt !== null,
    seesHard: row.seesHardAt !== null,
    isExcluded: row.excludedAt !== null,
    isErased: row.erasedAt !== null,
    createdAt: row.createdAt,
    lastSeenAt: row.lastSeenAt,
  }
}
