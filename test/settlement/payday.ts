// A campaign on its way to a payday: people, answers, decisions, and the sweep's order of closing.
import { findCampaign, updateCampaign } from '../../core/campaigns/store.ts'
import type { Address, CampaignId, ContributorId, Hash, ItemId } from '../../core/ids.ts'
import { replaceWallet } from '../../core/people/store.ts'
import { campaignId as chainIdOf, type PreviousEpoch, recomputeManifest } from '../../core/proof/index.ts'
import { autoAccept } from '../../core/review/autoAccept.ts'
import { finalizeRejections } from '../../core/review/finalizeRejections.ts'
import { type ClosedEpoch, closeEpoch } from '../../core/settlement/closeEpoch.ts'
import { findEpoch, partsOfEpoch, updateEpoch } from '../../core/settlement/epochStore.ts'
import { aCampaign, anAnswer, aPerson, type BuiltCampaign, must, someItems } from '../support/builders.ts'
import type { World } from '../support/world.ts'

export const LABELS = ['spanish', 'german', 'dutch'] as const
export const REQUESTER: Address = '0x70997970c51812dc3a010c7d01b50e0d17dc79c8'

export type Payday = { campaign: BuiltCampaign; people: ContributorId[]; items: ItemId[]; chainId: Hash }

/** The campaign's id on a chain that this world only imagines. */
export async function nameOnChain(world: World, campaignId: CampaignId): Promise<Hash> {
  return world.turn(async ctx => {
    const campaign = await findCampaign(ctx.db, campaignId)
    if (campaign === undefined) throw new Error('no campaign')
    const chainId = chainIdOf({
      chainId: ctx.settings.chain.chainId,
      settlement: ctx.settings.chain.settlement,
      requester: REQUESTER,
      expiryAtOpening: BigInt(Math.floor(campaign.expiresAt.getTime() / 1000)),
      manifestHash: campaign.termsHash,
      salt: campaign.chainSalt,
    })
    await updateCampaign(ctx.db, campaignId, { chainId })
    return chainId
  })
}

/**
 * Answers of everybody to everything; the last one always says "german". With `ring` the last ones agreed on
 * wrong answers to live items, and guess where they did not know of one another.
 */
export async function answerAll(
  world: World,
  campaign: BuiltCampaign,
  given: { people: number; items: number; checks?: number; ring?: number },
): Promise<Pick<Payday, 'people' | 'items'>> {
  const truthOf = (index: number) => LABELS[index % 3] as string
  const live = Array.from({ length: given.items }, () => ({}))
  const checks = Array.from({ length: given.checks ?? 6 }, (_, index) => {
    return { role: 'check' as const, truth: truthOf(index), rule: 1 }
  })
  const liveIds = await someItems(world, campaign, live)
  const checkIds = await someItems(world, campaign, checks)
  const items = [...liveIds, ...checkIds]
  const people: ContributorId[] = []
  for (let n = 0; n < given.people; n++) people.push(await aPerson(world))
  for (const [index, contributorId] of people.entries()) {
    const isLast = index >= people.length - Math.max(1, given.ring ?? 0)
    const lastSays = (place: number) =>
      (given.ring ?? 0) > 0 && place < liveIds.length ? truthOf(place + 1) : 'german'
    for (const [place, itemId] of items.entries()) {
      const known = place < liveIds.length ? place : place - liveIds.length
      world.advance(20)
      await anAnswer(world, { contributorId, itemId, answer: { label: isLast ? lastSays(place) : truthOf(known) } })
    }
  }
  return { people, items }
}

/** Six people, eighteen live items of three classes, six check questions. */
export async function aPayday(
  world: World,
  given: { people?: number; items?: number; checks?: number; ring?: number } = {},
): Promise<Payday> {
  const overlap = given.people ?? 6
  // Everybody's answer decides its item, sure or not.
  const campaign = await aCampaign(world, { kind: 'choice', spec: { overlapMin: overlap, overlapMax: overlap } })
  const chainId = await nameOnChain(world, campaign.campaignId)
  const answered = await answerAll(world, campaign, {
    people: given.people ?? 6,
    items: given.items ?? 18,
    checks: given.checks ?? 6,
    ring: given.ring ?? 0,
  })
  return { campaign, chainId, ...answered }
}

export async function aWallet(world: World, contributorId: ContributorId, address: Address): Promise<void> {
  await world.turn(async ctx =>
    replaceWallet(ctx.db, {
      id: ctx.newId(),
      contributorId,
      address,
      message: 'a message',
      signature: '0x',
      confirmedAt: ctx.now(),
      countsFrom: ctx.now(),
    }),
  )
}

/** Decides everything and closes, in the order of the sweep. */
export async function closeAll(world: World): Promise<ClosedEpoch | null> {
  for (;;) if ((await world.turn(ctx => autoAccept(ctx, { isFlush: true }))) === 0) break
  for (;;) if ((await world.turn(ctx => finalizeRejections(ctx, { isFlush: true }))) === 0) break
  return must(await world.turn(ctx => closeEpoch(ctx, { isFlush: true })))
}

/** As if the chain had settled it, for tests that need no chain. */
export async function pretendSettled(world: World, epoch: number): Promise<void> {
  const now = world.now()
  await world.turn(ctx =>
    updateEpoch(ctx.db, epoch, { state: 'active', settledAt: now, activeAt: now, finalizedAt: now }),
  )
}

/** The check that anybody can make, with core/proof alone and what the public pages serve. */
export async function recomputed(world: World, epoch: number) {
  const files = async (number: number) => {
    const row = await world.turn(ctx => findEpoch(ctx.db, number))
    const parts = await world.turn(ctx => partsOfEpoch(ctx.db, number))
    if (row === undefined) throw new Error(`no epoch ${number}`)
    return { row, parts }
  }
  const { row, parts } = await files(epoch)
  let previous: PreviousEpoch | undefined
  if (epoch > 1) {
    const before = await files(epoch - 1)
    const accounts = before.parts.filter(part => part.name === 'accounts')
    previous = { headText: before.row.headText, accountTexts: accounts.map(part => part.text) }
  }
  const texts = new Map(parts.map(part => [part.sha256, part.text]))
  return { row, parts, result: recomputeManifest(row.headText, texts, previous) }
}
