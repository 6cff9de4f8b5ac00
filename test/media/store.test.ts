import { createHash } from 'node:crypto'
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openMediaStore } from '../../bots/media/mediaStore.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perle-store-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const bytes = Buffer.from('some bytes')
const name = createHash('sha256').update(bytes).digest('hex')

it('keeps a file under the hash of its bytes, once, also when it is written from many sides at the same time', async () => {
  const store = await openMediaStore(folder)
  expect(await Promise.all(Array.from({ length: 20 }, () => store.write(bytes)))).toEqual(Array(20).fill(name))
  expect(await readdir(folder)).toEqual([name])
  expect([await store.sizeOf(name), await store.read(name)]).toEqual([bytes.length, bytes])
  const chunks: Buffer[] = []
  for await (const chunk of store.stream(name, { start: 5, end: 9 })) chunks.push(chunk as Buffer)
  expect(Buffer.concat(chunks).toString()).toBe('bytes')
})

it('writes a file anew that was cut', async () => {
  const store = await openMediaStore(folder)
  await writeFile(join(folder, name), bytes.subarray(0, 3))
  await store.write(bytes)
  expect(await store.read(name)).toEqual(bytes)
})

it('sweeps what a process left half written an hour ago, and leaves what another writes now', async () => {
  await openMediaStore(folder)
  for (const one of ['old.new', 'now.new']) await writeFile(join(folder, one), 'half')
  const long = new Date(Date.now() - 2 * 3_600_000)
  await utimes(join(folder, 'old.new'), long, long)
  await openMediaStore(folder)
  expect(await readdir(folder)).toEqual(['now.new'])
})

it('never leaves its folder: only a hash is a name', async () => {
  const store = await openMediaStore(folder)
  expect(await store.read('0'.repeat(64))).toBeUndefined()
  for (const bad of ['../x', 'x', `${name}.new`, name.toUpperCase()]) {
    await expect(async () => store.sizeOf(bad)).rejects.toThrow('SHA-256')
  }
})
