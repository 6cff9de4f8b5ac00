// Answers task questions rightly from the starter campaigns' own files, reading only what a person would see.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Block, View } from '../../bots/conversation/view.ts'

const STARTERS = join(import.meta.dirname, '../../core/campaigns/starters')

type Known = {
  kind: 'choice' | 'pairwise' | 'ranking' | 'text'
  role: string
  content: Record<string, unknown>
  truth: unknown
  labels: Record<string, string>
}

function load(): Known[] {
  return readdirSync(STARTERS).flatMap(folder => {
    const campaign = JSON.parse(readFileSync(join(STARTERS, folder, 'campaign.json'), 'utf8'))
    const labels = Object.fromEntries(
      (campaign.ask.labels ?? []).map((one: { id: string; label: string }) => [one.id, one.label]),
    )
    return readFileSync(join(STARTERS, folder, 'items.jsonl'), 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => JSON.parse(line))
      .map(item => ({
        kind: item.kind ?? campaign.kind,
        role: item.role,
        content: item.content,
        truth: item.truth,
        labels,
      }))
  })
}

const known = load()
const clean = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u2066-\u2069]/g, '')
    .trim()

/** One step that a person would take: a button by its label, or a text in the open form. */
export type Step = { press: string | RegExp } | { write: string }

const shownTexts = (view: View) =>
  view.blocks.flatMap((block: Block) =>
    block.type === 'content' || block.type === 'option'
      ? [{ label: block.type === 'option' ? block.label : '', text: clean(block.text) }]
      : [],
  )

/** The item on screen: the one of whose texts most are shown, whole or in part. */
function recognise(view: View): Known {
  const shown = shownTexts(view)
  const scored = known.map(item => {
    const texts = Object.values(item.content).flatMap(value =>
      typeof value === 'string' ? [clean(value)] : (value as { text: string }[]).map(one => clean(one.text)),
    )
    const score = shown.filter(
      one => one.text !== '' && texts.some(text => text === one.text || text.includes(one.text)),
    ).length
    return { item, score }
  })
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  if (best.score === 0) throw new Error(`no starter item is on screen: ${JSON.stringify(shown)}`)
  return best.item
}

/** What to do next. Long content is read to its end first, since answers come with the last part. */
export function nextStep(view: View): Step {
  const labels = view.rows.flat().map(button => button.label)
  const unread = labels.find(label => /^(Next part|Read [A-Z])$/.test(label))
  const hasAnswers = labels.some(label => /is better$|^Scam$|^A$|^Send$/.test(label))
  if (unread !== undefined && !hasAnswers) return { press: unread }
  if (labels.includes('Send')) return { press: 'Send' }
  const item = recognise(view)
  switch (item.kind) {
    case 'choice':
      return { press: item.labels[item.truth as string] ?? 'Cannot tell' }
    case 'pairwise':
      return { press: pairwiseLabel(view, item) }
    case 'ranking':
      return rankingStep(view, item)
    case 'text':
      return { write: (item.truth as { example: string }).example }
  }
}

function pairwiseLabel(view: View, item: Known): string {
  if (item.truth === 'tie') return 'Equally good'
  if (item.truth === 'both_bad') return 'Both bad'
  const wanted = clean(item.content[item.truth as string] as string)
  const side = shownTexts(view).find(one => one.label !== '' && wanted.startsWith(one.text.slice(0, 40)))
  if (side === undefined) throw new Error('the better side is not on screen')
  return `${side.label} is better`
}

function rankingStep(view: View, item: Known): Step {
  if (item.truth === 'all_bad') return { press: 'All are bad' }
  const texts = item.content['texts'] as { id: string; text: string }[]
  const letterOf = new Map(
    texts.map(({ id, text }) => [id, shownTexts(view).find(one => clean(text) === one.text)?.label ?? '?']),
  )
  const left = new Set(
    view.rows
      .flat()
      .map(button => button.label)
      .filter(label => /^[A-Z]$/.test(label)),
  )
  const order = item.truth as string[][]
  for (const group of order) {
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
