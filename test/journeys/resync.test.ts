// `perle chain resync` as an operator runs it, on a data folder whose database was put back to an older copy.
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCli } from '../support/perle.ts'

const STARTER = join(import.meta.dirname, '../../core/campaigns/starters/scam-or-advert')

describe('perle chain resync', { timeout: 120_000 }, () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'perle-home-'))
  })
  afterAll(async () => {
    const record = await readFile(join(home, 'chain/anvil.json'), 'utf8').catch(() => '{}')
    const { pid } = JSON.parse(record) as { pid?: number }
    if (pid !== undefined) process.kill(pid, 'SIGTERM')
    await rm(home, { recursive: true, force: true })
  })
  const resync = (...options: string[]) => runCli(['chain', 'resync', ...options], { PERLE_HOME: home })

  it('answers 0 where both agree, and 1 with what is missing where the database is too old', async () => {
    const fresh = await resync('--json')
    expect(fresh.stderr).not.toContain('Error')
    expect(fresh.code).toBe(0)
    expect(JSON.parse(fresh.stdout)).toMatchObject({ place: 'even', found: [], isChanged: false })

    await cp(join(home, 'db'), join(home, 'db.yesterday'), { recursive: true })
    expect((await runCli(['seed', STARTER], { PERLE_HOME: home })).code).toBe(0)
    await rm(join(home, 'db'), { recursive: true })
    await cp(join(home, 'db.yesterday'), join(home, 'db'), { recursive: true })

    const told = await resync()
    expect(told.code).toBe(1)
    expect(told.stdout).toContain('The database is older than its chain. Last block that both have:')
    expect(told.stdout).toMatch(
      /MISSING This platform put \d+ PRL into campaign 0x[0-9a-f]{64}, which is not in this database: it was made after this copy\./,
    )
    expect(told.stderr).toContain('The database is as it was. Until this is mended nothing is signed')
  })
})
