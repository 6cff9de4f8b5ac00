// Media of an import: beside its file or from a server on this machine (a rule that only tests set lets that one through), on both databases.
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import jpeg from 'jpeg-js'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openItemsFile } from '../../bots/cli/itemsFile.ts'
import { type GatherPlace, gatherMedia } from '../../bots/media/gatherMedia.ts'
import { openMediaStore } from '../../bots/media/mediaStore.ts'
import { openThumbnails, type Thumbnails } from '../../bots/media/thumbnail/thumbnails.ts'
import { importItems } from '../../core/campaigns/importItems.ts'
import { findMedia } from '../../core/campaigns/keepMedia.ts'
import { itemsOf } from '../../core/campaigns/store.ts'
import type { CampaignSpec } from '../../core/campaigns/terms.ts'
import { hashText } from '../../core/proof/index.ts'
import type { Refusal } from '../../core/refusals.ts'
import { aCampaign, type BuiltCampaign } from '../support/builders.ts'
import { databases } from '../support/database.ts'
import { aWorld, type World } from '../support/world.ts'
import { aJpeg, anOgg, aPng, SECRET } from './sampleMedia.ts'

/** As a door does it: a refusal undoes the rows before the bad one. */
class Undone extends Error {}

const BAD = [
  ['without words for a picture', { file: 'x.png' }, 'media.0.alt', 'in words'],
  ['without words for sound', { file: 's.ogg' }, 'media.0.transcript', 'not everybody hears'],
  ['a file that is not there', { file: 'y.png', alt: 'Y.' }, 'media.0.file', 'a file that is there'],
  ['a way out of the folder', { file: '../secret.png', alt: 'Y.' }, 'media.0.file', 'inside the folder'],
  ['a whole path', { file: '/etc/passwd', alt: 'Y.' }, 'media.0.file', 'inside the folder'],
  ['a link out of the folder', { file: 'link.png', alt: 'Y.' }, 'media.0.file', 'inside the folder'],
  ['a folder', { file: 'pictures', alt: 'Y.' }, 'media.0.file', 'not a folder'],
  ['what is no picture', { file: 'x.bin', alt: 'Y.' }, 'media.0.file', 'by its bytes'],
  ['both a path and an address', { file: 'x.png', url: 'https://a.example/', alt: 'Y.' }, 'media.0', 'either file'],
  ['a place that is not there', { file: 'x.png', alt: 'Y.', at: 'b' }, 'media.0.at', 'one of text'],
  ['a field that is not there', { file: 'x.png', alt: 'Y.', caption: 'Y.' }, 'media.0.caption', 'no such field'],
  ['a transcript of a picture', { file: 'x.png', alt: 'Y.', transcript: 'Z' }, 'media.0.transcript', 'no such field'],
] as const

