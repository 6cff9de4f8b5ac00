import { createTestClient, http } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amount } from '../../core/amount.ts'
import { findCampaign } from '../../core/campaigns/store.ts'
import { balanceOf } from '../../core/money/store.ts'
import type { Chain } from '../../core/outbox/chain.ts'
import { wantTransaction } from '../../core/outbox/chainStore.ts'
import { retryTransaction } from '../../core/outbox/retryTransaction.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import { Fault } from '../../core/refusals.ts'
import { chainEvents } from '../../core/settlement/tables.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { send } from '../chain/openLocalChain.ts'
import { type BuiltCampaign, must, purses, TOKEN } from '../support/builders.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld, openChain } from './chain.ts'

describe('when chain or process fail', { timeout: 120_000 }, () => {
  let here: ChainWorld
  let campaign: BuiltCampaign
  beforeAll(async () => {
    here = await aChainWorld()
    campaign = await aFundedCampaign(here, 10n * TOKEN)
  }, 120_000)
  afterAll(() => here.end(), 60_000)

  const topUp = async (tokens: bigint) =>
    must(
      await here.world.turn(ctx =>
        topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(tokens * TOKEN) }),
      ),
    )
  const free = async () => (await purses(here.world, campaign.campaignId))['free']
  const transactions = () => here.world.turn(ctx => ctx.db.select().from(chainTransactions))
  const _chainId = async () =>
    (await here.world.turn(ctx => findCampaign(ctx.db, campaign.campaignId)))!.chainId as `0x${string}`
  const _node = () => createTestClient({ mode: 'anvil', transport: http(here.local.rpcUrl), cacheTime: 0 })

  it('sends again, as it was signed, what was stored when the process died before sending', async () => {
    await topUp(1n)
    const dying: Chain = {
      ...here.chain,
      broadcast: () => Promise.reject(new Error('killed')),
    }
    const before = await here.chain.transactionCount('requester')
    await expect(here.write(dying)).rejects.toThrow('killed')
    expect(await here.chain.transactionCount('requester')).toBe(before)
    const stored = (await transactions()).find(row => row.state === 'signed')
    expect(stored).toMatchObject({ nonce: before })
    await here.settleDown()
    const after = (await transactions()).find(row => row.id === stored!.id)
    expect(after).toMatchObject({ state: 'mined', hash: stored!.hash, nonce: before })
    expect(await here.chain.transactionCount('requester')).toBe(before + 2)
    expect(await free()).toBe(11n * TOKEN)
  })

  it('lets only one process write, until its lease lapses', async () => {
    const { world } = here
    await topUp(1n)
    const sleeping: Chain = {
      ...here.chain,
      broadcast: async raw => {
        expect(await here.write(here.chain, 'two')).toBeUndefined()
        await here.chain.broadcast(raw)
      },
    }
    await here.write(sleeping, 'one')
    expect(await free()).toBe(11n * TOKEN)
    const slept: Chain = {
      ...here.chain,
      sign: async (call, nonce) => {
        const signed = await here.chain.sign(call, nonce)
        world.advance(600)
        await here.write(here.chain, 'two')
        return signed
      },
    }
    await topUp(1n)
    await expect(here.write(slept, 'one')).rejects.toThrow('lease')
    await here.settleDown()
    expect(await free()).toBe(13n * TOKEN)
    const nonces = (await transactions()).flatMap(row => (row.nonce === null ? [] : [row.nonce]))
    expect(new Set(nonces).size).toBe(nonces.length)
  })

  it('waits for a node that answers late, twice, or beside the question', async () => {
    await topUp(1n)
    const asked = new Map<string, number>()
    // As long as its index is behind its count of transactions.
    const isLate = (hash: string) => {
      asked.set(hash, (asked.get(hash) ?? 0) + 1)
      return (asked.get(hash) ?? 0) <= 3
    }
    const strange: Chain = {
      ...here.chain,
      broadcast: async raw => {
        await here.chain.broadcast(raw)
        await here.chain.broadcast(raw)
      },
      receipt: hash => (isLate(hash) ? Promise.resolve(undefined) : here.chain.receipt(hash)),
      events: async (from, to) =>
        [...(await here.chain.events(from, to)), ...(await here.chain.events(from, to))].reverse(),
    }
    for (let pass = 0; pass < 6; pass++) {
      await here.write(strange)
      here.world.advance(30)
    }
    await here.local.mine(3)
    await here.read({ ...here.chain, events: () => Promise.resolve([]) })
    expect(await free()).toBe(13n * TOKEN)
    await here.read(strange)
    expect(await free()).toBe(14n * TOKEN)
    await here.read(strange)
    expect(await free()).toBe(14n * TOKEN)
  })

  it('serves settling and relaying from one account, as a live platform does', async () => {
    const { local } = here
    const { publisher, requester } = local.accounts
    const accounts = { publisher, relayer: publisher, requester }
    const shared = openChain({ rpcUrl: local.rpcUrl, deployment: local.deployment, accounts })
    const before = await shared.transactionCount('publisher')
    // Calls that fail at the contract do not matter here: two that succeed for anybody do.
    for (const [signer, purpose] of [
      ['publisher', 'approve:one'],
      ['relayer', 'approve:two'],
      ['publisher', 'approve:three'],
    ] as const) {
      const call = { kind: 'approve', signer, amount: amount(1n) } as never
      await here.world.turn(ctx => wantTransaction(ctx, { purpose, call }))
      await here.write(shared)
      await here.local.mine(1)
      await here.write(shared)
    }
    expect(await shared.transactionCount('publisher')).toBe(before + 3)
    const own = (await transactions()).filter(row => /^approve:(one|two|three)$/.test(row.purpose))
    expect(own.map(row => row.state)).toEqual(['mined', 'mined', 'mined'])
    expect(own.map(row => row.nonce).sort()).toEqual([before, before + 1, before + 2])
  })

  it('puts off what an unreachable node cannot take, and loses nothing of it', async () => {
    await topUp(1n)
    const silent: Chain = {
      ...here.chain,
      sign: () => Promise.reject(new Fault('the node does not answer', { retry: 'later' })),
    }
    await expect(here.write(silent)).rejects.toThrow('does not answer')
    here.world.advance(600)
    await here.settleDown()
    expect(await free()).toBe(15n * TOKEN)
  })

  it('gives a refused call up after some tries, loudly, and wants it again when a person says so', async () => {
    const { world } = here
    const nobody = `0x${'11'.repeat(32)}` as const
    const call = { kind: 'topUp', signer: 'requester', id: nobody, amount: amount(TOKEN) } as const
    await world.turn(ctx => wantTransaction(ctx, { purpose: 'topUp:nobody', call }))
    for (let pass = 0; pass < 8; pass++) {
      await here.write()
      world.advance(600)
    }
    const row = (await transactions()).find(one => one.purpose === 'topUp:nobody')
    expect(row).toMatchObject({ state: 'failed', nonce: null })
    expect(row!.failure).toContain('Settlement_CampaignUnknown')
    expect(world.logged.some(line => line.level === 'error' && line.message === row!.failure)).toBe(true)
    expect(await world.turn(ctx => retryTransaction(ctx, { purpose: 'topUp:nobody' }))).toBe(true)
    expect((await transactions()).find(one => one.purpose === 'topUp:nobody')).toMatchObject({ state: 'wanted' })
  })
})

