import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REFUSAL_CODES } from '../../bots/conversation/refusals.ts'
import { flatten } from '../../bots/conversation/words/catalogue.ts'
import { en } from '../../bots/conversation/words/en.ts'
import { fill, plain } from '../../bots/conversation/words/fill.ts'
import { languagesIn, MIRRORED, PSEUDO, wordsFor, wordsIn } from '../../bots/conversation/words/index.ts'
import { NEVER_IN_CHAT, NEVER_SAID, WORDS_FOR_PEOPLE } from '../../bots/conversation/words/people.ts'
import { mirrorOf, pseudoOf } from '../../bots/conversation/words/pseudo.ts'

const english = flatten(en)
const pseudo = pseudoOf(english)
const sentences = Object.entries(english)
const stem = (key: string) => key.replace(/_(one|other)$/, '')
const bare = (text: string) => [...text.replace(/\{\w+\}|\*\*/g, '')].length

/** Every TypeScript file of the conversation but the catalogue, and of the doors that say something of their own, as one text. */
async function source(): Promise<string> {
  const texts = ['conversation', 'telegram'].map(async folder => {
    const root = join(import.meta.dirname, '../../bots', folder)
    const files = (await readdir(root, { recursive: true })).filter(
      name => name.endsWith('.ts') && !name.includes('words/en'),
    )
    return (await Promise.all(files.map(name => readFile(join(root, name), 'utf8')))).join('\n')
  })
  return (await Promise.all(texts)).join('\n')
}

describe('the words', () => {
  it('have a sentence for every refusal, and none for a code that is not there', () => {
    const worded = new Set(Object.keys(en.refusal).map(stem))
    expect([...worded].sort()).toEqual([...REFUSAL_CODES].sort())
  })

  it('are all used: a sentence nobody reads would be translated for nothing', async () => {
    const text = await source()
    const built = [
      /^command\./,
      /^refusal\./,
      /^tryOut\.(phone|pan|mail|plant)/,
      /^level\./,
      /^form\./,
      /^trouble\.(slow|ours)/,
      /^review\.(accept|fix|reject|passedOn|accepted|rejected)$/,
      /^results\.heading/,
      /^pay\.state/,
    ]
    const unused = [...new Set(sentences.map(([key]) => stem(key)))].filter(key => {
      if (built.some(pattern => pattern.test(key))) return false
      const [area, ...rest] = key.split('.')
      const name = rest.join('.')
      return !text.includes(`'${key}'`) && !(area === 'button' && text.includes(`'${name}'`))
    })
    expect(unused).toEqual([])
  })

  it('keep to the word for people, and never say what belongs to the machine', () => {
    const forbidden = [
      ...NEVER_IN_CHAT,
      ...NEVER_SAID,
      'epoch',
      'gold',
      'assignment',
      'submission',
      'annotation',
      'verdict',
      'qualification',
      'appeal',
      'anchor',
      'leaf',
      'escrow',
    ]
    expect(Object.keys(WORDS_FOR_PEOPLE)).toEqual(expect.arrayContaining(['epoch', 'gold task', 'appeal']))
    for (const [key, text] of sentences) {
      const words =
        text
          .replace(/\{\w+\}/g, '')
          .toLowerCase()
          .match(/[a-z]+/g) ?? []
      expect(
        words.filter(word => forbidden.some(no => word === no || word === `${no}s`)),
        key,
      ).toEqual([])
    }
  })

  it('shout once, at the first pay', () => {
    expect(sentences.filter(([, text]) => text.includes('!')).map(([key]) => key)).toEqual(['pay.firstHeading'])
  })

  it('keep their lengths in English and 40 % longer', () => {
    const limits: [RegExp, number, number][] = [
      [/^button\./, 25, 34],
      [/^command\./, 70, 100],
      [/\.(\w*h|H)eading/, 45, 63],
      [/\.(line|\w+Line)(_\w+)?$/, 120, 120],
      [/^form\.\w+(Title|Label)$/, 32, 45],
      [/^form\.\w+Placeholder$/, 45, 64],
    ]
    for (const [key, text] of sentences) {
      for (const [pattern, most, mostElsewhere] of limits) {
        if (!pattern.test(key)) continue
        expect(bare(text), key).toBeLessThanOrEqual(most)
        expect(bare(pseudo[key] as string), `${key} in the made-up language`).toBeLessThanOrEqual(mostElsewhere)
      }
    }
  })

  it('have the same places in the made-up language, which is longer', () => {
    for (const [key, text] of sentences) {
      const places = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort()
      expect(places(pseudo[key] as string), key).toEqual(places(text))
      expect((pseudo[key] as string).split('**').length, key).toBe(text.split('**').length)
    }
    const length = (all: Record<string, string>) => Object.values(all).join('').length
    expect(length(pseudo) / length(english)).toBeGreaterThan(1.25)
  })

  it('run from the right in the mirrored language, word by word, each of which can still be read', () => {
    const mirrored = mirrorOf(english)
    for (const [key, text] of sentences) {
      expect(mirrored[key]?.startsWith('\u200f'), key).toBe(true)
      expect(mirrored[key]?.replaceAll('\u200f', ''), key).toBe(pseudo[key])
      expect(mirrored[key]?.match(/ \S/g) ?? [], key).toEqual((text.match(/ (?=\S)/g) ?? []).map(() => ' \u200f'))
    }
    expect(wordsFor(MIRRORED)).toMatchObject({ locale: MIRRORED, isRtl: true })
    expect(wordsFor('en').isRtl).toBe(false)
  })

  it('are made up in local mode only', () => {
    expect(Object.keys(languagesIn('live'))).toEqual(['en'])
    expect(Object.keys(languagesIn('local'))).toEqual(['en', PSEUDO, MIRRORED])
    for (const locale of [PSEUDO, MIRRORED]) {
      expect(wordsIn('live', locale).locale).toBe('en')
      expect(wordsIn('local', locale).locale).toBe(locale)
    }
  })

  it('choose the plural by the number', () => {
    const w = wordsFor('en')
    expect(w.say('work.measured', { count: 1 })).toBe('measured, 1 person')
    expect(w.say('work.measured', { count: 1200 })).toBe('measured, 1,200 people')
    expect(wordsFor('xx-YY').say('button.back')).toBe('Back')
    expect(wordsFor('en-GB').locale).toBe('en')
    expect(wordsFor(PSEUDO).say('button.back')).not.toBe('Back')
  })
})

