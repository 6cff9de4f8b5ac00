// Drawn pictures on disk: one file a page, named by what was asked, twin inside. Bounded by bytes; the least lately used goes.
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export type PictureCache = {
  read(name: string): Promise<Buffer | undefined>
  write(name: string, png: Buffer): Promise<void>
  bytes(): number
}

/** The folder belongs to this process alone (dataFolder.ts), so what is in it is known without looking again. */
export async function openPictureCache(folder: string, mostBytes: number): Promise<PictureCache> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  /** In order of use, oldest first. */
  const sizes = new Map<string, number>()
  let bytes = 0
  let writes = 0

  const found: { name: string; size: number; at: number }[] = []
  for (const name of await readdir(folder)) {
    // Half written when a process died.
    if (name.includes('.new')) await rm(join(folder, name), { force: true })
    else if (name.endsWith('.png')) {
      const { size, mtimeMs } = await stat(join(folder, name))
      found.push({ name, size, at: mtimeMs })
    }
  }
  for (const { name, size } of found.sort((one, other) => one.at - other.at)) {
    sizes.set(name, size)
    bytes += size
  }
  await shrink()

  async function shrink(): Promise<void> {
    for (const [name, size] of sizes) {
      if (bytes <= mostBytes) return
      sizes.delete(name)
      bytes -= size
      await rm(join(folder, name), { force: true })
    }
  }

  function forget(name: string): void {
    bytes -= sizes.get(name) ?? 0
    sizes.delete(name)
  }

  return {
    async read(name) {
      const size = sizes.get(name)
      if (size === undefined) return undefined
      sizes.delete(name)
      sizes.set(name, size)
      const png = await readFile(join(folder, name)).catch(() => undefined)
      // Somebody tidied the folder: it is drawn again.
      if (png === undefined) forget(name)
      return png
    },
    async write(name, png) {
      if (png.length > mostBytes) return
      writes += 1
      const fresh = join(folder, `${name}.${writes}.new`)
      await writeFile(fresh, png, { mode: 0o600 })
      await rename(fresh, join(folder, name))
      forget(name)
      sizes.set(name, png.length)
      bytes += png.length
      await shrink()
    },
    bytes: () => bytes,
  }
}
