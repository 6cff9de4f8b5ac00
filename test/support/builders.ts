// Small builders over the real use-cases: people, a funded campaign, items, answers. Reuse them; they hold no state.
import { eq } from 'drizzle-orm'
import { type Amount, amount } from '../../core/amount.ts'
import { createCampaign } from '../../core/campaigns/createCampaign.ts'
import { importItems } from '../../core/campaigns/importItems.ts'
import { openCampaign } from '../../core/campaigns/openCampaign.ts'
import {
  findCampaign,
  findGuide,
  findItem,
  itemsOf,
  listCampaigns,
  moveTaken,
  updateCampaign,
} from '../../core/campaigns/store.ts'
import { type CampaignSpec, campaignSpec, completeTerms, type Terms } from '../../core/campaigns/terms.ts'
import type { Context } from '../../core/context.ts'
import type { AssignmentId, CampaignId, ContributorId, ItemId, SubmissionId } from '../../core/ids.ts'
import { campaignAccount, depositLines, type Lines, reserveLines } from '../../core/money/ledger.ts'
import { balancesUnder, post } from '../../core/money/store.ts'
import { confirmAge } from '../../core/people/confirmAge.ts'
import { giveConsent } from '../../core/people/giveConsent.ts'
import { meet } from '../../core/people/meet.ts'
import { liveConsent } from '../../core/people/store.ts'
import type { Refusal, Result } from '../../core/refusals.ts'
import type { Standing } from '../../core/skills/standing.ts'
import { saveQualification } from '../../core/skills/store.ts'
import { reputations } from '../../core/skills/tables.ts'
import { priceNow, reserveOf } from '../../core/work/reserve.ts'
import { insertAssignment } from '../../core/work/store.ts'
import { submitAnswer } from '../../core/work/submitAnswer.ts'
import { submissions } from '../../core/work/tables.ts'
import type { World } from './world.ts'

/** The value of a result that must have worked; names the refusal where it did not. */
export function must<T>(result: Result<T, Refusal>): T {
  if (!result.ok) throw new Error(`refused: ${result.refusal.code}`)
  return result.value
}

/** The code of a result that must have been refused. */
export function refusalOf(result: Result<unknown, Refusal>): string {
  if (result.ok) throw new Error('was not refused')
  return result.refusal.code
}

export const TOKEN = 10n ** 18n

type PersonTraits = {
  role?: 'contributor' | 'reviewer' | 'requester'
  /** A skill that the person has passed, and the record behind it. */
  skill?: string
  standing?: Standing
  meanPpm?: number
  checked?: number
}

export async function aPerson(world: World, traits: PersonTraits = {}): Promise<ContributorId> {
  return world.turn(async ctx => {
    const role = traits.role === undefined ? {} : { role: traits.role }
    const { person } = await meet(ctx, { platform: 'web', platformId: ctx.newId(), ...role })
    if (traits.skill !== undefined) await pass(ctx, person.id, traits.skill)
    if (traits.skill !== undefined && traits.standing !== undefined) {
      const now = ctx.now()
      await ctx.db.insert(reputations).values({
        contributorId: person.id,
        skill: traits.skill,
        meanPpm: traits.meanPpm ?? 850_000,
        lowPpm: 780_000,
        highPpm: 900_000,
        checked: traits.checked ?? 40,
        goldRight: 9,
        goldAsked: 10,
        standing: traits.standing,
        since: now,
        updatedAt: now,
      })
    }
    return person.id
  })
}

/** Passed without sitting the test. */
async function pass(ctx: Context, contributorId: ContributorId, skill: string): Promise<void> {
  const now = ctx.now()
  await saveQualification(ctx.db, {
    contributorId,
    skill,
    campaignId: (await anyCampaign(ctx, skill)) as CampaignId,
    state: 'passed',
    attempt: 1,
    asked: 6,
    right: 6,
    startedAt: now,
    decidedAt: now,
  })
}

async function anyCampaign(ctx: Context, skill: string): Promise<string> {
  const found = (await listCampaigns(ctx.db)).find(campaign => campaign.skill === skill)
  if (found === undefined) throw new Error(`no campaign asks for ${skill}`)
  return found.id
}