describe('what is filled in', () => {
  it('never becomes markup, a place or a command of the translator', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.constantFrom('**bold**', '{sum}', '$t(button.back)', '\u2069\u202Eevil', '\uE000\uF8FF', '{{count}}'),
    )
    fc.assert(
      fc.property(hostile, name => {
        const spans = wordsFor('en').spans('work.offer', { campaign: name, kindInWords: name })
        expect(spans.filter(span => typeof span !== 'string')).toHaveLength(1)
        const text = plain(spans)
        // Every isolation that is opened is closed, and nothing from outside closes it.
        expect(text.split('\u2068').length).toBe(text.split('\u2069').length)
        expect(text).not.toMatch(/[\u202a-\u202e\u2066\u2067]/)
      }),
    )
    const said = wordsFor('en').say('welcome.heading', { name: '$t(button.back) {x} **a**' })
    expect(said).toBe('Hello \u2068$t(button.back) {x} **a**\u2069, this is Perle.')
  })

  it('isolates names and leaves our own figures bare', () => {
    expect(fill('{campaign}: {sum}', { campaign: 'אבג', sum: '2 PRL' }, String)).toEqual(['\u2068אבג\u2069: 2 PRL'])
  })
})

describe('times and sums', () => {
  it('names days and hours of UTC plainly', () => {
    const w = wordsFor('en')
    const now = new Date('2026-11-23T23:30:00Z')
    expect(w.moment(new Date('2026-11-23T23:59:00Z'), now)).toBe('23:59 UTC')
    expect(w.moment(new Date('2026-11-24T00:10:00Z'), now)).toBe('24 November, 00:10 UTC')
    expect(w.weekday(now)).toBe('Monday 23 November')
    expect(w.sum(1_500_000_000_000_000_000n)).toBe('1.5 PRL')
  })
})