describe.each(databases)('media of an import on %s', kind => {
  let world: World
  let campaign: BuiltCampaign
  let folder: string
  let home: string
  let thumbnails: Thumbnails
  let told: string[]
  let server: Server
  let asked: string[]
  let files: Record<string, Buffer>
  beforeEach(async () => {
    world = await aWorld({ kind })
    campaign = await aCampaign(world, { kind: 'choice' })
    folder = await mkdtemp(join(tmpdir(), 'perle-rows-'))
    home = await mkdtemp(join(tmpdir(), 'perle-media-'))
    thumbnails = openThumbnails()
    told = []
    asked = []
    files = { '/a.png': aPng(5, 5), '/b.png': aPng(6, 6) }
    server = createServer((request, response) => {
      asked.push(request.url ?? '')
      const file = files[request.url ?? '']
      response.writeHead(file === undefined ? 404 : 200).end(file)
    })
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  })
  afterEach(async () => {
    await thumbnails.close()
    await new Promise(done => server.close(done))
    await world.close()
    for (const one of [folder, home]) await rm(one, { recursive: true, force: true })
  })

  const at = (path: string) => `http://pictures.example:${(server.address() as AddressInfo).port}${path}`
  async function load(rows: unknown[], to = campaign): Promise<{ ok: boolean; refusal?: Refusal }> {
    const path = join(folder, 'items.jsonl')
    await writeFile(path, rows.map(row => JSON.stringify(row)).join('\n'))
    return loadFile(path, to)
  }
  type Onlooker = Pick<Parameters<typeof importItems>[1], 'setAside'>
  async function loadFile(path: string, to: BuiltCampaign, onlooker: Onlooker = {}) {
    const place: GatherPlace = {
      database: world.database,
      base: world.base,
      store: await openMediaStore(home),
      thumbnails,
      reaching: { isAllowed: () => true, resolve: async () => [{ address: '127.0.0.1', family: 4 }] },
      tell: sentence => told.push(sentence),
    }
    const { campaignId } = to
    const findMedia = await gatherMedia(place, {
      campaignId,
      folder,
      isPatient: onlooker.setAside !== undefined,
      ...(await openItemsFile(path, 'choice')),
    })
    const file = await openItemsFile(path, 'choice')
    let outcome: Awaited<ReturnType<typeof importItems>> | undefined
    const work = world.turn(async ctx => {
      outcome = await importItems(ctx, { campaignId, ...file, findMedia, ...onlooker })
      if (!outcome.ok) throw new Undone()
    })
    await work.catch((error: unknown) => {
      if (!(error instanceof Undone)) throw error
    })
    return outcome as { ok: boolean; refusal?: Refusal }
  }
  const row = (id: string, media: unknown, text = '') => ({ id, content: { text }, media: [media].flat() })
  const live = (of = campaign) => world.turn(ctx => itemsOf(ctx.db, of.campaignId, 'live'))

  it('are stored by their hash, stripped, with their words in the item and its hash', async () => {
    await mkdir(join(folder, 'pictures'))
    await writeFile(join(folder, 'pictures/one.png'), aPng())
    await writeFile(join(folder, 'tone.ogg'), anOgg())
    const outcome = await load([
      row('p', { file: 'pictures/one.png', alt: 'A square.' }),
      row('s', { file: 'tone.ogg', transcript: 'Hola.' }, 'What language is it?'),
    ])
    expect(outcome).toMatchObject({ ok: true, value: { rows: 2, added: 2 } })
    const [picture, sound] = (await live()).map(item => JSON.parse(item.contentText))
    const one = picture.media[0]
    expect(one).toMatchObject({ at: 'text', type: 'image/png', name: 'one.png', width: 4, height: 3, alt: 'A square.' })
    expect(sound.media[0]).toMatchObject({ type: 'audio/ogg', seconds: 3, transcript: 'Hola.' })
    const stored = await readFile(join(home, one.sha256))
    expect(stored.length).toBe(one.bytes)
    expect(stored.includes(SECRET)).toBe(false)
    const [item] = await live()
    expect(item?.contentHash).toBe(hashText(item?.contentText ?? ''))
    expect(item?.contentText).toContain(one.sha256)
    expect((await readdir(home)).filter(name => !/^[0-9a-f]{64}$/.test(name))).toEqual([])
  })

  it('are another item where only the picture is another', async () => {
    await writeFile(join(folder, 'x.png'), aPng(4, 4))
    await load([row('x', { file: 'x.png', alt: 'One.' })])
    await writeFile(join(folder, 'x.png'), aPng(4, 5))
    expect(await load([row('x', { file: 'x.png', alt: 'One.' })])).toMatchObject({
      ok: false,
      refusal: { field: 'id' },
    })
  })

  it('of a server are fetched once, and an import that was cut off goes on where it stopped', async () => {
    const rows = [row('a', { url: at('/a.png'), alt: 'A.' }), row('b', { url: at('/b.png'), alt: 'B.' })]
    const missing = row('c', { url: at('/c.png'), alt: 'C.' })
    expect(await load([...rows, missing])).toMatchObject({
      ok: false,
      refusal: { code: 'import.bad_row', row: 3, field: 'media.0.url', expected: expect.stringContaining('404') },
    })
    expect(await live()).toEqual([])
    files['/c.png'] = aPng(7, 7)
    expect(await load([...rows, missing])).toMatchObject({ ok: true, value: { added: 3 } })
    expect([...asked].sort()).toEqual(['/a.png', '/b.png', '/c.png', '/c.png'])
    // Another campaign asks for itself: what an address gives may have changed.
    const other = await aCampaign(world, { kind: 'choice' })
    expect(await load(rows, other)).toMatchObject({ ok: true })
    expect(asked.filter(path => path === '/a.png')).toHaveLength(2)
  })

  it('are fetched again where the folder lost them', async () => {
    const rows = [row('a', { url: at('/a.png'), alt: 'A.' })]
    await load(rows)
    for (const name of await readdir(home)) await rm(join(home, name))
    expect(await load(rows)).toMatchObject({ ok: true, value: { added: 0 } })
    expect(asked).toHaveLength(2)
    expect(await readdir(home)).toHaveLength(1)
  })

  it('of a large picture have a thumbnail, turned as it is shown', async () => {
    await writeFile(join(folder, 'large.jpg'), aJpeg(1_600, 800, 6))
    await load([row('l', { file: 'large.jpg', alt: 'A slope of colours.' })])
    const [item] = (await live()).map(one => JSON.parse(one.contentText))
    const { sha256 } = item.media[0]
    const known = await world.turn(ctx => findMedia(ctx, { sha256 }))
    expect(known).toMatchObject({ width: 800, height: 1_600 })
    const small = jpeg.decode(await readFile(join(home, known?.thumbnail ?? '')))
    expect([small.width, small.height]).toEqual([360, 720])
    // Stored, red grows to the right and green downwards; turned by a quarter, red grows downwards and green to the left.
    const at = (x: number, y: number) => [...small.data.subarray((y * 360 + x) * 4, (y * 360 + x) * 4 + 2)]
    const [topLeft, topRight, bottomLeft] = [at(10, 10), at(350, 10), at(10, 710)]
    expect(topLeft[1]).toBeGreaterThan(200)
    expect(topRight[1]).toBeLessThan(50)
    expect(bottomLeft[0]).toBeGreaterThan(200)
  })

  it('are refused by file, row and field, and nothing is kept', async () => {
    await writeFile(join(folder, 'x.png'), aPng())
    await writeFile(join(folder, 's.ogg'), anOgg())
    await writeFile(join(folder, 'x.bin'), Buffer.from([0, 1, 2, 3]))
    await mkdir(join(folder, 'pictures'))
    await writeFile(join(home, 'outside'), aPng())
    await symlink(join(home, 'outside'), join(folder, 'link.png'))
    for (const [what, medium, field, expected] of BAD) {
      expect(await load([row('good', { file: 'x.png', alt: 'Good.' }), row('bad', medium)]), what).toMatchObject({
        ok: false,
        refusal: {
          code: 'import.bad_row',
          file: 'items.jsonl',
          row: 2,
          field,
          expected: expect.stringContaining(expected),
        },
      })
      expect(await live(), what).toEqual([])
    }
  })

  it('come with a table as well, and two pictures without text or id are two items', async () => {
    await writeFile(join(folder, 'x.png'), aPng(4, 4))
    await writeFile(join(folder, 'y.png'), aPng(5, 5))
    const path = join(folder, 'items.csv')
    await writeFile(path, 'text,media,alt\n,x.png,One.\n,y.png,"Two, with a comma."\n')
    expect(await loadFile(path, campaign)).toMatchObject({ ok: true, value: { added: 2 } })
    const media = (await live()).map(item => JSON.parse(item.contentText).media[0])
    expect(media.map(one => one.alt)).toEqual(['One.', 'Two, with a comma.'])
  })

  it('a row whose file cannot be had is set aside by name, and the others go on', async () => {
    const path = join(folder, 'items.jsonl')
    const rows = [row('a', { url: at('/gone.png'), alt: 'A.' }), row('b', { url: at('/b.png'), alt: 'B.' })]
    await writeFile(path, rows.map(one => JSON.stringify(one)).join('\n'))
    const aside: unknown[] = []
    const setAside = (number: number, fault: { field: string }) => void aside.push([number, fault.field])
    expect(await loadFile(path, campaign, { setAside })).toMatchObject({ ok: true, value: { added: 1, setAside: 1 } })
    expect(aside).toEqual([[1, 'media.0.url']])
  })

  it('a text is asked for where no media stand', async () => {
    expect(await load([{ id: 'e', content: { text: '' } }])).toMatchObject({
      ok: false,
      refusal: { row: 1, field: 'content.text', expected: expect.stringContaining('or media that stand there') },
    })
  })

  it('sound needs no transcript where writing it down is the task', async () => {
    const ask = { question: 'What is said?', instruction: '', min: 1, max: 400, transcribes: true }
    const spec: Partial<CampaignSpec> = { kind: 'text', ask }
    const writing = await aCampaign(world, { kind: 'text', spec })
    await writeFile(join(folder, 's.ogg'), anOgg())
    const item = { id: 's', content: { source: '' }, media: [{ file: 's.ogg' }] }
    expect(await load([item], writing)).toMatchObject({ ok: true, value: { added: 1 } })
  })
})