export const GUIDE = [
  { rule: 1, text: 'Answer in your own words, in full sentences.' },
  { rule: 2, text: 'Say nothing that the source does not say.' },
  { rule: 3, text: 'Name the most important fact first.' },
]

const asks = {
  text: { question: 'What does the notice say?', instruction: 'One or two sentences.', min: 5, max: 400 },
  choice: {
    question: 'Which language is this?',
    labels: ['spanish', 'german', 'dutch'].map(id => ({ id, label: id })),
  },
}

export type BuiltCampaign = { campaignId: CampaignId; requesterId: ContributorId; skill: string }

/** An open, funded campaign: one token an answer, three people a review, 72 hours. */
export async function aCampaign(
  world: World,
  given: { kind?: 'text' | 'choice'; deposit?: bigint; spec?: Partial<CampaignSpec>; terms?: Partial<Terms> } = {},
): Promise<BuiltCampaign> {
  const requesterId = await aPerson(world, { role: 'requester' })
  return world.turn(async ctx => {
    const kind = given.kind ?? 'text'
    const spec = campaignSpec.parse({
      slug: `campaign-${ctx.newId().slice(-6)}`,
      title: 'Short notices',
      kind,
      skill: `skill ${kind}`,
      language: 'en',
      purpose: 'teach a model to read notices',
      licence: 'CC BY 4.0',
      kindInWords: 'short texts',
      usualSeconds: 60,
      minutesOfTest: 5,
      passMark: 4,
      ask: asks[kind],
      guide: GUIDE,
      price: TOKEN.toString(),
      overlapMin: kind === 'text' ? 1 : 2,
      overlapMax: kind === 'text' ? 1 : 4,
      ...given.spec,
    })
    const terms = { ...completeTerms(spec, ctx.settings.parameters), ...given.terms }
    const { campaignId } = must(await createCampaign(ctx, { requesterId, requesterName: 'A laboratory', terms }))
    const lines = depositLines(campaignId, amount(given.deposit ?? 1000n * TOKEN), 0n)
    await post(ctx, { key: `deposit:${campaignId}`, reason: 'deposit', lines })
    await updateCampaign(ctx.db, campaignId, { state: 'funded' })
    must(await openCampaign(ctx, { campaignId }))
    return { campaignId, requesterId, skill: spec.skill }
  })
}

type ItemSpec = { role?: 'live' | 'check' | 'test' | 'practice'; content?: unknown; truth?: unknown; rule?: number }

/** Adds items in order; every field has a default of the campaign's kind. Answers their ids in the same order. */
export async function someItems(world: World, { campaignId }: BuiltCampaign, specs: ItemSpec[]): Promise<ItemId[]> {
  return world.turn(async ctx => {
    const campaign = await findCampaign(ctx.db, campaignId)
    const isText = campaign?.kind === 'text'
    const before = (await allItems(ctx, campaignId)).length
    const rows = specs.map((spec, index) => {
      const id = `item-${before + index}`
      const role = spec.role ?? 'live'
      const known = isText ? { facts: ['closed'], example: `The office named ${id} is closed on Monday.` } : 'spanish'
      const truth = spec.truth ?? (role === 'live' ? undefined : known)
      return {
        id,
        role,
        content: spec.content ?? (isText ? { source: `Notice ${id}: closed on Monday.` } : { text: `Texto ${id}.` }),
        ...(truth === undefined ? {} : { truth, why: 'The notice says so.' }),
        ...(spec.rule === undefined ? {} : { rule: spec.rule }),
      }
    })
    const given = (async function* () {
      for (const [index, value] of rows.entries()) yield { row: index + 1, value: value as unknown }
    })()
    must(await importItems(ctx, { campaignId, fileName: 'items.jsonl', rows: given, fileHash: () => ctx.newId() }))
    const all = await allItems(ctx, campaignId)
    return rows.map(row => all.find(item => item.externalId === row.id)?.id as ItemId)
  })
}

async function allItems(ctx: Context, campaignId: CampaignId) {
  const roles = ['live', 'check', 'test', 'practice'] as const
  return (await Promise.all(roles.map(role => itemsOf(ctx.db, campaignId, role)))).flat()
}

