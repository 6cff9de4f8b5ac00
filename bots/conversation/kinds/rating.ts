// One scale after another, each with its ends written out; a single scale is answered by one tap.
import { button, lineOf, para } from '../scenes/scene.ts'
import type { Button } from '../view.ts'
import type { Words } from '../words/index.ts'
import type { Asking, Drawn, KindTalk, Packer, Step } from './kindTalk.ts'

type Scale = { id: string; name: string; question: string; anchors: { at: number; text: string }[] }
type Ask = { question: string; points: number; scales: Scale[] }
type Content = { text: string; source?: string }
type Score = number | 'cannot_judge'
/** `at` counts the scales that are done with; an answer that came back has none, and is done. */
type Draft = { scores: Record<string, Score>; at: number }
type Item = Asking<Ask, Content>['item']

function draftOf({ item, draft }: Asking<Ask, Content>): Draft {
  const { scales, points } = item.ask
  const given = draft as { scores?: Record<string, unknown>; at?: unknown } | null | undefined
  const isScore = (score: unknown): score is Score =>
    score === 'cannot_judge' || (Number.isInteger(score) && Number(score) >= 1 && Number(score) <= points)
  const scores: Record<string, Score> = {}
  for (const { id } of scales) {
    const score = given?.scores?.[id]
    if (isScore(score)) scores[id] = score
  }
  const begun = scales.findIndex(({ id }) => scores[id] === undefined)
  const most = begun < 0 ? scales.length : begun
  const at = Number.isInteger(given?.at) ? Number(given?.at) : scales.length
  // A single scale is asked again, not summed up: one tap sends it.
  return { scores, at: scales.length === 1 ? 0 : Math.max(0, Math.min(most, at)) }
}

function scoreInWords(w: Words, scale: Scale, score: Score | undefined): string {
  return score === undefined || score === 'cannot_judge'
    ? w.say('kinds.ratingCannot', { scale: scale.name })
    : w.say('kinds.ratingScore', { scale: scale.name, score })
}

function scoresInWords(w: Words, item: Item, scores: Record<string, Score>): string {
  return w.list(item.ask.scales.map(scale => scoreInWords(w, scale, scores[scale.id])))
}

function draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn {
  const { item } = asking
  const draft = draftOf(asking)
  const scale = item.ask.scales[draft.at]
  if (scale === undefined) return drawDone(w, item, draft, packer)
  const { points, scales } = item.ask
  const ends = { low: anchorAt(scale, 1), high: anchorAt(scale, points) }
  const where = { i: draft.at + 1, n: scales.length }
  const before = draft.scores[scale.id]
  const anchors = [...scale.anchors].sort((one, other) => one.at - other.at)
  return {
    heading: scale.question,
    line: lineOf(w.say('kinds.ratingLine', { ...where, scale: scale.name, most: points, ...ends })),
    above: scales.length === 1 ? [] : [para(w.spans('kinds.ratingScale', where))],
    below: [
      para([anchors.map(({ at, text }) => w.say('kinds.ratingAnchor', { n: at, text })).join(' · ')]),
      ...(before === undefined ? [] : [para(w.spans('task.chosen', { answer: scoreInWords(w, scale, before) }))]),
    ],
    rows: scoreRows(w, { points, ends, at: draft.at }, packer),
  }
}

function anchorAt(scale: Scale, point: number): string {
  return scale.anchors.find(one => one.at === point)?.text ?? ''
}

/** The two ends stand in rows of their own, with their words; what lies between shares one. */
function scoreRows(
  w: Words,
  scale: { points: number; ends: { low: string; high: string }; at: number },
  packer: Packer,
): Button[][] {
  const { points, ends, at } = scale
  const tap = (score: number, label: string) => button(label, packer('step', `${score}.${at}`), { key: String(score) })
  const between = Array.from({ length: points - 2 }, (_, index) => tap(index + 2, String(index + 2)))
  const cannot = button(w.say('button.cannotJudge'), packer('step', `x.${at}`))
  return [
    [tap(1, `1 ${ends.low}`)],
    ...(between.length === 0 ? [] : [between]),
    [tap(points, `${points} ${ends.high}`)],
    [cannot, ...(at === 0 ? [] : [button(w.say('button.back'), packer('step', 'undo'), { key: 'Backspace' })])],
  ]
}

function drawDone(w: Words, item: Item, draft: Draft, packer: Packer): Drawn {
  const scores = scoresInWords(w, item, draft.scores)
  return {
    heading: item.ask.question,
    line: lineOf(w.say('kinds.ratingLineDone', { scores })),
    // Above the texts: on a phone what stands below them is out of sight.
    above: [para(w.spans('kinds.ratingDone', { scores }))],
    below: [],
    rows: [
      [button(w.say('button.send'), packer('send'), { primary: true })],
      [button(w.say('button.change'), packer('clear'))],
    ],
  }
}

function step(asking: Asking<Ask, Content>, verb: string, arg: string): Step {
  const { scales, points } = asking.item.ask
  const draft = draftOf(asking)
  if (verb === 'send') return draft.at < scales.length ? 'stale' : { answer: { scores: draft.scores } }
  // The scores stay: each scale is asked again with what was chosen.
  if (verb === 'clear') return { draft: { ...draft, at: 0 } }
  if (verb !== 'step') return 'stale'
  if (arg === 'undo') return { draft: { ...draft, at: Math.max(0, draft.at - 1) } }
  const [, given, place] = /^(x|[1-7])\.(\d)$/.exec(arg) ?? []
  const scale = scales[draft.at]
  // The place tells a second tap on a button from before.
  if (given === undefined || scale === undefined || Number(place) !== draft.at) return 'stale'
  const score: Score = given === 'x' ? 'cannot_judge' : Number(given)
  if (typeof score === 'number' && score > points) return 'stale'
  const scores = { ...draft.scores, [scale.id]: score }
  return scales.length === 1 ? { answer: { scores } } : { draft: { scores, at: draft.at + 1 } }
}

export const rating: KindTalk<Ask, Content> = {
  sections: (w, { item: { content } }) =>
    content.source === undefined
      ? [{ key: 'q', text: content.text }]
      : [
          { key: 's', label: w.say('kinds.source'), of: 'source', text: content.source },
          { key: 'q', label: w.say('kinds.toRate'), of: 'text', text: content.text },
        ],
  draw,
  step,
  inWords: (w, item, answer) => {
    const scores = (answer as { scores?: Record<string, Score> } | null)?.scores
    return scores === undefined ? '' : scoresInWords(w, item, scores)
  },
}
