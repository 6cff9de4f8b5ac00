// What stays with a data folder when the process that had it is gone.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { takeDataFolder } from '../../bots/dataFolder.ts'

describe('a data folder', () => {
  const homes: string[] = []
  const aHome = async () => {
    const home = await mkdtemp(join(tmpdir(), 'perle-folder-'))
    homes.push(home)
    return home
  }
  afterEach(async () => {
    for (const home of homes.splice(0)) await rm(home, { recursive: true, force: true })
  })

  it('gives its next process the name that the one before held leases under', async () => {
    const home = await aHome()
    const first = await takeDataFolder(home)
    await first.release()
    const next = await takeDataFolder(home)
    await next.release()
    expect(next.holder).toBe(first.holder)
  })

  it('has another name than any other folder', async () => {
    const [one, other] = [await takeDataFolder(await aHome()), await takeDataFolder(await aHome())]
    await one.release()
    await other.release()
    expect(one.holder).not.toBe(other.holder)
  })
})
