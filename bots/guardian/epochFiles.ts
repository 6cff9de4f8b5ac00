// The files of an epoch, from a public server, from a folder of paydays, or from what was kept of them: each under the hash that the chain
// or a head names it by. What does not hash to its name is not taken.
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type EpochFiles, type Hash, type Header, manifestHash, parseHead, partHash } from '@perle/core/proof'
import { z } from 'zod'

/** A file of a hundred thousand lines is near 40 MB; a server must not be able to fill the memory of who checks it. */
const BYTES_MOST = 128 * 1024 * 1024
const PATIENCE_MS = 60_000

/** Gives the text of a head (by its keccak) or part (by its SHA-256), undefined where it cannot be had. */
export type FileSource = {
  head(epoch: number, manifestHash: Hash): Promise<string | undefined>
  part(epoch: number, sha256: Hash): Promise<string | undefined>
}

/** Everything that the header names, and the accounts of the epoch before; what cannot be had is left out. */
export async function gatherFiles(
  source: FileSource,
  header: Header,
  before: Header | undefined,
): Promise<EpochFiles | undefined> {
  const headText = await source.head(header.epoch, header.manifestHash)
  if (headText === undefined) return undefined
  const parts = new Map<Hash, string>()
  for (const { sha256 } of partsOf(headText)) {
    const text = await source.part(header.epoch, sha256)
    if (text !== undefined) parts.set(sha256, text)
  }
  if (before === undefined) return { headText, parts }
  const earlier = await source.head(before.epoch, before.manifestHash)
  if (earlier === undefined) return { headText, parts }
  const accountTexts: string[] = []
  for (const { name, sha256 } of partsOf(earlier)) {
    if (name !== 'accounts') continue
    const text = await source.part(before.epoch, sha256)
    if (text === undefined) return { headText, parts }
    accountTexts.push(text)
  }
  return { headText, parts, previous: { headText: earlier, accountTexts } }
}

function partsOf(headText: string): { name: string; sha256: Hash }[] {
  try {
    return parseHead(headText).parts
  } catch {
    // Whoever checks it will say so.
    return []
  }
}

/** The public pages of a Perle: `/api/epochs/N` and `/api/epochs/N/parts/SHA256`. */
export function serverSource(url: string): FileSource {
  const base = url.replace(/\/+$/, '')
  return {
    async head(epoch, hash) {
      const text = await download(`${base}/api/epochs/${epoch}`)
      const found = text === undefined ? undefined : z.object({ headText: z.string() }).safeParse(parsed(text)).data
      return isHead(found?.headText, hash) ? found?.headText : undefined
    },
    async part(epoch, sha256) {
      const text = await download(`${base}/api/epochs/${epoch}/parts/${sha256.slice(2)}`)
      return isPart(text, sha256) ? text : undefined
    },
  }
}

const paydaySchema = z.object({
  headText: z.string(),
  parts: z.array(z.object({ sha256: z.string(), text: z.string() })).optional(),
})

/** Files as a data folder keeps them under `paydays/`: one a payday, whatever they are called. */
export async function folderSource(files: readonly string[]): Promise<FileSource> {
  const heads = new Map<Hash, string>()
  const parts = new Map<Hash, string>()
  for (const file of files) {
    const payday = paydaySchema.safeParse(parsed(await readFile(file, 'utf8'))).data
    if (payday === undefined) continue
    if (payday.headText.isWellFormed()) heads.set(manifestHash(payday.headText), payday.headText)
    for (const { text } of payday.parts ?? []) if (text.isWellFormed()) parts.set(partHash(text), text)
  }
  return { head: async (_, hash) => heads.get(hash), part: async (_, sha256) => parts.get(sha256) }
}

/** JSON files of a folder, or the one that is named. */
export async function filesAt(path: string): Promise<string[]> {
  const names = await readdir(path).catch(() => undefined)
  return names === undefined ? [path] : names.filter(name => name.endsWith('.json')).map(name => join(path, name))
}

/**
 * First what was kept, then `source`, and what that gives is kept: an epoch is checked against the one before, which nobody need serve for
 * ever.
 */
export function keptSource(folder: string, source: FileSource): FileSource {
  const through = async (name: string, isRight: (text: string) => boolean, ask: () => Promise<string | undefined>) => {
    const path = join(folder, name)
    const kept = await readFile(path, 'utf8').catch(() => undefined)
    if (kept !== undefined && isRight(kept)) return kept
    const found = await ask()
    if (found === undefined) return undefined
    await mkdir(folder, { recursive: true })
    await writeFile(`${path}.new`, found)
    await rename(`${path}.new`, path)
    return found
  }
  return {
    head: (epoch, hash) =>
      through(
        `${hash.slice(2)}.head.json`,
        text => isHead(text, hash),
        () => source.head(epoch, hash),
      ),
    part: (epoch, sha256) =>
      through(
        `${sha256.slice(2)}.jsonl`,
        text => isPart(text, sha256),
        () => source.part(epoch, sha256),
      ),
  }
}

function isHead(text: string | undefined, hash: Hash): text is string {
  return text?.isWellFormed() === true && manifestHash(text) === hash
}

function isPart(text: string | undefined, sha256: Hash): text is string {
  return text?.isWellFormed() === true && partHash(text) === sha256
}

/** Undefined where it is not there, takes too long or is too large. */
async function download(url: string): Promise<string | undefined> {
  try {
    const reply = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'follow' })
    if (!reply.ok || reply.body === null) return undefined
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of reply.body) {
      size += chunk.length
      if (size > BYTES_MOST) return undefined
      chunks.push(chunk)
    }
    return Buffer.concat(chunks).toString('utf8')
  } catch {
    return undefined
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
