// `perle chain resync` in drills: a database from yesterday on the chain of today, and the other way round.
import { eq } from 'drizzle-orm'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { amount } from '../../core/amount.ts'
import type { OpenDatabase } from '../../core/database/database.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import type { SubmissionId } from '../../core/ids.ts'
import { runTurn } from '../../core/inbox/runTurn.ts'
import { balancesUnder } from '../../core/money/store.ts'
import type { Chain } from '../../core/outbox/chain.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import { checkBooks } from '../../core/settlement/checkBooks.ts'
import { findEpoch } from '../../core/settlement/epochStore.ts'
import { readPaydayFile } from '../../core/settlement/readPaydayFile.ts'
import type { PaydayFile } from '../../core/settlement/rebuildEpoch.ts'
import { relayClaims } from '../../core/settlement/relayClaims.ts'
import { resyncChain } from '../../core/settlement/resyncChain.ts'
import { chainEvents, rewardRows } from '../../core/settlement/tables.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { submissions } from '../../core/work/tables.ts'
import { send } from '../chain/openLocalChain.ts'
import { answerAll, closeAll, recomputed } from '../settlement/payday.ts'
import { type BuiltCampaign, must, TOKEN } from '../support/builders.ts'
import type { World } from '../support/world.ts'
import { aDrill, type Drill, today, upToPayday, WALLET } from './drill.ts'

