// Files that stand whole or not at all.
import { open, rename } from 'node:fs/promises'

/** Beside, synced, renamed. */
export async function replaceFile(path: string, text: string): Promise<void> {
  await writeSynced(`${path}.new`, text)
  await rename(`${path}.new`, path)
}

export async function writeSynced(path: string, content: string | Buffer): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}
