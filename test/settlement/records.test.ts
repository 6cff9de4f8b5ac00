import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exportDataset } from '../../core/datasets/exportDataset.ts'
import type { Hash } from '../../core/ids.ts'
import { balanceOf } from '../../core/money/store.ts'
import {
  type ContributionClaim,
  headerHash,
  parseExportRow,
  recomputeManifest,
  verifyContribution,
  verifyExport,
} from '../../core/proof/index.ts'
import { findEpoch } from '../../core/settlement/epochStore.ts'
import { forget } from '../../core/settlement/forget.ts'
import { nextPayday } from '../../core/settlement/nextPayday.ts'
import { readContribution } from '../../core/settlement/readContribution.ts'
import { listEpochs, readEpoch, readEpochPart } from '../../core/settlement/readEpoch.ts'
import { readPay } from '../../core/settlement/readPay.ts'
import { readProof } from '../../core/settlement/readProof.ts'
import { submissions } from '../../core/work/tables.ts'
import { must, refusalOf } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { aPayday, aWallet, closeAll, type Payday, pretendSettled } from './payday.ts'

describe('what is on record', { timeout: 120_000 }, () => {
  let world: World
  let payday: Payday
  beforeAll(async () => {
    world = await aWorld()
    payday = await aPayday(world, { people: 5, items: 9 })
    await aWallet(world, payday.people[0]!, '0x00000000000000000000000000000000000000d1')
    await closeAll(world)
  }, 120_000)
  afterAll(() => world.close())

  const answers = () => world.turn(ctx => ctx.db.select().from(submissions))
  const anAnswerOf = async (index: number) =>
    (await answers()).find(row => row.contributorId === payday.people[index] && !row.isGold)!
  const headOf = async (epoch: number): Promise<Hash> => (await world.turn(ctx => findEpoch(ctx.db, epoch)))!.headHash
  const rowsOf = async (): Promise<string[]> => {
    const lines = must(await exportDataset(world, { campaignId: payday.campaign.campaignId }))
    const all: string[] = []
    for await (const line of lines) all.push(line)
    return all
  }
  const onChain = async (lines: string[], epoch: number) =>
    verifyExport(lines, {
      chainId: async () => world.settings.chain.chainId,
      head: () => headOf(epoch),
      headersAfter: async () => [],
    })

  it('says "checking", and proves nothing, while the epoch may still be vetoed', async () => {
    const { code, id } = await anAnswerOf(0)
    const found = await world.turn(ctx => readContribution(ctx, { code }))
    expect(found).toMatchObject({ status: 'checking', proof: null, recordedAt: null, epoch: null, tx: null })
    expect(await world.turn(ctx => readContribution(ctx, { code: 'NOSUCHCODE' }))).toBeUndefined()
    const card = await world.turn(ctx => readProof(ctx, { contributorId: payday.people[0]!, submissionId: id }))
    expect(refusalOf(card)).toBe('submission.unknown')
    expect(refusalOf(await exportDataset(world, payday.campaign))).toBe('submission.unknown')
  })

  it('proves one answer up to the head on the chain, without its text', async () => {
    await pretendSettled(world, 1)
    const { code, id } = await anAnswerOf(0)
    const found = (await world.turn(ctx => readContribution(ctx, { code })))!
    expect(found).toMatchObject({ status: 'recorded', epoch: 1, campaign: { id: payday.chainId } })
    expect(BigInt(found.sumBaseUnits!)).toBeGreaterThan(0n)
    const header = {
      ...found.proof!.header,
      total: BigInt(found.proof!.header['total'] as string),
      heldDelta: BigInt(found.proof!.header['heldDelta'] as string),
    }
    const claim = { ...found.proof!, header } as unknown as ContributionClaim
    expect(headerHash(claim.header)).toBe(await headOf(1))
    expect(verifyContribution(claim, await headOf(1)).map(step => step.ok)).toEqual([true, true, true, true])
    const other = { ...claim, commitment: `0x${'12'.repeat(32)}` as const }
    expect(verifyContribution(other, await headOf(1)).some(step => !step.ok)).toBe(true)
    const card = must(await world.turn(ctx => readProof(ctx, { contributorId: payday.people[0]!, submissionId: id })))
    expect(card).toMatchObject({ code, epoch: 1, of: 0, path: `/c/${code}` })
    expect(
      refusalOf(await world.turn(ctx => readProof(ctx, { contributorId: payday.people[1]!, submissionId: id }))),
    ).toBe('submission.unknown')
  })

  it('shows a payday whose files recompute and whose sums add up', async () => {
    const shown = (await world.turn(ctx => readEpoch(ctx, { epoch: 1 })))!
    const { debit, pay, votes, fee, repair, back } = shown.totals
    const sum = [pay, votes, fee, repair].reduce((total, one) => total + BigInt(one), 0n)
    expect(BigInt(debit)).toBe(sum)
    expect(BigInt(back)).toBeGreaterThan(0n)
    expect(shown.previous).toBeNull()
    expect(shown.sizes.reduce((total, size) => total + size.count, 0)).toBe(2)
    const texts = new Map<Hash, string>()
    for (const part of shown.parts) {
      const text = (await world.turn(ctx => readEpochPart(ctx, { epoch: 1, sha256: part.sha256.slice(2) })))!
      expect(Buffer.byteLength(text)).toBe(part.bytes)
      texts.set(part.sha256, text)
    }
    expect(recomputeManifest(shown.headText, texts)).toMatchObject({ ok: true })
    expect(await world.turn(ctx => readEpoch(ctx, { epoch: 2 }))).toBeUndefined()
    expect(await world.turn(ctx => listEpochs(ctx))).toMatchObject([{ epoch: 1, state: 'active', rows: 75 }])
  })

  it('tells each person what a payday brought and where it is', async () => {
    const payOf = async (index: number) => {
      const { epochs } = await world.turn(ctx => readPay(ctx, { contributorId: payday.people[index]! }))
      return epochs[0]!
    }
    expect(await payOf(0)).toMatchObject({
      epoch: 1,
      answers: 15,
      votes: 0,
      state: 'waiting',
      lines: [{ answers: 15 }],
    })
    expect(await payOf(1)).toMatchObject({ state: 'no_wallet' })
    const accrued = await world.turn(ctx => balanceOf(ctx.db, `person:${payday.people[1]}:accrued`))
    expect((await payOf(1)).sum).toBe(accrued)
  })

  it('names the next payday one term after the last cut-off', async () => {
    const due = await world.turn(ctx => nextPayday(ctx))
    expect(due.getTime()).toBe(world.now().getTime() + 72 * 3600 * 1000)
  })

  it('exports a dataset that proves itself against the chain, twice the same', async () => {
    const lines = await rowsOf()
    expect(await rowsOf()).toEqual(lines)
    const report = await onChain(lines, 1)
    expect(report).toMatchObject({ rows: 45, genuine: 45, erased: 0, faults: [] })
    const row = parseExportRow(lines[1]!)
    expect(row).toMatchObject({ consent: { agreement: 1 } })
    const forged = lines.map(line => line.replace('\\"label\\":\\"spanish\\"', '\\"label\\":\\"dutch\\"'))
    expect((await onChain(forged, 1)).faults.length).toBeGreaterThan(0)
  })

  it('leaves a tombstone of what its author took back, and every other proof holds', async () => {
    must(await world.turn(ctx => forget(ctx, { contributorId: payday.people[2]! })))
    const report = await onChain(await rowsOf(), 1)
    expect(report).toMatchObject({ rows: 45, genuine: 36, erased: 9, faults: [] })
    const { code } = await anAnswerOf(2)
    const found = await world.turn(ctx => readContribution(ctx, { code }))
    expect(found!.erasedAt).not.toBeNull()
    expect(found!.proof).not.toBeNull()
  })

  it('refuses a campaign that nobody knows', async () => {
    const unknown = '00000000-0000-7000-8000-000000000000' as typeof payday.campaign.campaignId
    expect(refusalOf(await exportDataset(world, { campaignId: unknown }))).toBe('campaign.unknown')
  })
})
