// One row of an import, checked field by field. Pure.
import { z } from 'zod'
import type { Hash } from '../ids.ts'
import { kindName, kindOf } from '../kinds/index.ts'
import type { ItemContent, KindName } from '../kinds/kind.ts'
import { type FindMedia, mediaField } from '../kinds/media.ts'
import { canonicalJson, hashText, type Json } from '../proof/index.ts'
import { readMedia } from './itemMedia.ts'

const row = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/, 'letters, digits and . _ : - , at most 64'),
  role: z.enum(['live', 'practice', 'test', 'check']).default('live'),
  kind: kindName.optional(),
  ask: z.unknown().optional(),
  content: z.unknown(),
  media: mediaField.optional(),
  truth: z.unknown().optional(),
  why: z.string().min(1).max(1000).optional(),
  rule: z.int().min(1).max(99).optional(),
  hard: z.boolean().default(false),
})

export type ItemRow = {
  externalId: string
  role: 'live' | 'practice' | 'test' | 'check'
  kind: KindName
  contentText: string
  contentHash: Hash
  truthText: string | null
  why: string | null
  rule: number | null
  isHard: boolean
}

export type RowFault = { field: string; expected: string }

/** A row of an import as stored, or the first field that is not as it should be, and what was expected there. */
export function readItemRow(
  value: unknown,
  campaign: { kind: KindName; ask: unknown; rules: number[]; findMedia?: FindMedia | undefined },
): { ok: true; row: ItemRow; item: ItemContent; truth: unknown } | { ok: false; fault: RowFault } {
  const parsed = row.safeParse(value)
  if (!parsed.success) return fault(parsed.error)
  const given = parsed.data
  const kind = kindOf(given.kind ?? campaign.kind)
  const isOwnKind = kind.name === campaign.kind
  if (!isOwnKind && given.ask === undefined)
    return { ok: false, fault: { field: 'ask', expected: `the question, since the kind is ${kind.name}` } }
  const ask = kind.ask.safeParse(given.ask ?? campaign.ask)
  if (!ask.success) return fault(ask.error, 'ask')
  const [classes, others] = [kind.classes(ask.data), kindOf(campaign.kind).classes(campaign.ask)]
  if (classes.length > 0 && others.length > 0 && classes.join() !== others.join()) {
    const expected = `answers of the same classes as the campaign's, since all are weighed together: ${others.join(', ')}`
    return { ok: false, fault: { field: isOwnKind ? 'ask' : 'kind', expected } }
  }
  const content = kind.content.safeParse(given.content)
  if (!content.success) return fault(content.error, 'content')
  const media = readMedia(kind, { ask: ask.data, content: content.data, media: given.media ?? [] }, campaign.findMedia)
  if (!media.ok) return media
  const item: ItemContent = { kind: kind.name, ask: ask.data, content: content.data, ...media.field }
  const needsTruth = given.role !== 'live'
  if (needsTruth && given.truth === undefined)
    return { ok: false, fault: { field: 'truth', expected: `a right answer, since the role is ${given.role}` } }
  if (needsTruth && given.why === undefined)
    return { ok: false, fault: { field: 'why', expected: 'a sentence that says why the answer is right' } }
  const truth = given.truth === undefined ? undefined : readTruth(kind, item, given.truth)
  if (truth !== undefined && !truth.ok) return { ok: false, fault: truth.fault }
  if (given.rule !== undefined && !campaign.rules.includes(given.rule)) {
    return { ok: false, fault: { field: 'rule', expected: `a rule of the guide: ${campaign.rules.join(', ')}` } }
  }
  const contentText = canonicalJson(item as unknown as Json)
  return {
    ok: true,
    item,
    truth: truth?.value,
    row: {
      externalId: given.id,
      role: given.role,
      kind: kind.name,
      contentText,
      contentHash: hashText(contentText),
      truthText: truth === undefined ? null : canonicalJson(truth.value as Json),
      why: given.why ?? null,
      rule: given.rule ?? null,
      isHard: given.hard,
    },
  }
}

function readTruth(kind: ReturnType<typeof kindOf>, item: ItemContent, given: unknown) {
  const truth = kind.truth(item).safeParse(given)
  if (!truth.success) return fault(truth.error, 'truth')
  const labels = kind.truthLabels(item, truth.data)
  const classes = kind.classes(item.ask)
  if (labels?.some(label => !classes.includes(label))) {
    return { ok: false as const, fault: { field: 'truth', expected: `one of ${classes.join(', ')}` } }
  }
  return { ok: true as const, value: truth.data }
}

function fault(error: z.ZodError, under?: string): { ok: false; fault: RowFault } {
  const issue = error.issues[0]
  const path = [...(under === undefined ? [] : [under]), ...(issue?.path.map(String) ?? [])].join('.')
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys[0] : undefined
  return {
    ok: false,
    fault: {
      field: unknown === undefined ? path || 'the row' : [path, unknown].filter(Boolean).join('.'),
      expected: unknown === undefined ? (issue?.message ?? 'another value') : 'no such field',
    },
  }
}
