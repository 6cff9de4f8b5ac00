// Where somebody is in the conversation: one member a scene, plain JSON, kept in the database. A state says which scene and
// which page of it; facts are read again each time it is shown, and drafts of tasks live on their assignment, sealed. So an
// unknown or old state is simply left, and nothing is lost.
import { z } from 'zod'
import type { Said } from './words/index.ts'

const uuid = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)
const page = z.int().min(0).max(100_000)
const said = z.object({
  say: z.custom<Said['say']>(key => typeof key === 'string' && key.includes('.')),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  mark: z.enum(['saved', 'checking', 'recorded']).optional(),
})

/** How far long content has been read: the open part, and the texts read to their end. */
const reading = z.object({ text: z.string(), part: page, done: z.array(z.string()) })
export type Reading = z.infer<typeof reading>

/** What every member may carry: what happened just before, shown above it until the next step. */
const always = { says: z.array(said).optional() }

function member<N extends string, T extends z.ZodRawShape>(scene: N, shape: T) {
  return z.object({ scene: z.literal(scene), ...shape, ...always })
}

/** The campaign, by its public code, that somebody came for; carried through the first screens. */
const toward = { toward: z.string().max(20).optional() }
/** What is hard to see has been uncovered. */
const showing = { isShown: z.boolean().optional() }
const asking = {
  draft: z.unknown().optional(),
  list: page.optional(),
  reading: reading.optional(),
  isWriting: z.boolean().optional(),
  ...showing,
}
/** Where a side view returns to; parsed when it is used. */
const back = { back: z.unknown().optional() }

export const stateSchema = z.discriminatedUnion('scene', [
  member('welcome', toward),
  member('tryOut', { question: page, said: z.enum(['a', 'b']).optional(), ...toward }),
  member('howPay', { isPrl: z.boolean(), ...toward }),
  member('language', { isSetting: z.boolean(), ...toward }),
  member('age', toward),
  member('underage', {}),
  member('agreement', { campaignId: uuid }),
  member('agreementText', { campaignId: uuid, page, ...back }),
  member('skill', { campaignId: uuid }),
  member('practice', {
    campaignId: uuid,
    index: page,
    /** JSON answer given, not kept anywhere else; free text is never put here. */
    answer: z.unknown().optional(),
    isAnswered: z.boolean().optional(),
    isTaste: z.boolean().optional(),
    ...toward,
    ...asking,
  }),
  member('test', { campaignId: uuid, itemId: uuid, shownAt: z.string(), ...asking }),
  member('testDone', {
    campaignId: uuid,
    hasPassed: z.boolean(),
    right: page,
    total: page,
    pass: page,
    stipend: z.string(),
    nextAttemptAt: z.string().nullable(),
    missedRules: z.array(z.int()),
  }),
  member('missedRules', { campaignId: uuid, rules: z.array(z.int()), ...back }),
  member('work', { page }),
  member('paused', {
    skill: z.string().max(200),
    /** Which of the missed check questions is open. */
    index: page.optional(),
    reading: reading.optional(),
  }),
  member('task', {
    assignmentId: uuid,
    list: page.optional(),
    reading: reading.optional(),
    isWriting: z.boolean().optional(),
    ...showing,
  }),
  member('more', { assignmentId: uuid }),
  member('skip', { assignmentId: uuid }),
  member('report', { assignmentId: uuid }),
  member('askGuide', { assignmentId: uuid }),
  member('guide', { campaignId: uuid, version: z.int().optional(), page, ...back }),
  member('receipt', { campaignId: uuid }),
  member('done', {}),
  member('since', {
    since: z.string(),
    accepted: page,
    pending: page,
    rejected: page,
    earned: z.string(),
  }),
  member('me', {}),
  member('results', { filter: z.enum(['all', 'pending', 'accepted', 'rejected']), page }),
  member('answer', { submissionId: uuid, isWhy: z.boolean().optional(), reading: reading.optional() }),
  member('appeal', { submissionId: uuid, isWriting: z.boolean().optional() }),
  member('reputation', { index: page, isWhy: z.boolean().optional() }),
  member('wallet', { isChange: z.boolean().optional() }),
  member('noWallet', {}),
  member('pay', { isSums: z.boolean(), back: page.optional() }),
  member('firstPay', { sum: z.string(), answers: page, epoch: page.optional() }),
  member('proof', { submissionId: uuid }),
  member('invitation', { isMore: z.boolean().optional() }),
  member('reviews', {}),
  member('round', { roundId: uuid }),
  member('vote', {
    ballotId: uuid,
    step: z.enum(['choice', 'rule', 'note', 'recuse']),
    rule: z.int().optional(),
    reading: reading.optional(),
    ...showing,
  }),
  member('sealed', { ballotId: uuid, roundId: uuid, closesAt: z.string(), left: page }),
  member('myVotes', { roundId: uuid, index: page.optional() }),
  member('desk', {
    campaignId: uuid.optional(),
    isPausing: z.boolean().optional(),
    isPreferring: z.boolean().optional(),
  }),
  member('privacy', { isFull: z.boolean().optional(), page: page.optional() }),
  member('agreements', { page: page.optional() }),
  member('withdraw', { campaignId: uuid }),
  member('myData', {}),
  member('forget', { isSure: z.boolean().optional() }),
  member('forgotten', { receipt: z.string(), claimCode: z.string().nullable(), unpaid: z.string() }),
  member('settings', {}),
  member('room', { roomId: uuid, page: page.optional() }),
  member('hardToSee', { campaignId: uuid.optional() }),
  member('help', {}),
  member('topic', { topic: z.enum(['pay', 'decision', 'upsetting', 'not_working', 'other']).optional() }),
  member('cases', {}),
  member('terms', {}),
  member('refused', { code: z.string(), sentence: said, ways: z.array(z.string()) }),
])

export type State = z.infer<typeof stateSchema>
export type StateOf<S extends State['scene']> = Extract<State, { scene: S }>

/** Reads a kept state. Nothing kept, an old shape, or a scene that is no more: undefined, and the conversation starts anew. */
export function parseState(text: string | undefined): State | undefined {
  if (text === undefined) return undefined
  try {
    return stateFrom(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** The same for a state inside a state. */
export function stateFrom(value: unknown): State | undefined {
  const parsed = stateSchema.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** A state as the way back from a side view: without what was said, and without a way back of its own. */
export function wayBack(state: State): unknown {
  const { says: _says, ...rest } = state as State & { back?: unknown }
  return { ...rest, back: undefined }
}
