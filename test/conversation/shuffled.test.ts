// Sides are shuffled per person: somebody who knows which text is best, and sees only what stands under which letter, always answers
// by the item's own names; and the answer reads back in the letters that they saw.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { unpack } from '../../bots/conversation/buttons.ts'
import { talkOf } from '../../bots/conversation/kinds/index.ts'
import { type Asking, asWhole, type Packer, type Step } from '../../bots/conversation/kinds/kindTalk.ts'
import { wordsFor } from '../../bots/conversation/words/index.ts'
import { kindOf } from '../../core/kinds/index.ts'
import type { ItemContent, KindName } from '../../core/kinds/kind.ts'
import { canonicalJson, type Json } from '../../core/proof/index.ts'
import { answersTo } from '../kinds/answersTo.ts'
import { KINDS, samples } from '../support/kindSamples.ts'

const w = wordsFor('en')
const seeds = fc.integer({ min: 0, max: 0xffff_ffff })
const asking = (item: ItemContent, seed: number | undefined, draft: unknown = null): Asking => ({
  item,
  seed,
  draft,
  list: 0,
  isWriting: false,
})

/** Which letter a text stands under, as this person sees it. */
function lettersOf(item: ItemContent, given: Asking): Map<string, string> {
  const labelled = talkOf(item.kind)
    .sections(w, given)
    .filter(section => /^[A-H]$/.test(section.label ?? ''))
  return new Map(labelled.map(section => [section.text, section.label as string]))
}

/** The answer that a run of taps leads to; each tap is a verb and its argument. */
function tapped(item: ItemContent, seed: number | undefined, taps: [Parameters<Packer>[0], string][]): unknown {
  let draft: unknown = null
  for (const [verb, arg] of taps) {
    const step: Step = talkOf(item.kind).step(asking(item, seed, draft), verb, arg)
    if (step === 'stale') throw new Error(`${verb} ${arg} does nothing`)
    if ('answer' in step) return step.answer
    if ('draft' in step) draft = JSON.parse(JSON.stringify(step.draft))
  }
  throw new Error('nothing was sent')
}

describe('sides of a comparison', () => {
  const outcome = fc.constantFrom('a', 'b', 'tie', 'both_bad', 'cannot_judge')
  const sample = samples.pairwise.item(1).content as { prompt: string; a: string; b: string }
  const item: ItemContent = { kind: 'pairwise', ask: samples.pairwise.ask, content: sample }

  it('come back as the item names them, whatever the seed', () => {
    const seen = new Set<string>()
    fc.assert(
      fc.property(seeds, outcome, (seed, wanted) => {
        const letters = lettersOf(item, asking(item, seed))
        const letter = wanted === 'a' || wanted === 'b' ? letters.get(sample[wanted]) : undefined
        const arg = letter?.toLowerCase() ?? wanted
        const button = talkOf('pairwise')
          .draw(w, asking(item, seed), (verb, value) => `1|tk|${verb === 'answer' ? 'an' : 'xx'}||${value ?? ''}`)
          .rows.flat()
          .find(one => one.kind === 'press' && unpack(one.payload)?.arg === arg)
        if (letter !== undefined) expect(button?.label).toBe(`${letter} is better`)
        const answer = tapped(item, seed, [['answer', arg]]) as { preferred: string; shown: string }
        expect(answer.preferred).toBe(wanted)
        seen.add(answer.shown)
        // Read back in the letters of the screen, and in the item's own for those who judge.
        if (letter === undefined) return
        expect(talkOf('pairwise').inWords(w, item, answer, true)).toBe(`${letter} is better`)
        expect(talkOf('pairwise').inWords(w, item, answer, false)).toBe(`${wanted.toUpperCase()} is better`)
        expect(lettersOf(item, asWhole(item, { shown: answer.shown }))).toEqual(letters)
      }),
    )
    expect(seen).toEqual(new Set(['ab', 'ba']))
  })
})