describe('when blocks vanish', { timeout: 120_000 }, () => {
  let here: ChainWorld
  let campaign: BuiltCampaign
  beforeAll(async () => {
    here = await aChainWorld()
    campaign = await aFundedCampaign(here, 10n * TOKEN)
  }, 120_000)
  afterAll(() => here.end(), 60_000)
  const node = () => createTestClient({ mode: 'anvil', transport: http(here.local.rpcUrl), cacheTime: 0 })
  const free = async () => (await purses(here.world, campaign.campaignId))['free']
  const idOnChain = async () =>
    (await here.world.turn(ctx => findCampaign(ctx.db, campaign.campaignId)))!.chainId as `0x${string}`

  it('sends its own transactions again, and keeps what was mined again', async () => {
    const { world } = here
    const snapshot = await node().snapshot()
    must(await world.turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(TOKEN) })))
    await here.write()
    await here.read()
    expect(await free()).toBe(11n * TOKEN)
    await node().revert({ id: snapshot })
    // Behind and equal as far as it goes: perhaps only late, so nothing is taken back.
    expect(await here.read()).toMatchObject({ dropped: 0 })
    const wrote = await here.write()
    expect(wrote).toMatchObject({ signed: 0, mined: 2 })
    await here.local.mine(4)
    const read = await here.read()
    expect(read).toMatchObject({ dropped: 0 })
    expect(await free()).toBe(11n * TOKEN)
    const { campaign: slot } = here.chain
    expect((await slot(await idOnChain())).balance).toBe(11n * TOKEN)
    const events = await world.turn(ctx => ctx.db.select().from(chainEvents))
    for (const event of events) {
      expect(await here.chain.blockHash(BigInt(event.blockNumber))).toBe(event.blockHash)
    }
  })

  it('mirrors what somebody else sent and what nobody sends again', async () => {
    const { world, chain, local } = here
    const id = await idOnChain()
    await local.mine(1)
    await here.read()
    const snapshot = await node().snapshot()
    await send(chain, { kind: 'approve', signer: 'requester', amount: amount(5n * TOKEN) })
    await send(chain, { kind: 'topUp', signer: 'requester', id, amount: amount(5n * TOKEN) })
    await here.read()
    expect(await free()).toBe(16n * TOKEN)
    await node().revert({ id: snapshot })
    await local.mine(5)
    expect(await here.read()).toMatchObject({ dropped: 1 })
    expect(await free()).toBe(11n * TOKEN)
    expect(await world.turn(ctx => balanceOf(ctx.db, 'custody'))).toBe(-11n * TOKEN)
    expect(await here.read()).toMatchObject({ dropped: 0, events: 0 })
  })

  it('refuses to sign when the chain knows transactions that the database does not', async () => {
    const { world, chain } = here
    await send(chain, { kind: 'approve', signer: 'requester', amount: amount(TOKEN) })
    must(await world.turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(TOKEN) })))
    await expect(here.write()).rejects.toMatchObject({ retry: 'never' })
    expect(await chain.transactionCount('requester')).toBeGreaterThan(0)
    const rows = await world.turn(ctx => ctx.db.select().from(chainTransactions))
    expect(rows.filter(row => row.state === 'wanted')).toHaveLength(2)
  })
})
