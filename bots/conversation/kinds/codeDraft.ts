// A review of a change while it is made: comments, the decision, and which question is open. Pure; answers and drafts are plain JSON.
import type { DiffFile } from '@perle/core'
import { lengthOf } from '../cleanText.ts'

export const WEIGHTS = ['must', 'should', 'question'] as const
export type Weight = (typeof WEIGHTS)[number]
export const DECISIONS = ['safe', 'needs_changes', 'cannot_judge'] as const
export type Decision = (typeof DECISIONS)[number]
type Side = 'new' | 'old'
export type Place = { file: string; line: number; side: Side }
export type Comment = Place & { weight: Weight; text?: string }

/**
 * Which question is open: none (the change with its comments) -> file -> line -> weight -> words -> none; none -> decide -> none.
 * `all`: unchanged lines are listed too; `asked`: a line that was typed and that nobody sees.
 * With a decision and no question open, all is said and can be sent. "Back" leads one question back.
 */
export type At =
  | { step: 'file'; page: number }
  | { step: 'line'; file: number; page: number; all?: true; asked?: string }
  | ({ step: 'weight' } & Place)
  | ({ step: 'words'; weight: Weight; text?: string } & Place)
  | { step: 'decide' }
export type CodeDraft = { comments: Comment[]; decision?: Decision; at?: At }

/** As the core's schema asks for them. */
export const WORDS = { min: 10, max: 600 }
export const MOST_COMMENTS = 10

export function samePlace(one: Place, other: Place): boolean {
  return one.file === other.file && one.line === other.line && one.side === other.side
}

export function hasMust(draft: Pick<CodeDraft, 'comments'>): boolean {
  return draft.comments.some(one => one.weight === 'must')
}

/** Said, and consistent: what must change keeps a change from being safe, and a change that needs changes says where. */
export function isSendable(draft: CodeDraft): boolean {
  if (draft.decision === undefined || draft.at !== undefined) return false
  return draft.decision === 'cannot_judge' || hasMust(draft) === (draft.decision === 'needs_changes')
}

export function withComment(draft: CodeDraft, comment: Comment): CodeDraft {
  const others = draft.comments.filter(one => !samePlace(one, comment))
  const { at: _at, ...rest } = draft
  return { ...rest, comments: [...others, comment] }
}

/** One question back. */
export function backFrom(draft: CodeDraft, files: DiffFile[]): CodeDraft {
  const { at, ...rest } = draft
  switch (at?.step) {
    case 'words':
      return { ...rest, at: { step: 'weight', file: at.file, line: at.line, side: at.side } }
    case 'weight':
      return {
        ...rest,
        at: {
          step: 'line',
          file: Math.max(
            0,
            files.findIndex(one => one.path === at.file),
          ),
          page: 0,
        },
      }
    case 'line':
      return files.length > 1 ? { ...rest, at: { step: 'file', page: 0 } } : rest
    default:
      return rest
  }
}

/** What was kept, as far as it still makes sense: another version of the code may have written it. */
export function readDraft(value: unknown, files: DiffFile[]): CodeDraft {
  const given = value as Partial<CodeDraft> | null | undefined
  const paths = new Set(files.map(file => file.path))
  const isPlace = (one: unknown): one is Place => {
    const place = one as Partial<Place> | null
    const isOnSide = place?.side === 'new' || place?.side === 'old'
    return isOnSide && typeof place?.file === 'string' && paths.has(place.file) && Number.isInteger(place.line)
  }
  const isComment = (one: unknown): one is Comment =>
    isPlace(one) && WEIGHTS.some(weight => weight === (one as Comment).weight)
  const comments = (Array.isArray(given?.comments) ? (given.comments as unknown[]) : []).filter(isComment)
  const decision = DECISIONS.find(one => one === given?.decision)
  const at = atFrom(given?.at, isPlace)
  return { comments, ...(decision === undefined ? {} : { decision }), ...(at === undefined ? {} : { at }) }
}

function atFrom(at: unknown, isPlace: (one: unknown) => boolean): At | undefined {
  const given = at as At | null | undefined
  switch (given?.step) {
    case 'file':
    case 'line':
      return Number.isInteger(given.page) ? given : undefined
    case 'weight':
    case 'words':
      return isPlace(given) ? given : undefined
    case 'decide':
      return given
    default:
      return undefined
  }
}

export function wordsFit(text: string): boolean {
  const length = lengthOf(text)
  return length >= WORDS.min && length <= WORDS.max
}
