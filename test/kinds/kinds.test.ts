// What every kind promises of its answers, for any answers: agreement, classes, truth, export. Answers are made from the kind's own schema.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readItemRow } from '../../core/campaigns/itemRow.ts'
import { kindOf, kinds } from '../../core/kinds/index.ts'
import type { ItemContent, KindName } from '../../core/kinds/kind.ts'
import { canonicalJson, type Json } from '../../core/proof/index.ts'
import { seededRandom } from '../quality/seededRandom.ts'
import { KINDS, type Sample, samples, variants } from '../support/kindSamples.ts'
import { answersTo } from './answersTo.ts'

function itemOf(name: KindName, { ask, item }: Sample): ItemContent {
  const kind = kindOf(name)
  return { kind: name, ask: kind.ask.parse(ask), content: kind.content.parse(item(1).content) }
}

const terms = (name: KindName, { ask }: Sample) => ({ kind: name, ask, rules: [1] })

describe('the kinds there are', () => {
  it('are called as they are entered', () => {
    expect(Object.entries(kinds).map(([name, kind]) => [name, kind.name])).toEqual(
      Object.keys(kinds).map(name => [name, name]),
    )
    expect(KINDS.toSorted()).toEqual(Object.keys(kinds).toSorted())
  })
})

const cases: [string, KindName, Sample][] = [
  ...KINDS.map((name): [string, KindName, Sample] => [name, name, samples[name]]),
  ...variants,
]

describe.each(cases)('%s', (_case, name, sample) => {
  const kind = kindOf(name)
  const item = itemOf(name, sample)
  const truth = kind.truth(item).parse(sample.item(1).truth)
  const answers = answersTo[name](item)

  it('makes only answers that its own schema takes', () => {
    fc.assert(fc.property(answers, answer => kind.answer(item).safeParse(answer).success))
  })

  it('agrees in [0, 1], the same both ways, and fully with itself', () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const agreement = kind.agreement(item, one, other)
        expect(agreement).toBeGreaterThanOrEqual(0)
        expect(agreement).toBeLessThanOrEqual(1)
        expect(kind.agreement(item, other, one)).toBe(agreement)
        expect(kind.agreement(item, one, one)).toBe(1)
      }),
    )
  })

  it('puts every answer into its classes, one a question', () => {
    const classes = kind.classes(item.ask)
    const questions = kind.questions(item)
    expect(new Set(questions).size).toBe(questions.length)
    expect(questions.length > 0).toBe(kind.isComparable)
    fc.assert(
      fc.property(answers, answer => {
        const labels = kind.labels(item, answer)
        expect(labels.length).toBe(questions.length)
        for (const label of labels) expect(classes).toContain(label)
      }),
    )
    const known = kind.truthLabels(item, truth)
    if (kind.isComparable)
      expect(known).toEqual(
        kind.labels(
          item,
          kind.right(item, truth, () => 0),
        ),
      )
    else expect(known).toBeUndefined()
  })

  it('measures nearness of classes symmetrically, fully for the same', () => {
    const classes = kind.classes(item.ask)
    for (const one of classes) {
      for (const other of classes) {
        const near = kind.nearness?.(item.ask, one, other) ?? Number(one === other)
        expect(near).toBe(kind.nearness?.(item.ask, other, one) ?? Number(one === other))
        expect(near === 1).toBe(one === other)
        expect(near).toBeGreaterThanOrEqual(0)
      }
    }
  })

  it('knows a right answer, likely mistakes and surely wrong ones apart, each a valid answer', () => {
    const draw = seededRandom(5)
    const other = { item: { ...item, content: sample.item(2).content }, truth: sample.item(2).truth }
    const wrong = kind.wrong(item, truth, { draw, others: [other] })
    expect(wrong.length).toBeGreaterThan(0)
    for (let round = 0; round < 50; round++) {
      const right = kind.right(item, truth, draw)
      const slip = kind.slip(item, truth, draw)
      for (const answer of [right, slip, ...wrong])
        expect(kind.answer(item).safeParse(answer)).toMatchObject({ success: true })
      if (!kind.isComparable) continue
      expect(kind.isRight(item, right, truth)).toBe(true)
      for (const answer of [slip, ...wrong]) expect(kind.isRight(item, answer, truth)).toBe(false)
    }
  })

  it('exports what tells two answers apart, and nothing else', () => {
    fc.assert(
      fc.property(answers, answers, (one, other) => {
        const same =
          canonicalJson(kind.answer(item).parse(one) as Json) === canonicalJson(kind.answer(item).parse(other) as Json)
        const fields = (answer: unknown) =>
          canonicalJson(kind.exportFields(item, kind.answer(item).parse(answer)) as Json)
        expect(fields(one) === fields(other)).toBe(same)
      }),
    )
  })

  it('reads back an exported item and an exported answer as they were', () => {
    const read = readItemRow({ id: 'x', ...sample.item(1), why: 'Because.', role: 'check' }, terms(name, sample))
    if (!read.ok) throw new Error(`${read.fault.field}: ${read.fault.expected}`)
    const exported = JSON.parse(read.row.contentText) as ItemContent
    const again = readItemRow({ id: 'y', ask: exported.ask, content: exported.content }, terms(name, sample))
    expect(again).toMatchObject({ ok: true, row: { contentHash: read.row.contentHash } })
    expect(JSON.parse(read.row.truthText ?? '')).toEqual(truth)
    fc.assert(
      fc.property(answers, answer => {
        const sent = kind.answer(item).parse(answer)
        expect(kind.answer(item).parse(JSON.parse(canonicalJson(sent as Json)))).toEqual(sent)
      }),
    )
  })

  it('refuses an answer with a field of its own invention, and an empty one', () => {
    fc.assert(fc.property(answers, answer => !kind.answer(item).safeParse({ ...(answer as object), extra: 1 }).success))
    for (const bad of [null, {}, [], 'x', 7]) expect(kind.answer(item).safeParse(bad).success).toBe(false)
  })
})
