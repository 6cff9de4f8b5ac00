// What a local start begins with: people to play, and the starter campaigns, funded on the chain of one's own.
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type CampaignId,
  type ContributorId,
  campaignSpec,
  completeTerms,
  createCampaign,
  Fault,
  formatPrl,
  importItems,
  listCampaignCards,
  meet,
  openCampaign,
  openOnChain,
  runTurn,
} from '@perle/core'
import { chainPass } from '../chainPass.ts'
import type { Composition } from '../compose.ts'
import { seedCrowd } from './crowd/seedCrowd.ts'
import { openItemsFile } from './itemsFile.ts'

const STARTERS = join(import.meta.dirname, '../../core/campaigns/starters')
export const STARTER_FOLDERS = [
  'more-useful-reply',
  'scam-or-advert',
  'signs-of-a-scam',
  'make-it-plain',
  'how-plain-is-it',
  'reliable-summary',
  'find-the-first-mistake',
  'would-you-merge-it',
].map(name => join(STARTERS, name))

/** What the requester of local mode sets aside for each campaign: enough for all items at most answers, and to spare. */
const DEPOSIT = 500n * 10n ** 18n

/** People one may play; simulated ones come from the crowd. */
const PERSONAS = [
  { name: 'contributor-1', role: 'contributor' as const, alias: 'Amber Otter' },
  { name: 'contributor-2', role: 'contributor' as const, alias: 'Quiet Heron' },
  { name: 'reviewer-1', role: 'reviewer' as const, alias: 'Steady Lantern' },
  { name: 'reviewer-2', role: 'reviewer' as const, alias: 'Clear Harbor' },
  { name: 'requester-1', role: 'requester' as const, alias: 'Plain Speech Lab' },
]

/** Makes what is missing and answers how many campaigns are new; a second call adds nothing. */
export async function seedLocal(
  composition: Composition,
  tell: (sentence: string) => void,
  folders: string[] = STARTER_FOLDERS,
): Promise<number> {
  const { database, base } = composition
  const people = await runTurn(database, base, async ctx => {
    const met = []
    for (const { name, role, alias } of PERSONAS) {
      met.push(await meet(ctx, { platform: 'web', platformId: `local:${name}`, role, alias }))
    }
    return met
  })
  const requester = people.find(met => met.person.role === 'requester')
  if (requester === undefined) throw new Error('bug: no requester among the personas')
  const before = await runTurn(database, base, ctx => listCampaignCards(ctx))
  const fresh: CampaignId[] = []
  for (const folder of folders) {
    const spec = await readSpec(folder)
    if (before.some(card => card.slug === spec.slug)) continue
    fresh.push(await seedCampaign(composition, folder, spec, requester.person.id, requester.person.alias))
    tell(`Campaign "${spec.title}" is set up.`)
  }
  if (folders === STARTER_FOLDERS) await seedCrowd(composition)
  await openFunded(composition)
  if (fresh.length > 0)
    tell(`${fresh.length} campaigns hold ${formatPrl(DEPOSIT * BigInt(fresh.length))} PRL on the chain.`)
  return fresh.length
}

async function readSpec(folder: string) {
  const path = join(folder, 'campaign.json')
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined)
    throw new Error(`There is no ${path}: a campaign is a folder with campaign.json and items.jsonl.`)
  const parsed = campaignSpec.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw new Error(
    `${path}, field ${issue?.path.join('.') || 'the whole'}: expected ${issue?.message ?? 'another value'}.`,
  )
}

async function seedCampaign(
  composition: Composition,
  folder: string,
  spec: Awaited<ReturnType<typeof readSpec>>,
  requesterId: ContributorId,
  requesterName: string,
): Promise<CampaignId> {
  const { database, base, chain } = composition
  const file = await openItemsFile(join(folder, 'items.jsonl'), spec.kind)
  return runTurn(database, base, async ctx => {
    const terms = completeTerms(spec, ctx.settings.parameters)
    const made = await createCampaign(ctx, { requesterId, requesterName, terms })
    if (!made.ok) throw new Error(`Campaign ${spec.slug} is there already.`)
    const { campaignId } = made.value
    const added = await importItems(ctx, { campaignId, ...file })
    if (!added.ok) throw new Error(importSentence(added.refusal))
    await openOnChain(ctx, { campaignId, amount: DEPOSIT as never, requester: chain.address('requester') })
    return campaignId
  })
}

/** File, row, field, what was expected, and what was kept: nothing. */
export function importSentence(refusal: {
  code: string
  file?: string
  row?: number
  field?: string
  expected?: string
}): string {
  if (refusal.code === 'import.bad_row') {
    return `${refusal.file}, line ${refusal.row}, field ${refusal.field}: expected ${refusal.expected}. Nothing of this file was kept.`
  }
  if (refusal.code === 'import.bad_file') return `${refusal.file}: expected ${refusal.expected}. Nothing was kept.`
  return 'There is no such campaign. `perle campaigns` lists them.'
}

/** Far more passes than twelve transactions need, one after the other, on a slow machine. */
const PASSES = 400

/** Deposits take a block or two each; a campaign opens once its own is seen. */
async function openFunded(composition: Composition): Promise<void> {
  const { database, base } = composition
  for (let pass = 0; pass < PASSES; pass++) {
    const cards = await runTurn(database, base, ctx => listCampaignCards(ctx))
    for (const card of cards.filter(one => one.state === 'funded')) {
      await runTurn(database, base, ctx => openCampaign(ctx, { campaignId: card.campaignId }))
    }
    if (cards.every(card => card.state !== 'draft' && card.state !== 'funded')) return
    await chainPass(composition)
  }
  throw new Fault('The deposits of the campaigns were not seen on the local chain. Start again; nothing is lost.', {
    retry: 'later',
  })
}
