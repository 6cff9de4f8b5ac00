// A node that answers late, twice, wrongly or not at all: nothing is paid twice, nothing is lost, and the books are equal in the end.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amount } from '../../core/amount.ts'
import { findCampaign } from '../../core/campaigns/store.ts'
import type { Address, Hash } from '../../core/ids.ts'
import { leafAccount } from '../../core/money/ledger.ts'
import { balanceOf } from '../../core/money/store.ts'
import type { Chain } from '../../core/outbox/chain.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import { Fault } from '../../core/refusals.ts'
import { checkBooks } from '../../core/settlement/checkBooks.ts'
import { payoutsOf } from '../../core/settlement/epochStore.ts'
import { relayClaims } from '../../core/settlement/relayClaims.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { aLyingNode, type Lie, type LyingNode, raw, SILENCE, TORN } from '../emulators/lyingNode.ts'
import { type BuiltCampaign, must, purses, TOKEN } from '../support/builders.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld, openChain } from './chain.ts'
import { answerAll, aWallet, closeAll } from './payday.ts'

type Receipt = { transactionHash: Hash; status: Hash; blockHash: Hash; blockNumber: Hash; logs: unknown[] }
type Log = { transactionHash: Hash; logIndex: Hash; data: Hash; blockNumber: Hash }

const WALLET = `0x${'c1'.repeat(20)}` as Address
const ANOTHER = `0x${'5e'.repeat(32)}` as const
const only = (method: string, lie: Lie): Lie => {
  return (call, truth) => (call.method === method ? lie(call, truth) : truth())
}
const everything = (answer: unknown): Lie => {
  return () => answer
}
const receipts = (change: (receipt: Receipt) => unknown): Lie =>
  only('eth_getTransactionReceipt', async (_, truth) => {
    const receipt = (await truth()) as Receipt | null
    return receipt === null ? null : change(receipt)
  })
const logs = (change: (logs: Log[]) => unknown): Lie =>
  only('eth_getLogs', async (_, truth) => change((await truth()) as Log[]))
const flipped = (receipt: Receipt) => ({ ...receipt, status: receipt.status === '0x1' ? '0x0' : '0x1' })

const lies: [string, Lie][] = [
  ['says nothing at all', everything(SILENCE)],
  ['ends the connection in the middle of an answer', everything(TORN)],
  ['answers with a page for people', everything(raw(200, '<html>We will be right back</html>'))],
  ['answers 502', everything(raw(502, '<html>Bad gateway</html>'))],
  ['answers 429', everything(raw(429, '{"error":"slow down"}', 'application/json'))],
  ['answers half a JSON', everything(raw(200, '{"jsonrpc":"2.0","result":', 'application/json'))],
  ['answers null', everything(null)],
  ['answers words where a figure belongs', everything('soon')],
  ['serves another chain', only('eth_chainId', () => '0x1')],
  ['has used no nonce', only('eth_getTransactionCount', () => '0x0')],
  ['has used a thousand nonces', only('eth_getTransactionCount', () => '0x3e8')],
  ['has no receipts', receipts(() => null)],
  ['has receipts of nothing', receipts(() => 'soon')],
  ['answers with the receipt of another transaction', receipts(one => ({ ...one, transactionHash: ANOTHER }))],
  ['names another block in a receipt', receipts(one => ({ ...one, blockHash: ANOTHER }))],
  ['names the block before in a receipt', receipts(one => ({ ...one, blockNumber: '0x1' }))],
  ['turns the status of a receipt round', receipts(flipped)],
  ['turns it round and hides the logs', receipts(one => ({ ...flipped(one), logs: [] }))],
  ['tells each log twice', logs(all => [...all, ...all])],
  ['tells no log', logs(() => [])],
  ['makes up a log', logs(all => [...all, ...all.map(one => ({ ...one, logIndex: '0x63' }))])],
  ['makes a log larger', logs(all => all.map(one => ({ ...one, data: one.data.replace(/.{20}$/, 'f'.repeat(20)) })))],
  ['moves a log into another transaction', logs(all => all.map(one => ({ ...one, transactionHash: ANOTHER })))],
  ['moves a log into another block', logs(all => all.map(one => ({ ...one, blockNumber: '0x1' })))],
  [
    'refuses what it has taken',
    only('eth_sendRawTransaction', async (_, truth) => {
      await truth()
      return raw(503, 'busy')
    }),
  ],
  ['takes a transaction and forgets it', only('eth_sendRawTransaction', () => ANOTHER)],
  ['asks an absurd fee', only('eth_maxPriorityFeePerGas', () => '0x38d7ea4c68000')],
]

