// GIF 87a and 89a: the pictures, their timing and how often they repeat stay; comments, plain texts and other programs' blocks go.
import { demand, type Stripped } from './container.ts'

const KEPT_PROGRAMS = ['NETSCAPE2.0', 'ANIMEXTS1.0', 'ICCRGBG1012']

export function stripGif(bytes: Buffer): Stripped {
  demand(bytes.length > 13, 'a GIF with its head')
  const tableEnd = (at: number, flags: number) => at + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0)
  let at = tableEnd(13, bytes[10] as number)
  const kept = [bytes.subarray(0, at)]
  let isShown = false
  for (;;) {
    const introducer = bytes[at]
    demand(introducer !== undefined, 'a GIF with its end')
    if (introducer === 0x3b) break
    if (introducer === 0x2c) {
      demand(at + 10 < bytes.length, 'a GIF whose pictures are whole')
      const end = endOfBlocks(bytes, tableEnd(at + 10, bytes[at + 9] as number) + 1)
      kept.push(bytes.subarray(at, end))
      at = end
      isShown = true
      continue
    }
    demand(introducer === 0x21, `a GIF with a block at byte ${at}`)
    const label = bytes[at + 1]
    const end = endOfBlocks(bytes, at + 2)
    const program = bytes.toString('latin1', at + 3, at + 14)
    if (label === 0xf9 || (label === 0xff && KEPT_PROGRAMS.includes(program))) kept.push(bytes.subarray(at, end))
    at = end
  }
  demand(isShown, 'a GIF with a picture in it')
  return {
    bytes: Buffer.concat([...kept, Buffer.from([0x3b])]),
    width: bytes.readUInt16LE(6),
    height: bytes.readUInt16LE(8),
  }
}

function endOfBlocks(bytes: Buffer, from: number): number {
  let at = from
  for (;;) {
    const length = bytes[at]
    demand(length !== undefined, 'a GIF whose blocks are whole')
    at += length + 1
    if (length === 0) return at
  }
}
