// The terms of a campaign: parsed from what a requester writes, completed with defaults, frozen as canonical text. Pure.
import { z } from 'zod'
import { type Amount, amount, parseAmount } from '../amount.ts'
import { kindName, kindOf } from '../kinds/index.ts'
import type { PlatformParameters } from '../money/platformParameters.ts'

const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'lower-case letters, digits and dashes, at most 40')
const sum = z.string().regex(/^(0|[1-9]\d{0,28})$/, 'base units as a decimal string')

/** What a requester writes; the file `campaign.json` of a starter campaign, or the body of a request. */
export const campaignSpec = z
  .strictObject({
    slug,
    title: z.string().min(3).max(40),
    kind: kindName,
    skill: z.string().min(2).max(40),
    language: z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/),
    purpose: z.string().min(5).max(160),
    licence: z.string().min(2).max(60),
    keptUntil: z.string().max(40).default('31 December 2031'),
    kindInWords: z.string().min(3).max(60),
    usualSeconds: z.int().min(5).max(3600),
    minutesOfTest: z.int().min(1).max(60),
    passMark: z.int().min(1).max(50),
    ask: z.unknown(),
    /** The mark for work that is hard to see, and what is: "Injuries in news pictures". Shown before anybody takes it up. */
    hardToSee: z.string().min(3).max(120).optional(),
    guide: z
      .array(z.strictObject({ rule: z.int().min(1).max(99), text: z.string().min(10).max(600) }))
      .min(1)
      .max(20),
    price: sum.optional(),
    floorPerHour: sum.default('20000000000000000000'),
    overlapMin: z.int().min(1).max(15).default(2),
    overlapMax: z.int().min(1).max(31).default(4),
    stopAtPpm: z.int().min(500_000).max(999_999).default(900_000),
    panelSize: z.int().min(3).max(31).default(3),
    leaseSeconds: z.int().min(600).max(86_400).optional(),
    reviewTermSeconds: z
      .int()
      .min(4 * 3600)
      .max(14 * 86_400)
      .default(72 * 3600),
    runSeconds: z
      .int()
      .min(86_400)
      .max(400 * 86_400)
      .default(180 * 86_400),
  })
  .refine(spec => spec.overlapMin <= spec.overlapMax, { path: ['overlapMax'], message: 'at least overlapMin' })

export type CampaignSpec = z.infer<typeof campaignSpec>

export type Terms = Omit<CampaignSpec, 'price' | 'floorPerHour' | 'leaseSeconds' | 'ask'> & {
  ask: unknown
  price: Amount
  votePrice: Amount
  floorPerHour: Amount
  leaseSeconds: number
  feeBps: number
  commonsShareBps: number
  reviewShareBps: number
  topUpCapBps: number
  goldSharePpm: number
  krefPpm: number
}

/** A hundredth of a token: prices are round to people. */
const CENT = 10n ** 16n

/** Review of every answer costs three votes at a tenth of the price, and the fee on them: 31.5 % (economics of kinds nobody can compare). */
const FULL_REVIEW_SHARE_BPS = 4_000

/**
 * Completes a spec: a price where none is given is what the usual time earns at the floor, rounded up to a hundredth.
 * Throws ZodError where the question does not fit the kind; the caller names file and field.
 */
export function completeTerms(spec: CampaignSpec, parameters: PlatformParameters): Terms {
  const kind = kindOf(spec.kind)
  const floorPerHour = parseAmount(spec.floorPerHour)
  const atFloor = (floorPerHour * BigInt(spec.usualSeconds) + 3599n) / 3600n
  const price = spec.price === undefined ? amount(((atFloor + CENT - 1n) / CENT) * CENT) : parseAmount(spec.price)
  return {
    ...spec,
    ask: kind.ask.parse(spec.ask),
    price,
    floorPerHour,
    votePrice: amount(price / 10n),
    leaseSeconds: spec.leaseSeconds ?? Math.max(600, spec.usualSeconds * 10),
    feeBps: parameters.feeBps,
    commonsShareBps: parameters.commonsBps,
    reviewShareBps: kind.isComparable ? parameters.reviewShareBps : FULL_REVIEW_SHARE_BPS,
    topUpCapBps: parameters.topUpCapBps,
    goldSharePpm: parameters.goldSharePpm,
    krefPpm: parameters.kref,
  }
}
