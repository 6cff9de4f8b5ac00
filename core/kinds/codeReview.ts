import { z } from 'zod'
import { type DiffFile, parseDiff } from './diff.ts'
import { type ItemContent, type Kind, oneOf } from './kind.ts'
import { fromJson, someWords } from './words.ts'

const ask = z.strictObject({ question: z.string().min(1).max(120) })
const content = z.strictObject({
  title: z.string().min(1).max(120),
  /** What the change says that it does. */
  claim: z.string().min(1).max(2_000),
  diff: z
    .string()
    .min(1)
    .max(40_000)
    .superRefine((given, context) => {
      const read = parseDiff(given)
      if (!read.ok)
        context.addIssue({ code: 'custom', message: `a unified diff; in its line ${read.line}: ${read.expected}` })
    }),
})

const DECISIONS = ['safe', 'needs_changes', 'cannot_judge'] as const
const WEIGHTS = ['must', 'should', 'question'] as const
/** A truth names the line that causes it; who points at the line beside it has seen the same. */
const BESIDE = 2

export type CodeDecision = (typeof DECISIONS)[number]
export type CodeWeight = (typeof WEIGHTS)[number]
/** `side`: line numbers of the new file, or of the old one for a line that is gone. Words are asked for in tasks, not in tests. */
export type CodeComment = {
  file: string
  line: number
  side: 'new' | 'old'
  weight: CodeWeight
  text?: string | undefined
}
export type CodeReviewAsk = z.infer<typeof ask>
export type CodeReviewContent = z.infer<typeof content>
export type CodeReviewAnswer = { decision: CodeDecision; comments: CodeComment[] }
type Item = ItemContent<CodeReviewAsk, CodeReviewContent>

/** The diff of an item that was imported: it was checked then. */
export function filesOf(item: Item): DiffFile[] {
  const read = parseDiff(item.content.diff)
  if (!read.ok) throw new Error('bug: an item with a diff that cannot be read')
  return read.files
}

/** `pages.js:14`, with a minus for a line that is gone. */
export function lineName({ file, line, side }: Pick<CodeComment, 'file' | 'line' | 'side'>): string {
  return `${file}:${side === 'old' ? '-' : ''}${line}`
}

/** Every line that the diff shows. */
function linesOf(item: Item): Set<string> {
  const lines = filesOf(item).flatMap(({ path, hunks }) =>
    hunks
      .flat()
      .map(({ mark, number }) => lineName({ file: path, line: number, side: mark === 'removed' ? 'old' : 'new' })),
  )
  return new Set(lines)
}

function reviewOf(item: Item, isTest: boolean): z.ZodType<CodeReviewAnswer> {
  const lines = linesOf(item)
  const comment = z
    .strictObject({
      file: z.string(),
      line: z.int().min(1),
      side: z.enum(['new', 'old']),
      weight: z.enum(WEIGHTS),
      text: someWords.optional(),
    })
    .refine(given => lines.has(lineName(given)), { path: ['line'], message: 'a line that the diff shows' })
    .refine(given => isTest || given.text !== undefined, { path: ['text'], message: 'what goes wrong, and when' })
  return z
    .strictObject({ decision: z.enum(DECISIONS), comments: z.array(comment).max(10) })
    .refine(given => new Set(given.comments.map(lineName)).size === given.comments.length, {
      path: ['comments'],
      message: 'one comment a line',
    })
    .refine(given => given.decision !== 'needs_changes' || hasMust(given), {
      path: ['comments'],
      message: 'needs_changes points to one line that must change',
    })
    .refine(given => given.decision !== 'safe' || !hasMust(given), {
      path: ['decision'],
      message: 'safe has no line that must change',
    })
}

function hasMust({ comments }: Pick<CodeReviewAnswer, 'comments'>): boolean {
  return comments.some(one => one.weight === 'must')
}

/** Places that somebody objects to; a question objects to nothing. */
function places({ comments }: CodeReviewAnswer): Set<string> {
  return new Set(comments.filter(one => one.weight !== 'question').map(lineName))
}

/** Shared places over all places; 1 where neither objects to any. */
function overlap(one: CodeReviewAnswer, other: CodeReviewAnswer): number {
  const all = places(one).union(places(other))
  return all.size === 0 ? 1 : places(one).intersection(places(other)).size / all.size
}

function pointsAt(answer: CodeReviewAnswer, truth: CodeReviewAnswer): boolean {
  const musts = truth.comments.filter(one => one.weight === 'must')
  return answer.comments.some(
    given =>
      given.weight === 'must' &&
      musts.some(one => one.file === given.file && Math.abs(one.line - given.line) <= BESIDE),
  )
}

/** The other decision, with nothing to it: a change that is fine held back at its first line, or one that is not let through. */
function opposite(item: Item, truth: CodeReviewAnswer): CodeReviewAnswer {
  if (truth.decision !== 'safe') return { decision: 'safe', comments: [] }
  // There is one: a diff has at least one piece.
  const file = filesOf(item).find(one => one.hunks.length > 0) as DiffFile
  const line = file.hunks.flat().find(one => one.mark !== 'same') ?? file.hunks.flat()[0]
  const side = line?.mark === 'removed' ? 'old' : 'new'
  const text = 'This may go wrong when the input is empty.'
  return {
    decision: 'needs_changes',
    comments: [{ file: file.path, line: line?.number ?? 1, side, weight: 'must', text }],
  }
}

/** A change: would you merge it? The decision is the class; where people point counts into how far they agree. */
export const codeReview: Kind<CodeReviewAsk, CodeReviewContent, CodeReviewAnswer, CodeReviewAnswer> = {
  name: 'codeReview',
  isComparable: true,
  ask,
  content,
  texts: given => ({ claim: given.claim }),
  truth: item => reviewOf(item, false),
  answer: (item, place) => reviewOf(item, place === 'test'),
  questions: () => ['decision'],
  classes: () => [...DECISIONS],
  labels: (_item, answer) => [answer.decision],
  truthLabels: (_item, truth) => [truth.decision],
  // Another decision is another answer. The same one agrees by half, and for the rest by the lines that both point at.
  agreement: (_item, one, other) => (one.decision === other.decision ? (1 + overlap(one, other)) / 2 : 0),
  isRight: (_item, answer, truth) =>
    answer.decision === truth.decision && (truth.decision !== 'needs_changes' || pointsAt(answer, truth)),
  exportFields: (_item, answer) => ({
    decision: answer.decision,
    must_fix: answer.comments.filter(one => one.weight === 'must').length,
    // In one order of fields, whatever order they were sent in.
    comments: JSON.stringify(
      answer.comments.map(({ file, line, side, weight, text }) => ({ file, line, side, weight, text })),
    ),
  }),
  right: (_item, truth) => truth,
  slip: (item, truth, draw) =>
    oneOf(
      [opposite(item, truth), { decision: truth.decision === 'cannot_judge' ? 'safe' : 'cannot_judge', comments: [] }],
      draw,
    ),
  wrong: (item, truth) => (truth.decision === 'cannot_judge' ? [] : [opposite(item, truth)]),
  truthFromCell: fromJson,
}
