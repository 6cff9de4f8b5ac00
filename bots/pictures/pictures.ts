// The door to pictures: name one, draw one, never fail. What cannot be drawn comes back as its text alone.
import { LONGEST_ASK, type PictureAsk } from './ask.ts'
import { openPictureCache } from './cache.ts'
import { readPng } from './draw/png.ts'
import { createDrawer, type Drawer, type NoPicture } from './drawer.ts'
import { twinOf } from './twin.ts'
import { warmUp } from './warmUp.ts'

/** Part of every name: to be raised when pictures come out otherwise than before. */
const EDITION = 2
const TIMEOUT_MS = 10_000
const LONGEST_QUEUE = 100
const MOST_BYTES = 64 * 1024 * 1024
/** What a page may still ask for by name, in bytes of asks. */
const MOST_OFFERED = 8 * 1024 * 1024

export type Picture =
  | { png: Buffer; width: number; height: number; page: number; of: number; text: string }
  | { png: undefined; missing: NoPicture; text: string }

export type Pictures = {
  /** What the picture is called: the same for the same ask, and not to be guessed without the key. 64 hex digits. */
  nameOf(ask: PictureAsk): string
  draw(ask: PictureAsk, page?: number): Promise<Picture>
  /** From now on `drawOffered` knows it by its name, until many others were offered or the process ends. Returns the name. */
  offer(ask: PictureAsk): string
  drawOffered(name: string, page?: number, look?: { theme?: 'dark' }): Promise<Picture | undefined>
  drawer: Drawer
  /** Reads typefaces and grammars and starts the thread, so that the first who asks for a picture does not wait for them. */
  warm(): Promise<void>
  /** What the folder holds. */
  bytes(): number
  close(): Promise<void>
}

/** `keyedHash` is the vault's: names are addresses, and whoever does not hold one must not find a picture by guessing. */
export async function openPictures(options: {
  folder: string
  keyedHash: (text: string) => string
  timeoutMs?: number
  mostBytes?: number
  script?: URL
}): Promise<Pictures> {
  const { keyedHash, timeoutMs = TIMEOUT_MS, script } = options
  const cache = await openPictureCache(options.folder, options.mostBytes ?? MOST_BYTES)
  const drawer = createDrawer({ timeoutMs, longestQueue: LONGEST_QUEUE, ...(script === undefined ? {} : { script }) })
  /** Being drawn, or drawn and not yet in the folder. */
  const underWay = new Map<string, Promise<Picture>>()
  const writing = new Set<Promise<void>>()
  const offered = new Map<string, { text: string; ask: PictureAsk }>()
  let offeredBytes = 0

  const textOf = (ask: PictureAsk) => JSON.stringify(ask, (_key, value: unknown) => inOrder(value))
  const nameOf = (ask: PictureAsk) => keyedHash(`picture:${EDITION}:${textOf(ask)}`)

  type Drawing = { picture: Picture; kept?: Promise<void> }
  async function drawPage(name: string, ask: PictureAsk, page: number): Promise<Drawing> {
    const file = `${name}-${page}.png`
    const known = await cache.read(file)
    const read = known === undefined ? undefined : readPng(known)
    if (known !== undefined && read !== undefined) return { picture: { ...read, png: known } }
    const drawn = await drawer.draw({ name, ask, page })
    if ('missing' in drawn) return { picture: { png: undefined, missing: drawn.missing, text: twinOf(ask) } }
    // Nobody waits for the file; a full disk costs the cache, not the picture.
    const kept = cache.write(`${name}-${drawn.page}.png`, drawn.png).catch(() => {})
    writing.add(kept)
    void kept.then(() => writing.delete(kept))
    return { picture: drawn, kept }
  }

  function draw(ask: PictureAsk, page = 1): Promise<Picture> {
    if (textOf(ask).length > LONGEST_ASK) {
      return Promise.resolve({ png: undefined, missing: 'too_long', text: twinOf(ask) })
    }
    const name = nameOf(ask)
    const key = `${name}-${page}`
    const waiting = underWay.get(key)
    if (waiting !== undefined) return waiting
    const drawn = drawPage(name, ask, page)
    const forget = () => underWay.delete(key)
    drawn.then(({ kept }) => (kept ?? Promise.resolve()).then(forget), forget)
    const drawing = drawn.then(({ picture }) => picture)
    underWay.set(key, drawing)
    return drawing
  }

  return {
    nameOf,
    draw,
    offer(ask) {
      const name = nameOf(ask)
      const text = textOf(ask)
      offeredBytes += text.length - (offered.get(name)?.text.length ?? 0)
      offered.delete(name)
      offered.set(name, { text, ask })
      for (const [oldest, { text: gone }] of offered) {
        if (offeredBytes <= MOST_OFFERED || oldest === name) break
        offered.delete(oldest)
        offeredBytes -= gone.length
      }
      return name
    },
    async drawOffered(name, page = 1, look = {}) {
      const ask = offered.get(name)?.ask
      return ask === undefined ? undefined : draw({ ...ask, ...look }, page)
    },
    drawer,
    warm: () => warmUp(drawer),
    bytes: cache.bytes,
    async close() {
      await drawer.close()
      await Promise.all(writing)
    },
  }
}

/** Keys in order, so that the same ask has the same name however it was put together. */
function inOrder(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
