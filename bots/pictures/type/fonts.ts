// Font files, opened when a character first needs them: the packages cut each family into small files by code points, so a
// page of Latin opens three of them and a Chinese sentence a few of a hundred.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { Blob, Face as HbFace, Font as HbFont, Variation } from 'harfbuzzjs'
import decompress from 'woff2-encoder/decompress'
import { FACES, type Face, type Family } from './families.ts'

export type Font = { id: number; hb: HbFont; unitsPerEm: number }

type Subset = { file: string; weight: number; variable: boolean; ranges: [number, number][] }

const require = createRequire(import.meta.url)
const subsets = new Map<string, Promise<Subset[]>>()
const opened = new Map<string, Promise<Font>>()
/** Per face, what draws a code point; null where no typeface does. At most one entry a code point. */
const chosen: Record<Face, Map<number, Font | null>> = {
  heading: new Map(),
  text: new Map(),
  strong: new Map(),
  mono: new Map(),
}
let lastId = 0

/** Opens what `text` needs; until then `fontFor` knows nothing of its characters. */
export async function openFontsFor(text: string, face: Face): Promise<void> {
  for (const character of text) {
    const point = character.codePointAt(0) as number
    if (!chosen[face].has(point)) chosen[face].set(point, (await search(point, face)) ?? null)
  }
}

export function fontFor(point: number, face: Face): Font | undefined {
  return chosen[face].get(point) ?? undefined
}

async function search(point: number, face: Face): Promise<Font | undefined> {
  const { weight, families } = FACES[face]
  for (const family of families) {
    for (const subset of await subsetsOf(family, weight)) {
      if (!subset.ranges.some(([first, last]) => first <= point && point <= last)) continue
      const font = await open(subset)
      // The ranges say what a browser should fetch, not what is inside.
      if (font.hb.nominalGlyph(point)) return font
    }
  }
  return undefined
}

function subsetsOf(family: Family, weight: number): Promise<Subset[]> {
  const key = `${family.package} ${weight}`
  const known = subsets.get(key)
  if (known !== undefined) return known
  const reading = readSubsets(family, weight)
  subsets.set(key, reading)
  return reading
}

async function readSubsets(family: Family, weight: number): Promise<Subset[]> {
  const folder = dirname(require.resolve(`${family.package}/LICENSE`))
  const ranges = JSON.parse(await readFile(join(folder, 'unicode.json'), 'utf8')) as Record<string, string>
  const name = basename(family.package)
  const style = family.variable ? 'wght' : weight
  return Object.entries(ranges).map(([subset, text]) => ({
    file: join(folder, 'files', `${name}-${subset.replace(/[[\]]/g, '')}-${style}-normal.woff2`),
    weight,
    variable: family.variable === true,
    ranges: text.split(',').map(range => {
      const [first = 0, last = first] = range
        .replace('U+', '')
        .split('-')
        .map(hex => Number.parseInt(hex, 16))
      return [first, last]
    }),
  }))
}

function open(subset: Subset): Promise<Font> {
  const key = `${subset.file} ${subset.weight}`
  const known = opened.get(key)
  if (known !== undefined) return known
  const opening = read(subset)
  opened.set(key, opening)
  return opening
}

async function read(subset: Subset): Promise<Font> {
  const face = new HbFace(new Blob(await decompress(await readFile(subset.file))))
  const hb = new HbFont(face)
  if (subset.variable) hb.setVariations([new Variation('wght', subset.weight)])
  lastId += 1
  return { id: lastId, hb, unitsPerEm: face.upem }
}
