// No room on the disk: a clear sentence, nothing acknowledged is lost, and it goes on when there is room again.

import { existsSync, readdirSync, statSync } from 'node:fs'
import { chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify } from 'fastify'
import { afterEach, describe, expect, it } from 'vitest'
import type { Composition } from '../../bots/compose.ts'
import { readMasterKey } from '../../bots/dataFolder.ts'
import { openMediaStore } from '../../bots/media/mediaStore.ts'
import { keepPayday } from '../../bots/paydayFiles.ts'
import { guardRoom } from '../../bots/roomGuard.ts'
import { webDoor } from '../../bots/web/door.ts'
import { createUpdates } from '../../bots/web/updates.ts'
import { type Deployment, openChain, startLocalChain } from '../../contracts/bindings/index.ts'
import { amount } from '../../core/amount.ts'
import type { OpenDatabase } from '../../core/database/database.ts'
import { migrate } from '../../core/database/migrate.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { inbox } from '../../core/inbox/tables.ts'
import { ZERO_HASH } from '../../core/proof/index.ts'
import { send } from '../chain/openLocalChain.ts'
import { somePictures } from '../pictures/samplePictures.ts'
import { aPayday, closeAll } from '../settlement/payday.ts'
import { POSTGRES } from '../support/database.ts'
import { Visitor } from '../support/perle.ts'
import { aSmallDisk, canMount, type SmallDisk } from '../support/smallDisk.ts'
import { aWorld, type World } from '../support/world.ts'

const NOBODY = 65_534
const somewhere = `0x${'ab'.repeat(20)}` as const
const anyDeployment: Deployment = {
  chainId: 31_337,
  genesisHash: ZERO_HASH,
  block: 0,
  token: { address: somewhere, symbol: 'PRL', decimals: 18 },
  settlement: somewhere,
  timelock: somewhere,
  roles: { publisher: somewhere, guardian: somewhere, treasury: somewhere },
}
const SLOW = 'Something of ours is slow. What came before is safe; the page tries again by itself.'

