// Before an import: every file that its rows name is read or fetched, checked, stripped and stored, outside of any transaction.
// What was stored before is not fetched again, so an import that was cut off goes on where it stopped.
import { createHash } from 'node:crypto'
import { open, realpath } from 'node:fs/promises'
import { dirname, isAbsolute, join, relative } from 'node:path'
import {
  type BaseContext,
  type CampaignId,
  type FindMedia,
  type GivenRow,
  keepMedia,
  keptMedia,
  type MediaFacts,
  type MediaSource,
  mediaField,
  type OpenDatabase,
  runTurn,
  sourceOf,
} from '@perle/core'
import { fetchMedia, type Reaching } from './fetchMedia.ts'
import type { MediaStore } from './mediaStore.ts'
import { MOST_OF_ANY, prepareMedia } from './prepareMedia.ts'
import type { Thumbnails } from './thumbnail/thumbnails.ts'

/** Files under way at a time: a server of somebody's is asked for so many at once, and so many lie in memory. */
const AT_ONCE = 4
/** A wait that is longer than this is told, and again after as long. */
const TELL_EVERY_MS = 1_000

export type GatherPlace = {
  database: OpenDatabase
  base: BaseContext
  store: MediaStore
  thumbnails: Thumbnails
  reaching: Reaching
  tell: (sentence: string) => void
}

/** One medium that a row names for the first time. */
type Wanted = { key: string; source: MediaSource }

const keyOf = (source: MediaSource) => ('url' in source ? `url:${source.url}` : `file:${source.file}`)

/**
 * Reads all rows once; a bad one is left to `importItems`, which names it, and so is a file that could not be had. `folder` is where the
 * import's file lies: paths count from there and stay inside. Without `isPatient` the first file that cannot be had ends the work.
 */
export async function gatherMedia(
  place: GatherPlace,
  input: {
    campaignId: CampaignId
    folder: string
    rows: AsyncIterable<GivenRow>
    isPatient?: boolean
  },
): Promise<FindMedia> {
  const wanted = await wantedBy(input.rows)
  const found = new Map<string, MediaFacts | { expected: string }>()
  let isOver = false
  const progress = progressOf(place, wanted.length)
  const waiting = wanted.values()
  const work = async () => {
    // In the order of the rows: what stands before a fault has been gone for when the work ends.
    for (const one of waiting) {
      if (isOver) return
      const taken = await take(place, input, one)
      found.set(one.key, taken.ok ? taken.facts : taken)
      isOver ||= !taken.ok && input.isPatient !== true
      progress.step()
    }
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  } finally {
    progress.end()
  }
  return source => found.get(keyOf(source))
}

async function wantedBy(rows: AsyncIterable<GivenRow>): Promise<Wanted[]> {
  const wanted = new Map<string, Wanted>()
  for await (const row of rows) {
    const given = mediaField.safeParse('value' in row ? (row.value as { media?: unknown } | null)?.media : undefined)
    for (const one of given.success ? given.data : []) {
      const source = sourceOf(one)
      const key = keyOf(source)
      if (!wanted.has(key)) wanted.set(key, { key, source })
    }
  }
  return [...wanted.values()]
}

function progressOf({ tell }: GatherPlace, total: number) {
  let done = 0
  const timer = setInterval(() => tell(`Media: ${done} of ${total} files are here.`), TELL_EVERY_MS)
  return {
    step: () => {
      done += 1
    },
    end: () => clearInterval(timer),
  }
}

type Taken = { ok: true; facts: MediaFacts } | { ok: false; expected: string }

async function take(
  place: GatherPlace,
  { campaignId, folder }: { campaignId: CampaignId; folder: string },
  { source, key }: Wanted,
): Promise<Taken> {
  if ('url' in source) {
    const kept = await stored(place, campaignId, key)
    if (kept !== undefined) return { ok: true, facts: kept }
    const fetched = await fetchMedia(source.url, place.reaching)
    return fetched.ok ? put(place, campaignId, key, fetched.bytes) : fetched
  }
  const read = await readBeside(folder, source.file)
  if (!read.ok) return read
  const own = `bytes:${createHash('sha256').update(read.bytes).digest('hex')}`
  const kept = await stored(place, campaignId, own)
  return kept === undefined ? put(place, campaignId, own, read.bytes) : { ok: true, facts: kept }
}

/** A row without its file (a folder that was not restored) counts for nothing. */
async function stored(place: GatherPlace, campaignId: CampaignId, source: string): Promise<MediaFacts | undefined> {
  const kept = await runTurn(place.database, place.base, ctx => keptMedia(ctx, { campaignId, sources: [source] }))
  const facts = kept.get(source)
  return facts !== undefined && (await place.store.sizeOf(facts.sha256)) === facts.bytes ? facts : undefined
}

async function put(place: GatherPlace, campaignId: CampaignId, source: string, given: Buffer): Promise<Taken> {
  const prepared = prepareMedia(given)
  if (!prepared.ok) return prepared
  const { bytes, facts, turn } = prepared
  await place.store.write(bytes)
  const small = await place.thumbnails.draw(bytes, facts, turn)
  const thumbnail = small === undefined ? undefined : await place.store.write(small)
  await runTurn(place.database, place.base, ctx => keepMedia(ctx, { campaignId, source, facts, thumbnail }))
  return { ok: true, facts }
}

async function readBeside(
  folder: string,
  path: string,
): Promise<{ ok: true; bytes: Buffer } | { ok: false; expected: string }> {
  const inside = 'a path inside the folder of this file'
  const isWithin = (from: string, to: string) => {
    const way = relative(from, to)
    return way !== '' && !way.startsWith('..') && !isAbsolute(way)
  }
  const named = join(folder, path)
  if (isAbsolute(path) || path.includes('\0') || !isWithin(folder, named)) return { ok: false, expected: inside }
  try {
    // A link inside the folder may lead out of it.
    const real = await realpath(named)
    if (!isWithin(await realpath(folder), real)) return { ok: false, expected: inside }
    const handle = await open(real, 'r')
    try {
      const facts = await handle.stat()
      if (!facts.isFile()) return { ok: false, expected: 'a file, and not a folder' }
      if (facts.size > MOST_OF_ANY) return { ok: false, expected: `at most ${MOST_OF_ANY / 2 ** 20} MB` }
      return { ok: true, bytes: await handle.readFile() }
    } finally {
      await handle.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why =
      code === 'ENOENT'
        ? `a file that is there: ${dirname(path) === '.' ? 'beside this file' : 'by its path from here'}`
        : `a file that can be read (${code})`
    return { ok: false, expected: why }
  }
}
