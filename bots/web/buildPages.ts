// The web pages are the only part with a build step; the server runs it when they are missing or their sources changed.
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { build } from 'vite'

const PROJECT = join(import.meta.dirname, '..', '..')
const PAGES = join(import.meta.dirname, 'pages')
/** What ends up in the bundle. The lockfile stands for every package. */
const SOURCES = ['bots/web/pages', 'bots/conversation/event.ts', 'core/proof', 'core/amount.ts', 'package-lock.json']
const STAMP = 'stamp.txt'

export type BuiltPages = { outDir: string; stamp: string; built: boolean }

/**
 * Makes sure that `outDir` holds the pages as their sources are now; does nothing if it does already.
 * Builds beside the folder and renames, so a reader sees the old pages or the new ones, never half of them.
 * `onProgress` gets one sentence a step. Throws what Vite throws when a source does not compile.
 */
export async function buildPages(options: {
  outDir: string
  onProgress?: (sentence: string) => void
}): Promise<BuiltPages> {
  const { outDir, onProgress } = options
  const stamp = await stampOfSources()
  if ((await readStamp(outDir)) === stamp) return { outDir, stamp, built: false }
  onProgress?.('Building the web pages, once for this version.')
  await mkdir(dirname(outDir), { recursive: true })
  const fresh = await mkdtemp(`${outDir}.building-`)
  try {
    await build({
      configFile: join(PAGES, 'vite.config.ts'),
      configLoader: 'native',
      root: PAGES,
      logLevel: 'silent',
      mode: 'production',
      define: {
        __PAGES_STAMP__: JSON.stringify(stamp.slice(0, 12)),
        // Whatever the environment of the server says: pages are for people.
        'process.env.NODE_ENV': '"production"',
      },
      build: { outDir: fresh, emptyOutDir: true },
    })
    await writeFile(join(fresh, STAMP), `${stamp}\n`)
    await replaceFolder(outDir, fresh, stamp)
  } finally {
    await rm(fresh, { recursive: true, force: true })
  }
  onProgress?.('The web pages are built.')
  return { outDir, stamp, built: true }
}

async function replaceFolder(outDir: string, fresh: string, stamp: string): Promise<void> {
  const old = `${fresh}.before`
  try {
    if (existsSync(outDir)) await rename(outDir, old)
    await rename(fresh, outDir)
  } catch (cause) {
    // Another process built the same sources at the same time and was first.
    if ((await readStamp(outDir)) !== stamp) throw cause
  } finally {
    await rm(old, { recursive: true, force: true })
  }
}

async function readStamp(folder: string): Promise<string | undefined> {
  try {
    return (await readFile(join(folder, STAMP), 'utf8')).trim()
  } catch {
    return undefined
  }
}

async function stampOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES) {
    for (const file of await filesUnder(join(PROJECT, source))) {
      hash.update(relative(PROJECT, file)).update('\0')
      hash.update(await readFile(file)).update('\0')
    }
  }
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  try {
    const entries = await readdir(path, { recursive: true, withFileTypes: true })
    return entries
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return [path]
    throw error
  }
}
