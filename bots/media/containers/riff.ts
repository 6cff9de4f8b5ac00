// RIFF: WebP pictures and WAV sound. Chunks that make the picture or the sound stay, all others go.
import { demand, type Stripped, secondsOf } from './container.ts'

type Chunk = { id: string; body: Buffer }

function chunksOf(bytes: Buffer, form: string): Chunk[] {
  const chunks: Chunk[] = []
  const end = Math.min(bytes.length, 8 + bytes.readUInt32LE(4))
  for (let at = 12; at + 8 <= end; ) {
    const length = bytes.readUInt32LE(at + 4)
    demand(at + 8 + length <= bytes.length, `a ${form} whose parts are whole`)
    chunks.push({ id: bytes.toString('latin1', at, at + 4), body: bytes.subarray(at + 8, at + 8 + length) })
    at += 8 + length + (length % 2)
  }
  return chunks
}

function riffOf(form: string, chunks: Chunk[]): Buffer {
  const parts = chunks.map(({ id, body }) => {
    const head = Buffer.alloc(8)
    head.write(id, 0, 'latin1')
    head.writeUInt32LE(body.length, 4)
    return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
  })
  const body = Buffer.concat([Buffer.from(form, 'latin1'), ...parts])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body])
}

const WEBP = ['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']
/** Flags of VP8X that announce EXIF and XMP. */
const TOLD = 0x08 | 0x04

export function stripWebp(bytes: Buffer): Stripped {
  const chunks = chunksOf(bytes, 'WebP').filter(chunk => WEBP.includes(chunk.id))
  const first = chunks[0]
  demand(first !== undefined, 'a WebP with a picture in it')
  const size = sizeOf(first)
  if (first.id === 'VP8X') {
    const flags = Buffer.from(first.body)
    flags[0] = (flags[0] as number) & ~TOLD
    chunks[0] = { id: 'VP8X', body: flags }
  }
  return { bytes: riffOf('WEBP', chunks), ...size }
}

function sizeOf({ id, body }: Chunk): { width: number; height: number } {
  demand(body.length >= 10 || (id === 'VP8L' && body.length >= 5), 'a WebP with its size')
  if (id === 'VP8X') return { width: body.readUIntLE(4, 3) + 1, height: body.readUIntLE(7, 3) + 1 }
  if (id === 'VP8L') {
    const bits = body.readUInt32LE(1)
    return { width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 }
  }
  return { width: body.readUInt16LE(6) & 0x3fff, height: body.readUInt16LE(8) & 0x3fff }
}

export function stripWav(bytes: Buffer): Stripped {
  const chunks = chunksOf(bytes, 'WAV').filter(chunk => ['fmt ', 'fact', 'data'].includes(chunk.id))
  const format = chunks.find(chunk => chunk.id === 'fmt ')?.body
  const data = chunks.find(chunk => chunk.id === 'data')?.body
  demand(format !== undefined && format.length >= 16 && data !== undefined, 'a WAV with sound in it')
  return { bytes: riffOf('WAVE', chunks), ...secondsOf(data.length / format.readUInt32LE(8)) }
}
