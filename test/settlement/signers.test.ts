// What an account may and can spend, and what is done with a transaction that no block takes.
import { createTestClient, http } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amount } from '../../core/amount.ts'
import type { Chain } from '../../core/outbox/chain.ts'
import { versionsOf } from '../../core/outbox/chainStore.ts'
import { writeChain } from '../../core/outbox/chainWriter.ts'
import { listTransactions } from '../../core/outbox/listTransactions.ts'
import { leftOf } from '../../core/outbox/spending.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import { readStatus } from '../../core/settlement/readStatus.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { send } from '../chain/openLocalChain.ts'
import { type BuiltCampaign, must, purses, TOKEN } from '../support/builders.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld } from './chain.ts'

const GWEI = 10n ** 9n

describe('a signer', { timeout: 120_000 }, () => {
  let here: ChainWorld
  let campaign: BuiltCampaign
  beforeAll(async () => {
    here = await aChainWorld()
    campaign = await aFundedCampaign(here, 10n * TOKEN)
  }, 120_000)
  afterAll(() => here.end(), 60_000)

  const node = () => createTestClient({ mode: 'anvil', transport: http(here.local.rpcUrl), cacheTime: 0 })
  const topUp = async () =>
    must(await here.world.turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(TOKEN) })))
  const free = async () => (await purses(here.world, campaign.campaignId))['free']
  const transactions = () => here.world.turn(ctx => ctx.db.select().from(chainTransactions))
  const signedRow = async () => {
    const row = (await transactions()).find(one => one.state === 'signed')
    if (row === undefined) throw new Error('nothing is signed')
    return row
  }
  const status = () => here.world.turn(readStatus)
  const write = (given: { spendCap?: bigint; chain?: Chain } = {}) =>
    writeChain({ ...here.world, chain: here.chain, holder: 'one', ...given })
  /** A block whose base fee is above what is offered takes nothing of ours. */
  const blockAt = async (baseFee: bigint) => {
    await node().setNextBlockBaseFeePerGas({ baseFeePerGas: baseFee })
    await node().mine({ blocks: 1 })
  }
  const untilPaid = async (tokens: bigint) => {
    await node().setAutomine(true)
    await node().mine({ blocks: 1 })
    for (let pass = 0; pass < 10 && (await free()) !== tokens * TOKEN; pass++) {
      here.world.advance(40)
      await here.settleDown()
    }
    expect(await free()).toBe(tokens * TOKEN)
  }

  it('offers what no block takes for more, at the same nonce, and keeps every version', async () => {
    await topUp()
    await node().setAutomine(false)
    await write()
    const first = await signedRow()
    await blockAt(500n * GWEI)
    here.world.advance(60)
    expect(await write()).toMatchObject({ raised: 0 })
    here.world.advance(90)
    expect(await write()).toMatchObject({ raised: 1, signed: 0 })
    const second = await signedRow()
    expect(second).toMatchObject({ id: first.id, nonce: first.nonce })
    expect(second.hash).not.toBe(first.hash)
    expect(versionsOf(second).map(one => one.hash)).toEqual([second.hash, first.hash])
    expect((second.cost ?? 0n) > (first.cost ?? 0n)).toBe(true)
    const [listed] = await here.world.turn(listTransactions)
    expect(listed).toMatchObject({
      kind: 'approve',
      state: 'signed',
      nonce: first.nonce,
      raised: 1,
      waitedSeconds: 150,
    })
    expect((await status()).transactions).toMatchObject({ sent: 1, oldestSeconds: 150 })
    await untilPaid(11n)
    const done = (await transactions()).find(row => row.id === first.id)
    expect(done).toMatchObject({ state: 'mined', hash: second.hash })
    expect((done?.cost ?? 0n) < (second.cost ?? 0n)).toBe(true)
    await blockAt(GWEI)
  })

  it('finds its transaction also where an older version is mined, and counts it once', async () => {
    await topUp()
    await node().setAutomine(false)
    await write()
    const first = await signedRow()
    here.world.advance(700)
    // It dies between storing the dearer version and sending it.
    const dying: Chain = { ...here.chain, broadcast: () => Promise.reject(new Error('killed')) }
    await expect(write({ chain: dying })).rejects.toThrow('killed')
    const second = await signedRow()
    expect(second.hash).not.toBe(first.hash)
    await node().mine({ blocks: 1 })
    await write()
    const done = (await transactions()).find(row => row.id === first.id)
    expect(done).toMatchObject({ state: 'mined', hash: first.hash, raw: first.raw, nonce: first.nonce })
    await untilPaid(12n)
    const nonces = (await transactions()).map(row => row.nonce)
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('stops at the cap of a day, says so, and goes on the next day', async () => {
    await topUp()
    const today = (await transactions()).reduce((sum, row) => sum + (row.cost ?? 0n), 0n)
    const pass = await write({ spendCap: today + 1n })
    expect(pass).toMatchObject({ signed: 0, troubles: [{ signer: 'requester', word: 'capped', has: '1' }] })
    expect((await status()).signers).toMatchObject([{ signer: 'requester', word: 'capped' }])
    // Also while it rests, and in the eyes of another process.
    expect(await write({ spendCap: today + 1n })).toMatchObject({ troubles: [{ word: 'capped' }] })
    expect((await here.world.turn(listTransactions)).map(row => row.failure)).toContainEqual(
      expect.stringMatching(/^capped: has 1, needs \d+ wei$/),
    )
    here.world.advance(86_400)
    expect(await write({ spendCap: 10n ** 18n })).toMatchObject({ troubles: [] })
    expect((await status()).signers).toEqual([])
    await untilPaid(13n)
  })

  it('does not raise a fee beyond the cap, and says that it is stuck', async () => {
    await topUp()
    await node().setAutomine(false)
    await write()
    await blockAt(500n * GWEI)
    here.world.advance(150)
    const pass = await write({ spendCap: 1n })
    expect(pass).toMatchObject({ raised: 0, troubles: [{ signer: 'requester', word: 'stuck' }] })
    expect((await status()).signers).toMatchObject([{ word: 'stuck' }])
    await untilPaid(14n)
    await blockAt(GWEI)
  })

  it('waits without coins for fees, says so, reads on, and goes on when it has some', async () => {
    await topUp()
    const address = here.chain.address('requester')
    const coins = await here.chain.coins('requester')
    await node().setBalance({ address, value: 1000n })
    expect(await write()).toMatchObject({
      signed: 0,
      troubles: [{ signer: 'requester', word: 'no funds', has: '1000' }],
    })
    expect((await status()).signers).toMatchObject([{ signer: 'requester', word: 'no funds' }])
    await here.local.mine(3)
    expect((await here.read()).block).toBeGreaterThan(0n)
    await node().setBalance({ address, value: coins })
    await untilPaid(15n)
    expect((await status()).signers).toEqual([])
  })

  it('tells why a transaction reverted in its block, by the name of the error and its arguments', async () => {
    const { chain } = here
    const id = (await chain.events(chain.deployedAtBlock, (await chain.latest()).number)).find(
      one => one.kind === 'opened',
    )
    if (id?.kind !== 'opened') throw new Error('no campaign')
    await send(chain, { kind: 'approve', signer: 'requester', amount: amount(TOKEN) })
    const call = { kind: 'topUp', signer: 'requester', id: id.id, amount: amount(TOKEN) } as const
    const nonce = await chain.transactionCount('requester')
    // Both are good alone; the allowance is enough for one.
    const [one, other] = [await chain.sign(call, nonce), await chain.sign(call, nonce + 1)]
    await node().setAutomine(false)
    await chain.broadcast(one.raw)
    await chain.broadcast(other.raw)
    await node().mine({ blocks: 1 })
    await node().setAutomine(true)
    expect(await chain.receipt(other.hash)).toMatchObject({ status: 'reverted' })
    expect(await chain.revertOf(other.hash)).toMatch(
      /^ERC20InsufficientAllowance\(spender: 0x[0-9a-fA-F]{40}, allowance: 0, needed: 1000000000000000000\)$/,
    )
  })
})

describe('what is left of a cap', () => {
  it('keeps a fifth for settling where one account also relays claims', () => {
    const both = ['publisher', 'relayer'] as const
    expect(leftOf(undefined, 10n, 'relayer', both)).toBeUndefined()
    expect(leftOf(100n, 70n, 'relayer', both)).toBe(10n)
    expect(leftOf(100n, 90n, 'relayer', both)).toBe(0n)
    expect(leftOf(100n, 90n, 'publisher', both)).toBe(10n)
    expect(leftOf(100n, 90n, 'relayer', ['relayer'])).toBe(10n)
  })
})