describe('texts of a ranking', () => {
  const rankings = fc.integer({ min: 2, max: 8 }).chain(count => {
    const texts = Array.from({ length: count }, (_, n) => ({
      id: String.fromCharCode(65 + n),
      text: `Summary number ${n + 1}`,
    }))
    const item: ItemContent = { kind: 'ranking', ask: samples.ranking.ask, content: { source: 'A notice.', texts } }
    return fc.record({ item: fc.constant(item), answer: answersTo.ranking(item), seed: seeds })
  })

  it('come back in the order meant, ties and all, whatever the seed', () => {
    const orders = new Set<string>()
    fc.assert(
      fc.property(rankings, ({ item, answer, seed }) => {
        const { order } = answer as { order: string[][] | 'all_bad' }
        const { texts } = item.content as { texts: { id: string; text: string }[] }
        const letters = lettersOf(item, asking(item, seed))
        const letterOf = (id: string) => letters.get(texts.find(one => one.id === id)?.text ?? '') ?? '?'
        const sent = tapped(item, seed, tapsFor(order, letterOf)) as { order: string[][] | 'all_bad'; shown: string }
        const sorted = (groups: string[][] | 'all_bad') =>
          groups === 'all_bad' ? groups : groups.map(group => group.toSorted())
        expect(sorted(sent.order)).toEqual(sorted(order))
        expect(kindOf('ranking').answer(item).safeParse(sent).success).toBe(true)
        expect([...sent.shown].map(id => letterOf(id)).join('')).toBe('ABCDEFGH'.slice(0, texts.length))
        expect(lettersOf(item, asWhole(item, { shown: sent.shown }))).toEqual(letters)
        if (texts.length === 3) orders.add(sent.shown)
      }),
      { numRuns: 300 },
    )
    expect(orders.size).toBeGreaterThan(3)
  })

  /** Best first; the last one places itself, and its tie is said then. */
  function tapsFor(order: string[][] | 'all_bad', letterOf: (id: string) => string): [Parameters<Packer>[0], string][] {
    if (order === 'all_bad') {
      return [
        ['step', 'all'],
        ['send', ''],
      ]
    }
    const taps = order.flatMap(group =>
      group.flatMap((id, place): [Parameters<Packer>[0], string][] =>
        place === 0
          ? [['step', letterOf(id)]]
          : [
              ['step', 'tie'],
              ['step', letterOf(id)],
            ],
      ),
    )
    const isTied = (order.at(-1)?.length ?? 0) > 1
    const all = order.flat().length
    const mine = taps.slice(0, isTied ? -2 : -1)
    return [...mine, ...(isTied && all > 1 ? [['step', 'last'] as [Parameters<Packer>[0], string]] : []), ['send', '']]
  }
})

describe.each(KINDS)('%s', name => {
  const kind = kindOf(name as KindName)
  const item: ItemContent = {
    kind: name,
    ask: kind.ask.parse(samples[name].ask),
    content: kind.content.parse(samples[name].item(1).content),
  }

  it('shows every text of the item to everybody, and names no side that is not there', () => {
    const own = talkOf(name).sections(w, asking(item, undefined))
    const isShuffled = name === 'pairwise' || name === 'ranking'
    fc.assert(
      fc.property(seeds, seed => {
        const given = talkOf(name).sections(w, asking(item, seed))
        const texts = (sections: typeof own) => sections.map(section => section.text).toSorted()
        expect(texts(given)).toEqual(texts(own))
        expect(given.map(section => section.label)).toEqual(own.map(section => section.label))
        if (!isShuffled) expect(given.map(section => section.text)).toEqual(own.map(section => section.text))
      }),
    )
  })

  it('agrees with a copy of itself that was shown the other way round', () => {
    fc.assert(
      fc.property(answersTo[name](item), answersTo[name](item), (one, other) => {
        if (!('shown' in (one as object))) return
        const turned = { ...(one as object), shown: (other as { shown: string }).shown }
        expect(kind.agreement(item, one, turned)).toBe(1)
        expect(canonicalJson(kind.labels(item, turned) as Json)).toBe(canonicalJson(kind.labels(item, one) as Json))
      }),
    )
  })
})
