// What the platform says of itself, and what a dead process must not keep from the living.
import type { Query } from './query.ts'

type Status = { books: { word: string; equations: { name: string; ledger: string; chain: string }[] } }

export async function checkStatus(query: Query, url: string): Promise<string[]> {
  const reply = await fetch(`${url}/api/status`)
  const { books } = (await reply.json()) as Status
  const problems = books.equations
    .filter(one => one.ledger !== one.chain)
    .map(one => `the status page says of ${one.name}: ledger ${one.ledger}, chain ${one.chain}`)
  if (books.word === 'different') problems.push('the status page says that ledger and chain differ')
  const leases = await query<{ name: string; holder: string; left: number }>(
    `select name, holder, extract(epoch from until - now())::int as left from leases where until > now() + interval '5 seconds'`,
  )
  // The chain's writer gives its lease back after each pass, so one that stays through our looks is held by nobody who lives.
  return [...problems, ...leases.map(one => `lease ${one.name} is held by ${one.holder} for ${one.left} s more`)]
}
