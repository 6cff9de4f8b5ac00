// PNG (RFC 2083, APNG, the PNG extensions): only chunks that change the picture stay. An ICC profile does; texts, EXIF and times do not.
import { crc32 } from 'node:zlib'
import { demand, type Stripped } from './container.ts'

const KEPT = new Set(
  'IHDR PLTE tRNS IDAT IEND gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD pHYs hIST sPLT acTL fcTL fdAT'.split(' '),
)

export function stripPng(bytes: Buffer): Stripped {
  const kept = [bytes.subarray(0, 8)]
  let [at, isEnded] = [8, false]
  while (at < bytes.length && !isEnded) {
    demand(at + 12 <= bytes.length, 'a PNG that ends within a chunk')
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const end = at + 12 + length
    demand(end <= bytes.length, `a PNG that ends within its chunk ${type}`)
    demand(
      crc32(bytes.subarray(at + 4, end - 4)) === bytes.readUInt32BE(end - 4),
      `a PNG whose chunk ${type} is damaged`,
    )
    if (KEPT.has(type)) kept.push(bytes.subarray(at, end))
    isEnded = type === 'IEND'
    at = end
  }
  demand(isEnded && bytes.toString('latin1', 12, 16) === 'IHDR', 'a PNG with its head and its end')
  return { bytes: Buffer.concat(kept), width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
}
