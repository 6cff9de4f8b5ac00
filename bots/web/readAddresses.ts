// Where somebody reads all of a text on a page: an address of their own that works without their chat's session, for a day or two. What it
// leads to is checked again when it is opened: a task that went to somebody else, or an answer that was taken back, is not shown.
import type { BaseContext, ContributorId } from '@perle/core'

const DAY_MS = 86_400_000

export function readAddresses({ vault, now }: Pick<BaseContext, 'vault' | 'now'>) {
  // Short enough for a path (94 characters), and 128 bits of key.
  const keyOf = (facts: string) => vault.keyedHash(`read:${facts}`).slice(0, 32)
  const today = () => Math.floor(now().getTime() / DAY_MS)
  return {
    of(contributorId: ContributorId, payload: string): string {
      const person = Buffer.from(contributorId.replaceAll('-', ''), 'hex').toString('base64url')
      const facts = [(today() + 1).toString(36), person, ...payload.split('|')].join('~')
      return `/r/${facts}~${keyOf(facts)}`
    },
    /** Undefined for one that was not made here, or too long ago. */
    read(once: string): { contributorId: ContributorId; payload: string } | undefined {
      const at = once.lastIndexOf('~')
      const facts = once.slice(0, at)
      if (at < 0 || once.slice(at + 1) !== keyOf(facts)) return undefined
      const [until = '', person = '', ...payload] = facts.split('~')
      if (Number.parseInt(until, 36) < today()) return undefined
      const hex = Buffer.from(person, 'base64url').toString('hex')
      const id = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
      return { contributorId: id as ContributorId, payload: payload.join('|') }
    },
  }
}
