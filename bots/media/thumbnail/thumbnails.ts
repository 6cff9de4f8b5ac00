// Smaller pictures of large ones, drawn in the same kind of thread that draws pictures: the main thread neither draws nor waits.
import type { MediaFacts, MediaType } from '@perle/core'
import { createDrawer } from '../../pictures/drawer.ts'
import { isLarge } from './isLarge.ts'

/** The longer side of a thumbnail: twice a phone's width. */
export const LONGEST_SIDE = 720
const TIMEOUT_MS = 20_000
const LONGEST_QUEUE = 32

export type ThumbnailAsk = { bytes: Uint8Array; type: MediaType; width: number; height: number; turn: number }

export type Thumbnails = {
  /** A JPEG; undefined where none is needed, or none could be drawn: then the original is shown. */
  draw(bytes: Buffer, facts: MediaFacts, turn: number): Promise<Buffer | undefined>
  close(): Promise<void>
}

export function openThumbnails(): Thumbnails {
  const script = new URL('./worker.ts', import.meta.url)
  const drawer = createDrawer<ThumbnailAsk>({ timeoutMs: TIMEOUT_MS, longestQueue: LONGEST_QUEUE, script })
  return {
    async draw(bytes, facts, turn) {
      const { type, width = 0, height = 0 } = facts
      if (!isLarge(facts)) return undefined
      const drawn = await drawer.draw({ name: facts.sha256, ask: { bytes, type, width, height, turn }, page: 1 })
      // A drawing of few colours may be smaller as it is.
      return 'missing' in drawn || drawn.png.length >= bytes.length ? undefined : drawn.png
    },
    close: () => drawer.close(),
  }
}