describe.skipIf(!canMount)('a full disk (needs the right to mount a tmpfs)', { timeout: 120_000 }, () => {
  const ends: (() => unknown)[] = []
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end()
  })
  function disk(megabytes: number): SmallDisk {
    const small = aSmallDisk(megabytes) as SmallDisk
    ends.push(() => small.unmount())
    return small
  }

  /** The chat over HTTP on this database, and somebody who has just come in. */
  async function aVisitor(world: World, database: OpenDatabase): Promise<Visitor> {
    const pagesDir = await mkdtemp(join(tmpdir(), 'perle-pages-'))
    const server = fastify()
    const config = { mode: 'local', role: 'all' } as Composition['config']
    const chain = openChain({ rpcUrl: 'http://127.0.0.1:1', deployment: anyDeployment })
    const place = { config, database, base: world.base, chain, rpcUrl: 'http://127.0.0.1:1', deployment: anyDeployment }
    const composition = {
      ...place,
      localChain: undefined,
      log: world.base.log,
      holder: 'a test',
      close: async () => {},
    }
    const none = async () => ''
    const pictures = await somePictures()
    const door = {
      composition,
      updates: createUpdates(),
      pictures,
      media: await openMediaStore(join(pictures.folder, 'media')),
      pagesDir,
      play: none,
      payOut: none,
      pulse: () => [],
    }
    await server.register(webDoor, door)
    const url = await server.listen({ port: 0, host: '127.0.0.1' })
    ends.push(async () => {
      await server.close()
      await pictures.end()
      await rm(pagesDir, { recursive: true })
    })
    const visitor = new Visitor(url)
    await visitor.enter('new')
    await visitor.look()
    return visitor
  }
  const handled = (database: OpenDatabase) =>
    database.transaction(async db =>
      (await db.select().from(inbox))
        .filter(row => row.state === 'done')
        .map(row => row.eventKey)
        .sort(),
    )

  /** Presses until it is refused; answers the keys that were acknowledged and the refusal. */
  async function untilRefused(visitor: Visitor, most: number) {
    const kept: string[] = []
    for (let press = 0; press < most; press++) {
      const key = crypto.randomUUID()
      const reply = await visitor.act({ kind: 'command', name: 'me' }, key)
      if (reply.status !== 200) return { kept, refused: { key, status: reply.status, sentence: reply.error?.sentence } }
      kept.push(key)
    }
    return { kept, refused: undefined }
  }

  it('under the embedded database: people read one calm sentence, and it goes on by itself', async () => {
    const small = disk(200)
    const folder = join(small.path, 'db')
    const stored = await openDatabase(folder)
    ends.push(() => stored.close())
    await migrate(stored)
    const database = guardRoom(stored, { folder: small.path, now: Date.now })
    const world = await aWorld()
    ends.push(() => world.close())
    const visitor = await aVisitor(world, database)
    const before = await untilRefused(visitor, 3)
    expect(before.refused).toBeUndefined()
    small.fill()
    await new Promise(done => setTimeout(done, 250))
    const { kept, refused } = await untilRefused(visitor, 5)
    expect(kept).toEqual([])
    expect(refused).toMatchObject({ status: 503, sentence: SLOW })
    await expect(database.transaction(async () => 1)).rejects.toMatchObject({
      retry: 'later',
      message: expect.stringMatching(
        /^The disk of .* is nearly full: 0 MB are left, 64 are needed\. Nothing is lost; make room/,
      ),
    })
    small.empty()
    await new Promise(done => setTimeout(done, 250))
    // As the page does: the same press with the same key.
    expect((await visitor.act({ kind: 'command', name: 'me' }, refused?.key)).status).toBe(200)
    const done = await handled(database)
    for (const key of [...before.kept, refused?.key ?? '']) expect(done.some(one => one.endsWith(key))).toBe(true)
    await stored.close()
    const again = await openDatabase(folder)
    ends.push(() => again.close())
    expect(await handled(again)).toEqual(done)
  })

  it.skipIf(POSTGRES === undefined)(
    'under Postgres (53100): the turn is refused calmly, and goes on by itself',
    async () => {
      const small = disk(24)
      const world = await aWorld({ kind: 'postgres' })
      ends.push(() => world.close())
      const { database } = world
      const name = `small_${crypto.randomUUID().slice(0, 8)}`
      const space = join(small.path, 'space')
      await mkdir(space, { mode: 0o777 })
      // The server runs as somebody without rights here, where it was started for this run.
      if (process.getuid?.() === 0) await chown(space, NOBODY, NOBODY)
      await database.script(`create tablespace ${name} location '${space}'`)
      ends.push(async () => {
        await database.script(`alter table all in tablespace ${name} set tablespace pg_default`)
        await database.script(`alter index all in tablespace ${name} set tablespace pg_default`)
        await database.script(`drop tablespace ${name}`)
      })
      await database.script(`alter table all in tablespace pg_default set tablespace ${name}`)
      await database.script(`alter index all in tablespace pg_default set tablespace ${name}`)
      const visitor = await aVisitor(world, database)
      const first = await untilRefused(visitor, 2)
      small.fill()
      const { kept, refused } = await untilRefused(visitor, 400)
      expect(refused).toMatchObject({ status: 503, sentence: SLOW })
      const logged = world.logged.map(line => line.message).join('\n')
      expect(logged).toMatch(/No space left on device|could not extend file/)
      // Of what somebody did or wrote nothing is in the log.
      const fromTheDoor = world.logged.filter(line => line.message.startsWith('/api/')).map(line => line.message)
      expect(fromTheDoor.join('\n')).not.toContain('params')
      small.empty()
      expect((await visitor.act({ kind: 'command', name: 'me' }, refused?.key)).status).toBe(200)
      const done = await handled(database)
      for (const key of [...first.kept, ...kept, refused?.key ?? ''])
        expect(done.some(one => one.endsWith(key))).toBe(true)
    },
  )

  it('under the local chain: the dump before is kept, and the chain comes back from it', async () => {
    const small = disk(8)
    const first = await startLocalChain({ folder: small.path })
    const { deployment } = first
    const chain = openChain({ rpcUrl: first.rpcUrl, deployment, accounts: first.accounts })
    await send(chain, { kind: 'approve', signer: 'requester', amount: amount(1n) })
    await first.dumpState()
    const state = join(small.path, 'chain/state.json')
    const size = statSync(state).size
    small.fill()
    await send(chain, { kind: 'approve', signer: 'requester', amount: amount(2n) })
    await expect(first.dumpState()).rejects.toMatchObject({
      retry: 'later',
      message: expect.stringMatching(
        /the state of the local chain cannot be written to .* \(ENOSPC\); the dump before is kept/,
      ),
    })
    expect(statSync(state).size).toBe(size)
    expect(existsSync(`${state}.new`)).toBe(false)
    await first.stop().catch(() => {})
    small.empty()
    const second = await startLocalChain({ folder: small.path })
    ends.push(() => second.stop())
    expect(second).toMatchObject({ origin: 'restored', deployment })
    const after = openChain({ rpcUrl: second.rpcUrl, deployment, accounts: second.accounts })
    expect(await after.transactionCount('requester')).toBe(1)
  })

  it('under the keys: no half key is left, and the sentence names file and reason', async () => {
    const small = disk(1)
    const file = join(small.path, 'keys/master.key')
    small.fill()
    await expect(readMasterKey(file)).rejects.toThrow(/^The key file .*master\.key cannot be written \(ENOSPC\)/)
    expect(existsSync(file)).toBe(false)
    small.empty()
    const key = await readMasterKey(file)
    expect(await readMasterKey(file)).toEqual(key)
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('under the files of paydays: the payday waits until it is kept', async () => {
    const small = disk(1)
    const world = await aWorld()
    ends.push(() => world.close())
    await aPayday(world, { people: 3, items: 3, checks: 3 })
    expect(await closeAll(world)).toMatchObject({ epoch: 1 })
    const place = { config: { home: small.path }, database: world.database, base: world.base } as Composition
    small.fill()
    await expect(keepPayday(place)).rejects.toMatchObject({
      retry: 'later',
      message: expect.stringMatching(/cannot be kept in .*paydays \(ENOSPC\), so it is not sent to the chain yet/),
    })
    small.empty()
    await keepPayday(place)
    const [name] = readdirSync(join(small.path, 'paydays')).filter(one => one.endsWith('.json'))
    expect(JSON.parse(await readFile(join(small.path, 'paydays', name ?? ''), 'utf8'))).toMatchObject({
      epoch: 1,
      isFlush: true,
    })
  })
})