export async function consent(world: World, contributorId: ContributorId, campaignId: CampaignId): Promise<void> {
  await world.turn(async ctx => {
    if ((await liveConsent(ctx.db, contributorId, campaignId)) !== undefined) return
    must(await confirmAge(ctx, { contributorId, isAdult: true }))
    must(await giveConsent(ctx, { contributorId, campaignId, surface: 'web' }))
  })
}

/** A lease on one item of our choosing, set aside like a real hand-out (which draws the item itself). */
export async function aLease(
  world: World,
  given: { contributorId: ContributorId; itemId: ItemId; mBps?: number },
): Promise<AssignmentId> {
  const item = await world.turn(ctx => findItem(ctx.db, given.itemId))
  if (item === undefined) throw new Error('no such item')
  await consent(world, given.contributorId, item.campaignId)
  return world.turn(async ctx => {
    const campaign = await findCampaign(ctx.db, item.campaignId)
    const guide = await findGuide(ctx.db, item.campaignId)
    const agreed = await liveConsent(ctx.db, given.contributorId, item.campaignId)
    if (campaign === undefined || guide === undefined || agreed === undefined) throw new Error('no campaign')
    const mBps = given.mBps ?? 10_000
    const reserve = reserveOf(campaign, mBps)
    const id = ctx.newId() as AssignmentId
    await moveTaken(ctx.db, item.id, 1)
    await insertAssignment(ctx.db, {
      id,
      campaignId: campaign.id,
      itemId: item.id,
      contributorId: given.contributorId,
      consentId: agreed.consents.id,
      state: 'open',
      price: priceNow(campaign).price,
      mBps,
      payReserve: reserve.pay,
      feeReserve: reserve.fee,
      reviewReserve: reserve.review,
      guideVersion: guide.version,
      shuffleSeed: 1,
      // A minute ago: an answer within a second would be looked at for its speed.
      createdAt: new Date(ctx.now().getTime() - 60_000),
      expiresAt: new Date(ctx.now().getTime() + campaign.leaseSeconds * 1000),
    })
    await post(ctx, { key: `reserve:${id}`, reason: 'reserve', lines: reserveLines(campaign.id, reserve) })
    return id
  })
}

/** One answer to one item, through the real use-case. */
export async function anAnswer(
  world: World,
  given: { contributorId: ContributorId; itemId: ItemId; answer?: unknown; mBps?: number },
): Promise<SubmissionId> {
  const assignmentId = await aLease(world, given)
  const answer = given.answer ?? { text: 'The office is closed on Monday.' }
  return world.turn(async ctx => {
    const sent = await submitAnswer(ctx, { contributorId: given.contributorId, assignmentId, answer })
    return must(sent).submissionId
  })
}

/** An answer made into what no use-case of a test would make it. */
export async function changeSubmission(
  db: Context['db'],
  id: SubmissionId,
  change: Partial<typeof submissions.$inferInsert>,
): Promise<void> {
  await db.update(submissions).set(change).where(eq(submissions.id, id))
}

/** Balances of one campaign by purse; purses at zero are left out. */
export async function purses(world: World, campaignId: CampaignId): Promise<Lines> {
  const all = await world.turn(ctx => balancesUnder(ctx.db, `campaign:${campaignId}:`))
  const prefix = campaignAccount(campaignId, 'free').slice(0, -'free'.length)
  return Object.fromEntries(
    [...all].filter(([, sum]) => sum !== 0n).map(([account, sum]) => [account.slice(prefix.length), sum]),
  )
}

/** Every balance there is; its sum must be zero. */
export async function allBalances(world: World): Promise<Lines> {
  return Object.fromEntries(await world.turn(ctx => balancesUnder(ctx.db, '')))
}

/** Gives a person settled pay, out of the campaign's free money, as a payday would. */
export async function earned(world: World, contributorId: ContributorId, { campaignId }: BuiltCampaign, sum: bigint) {
  await world.turn(ctx =>
    post(ctx, {
      key: `earned:${ctx.newId()}`,
      reason: 'epoch',
      lines: { [campaignAccount(campaignId, 'free')]: -sum, [`person:${contributorId}:accrued`]: sum as Amount },
    }),
  )
}
