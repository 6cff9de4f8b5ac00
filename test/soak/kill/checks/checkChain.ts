// The contract, read directly, against the ledger: totals, every campaign's slot, every wallet's claims and tokens.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createPublicClient, http, type PublicClient } from 'viem'
import { prlAbi, settlementAbi } from '../../../../contracts/bindings/abi.ts'
import type { Query } from './query.ts'

type Hex = `0x${string}`
type Place = { client: PublicClient; settlement: Hex; token: Hex; treasury: Hex }

export async function checkChain(query: Query, home: string): Promise<string[]> {
  const place = await openPlace(home)
  const balances = await readBalances(query)
  return [
    ...(await checkTotals(place, balances)),
    ...(await checkSlots(query, place, balances)),
    ...(await checkWallets(query, place, balances)),
  ]
}

async function openPlace(home: string): Promise<Place> {
  const read = async (name: string) => JSON.parse(await readFile(join(home, 'chain', name), 'utf8'))
  const { port } = (await read('anvil.json')) as { port: number }
  const { settlement, token, roles } = (await read('deployment.json')) as {
    settlement: Hex
    token: { address: Hex }
    roles: { treasury: Hex }
  }
  const client = createPublicClient({ transport: http(`http://127.0.0.1:${port}`), cacheTime: 0 })
  return { client, settlement, token: token.address, treasury: roles.treasury }
}

type Balances = ReadonlyMap<string, bigint>

async function readBalances(query: Query): Promise<Balances> {
  const rows = await query<{ account: string; amount: string }>(`select account, amount::text from balances`)
  return new Map(rows.map(row => [row.account, BigInt(row.amount)]))
}

const sumOf = (balances: Balances, isMeant: (account: string) => boolean) =>
  [...balances].reduce((sum, [account, amount]) => (isMeant(account) ? sum + amount : sum), 0n)

const differ = (what: string, ledger: bigint, chain: bigint) =>
  ledger === chain ? [] : [`${what}: the ledger says ${ledger}, the chain ${chain}`]

async function checkTotals({ client, settlement, token }: Place, balances: Balances): Promise<string[]> {
  const read = { address: settlement, abi: settlementAbi } as const
  const [published, claimed] = await client.readContract({ ...read, functionName: 'totals' })
  const held = await client.readContract({ ...read, functionName: 'held' })
  const custody = await client.readContract({
    address: token,
    abi: prlAbi,
    functionName: 'balanceOf',
    args: [settlement],
  })
  const [commons, treasury, withheld] = ['commons', 'treasury', 'withheld'].map(name => balances.get(name) ?? 0n) as [
    bigint,
    bigint,
    bigint,
  ]
  return [
    ...differ('held', sumOf(balances, one => one.startsWith('person:')) + commons + treasury, held),
    ...differ('published - claimed', sumOf(balances, one => one.startsWith('leaf:')) + withheld, published - claimed),
    ...differ('custody', -(balances.get('custody') ?? 0n), custody),
  ]
}

async function checkSlots(query: Query, { client, settlement }: Place, balances: Balances): Promise<string[]> {
  const campaigns = await query<{ id: string; chain: Hex }>(
    `select id::text, chain_id as chain from campaigns where chain_id is not null`,
  )
  const problems: string[] = []
  for (const { id, chain } of campaigns) {
    const read = { address: settlement, abi: settlementAbi, functionName: 'campaigns', args: [chain] } as const
    const { balance } = await client.readContract(read)
    problems.push(
      ...differ(
        `campaign ${id}`,
        sumOf(balances, one => one.startsWith(`campaign:${id}:`)),
        balance,
      ),
    )
  }
  return problems
}

/** Tokens only ever come to these wallets as claims, so what a wallet holds is what it was paid, to the unit. */
async function checkWallets(query: Query, place: Place, balances: Balances): Promise<string[]> {
  const leaves = await query<{ address: Hex; cumulative: string }>(
    `select address, cumulative::text from payout_leaves where epoch = (select max(epoch) from epochs where state = 'active')`,
  )
  const problems: string[] = []
  for (const { address, cumulative } of leaves) {
    const claimed = await place.client.readContract({
      address: place.settlement,
      abi: settlementAbi,
      functionName: 'claimed',
      args: [address],
    })
    const leaf = balances.get(`leaf:${address.toLowerCase()}`) ?? 0n
    problems.push(...differ(`wallet ${address}, unclaimed`, leaf, BigInt(cumulative) - claimed))
    if (address.toLowerCase() === place.treasury.toLowerCase()) continue
    const tokens = await place.client.readContract({
      address: place.token,
      abi: prlAbi,
      functionName: 'balanceOf',
      args: [address],
    })
    problems.push(...differ(`wallet ${address}, paid`, claimed, tokens))
    if (claimed < BigInt(cumulative)) problems.push(`wallet ${address} still waits for ${BigInt(cumulative) - claimed}`)
  }
  return problems
}

/** How many payments the ledger has seen arrive, and their sum in base units. */
export async function countPayments(query: Query): Promise<{ payments: number; sum: bigint; paydays: number }> {
  const [row] = await query<{ n: number; sum: string; paydays: number }>(
    `select (select count(*)::int from chain_events where kind = 'claimed') as n,
      (select coalesce(sum(-l.amount), 0)::text from posting_lines l join postings p on p.id = l.posting_id
        where p.key like 'chain:%' and l.account like 'leaf:%' and l.amount < 0) as sum,
      (select count(*)::int from epochs where state = 'active') as paydays`,
  )
  return { payments: row?.n ?? 0, sum: BigInt(row?.sum ?? 0), paydays: row?.paydays ?? 0 }
}
