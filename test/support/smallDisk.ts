// A disk of a few megabytes that a test can fill: a tmpfs of its own. Needs root; elsewhere the test says by name that it is left out.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export type SmallDisk = {
  path: string
  /** Takes what is left, to the last byte. */
  fill(): void
  /** Gives it back. */
  empty(): void
  unmount(): void
}

/** Undefined where this account may not mount. */
export function aSmallDisk(megabytes: number): SmallDisk | undefined {
  const path = mkdtempSync(join(tmpdir(), 'perle-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'perle-test', path], { stdio: 'ignore' })
  } catch {
    rmdirSync(path)
    return undefined
  }
  chmodSync(path, 0o777)
  const filler = join(path, 'filler')
  return {
    path,
    fill() {
      for (const size of [1 << 20, 1 << 12, 1]) {
        try {
          for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' })
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
        }
      }
    },
    empty: () => rmSync(filler, { force: true }),
    unmount() {
      execFileSync('umount', ['-l', path], { stdio: 'ignore' })
      rmdirSync(path)
    },
  }
}

/** Asked once, so that a test can be skipped by name. */
export const canMount = (() => {
  const disk = aSmallDisk(1)
  disk?.unmount()
  return disk !== undefined
})()
