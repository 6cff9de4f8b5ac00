// The next tap or text that answers a question of any kind as somebody would who knows what is right, reading only the screen.
import type { Block, View } from '../../bots/conversation/view.ts'

/** One step that a person would take: a button by its label, or a text in the open form. */
export type Step = { press: string | RegExp } | { write: string }

/** What is asked and right, as imported. */
export type Solvable = { kind: string; ask: Record<string, unknown>; content: Record<string, unknown>; truth: unknown }

export const clean = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u2066-\u2069]/g, '')
    .trim()

export const shownTexts = (view: View) =>
  view.blocks.flatMap((block: Block) =>
    block.type === 'content' || block.type === 'option'
      ? [{ label: block.type === 'option' ? block.label : '', text: clean(block.text) }]
      : [],
  )

const labelsOf = (view: View) => view.rows.flat().map(one => clean(one.label))

/** Long content is read to its end first, since answers come with the last part. */
export function unreadPart(view: View): string | undefined {
  const isOver =
    /Read: |Part \d/.test(JSON.stringify(view.blocks)) && JSON.stringify(view.blocks).includes('That was all of it.')
  return isOver ? undefined : labelsOf(view).find(label => /^(Next part|Read [A-Z]|Read the text)$/.test(label))
}

export type Solver = (view: View, item: Solvable) => Step

export function solve(view: View, item: Solvable, own?: Solver): Step {
  const unread = unreadPart(view)
  if (unread !== undefined) return { press: unread }
  const solver = own ?? SOLVERS[item.kind]
  if (solver === undefined) throw new Error(`nobody knows how to answer ${item.kind}`)
  return solver(view, item)
}

const SOLVERS: Record<string, Solver> = {
  choice: (_view, { ask, truth }) => ({
    press: (ask['labels'] as { id: string; label: string }[]).find(one => one.id === truth)?.label ?? 'Cannot tell',
  }),
  pairwise: (view, item) => ({ press: pairwiseLabel(view, item) }),
  ranking: rankingStep,
  text: (view, { truth }) =>
    labelsOf(view).includes('Send') ? { press: 'Send' } : { write: (truth as { example: string }).example },
  tags: tagsStep,
  rating: ratingStep,
  steps: stepsStep,
  codeReview: codeStep,
}

function pairwiseLabel(view: View, { content, truth }: Solvable): string {
  if (truth === 'tie') return 'Equally good'
  if (truth === 'both_bad') return 'Both bad'
  const wanted = clean(content[truth as string] as string)
  const side = shownTexts(view).find(one => one.label !== '' && wanted.startsWith(one.text.slice(0, 40)))
  if (side === undefined) throw new Error('the better side is not on screen')
  return `${side.label} is better`
}

function rankingStep(view: View, { content, truth }: Solvable): Step {
  if (labelsOf(view).includes('Send')) {
    // The last one placed itself; where it shares its place, that is said now.
    const places = JSON.stringify(view.blocks).split(', then ').length
    return { press: truth !== 'all_bad' && places > (truth as string[][]).length ? 'Last two tie' : 'Send' }
  }
  if (truth === 'all_bad') return { press: 'All are bad' }
  const texts = content['texts'] as { id: string; text: string }[]
  const letterOf = new Map(
    texts.map(({ id, text }) => [id, shownTexts(view).find(one => clean(text) === one.text)?.label ?? '?']),
  )
  const left = new Set(labelsOf(view).filter(label => /^[A-Z]$/.test(label)))
  for (const group of truth as string[][]) {
    const letters = group.map(id => letterOf.get(id) as string)
    const open = letters.filter(letter => left.has(letter))
    if (open.length === 0) continue
    const isBegun = open.length < letters.length
    const isTying = JSON.stringify(view.blocks).includes('shares place')
    if (isBegun && !isTying) return { press: 'Next one ties' }
    return { press: open[0] as string }
  }
  throw new Error('nothing is left to place')
}

function tagsStep(view: View, { ask, truth }: Solvable): Step {
  const shown = labelsOf(view)
  const marked = clean(JSON.stringify(view.blocks.filter(block => block.type === 'text')))
  const wanted = (ask['labels'] as { id: string; label: string }[]).filter(one => (truth as string[]).includes(one.id))
  if (wanted.length === 0) return { press: shown.includes('Send') ? 'Send' : 'None of these' }
  const open = wanted.filter(one => !shown.includes(`✓ ${one.label}`) && !marked.includes(one.label))
  const next = open.find(one => shown.includes(one.label))
  if (next !== undefined) return { press: next.label }
  return { press: open.length > 0 ? 'More answers' : /^Send \d+ marks?$/ }
}

function ratingStep(view: View, { ask, truth }: Solvable): Step {
  if (labelsOf(view).includes('Send')) return { press: 'Send' }
  const scale = (ask['scales'] as { id: string; question: string }[]).find(one => clean(view.heading) === one.question)
  const score = (truth as Record<string, number>)[scale?.id ?? '']
  return { press: new RegExp(`^${score}( |$)`) }
}

function stepsStep(view: View, { content, truth }: Solvable): Step {
  const given = truth as {
    mistake: number | null
    reason?: string
    note?: string
    neither?: number[]
    alsoWrong?: number[]
  }
  if (view.form !== undefined) return { write: given.note ?? '' }
  if (labelsOf(view).includes('Send')) return { press: 'Send' }
  const at = Number(/^Step (\d+) of/.exec(view.heading)?.[1] ?? 0)
  if (at > 0) {
    if (at > (content['steps'] as unknown[]).length) throw new Error('a step that is not there')
    const isWrong = at === given.mistake || given.alsoWrong?.includes(at)
    return { press: isWrong ? 'Wrong' : given.neither?.includes(at) ? 'Neither' : 'Right' }
  }
  const reasons: Record<string, string> = {
    calculation: 'Calculation',
    rule: 'Rule used wrongly',
    misread: 'Problem misread',
    left_out: 'Something left out',
    other: 'Something else',
  }
  return { press: reasons[given.reason ?? 'other'] as string }
}

/** Makes the first comment of the truth, then decides. */
function codeStep(view: View, { truth }: Solvable): Step {
  type Comment = { file: string; line: number; side: string; weight: string; text: string }
  const { decision, comments } = truth as { decision: string; comments: Comment[] }
  const [first] = comments
  const shown = labelsOf(view)
  if (view.form !== undefined) return { write: first?.text ?? '' }
  if (shown.includes('Send')) return { press: 'Send' }
  if (shown.includes('Safe to merge')) {
    const names: Record<string, string> = { safe: 'Safe to merge', needs_changes: 'Needs changes' }
    return { press: names[decision] ?? 'Cannot judge' }
  }
  if (shown.includes('Must fix'))
    return { press: { must: 'Must fix', should: 'Should fix' }[first?.weight ?? ''] ?? 'Question' }
  if (shown.includes('Decide')) {
    const isSaid = first === undefined || shown.includes('Undo the last comment')
    return { press: isSaid ? 'Decide' : 'Comment on a line' }
  }
  const line = `${first?.side === 'old' ? '−' : '+'}${first?.line}`
  if (shown.includes(line)) return { press: line }
  // An unchanged line is listed once all of them are.
  if (shown.includes(String(first?.line))) return { press: String(first?.line) }
  if (shown.includes('All lines') && !shown.includes('More answers')) return { press: 'All lines' }
  const file = shown.find(label => first?.file.endsWith(label.replace('…', '')))
  return { press: file ?? 'More answers' }
}
