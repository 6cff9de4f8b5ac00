// SVG to PNG by resvg, as WebAssembly: it runs wherever Node does, and a worker that hangs in it can be ended.
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import type { Page } from './plan.ts'
import { encodePng } from './png.ts'

/** What both chats take: Telegram's photo has width + height <= 10000 and a ratio <= 20. */
const LONGEST_SIDE = 8000
const HIGHEST_RATIO = 20

let starting: Promise<void> | undefined

export type Drawn = { png: Buffer; width: number; height: number }

/** Throws on a page that no chat would take: better the text than a picture that is refused. */
export async function rasterise(page: Page, place: { page: number; of: number }): Promise<Drawn> {
  const [width, height] = [Math.round(page.width * page.zoom), Math.round(page.height * page.zoom)]
  if (height > LONGEST_SIDE || height / width > HIGHEST_RATIO)
    throw new Error(`the picture would be ${width} x ${height}`)
  return renderSvg(page.svg, width, image => ({
    png: encodePng(image.pixels, image.width, image.height, { ...place, text: page.text }),
    width: image.width,
    height: image.height,
  }))
}

/** Draws at a width in pixels, and hands the picture to `use` before its memory is given back. */
export async function renderSvg<T>(
  svg: string,
  width: number,
  use: (image: { pixels: Uint8Array; width: number; height: number }) => T,
): Promise<T> {
  starting ??= start()
  await starting
  const resvg = new Resvg(svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
  try {
    const image = resvg.render()
    try {
      return use(image)
    } finally {
      image.free()
    }
  } finally {
    resvg.free()
  }
}

async function start(): Promise<void> {
  const require = createRequire(import.meta.url)
  await initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
}