describe('a node that', { timeout: 60_000 }, () => {
  let here: ChainWorld
  let node: LyingNode
  let chain: Chain
  let campaign: BuiltCampaign
  beforeAll(async () => {
    here = await aChainWorld()
    node = await aLyingNode(here.local.rpcUrl)
    const { deployment, accounts } = here.local
    chain = openChain({ rpcUrl: node.url, deployment, accounts, patience_ms: 150 })
    campaign = await aFundedCampaign(here, 100n * TOKEN)
  }, 120_000)
  afterAll(async () => {
    await node.close()
    await here.end()
  }, 60_000)

  const free = async () => (await purses(here.world, campaign.campaignId))['free'] ?? 0n
  const slot = async () => {
    const row = await here.world.turn(ctx => findCampaign(ctx.db, campaign.campaignId))
    return (await here.chain.campaign(row?.chainId as Hash)).balance
  }
  const rows = () => here.world.turn(ctx => ctx.db.select().from(chainTransactions))
  /** As the background does it: what fails is a fault with one sentence, and comes again. */
  async function pass(): Promise<string[]> {
    const said: string[] = []
    for (const step of [() => here.write(chain), () => here.read(chain)]) {
      await step().catch((error: unknown) => {
        expect(error).toBeInstanceOf(Fault)
        said.push((error as Fault).message)
      })
    }
    await here.local.mine(3)
    here.world.advance(20)
    return said
  }

  it.each(lies)('%s costs nobody anything', async (_, lie) => {
    const before = await free()
    const sum = { campaignId: campaign.campaignId, amount: amount(TOKEN) }
    must(await here.world.turn(ctx => topUpOnChain(ctx, sum)))
    node.lie(lie)
    for (let n = 0; n < 2; n++) {
      for (const sentence of await pass()) {
        expect(sentence).toMatch(/^[^<>\n]{10,300}$/)
        expect(sentence).not.toContain('http://')
      }
      expect([before, before + TOKEN]).toContain(await free())
    }
    node.lie(undefined)
    for (let n = 0; n < 6 && (await free()) === before; n++) await pass()
    expect(await free()).toBe(before + TOKEN)
    expect(await slot()).toBe(before + TOKEN)
    const all = await rows()
    expect(all.filter(row => row.state !== 'mined')).toEqual([])
    expect(new Set(all.map(row => row.nonce)).size).toBe(all.length)
  })

  it('lies in another way at every look costs nobody their payday', async () => {
    const { world } = here
    const { people } = await answerAll(world, campaign, { people: 3, items: 3, checks: 3 })
    await aWallet(world, people[0] as never, WALLET)
    expect(await closeAll(world)).toMatchObject({ epoch: 1 })
    let asked = 0
    // Each method is answered rightly now and then, or nothing would ever move.
    node.lie((call, truth) => {
      const [, lie] = lies[++asked % lies.length] as [string, Lie]
      return asked % 3 === 0 ? lie(call, truth) : truth()
    })
    for (let n = 0; n < 8; n++) {
      await pass()
      await world.turn(ctx => relayClaims(ctx))
    }
    node.lie(undefined)
    for (let n = 0; n < 4; n++) {
      await pass()
      await world.turn(ctx => relayClaims(ctx))
    }
    const owed = await world.turn(ctx => payoutsOf(ctx.db, 1))
    const own = owed.find(leaf => leaf.address === WALLET)?.cumulative ?? 0n
    expect(own).toBeGreaterThan(0n)
    expect(await here.chain.tokenBalance(WALLET)).toBe(own)
    expect(await world.turn(ctx => balanceOf(ctx.db, leafAccount(WALLET)))).toBe(0n)
    await here.read()
    const books = await checkBooks({ database: world.database, base: world.base, chain: here.chain })
    expect(books).toMatchObject({ isEqual: true })
    const all = await rows()
    expect(all.filter(row => row.state !== 'mined')).toEqual([])
    expect(await here.chain.transactionCount('publisher')).toBe(1)
    // Everybody in one, the treasury too.
    expect(owed.length).toBe(2)
    expect(await here.chain.transactionCount('relayer')).toBe(1)
  })
})