describe('a database from yesterday on the chain of today', { timeout: 120_000 }, () => {
  let drill: Drill
  let campaign: BuiltCampaign
  let yesterday: Blob
  let restored: OpenDatabase
  let old: World
  let kept: PaydayFile | undefined
  let file: PaydayFile
  beforeAll(async () => {
    drill = await aDrill()
    campaign = await upToPayday(drill)
    yesterday = await drill.world.database.dump()
    await today(drill, campaign)
    file = readKept((await drill.world.turn(ctx => readPaydayFile(ctx)))?.text ?? '')
  }, 120_000)
  afterAll(() => drill.end(), 60_000)
  beforeEach(async () => {
    kept = file
    restored = await openDatabase('memory:', { from: yesterday })
    old = asWorld(restored)
  }, 60_000)
  afterEach(() => restored.close())

  const asWorld = (database: OpenDatabase): World => {
    const { world } = drill
    return { ...world, database, turn: work => runTurn(database, world.base, work) }
  }
  const resync = (options: { isDry?: boolean; chain?: Chain } = {}) =>
    resyncChain(
      { database: restored, base: drill.world.base, chain: options.chain ?? drill.chain() },
      { isDry: options.isDry ?? false, findPayday: async () => kept, place: '/home/paydays', holder: 'resync' },
    )
  const books = () => checkBooks({ database: restored, base: drill.world.base, chain: drill.chain() })
  const counts = () =>
    Promise.all((['requester', 'publisher', 'relayer'] as const).map(one => drill.chain().transactionCount(one)))

  it('is put right also after it has worked, read the chain, and closed a payday of its own', async () => {
    expect(await closeAll(old)).toMatchObject({ epoch: 1 })
    must(await old.turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(7n * TOKEN) })))
    await drill.read(restored)
    expect(await books()).toMatchObject({ isEqual: false })
    await expect(drill.write(restored)).rejects.toMatchObject({ retry: 'never' })

    const told = await resync()
    expect(told).toMatchObject({ isChanged: true })
    expect(told.found.map(finding => finding.says).join('\n')).toContain('had closed another payday 1')
    // The same sum for the same campaign again: what was sent yesterday counts as this wish, and is not sent twice.
    expect(told.found.map(finding => finding.says).join('\n')).toContain('from nonce 2 on; 2 of them were still wanted')
    expect((await stateOf(old)).balances).toEqual((await stateOf(drill.world)).balances)
    expect(await books()).toMatchObject({ isEqual: true })
    const paid = await drill.chain().tokenBalance(WALLET)
    await settleDown()
    await old.turn(ctx => relayClaims(ctx))
    await settleDown()
    expect(await drill.chain().tokenBalance(WALLET)).toBe(paid)
    const rows = await old.turn(ctx => ctx.db.select().from(chainTransactions))
    expect(rows.filter(row => row.state === 'wanted' || row.state === 'signed')).toEqual([])
    expect(await resync()).toMatchObject({ place: 'even', found: [] })
  })

  it('stays as it was when the work is broken off, and is put right by the next try', async () => {
    const before = await stateOf(old)
    const dying: Chain = {
      ...drill.chain(),
      encode: () => {
        throw new Error('killed')
      },
    }
    await expect(resync({ chain: dying })).rejects.toThrow('killed')
    expect(await stateOf(old)).toEqual(before)
    expect(await resync()).toMatchObject({ isChanged: true })
    expect(await books()).toMatchObject({ isEqual: true })
  })

  it('says what is missing, and changes nothing, where the file of the payday is gone', async () => {
    const before = await stateOf(old)
    kept = undefined
    const told = await resync()
    expect(told.isChanged).toBe(false)
    const missing = told.found.filter(finding => finding.kind === 'missing').map(finding => finding.says)
    expect(missing[0]).toMatch(
      /^Payday 1 was settled on the chain, and neither this database nor \/home\/paydays has it\. Put 1-[0-9a-f]{64}\.json there/,
    )
    expect(missing[1]).toMatch(/claims of .* PRL were paid out of a payday that is missing here/)
    expect(await stateOf(old)).toEqual(before)
  })

  it('says what is missing, and changes nothing, where an answer of the payday was never in it', async () => {
    await old.turn(async ctx => {
      const [one] = await ctx.db.select().from(submissions).limit(1)
      await ctx.db
        .update(submissions)
        .set({ answer: null, salt: null })
        .where(eq(submissions.id, one?.id as SubmissionId))
    })
    const before = await stateOf(old)
    const told = await resync()
    expect(told).toMatchObject({ place: 'database behind', isChanged: false })
    expect(told.found.find(finding => finding.kind === 'missing')?.says).toBe(
      'Payday 1 was settled on the chain, and the answers, votes and decisions in this database do not give it: some came after this copy was made, or their authors have left. Restore a database from after that payday closed. Who earned what in it stands nowhere else.',
    )
    expect(await stateOf(old)).toEqual(before)
    // People work on meanwhile, and nothing is signed.
    const sent = await counts()
    await answerAll(old, campaign, { people: 1, items: 1, checks: 1 })
    must(await old.turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(TOKEN) })))
    await expect(drill.write(restored)).rejects.toMatchObject({ retry: 'never' })
    expect(await counts()).toEqual(sent)
  })

  it('does not begin while a process writes to the chain', async () => {
    const { takeLease } = await import('../../core/inbox/leaseStore.ts')
    await old.turn(ctx => takeLease(ctx, { name: 'chain-writer', holder: 'main', seconds: 120 }))
    await expect(resync()).rejects.toThrow('Another process writes to the chain right now. Stop Perle')
  })

  // The last one here: it goes on with the chain that all share.
  it('learns deposits, the payday and its claims, and goes on to the next payday with equal books', async () => {
    const before = await stateOf(old)
    const sent = await counts()
    const dry = await resync({ isDry: true })
    expect(dry).toMatchObject({ place: 'database behind', isChanged: false })
    const says = dry.found.map(finding => `${finding.kind}: ${finding.says}`)
    expect(says).toEqual([
      expect.stringMatching(/^done: Payday 1 was settled on the chain and was not here\..* byte for byte/),
      'done: 1 deposit, 7 PRL in all.',
      expect.stringMatching(/^done: 2 claims, .* PRL in all\.$/),
      'done: 2 transactions of the requester, from nonce 2 on; 0 of them were still wanted here and count as sent.',
      'done: 1 transaction of the publisher, from nonce 0 on; 1 of them were still wanted here and count as sent.',
      'done: 1 transaction of the relayer, from nonce 0 on; 0 of them were still wanted here and count as sent.',
    ])
    expect(await stateOf(old)).toEqual(before)
    expect(await resync()).toMatchObject({ isChanged: true, found: dry.found })
    const { sent: ownSent, ...newest } = await stateOf(drill.world)
    const { sent: learntSent, ...learnt } = await stateOf(old)
    expect(learnt).toEqual(newest)
    expect(hashesOf(learntSent)).toEqual(hashesOf(ownSent))
    expect((await recomputed(old, 1)).result).toMatchObject({ ok: true })
    expect(await books()).toMatchObject({ isEqual: true })
    expect(await resync()).toMatchObject({ place: 'even', isChanged: false, found: [] })
    expect(await counts()).toEqual(sent)

    // Life goes on with what was restored: a deposit, a payday, its claims.
    await answerAll(old, campaign, { people: 3, items: 3, checks: 1 })
    must(await old.turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(TOKEN) })))
    expect(await closeAll(old)).toMatchObject({ epoch: 2 })
    await settleDown()
    await old.turn(ctx => relayClaims(ctx))
    await settleDown()
    expect(await old.turn(ctx => findEpoch(ctx.db, 2))).toMatchObject({ state: 'active' })
    expect(await books()).toMatchObject({ isEqual: true })
  })

  async function settleDown(): Promise<void> {
    for (let pass = 0; pass < 6; pass++) {
      await drill.write(restored)
      await drill.local().mine(3)
      await drill.read(restored)
      drill.world.advance(20)
    }
  }
})

