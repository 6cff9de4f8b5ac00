import { beforeAll, describe, expect, it } from 'vitest'
import { rowsOfCode, rowsOfDiff } from '../../bots/pictures/draw/codeRows.ts'
import { readDiff } from '../../bots/pictures/draw/readDiff.ts'
import type { Face } from '../../bots/pictures/type/families.ts'
import { prepare, shapeLine, shapeText } from '../../bots/pictures/type/shape.ts'
import { visible } from '../../bots/pictures/type/visible.ts'
import { wrapWords } from '../../bots/pictures/type/wrap.ts'
import { code, diff } from './samplePictures.ts'

const SCRIPTS = {
  Latin: 'Złoty kruk, naïve Straße, Tiếng Việt',
  Cyrillic: 'Проверено людьми, їжак',
  Greek: 'Ελληνικά γράμματα',
  Arabic: 'قيد المراجعة، تم إجراء ٢ من ٣',
  Hebrew: 'שלום עולם',
  Devanagari: 'नमस्ते दुनिया क्षत्रिय कार्य',
  Thai: 'สวัสดีชาวโลก',
  Chinese: '审核中：已完成。',
  Japanese: '日本語のテスト、カタカナ',
  Korean: '한국어 문장',
  Emoji: '😀🇩🇪',
}
const FACES: Face[] = ['heading', 'text', 'strong', 'mono']
const ROOM = 600

beforeAll(async () => {
  for (const face of FACES) {
    await prepare(`${Object.values(SCRIPTS).join('')}0123456789 سلامن abcdefghijklmnopqrstuvwxyz.,()<>&;/"'AZ`, face)
  }
}, 120_000)

describe.each(FACES)('in the %s face', face => {
  it.each(Object.entries(SCRIPTS))('%s is drawn by a typeface that has it, never as empty boxes', (_name, text) => {
    const { glyphs, width } = shapeText(text, face, 20, '#000')
    // Glyph 0 of every typeface is its empty box.
    expect(glyphs.filter(one => one.glyph === 0)).toEqual([])
    const boxes = new Set(glyphs.map(one => one.font.hb.glyphToPath(0)))
    const outlines = glyphs.map(one => one.font.hb.glyphToPath(one.glyph)).filter(path => path !== '')
    expect(outlines.filter(path => boxes.has(path))).toEqual([])
    // Different letters look different: a box for all of them would not.
    expect(new Set(outlines).size).toBeGreaterThan(Math.min(4, [...text].length - 1) - 1)
    expect(width).toBeGreaterThan([...text].length * 4)
    expect(glyphs.length).toBeLessThan([...text].length * 2)
  })
})

describe('shaping', () => {
  it('joins Arabic letters and begins at the right', () => {
    const alone = ['س', 'ل', 'ا', 'م'].map(letter => shapeText(letter, 'text', 20, '#000').glyphs[0]?.glyph)
    const { glyphs, isRtl } = shapeText('سلام', 'text', 20, '#000')
    expect(isRtl).toBe(true)
    // The last letter stands leftmost; the first has another form than alone.
    expect(glyphs[0]?.glyph).toBe(alone[3])
    expect(alone).not.toContain(glyphs.at(-1)?.glyph)
  })

  it('keeps English inside Arabic in its own order', () => {
    const { glyphs } = shapeText('نص abc نص', 'text', 20, '#000')
    const letters = ['a', 'b', 'c'].map(letter => shapeText(letter, 'text', 20, '#000').glyphs[0]?.glyph)
    const places = letters.map(letter => glyphs.findIndex(one => one.glyph === letter))
    expect(places[0]).toBeGreaterThan(0)
    expect(places).toEqual([places[0], (places[0] ?? 0) + 1, (places[0] ?? 0) + 2])
  })

  it('puts the vowel sign of Devanagari before its letter, and melts letters into one', () => {
    const [i, n] = ['ि', 'न'].map(letter => shapeText(`न${letter}`, 'text', 20, '#000').glyphs)
    expect(i?.[0]?.glyph).not.toBe(n?.[0]?.glyph)
    expect(shapeText('क्षत्रिय', 'text', 20, '#000').glyphs.length).toBeLessThan([...'क्षत्रिय'].length - 1)
  })

  it('gives each piece of a line its colour', () => {
    const { glyphs } = shapeLine(
      [
        { text: 'ab ', fill: '#111111' },
        { text: 'שלום', fill: '#222222' },
      ],
      'mono',
      20,
    )
    expect(glyphs.filter(one => one.fill === '#222222')).toHaveLength(4)
  })

  it('writes out what hides, turns round or piles up, and what no typeface has', () => {
    expect(visible('a\u202eb\u200bc\u0000d\ud800')).toBe('a‹U+202E›b‹U+200B›c‹U+0000›d\ufffd')
    expect(visible('👩‍👧 नमस्‍ते')).toBe('👩‍👧 नमस्‍ते')
    expect(visible(`z${'\u0300'.repeat(30)}`).match(/‹U\+0300›/g)?.length).toBeGreaterThan(20)
    expect(visible('Skill: \u2068x\u2069', 'prose')).toBe('Skill: \u2068x\u2069')
    const isolated = shapeText('\u2068abc\u2069', 'text', 20, '#000')
    expect(isolated.width).toBe(shapeText('abc', 'text', 20, '#000').width)
    const gothic = shapeText('𐌰', 'text', 20, '#000').glyphs
    const written = shapeText('‹U+10330›', 'text', 20, '#000').glyphs
    expect(gothic.map(one => one.glyph)).toEqual(written.map(one => one.glyph))
  })
})

