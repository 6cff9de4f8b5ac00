import { inflateSync } from 'node:zlib'

export type Pixels = { width: number; height: number; at(x: number, y: number): string; rgb: Buffer }

/** RGB, eight bits, no interlace; every filter of the standard, so that it does not only read what we write. */
export function decodePng(png: Buffer): Pixels {
  if (png.toString('latin1', 1, 4) !== 'PNG') throw new Error('not a PNG')
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  if (png[24] !== 8 || png[25] !== 2 || png[28] !== 0) throw new Error('not plain RGB')
  const parts: Buffer[] = []
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at)) {
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  }
  const raw = inflateSync(Buffer.concat(parts))
  const stride = width * 3
  const rgb = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] as number
    for (let x = 0; x < stride; x++) {
      const left = x >= 3 ? (rgb[y * stride + x - 3] as number) : 0
      const up = y > 0 ? (rgb[(y - 1) * stride + x] as number) : 0
      const corner = x >= 3 && y > 0 ? (rgb[(y - 1) * stride + x - 3] as number) : 0
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] as number
      rgb[y * stride + x] = ((raw[y * (stride + 1) + 1 + x] as number) + guess) & 255
    }
  }
  const at = (x: number, y: number) => `#${rgb.subarray((y * width + x) * 3, (y * width + x) * 3 + 3).toString('hex')}`
  return { width, height, at, rgb }
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)]
  return pa <= pb && pa <= pc ? a : pb <= pc ? b : c
}

/** Share of pixels that are of another colour than the corner's. */
export function inkOf(pixels: Pixels, from = 0, to = pixels.height): number {
  const ground = pixels.at(0, pixels.height - 1)
  let ink = 0
  for (let y = from; y < to; y++) for (let x = 0; x < pixels.width; x++) if (pixels.at(x, y) !== ground) ink += 1
  return ink / ((to - from) * pixels.width)
}
