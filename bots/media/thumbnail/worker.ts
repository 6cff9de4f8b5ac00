// The thread that draws thumbnails, one after the other: the picture inside an SVG, turned as its EXIF says, written as a JPEG.
import { parentPort } from 'node:worker_threads'
import jpeg from 'jpeg-js'
import { renderSvg } from '../../pictures/draw/rasterise.ts'
import type { DrawOrder, DrawReply } from '../../pictures/worker.ts'
import { LONGEST_SIDE, type ThumbnailAsk } from './thumbnails.ts'

const QUALITY = 80
let before: Promise<void> = Promise.resolve()

parentPort?.on('message', (order: DrawOrder<ThumbnailAsk>) => {
  before = before.then(async () => {
    const reply = await draw(order).catch(
      (error: unknown): DrawReply => ({
        order: order.order,
        failure: error instanceof Error ? error.message : 'unknown',
      }),
    )
    parentPort?.postMessage(reply)
  })
})

async function draw({ order, ask }: DrawOrder<ThumbnailAsk>): Promise<DrawReply> {
  const scale = LONGEST_SIDE / Math.max(ask.width, ask.height)
  const [width, height] = [ask.width, ask.height].map(side => Math.max(1, Math.round(side * Math.min(1, scale))))
  if (width === undefined || height === undefined) throw new Error('bug: a picture has two sides')
  return renderSvg(svgOf(ask, width, height), width, ({ pixels, width: wide, height: high }) => {
    const data = jpeg.encode({ data: pixels, width: wide, height: high }, QUALITY).data
    // A copy of its own: the rasteriser's memory is given back.
    return { order, png: new Uint8Array(data), width: wide, height: high, page: 1, of: 1, text: '' }
  })
}

/** EXIF's eight ways to hold a camera, as a matrix from the stored picture onto the shown one. */
function matrixOf(turn: number, width: number, height: number): string {
  const ways: Record<number, number[]> = {
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, 1, -1, 0, width, 0],
    7: [0, -1, -1, 0, width, height],
    8: [0, -1, 1, 0, 0, height],
  }
  return `matrix(${(ways[turn] ?? [1, 0, 0, 1, 0, 0]).join(' ')})`
}

function svgOf(ask: ThumbnailAsk, width: number, height: number): string {
  const isSideways = ask.turn >= 5
  const [w, h] = isSideways ? [height, width] : [width, height]
  const href = `data:${ask.type};base64,${Buffer.from(ask.bytes).toString('base64')}`
  // On white, since a JPEG has no see-through places.
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#fff"/><image width="${w}" height="${h}" preserveAspectRatio="none" image-rendering="optimizeQuality" transform="${matrixOf(ask.turn, width, height)}" href="${href}"/></svg>`
}