describe('wrapping', () => {
  it('breaks prose at words, a long word anywhere, and loses nothing', () => {
    const text = `Agreed with final decisions (twelve of them), ${'x'.repeat(200)} 审核中已完成审核中已完成审核中已完成审核中已完成 ${SCRIPTS.Thai.repeat(6)}`
    const lines = wrapWords(text, 'text', 28, ROOM)
    expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
    for (const line of lines) expect(shapeText(line, 'text', 28, '').width).toBeLessThanOrEqual(ROOM)
    for (const line of lines) expect(line).not.toMatch(/^[,.)]/)
  })

  it('wraps code within the width and loses no character of it', async () => {
    const text = `${code.text}\n${'测试"<script>&amp;'.repeat(20)}\n\tif (a\u202e) {\n${'y'.repeat(5000)}`
    const rows = await rowsOfCode({ ...code, text }, ROOM)
    for (const row of rows) expect(shapeLine(row.pieces, 'mono', 22, 'ltr').width).toBeLessThanOrEqual(ROOM + 0.01)
    const shown = rows.map(row => (row.isContinued ? '' : '\n') + row.pieces.map(piece => piece.text).join(''))
    expect(shown.join('').slice(1)).toBe(visible(text.replace('\t', '  ')).replaceAll('‹U+000A›', '\n'))
  }, 60_000)

  it('colours code by its language', async () => {
    const colours = (rows: Awaited<ReturnType<typeof rowsOfCode>>) =>
      new Set(rows.flatMap(row => row.pieces.map(piece => piece.fill))).size
    expect(colours(await rowsOfCode(code, ROOM))).toBeGreaterThanOrEqual(4)
    expect(colours(await rowsOfCode({ ...code, title: 'notes', language: 'no such' }, ROOM))).toBe(1)
  }, 60_000)
})

describe('a diff', () => {
  it('is read hunk by hunk, and a removed line that looks like a file name stays a removed line', async () => {
    const hunks = readDiff(diff.text.split('\n'))
    expect(hunks.map(hunk => hunk.file)).toEqual([undefined, 'pages.js', 'pages.js'])
    expect(hunks[2]?.lines).toEqual([
      { sign: '-', text: '-- not a file name', number: 40 },
      { sign: '+', text: '++ nor this', number: 41 },
      { sign: ' ', text: 'const B = 1', number: 42 },
    ])
    expect(hunks[1]?.lines.map(line => line.number)).toEqual([10, 11, 11, 12, 13, 14])
  })

  it('that is none is shown line by line', async () => {
    const rows = await rowsOfDiff({ kind: 'diff', title: 'x', text: 'no diff at all\n\nreally' }, ROOM)
    expect(rows.map(row => row.text)).toEqual(['no diff at all', '', 'really'])
  })
})
