import { readFileSync } from 'node:fs'
import jsqr from 'jsqr'
import { afterAll, describe, expect, it } from 'vitest'
import type { PictureAsk } from '../../bots/pictures/ask.ts'
import { DARK, LIGHT } from '../../bots/pictures/palette.ts'
import { twinOf } from '../../bots/pictures/twin.ts'
import { decodePng, inkOf } from './decodePng.ts'
import { all, card, code, diff, preferences, qr, somePictures } from './samplePictures.ts'

// Its types describe an ES module; what Node imports is the function itself.
const jsQR = jsqr as unknown as typeof jsqr.default
const pictures = await somePictures()
afterAll(() => pictures.end())

async function drawn(ask: PictureAsk, page = 1) {
  const picture = await pictures.draw(ask, page)
  if (picture.png === undefined) throw new Error(`not drawn: ${picture.missing}`)
  return { ...picture, pixels: decodePng(picture.png) }
}

async function everyPage(ask: PictureAsk) {
  const first = await drawn(ask)
  const rest = await Promise.all(Array.from({ length: first.of - 1 }, (_, index) => drawn(ask, index + 2)))
  return [first, ...rest]
}

describe('a picture', { timeout: 120_000 }, () => {
  it.each(Object.entries(all))('of a %s is of a size that both chats take, with ink on paper', async (_name, ask) => {
    const { png, pixels, width, height } = await drawn(ask)
    expect([pixels.width, pixels.height]).toEqual([width, height])
    expect(png.length).toBeLessThan(1024 * 1024)
    expect(width + height).toBeLessThanOrEqual(10_000)
    expect(Math.max(width / height, height / width)).toBeLessThanOrEqual(20)
    expect(pixels.at(0, height - 1)).toBe(LIGHT.paper)
    expect(inkOf(pixels)).toBeGreaterThan(0.02)
    expect(inkOf(pixels)).toBeLessThan(0.9)
  })

  it('is the same for the same ask, and another for another', async () => {
    const again = await somePictures()
    const other = await again.draw(card)
    expect(other.png?.equals((await drawn(card)).png)).toBe(true)
    const lower = await again.draw({ ...card, score: 40 })
    expect(other.png?.equals(lower.png as Buffer)).toBe(false)
    await again.end()
  })

  it('has the point of the card where the score is, mirrored for right-to-left', async () => {
    const at = async (ask: PictureAsk) => {
      const { pixels } = await drawn(ask)
      // The bar is the only thing that is as wide as the page: its row has the pearl's colour at one place.
      const rows = Array.from({ length: pixels.height }, (_, y) => y)
      const bar = rows.find(y => pixels.at(200, y) === LIGHT.shade && pixels.at(1000, y) === LIGHT.shade) as number
      const sea = Array.from({ length: pixels.width }, (_, x) => x).filter(x => pixels.at(x, bar + 8) === LIGHT.sea)
      return sea.reduce((sum, x) => sum + x, 0) / sea.length
    }
    const place = (score: number) => (40 + (score / 100) * 640) * (5 / 3)
    expect(Math.abs((await at({ ...card, score: 50 })) - place(50))).toBeLessThan(2)
    expect(Math.abs((await at({ ...card, score: 75 })) - place(75))).toBeLessThan(2)
    expect(Math.abs((await at({ ...card, score: 75, isRtl: true })) - (1200 - place(75)))).toBeLessThan(2)
  })

  it('takes its colours from the pages, light and dark', async () => {
    const tokens = readFileSync('bots/web/pages/styles/tokens.css', 'utf8')
    const pairs = [...tokens.matchAll(/--([a-z-]+): light-dark\((#\w+), (#\w+)\)/g)]
    for (const [, name, light, dark] of pairs) {
      if (!((name as string) in LIGHT)) continue
      expect([LIGHT[name as 'ink'], DARK[name as 'ink']], name).toEqual([light, dark])
    }
    expect(pairs.length).toBeGreaterThan(10)
    const { pixels } = await drawn({ ...card, theme: 'dark' })
    expect(pixels.at(0, 0)).toBe(DARK.paper)
  })

  it('of a code is read back by a camera as what it says', async () => {
    for (const content of [qr.content, 'https://127.0.0.1:7373/w/4fZk1pQ9sS2', 'Ω 审核']) {
      const { pixels } = await drawn({ ...qr, content })
      const rgba = new Uint8ClampedArray(pixels.width * pixels.height * 4).fill(255)
      for (let n = 0; n < pixels.width * pixels.height; n++) rgba.set(pixels.rgb.subarray(n * 3, n * 3 + 3), n * 4)
      expect(jsQR(rgba, pixels.width, pixels.height)?.data).toBe(content)
    }
  })

  it('is drawn beside the main thread, which goes on', async () => {
    let turns = 0
    let isDrawn = false
    const goOn = (): void => {
      turns += 1
      if (!isDrawn) setImmediate(goOn)
    }
    setImmediate(goOn)
    await drawn({ ...code, text: `${code.text}\n// another` })
    isDrawn = true
    // Drawn on this thread, a picture would leave the loop a turn for each step it waits for: a handful.
    expect(turns).toBeGreaterThan(200)
  })
})

describe('the text of a picture', { timeout: 120_000 }, () => {
  it('says every line of code, with its number, on one page or another', async () => {
    const pages = await everyPage(code)
    expect(pages.length).toBeGreaterThan(3)
    const text = pages.map(page => page.text).join('\n')
    for (const [index, line] of code.text.split('\n').entries()) {
      expect(text.split('\n')).toContain(`${index + 1} ${line}`)
    }
    expect(twinOf(code)).toContain(code.text)
  })

  it('says every line of a diff with its sign', async () => {
    const text = (await everyPage(diff)).map(page => page.text).join('\n')
    for (const line of diff.text.split('\n')) expect(text).toContain(line)
    expect(text).toContain('11 +  // A comment')
    expect(text).toContain('11 -  for (let at')
  })

  it('says the numbers of a chart, and what cannot be told apart', async () => {
    const { text } = await drawn(preferences)
    expect(text.split('\n')).toEqual([
      'Model B is preferred',
      'Model B: 68 of 100, 62 to 73',
      'Model A: 44 of 100, 38 to 50',
      'Model C: 39 of 100, 33 to 45',
      'Model A, Model C: not yet distinguishable',
      '412 comparisons',
    ])
  })

  it.each(Object.entries(all))('of a %s is the same when the picture comes from the cache', async (_name, ask) => {
    const first = await drawn(ask)
    const again = await pictures.draw(ask)
    const { pixels: _pixels, png: _png, ...rest } = first
    expect(again).toMatchObject(rest)
  })
})