describe('a database of today on the chain of yesterday', { timeout: 120_000 }, () => {
  it('is told what the chain has lost and that it goes on by itself, and it does', async () => {
    const drill = await aDrill()
    const { world } = drill
    const resync = () =>
      resyncChain(
        { database: world.database, base: world.base, chain: drill.chain() },
        { isDry: false, findPayday: async () => undefined, place: '/home/paydays', holder: 'resync' },
      )
    try {
      const campaign = await upToPayday(drill)
      const putBack = await drill.keepChain()
      await today(drill, campaign)
      await putBack()
      const before = await stateOf(world)
      const told = await resync()
      expect(told).toMatchObject({ place: 'chain behind', isChanged: false })
      expect(told.found.map(finding => finding.says)).toEqual([
        expect.stringMatching(
          /^The chain is older than this database: \d+ blocks above block \d+ are gone\. Start Perle/,
        ),
        'The chain has lost 4 transactions of ours. They are kept as they were signed, and Perle sends them again by itself when it starts.',
      ])
      expect(await stateOf(world)).toEqual(before)
      for (let pass = 0; pass < 8; pass++) {
        await drill.settleDown().catch((fault: { retry?: unknown }) => expect(fault.retry).toBe('later'))
        world.advance(20)
      }
      expect(await drill.books()).toMatchObject({ isEqual: true })
      expect(await resync()).toMatchObject({ place: 'even', found: [] })
      // Somebody uses the key beside Perle: its nonce counts, and nothing of ours is taken for it.
      await send(drill.chain(), { kind: 'approve', signer: 'requester', amount: amount(3n) })
      expect(await resync()).toMatchObject({ place: 'database behind', isChanged: true })
      await expect(drill.write()).resolves.toBeDefined()
    } finally {
      await drill.end()
    }
  })
})

const hashesOf = (sent: string[]) => sent.map(line => line.split(' ').slice(1).join(' ')).sort()

async function stateOf(world: World) {
  return world.turn(async ctx => ({
    balances: Object.fromEntries([...(await balancesUnder(ctx.db, ''))].filter(([, sum]) => sum !== 0n)),
    sent: (await ctx.db.select().from(chainTransactions)).map(row => `${row.purpose} ${row.state} ${row.hash}`).sort(),
    events: (await ctx.db.select().from(chainEvents)).map(row => `${row.kind} ${row.tx}`).sort(),
    rows: (await ctx.db.select().from(rewardRows)).map(row => `${row.rowId} ${row.contributorId} ${row.pay}`).sort(),
    epoch: (await findEpoch(ctx.db, 1))?.state,
  }))
}

function readKept(text: string): PaydayFile {
  const { cutOffAt, isFlush, headText } = JSON.parse(text) as { cutOffAt: string; isFlush: boolean; headText: string }
  return { cutOffAt: new Date(cutOffAt), isFlush, headText }
}
