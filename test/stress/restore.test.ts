// A copy from yesterday meets what went on today: an old database the present chain, and an old chain the present database.
import { describe, expect, it } from 'vitest'
import { amount } from '../../core/amount.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { runTurn } from '../../core/inbox/runTurn.ts'
import { balancesUnder } from '../../core/money/store.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import { checkBooks } from '../../core/settlement/checkBooks.ts'
import { findEpoch } from '../../core/settlement/epochStore.ts'
import { chainEvents } from '../../core/settlement/tables.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { takeTask } from '../../core/work/takeTask.ts'
import { closeAll } from '../settlement/payday.ts'
import { aPerson, consent, must, TOKEN } from '../support/builders.ts'
import type { World } from '../support/world.ts'
import { aDrill, today, upToPayday, WALLET } from './drill.ts'

const stateOf = (world: World) =>
  world.turn(async ctx => ({
    balances: Object.fromEntries(await balancesUnder(ctx.db, '')),
    sent: (await ctx.db.select().from(chainTransactions)).map(row => `${row.purpose} ${row.state} ${row.hash}`).sort(),
    events: (await ctx.db.select().from(chainEvents)).map(row => `${row.kind} ${row.tx}`).sort(),
    epoch: (await findEpoch(ctx.db, 1))?.state,
  }))

describe('a copy from yesterday', { timeout: 120_000 }, () => {
  it('of the database signs nothing on the chain of today, says why, and lets people work', async () => {
    const drill = await aDrill()
    const { world } = drill
    const campaign = await upToPayday(drill)
    const dump = await world.database.dump()
    await today(drill, campaign)
    const restored = await openDatabase('memory:', { from: dump })
    try {
      const turn: World['turn'] = work => runTurn(restored, world.base, work)
      const old: World = { ...world, database: restored, turn }
      const counts = () =>
        Promise.all((['requester', 'publisher', 'relayer'] as const).map(one => drill.chain().transactionCount(one)))
      const [before, head] = [await counts(), (await drill.chain().state()).head]
      expect(await closeAll(old)).toMatchObject({ epoch: 1 })
      must(await turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(TOKEN) })))
      for (let pass = 0; pass < 3; pass++) {
        const refused = {
          retry: 'never',
          message: expect.stringMatching(/transactions of the requester, this database knows/),
        }
        await expect(drill.write(restored)).rejects.toMatchObject(refused)
        await drill.read(restored)
        world.advance(600)
      }
      expect(await counts()).toEqual(before)
      expect((await drill.chain().state()).head).toBe(head)
      const rows = await turn(ctx => ctx.db.select().from(chainTransactions))
      expect(rows.filter(row => row.state === 'wanted').map(row => row.nonce)).toEqual([null, null, null])
      const errors = world.logged.filter(line => line.level === 'error').map(line => line.message)
      expect(errors).toContain('the chain has settled an epoch that was not written here')
      const warned = world.logged.filter(line => line.level === 'warn').map(line => line.message)
      expect(warned.some(message => message.includes('has settled payday 1 already'))).toBe(true)
      const books = await checkBooks({ database: restored, base: world.base, chain: drill.chain() })
      expect(books).toMatchObject({ isEqual: false })
      const person = await aPerson(old, { skill: campaign.skill })
      await consent(old, person, campaign.campaignId)
      must(await turn(ctx => takeTask(ctx, { contributorId: person, campaignId: campaign.campaignId })))
    } finally {
      await restored.close()
      await drill.end()
    }
  })

  it('of the chain gets back everything that today has sent, as it was signed, and ends equal', async () => {
    const drill = await aDrill()
    const { world } = drill
    try {
      const campaign = await upToPayday(drill)
      const putBack = await drill.keepChain()
      await today(drill, campaign)
      const before = await stateOf(world)
      const paid = await drill.chain().tokenBalance(WALLET)
      expect(paid).toBeGreaterThan(0n)
      await putBack()
      expect(drill.local().origin).toBe('restored')
      expect(await drill.chain().tokenBalance(WALLET)).toBe(0n)
      for (let pass = 0; pass < 8; pass++) {
        // As the background does: a pass may find that what it waits for is not mined yet.
        await drill.settleDown().catch((fault: { retry?: unknown }) => expect(fault.retry).toBe('later'))
        world.advance(20)
      }
      expect(await stateOf(world)).toEqual(before)
      expect(await drill.chain().tokenBalance(WALLET)).toBe(paid)
      expect(await drill.books()).toMatchObject({ isEqual: true })
    } finally {
      await drill.end()
    }
  })
})
