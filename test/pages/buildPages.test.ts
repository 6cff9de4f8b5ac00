import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildPages } from '../../bots/web/buildPages.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perle-pages-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('pages are built once for their sources, and again when the stamp is another', async () => {
  const outDir = join(folder, 'deep', 'pages')
  const said: string[] = []
  const built = await buildPages({ outDir, onProgress: sentence => said.push(sentence) })
  expect(built.built).toBe(true)
  expect(said).toHaveLength(2)
  expect((await buildPages({ outDir })).built).toBe(false)
  await writeFile(join(outDir, 'stamp.txt'), 'older\n')
  expect((await buildPages({ outDir })).built).toBe(true)
  expect(await readdir(join(folder, 'deep'))).toEqual(['pages'])
})

test('two processes that build at the same time both end with whole pages', async () => {
  const outDir = join(folder, 'shared')
  await Promise.all([buildPages({ outDir }), buildPages({ outDir })])
  expect(await readdir(outDir)).toContain('stamp.txt')
  expect((await readdir(folder)).filter(name => name.startsWith('shared.'))).toEqual([])
})

test('nothing in the pages asks for a wider content policy than "self"', async () => {
  const outDir = join(folder, 'deep', 'pages')
  const html = await readFile(join(outDir, 'index.html'), 'utf8')
  expect(html).not.toMatch(/<style|style=|<script(?![^>]*\ssrc=)|https?:/)
  const assets = await readdir(join(outDir, 'assets'))
  const sheets = await Promise.all(
    assets.filter(name => name.endsWith('.css')).map(name => readFile(join(outDir, 'assets', name), 'utf8')),
  )
  expect(sheets.join('')).not.toMatch(/url\((?!\/assets\/)/)
})
