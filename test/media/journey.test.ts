// An item with a picture, and a recording with its transcript, through the web chat: answered, judged, recorded and exported.
import { createHash } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openItemsFile } from '../../bots/cli/itemsFile.ts'
import type { Block } from '../../bots/conversation/view.ts'
import { itemsOf } from '../../core/campaigns/store.ts'
import { exportDataset } from '../../core/datasets/exportDataset.ts'
import type { ContributorId } from '../../core/ids.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { openDueRounds } from '../../core/review/openDueRounds.ts'
import { newestRound } from '../review/sitting.ts'
import { closeAll, nameOnChain, pretendSettled } from '../settlement/payday.ts'
import { aCampaign, aPerson, type BuiltCampaign, consent, must } from '../support/builders.ts'
import { databases } from '../support/database.ts'
import type { Visitor } from '../support/perle.ts'
import { aWorld, type World } from '../support/world.ts'
import { openWeb, type Web } from './openWeb.ts'
import { anOgg, aPng, SECRET } from './sampleMedia.ts'

type Medium = Extract<Block, { type: 'media' }>
const mediaOf = (visitor: Visitor) => (visitor.view?.blocks ?? []).filter((one): one is Medium => one.type === 'media')
const ASK = { question: 'What does it show?', labels: ['square', 'circle'].map(id => ({ id, label: id })) }
const LONG = Array.from({ length: 80 }, (_, n) => `Paragraph ${n + 1} says one thing, and says it in full.`).join(
  '\n\n',
)

describe.each(databases)('media in the chat on %s', { timeout: 120_000 }, kind => {
  let world: World
  let web: Web
  let campaign: BuiltCampaign
  let author: ContributorId
  let me: Visitor
  beforeAll(async () => {
    world = await aWorld({ kind, seed: 5 })
    web = await openWeb(world)
    campaign = await aCampaign(world, {
      kind: 'choice',
      spec: { ask: ASK, title: 'Shapes', overlapMin: 1, overlapMax: 1 },
      terms: { reviewShareBps: 4_000 },
    })
    await nameOnChain(world, campaign.campaignId)
    await web.load(
      campaign,
      [
        { id: 'p', content: { text: '' }, media: [{ file: 'large.png', alt: 'A square of colours.' }] },
        {
          id: 's',
          content: { text: 'Which shape do they name?' },
          media: [
            { file: 'tone.ogg', transcript: 'It is round, they say.' },
            { file: 'notes.txt', name: 'notes of the day.txt' },
          ],
        },
        { id: 'l', content: { text: LONG } },
      ],
      {
        'large.png': aPng(1_200, 900, { isNoisy: true }),
        'tone.ogg': anOgg(),
        'notes.txt': Buffer.from('<script>alert(1)</script>'),
      },
    )
    author = await aPerson(world, { skill: campaign.skill })
    await consent(world, author, campaign.campaignId)
    for (let n = 0; n < 8; n++) await aPerson(world, { role: 'reviewer' })
    me = await web.visitorOf(author)
  }, 120_000)
  afterAll(async () => {
    await web.close()
    await world.close()
  })

  it('a large picture is shown as a thumbnail with its words, and in full behind a link', async () => {
    await me.says('/task')
    await me.presses('Start 1')
    const [picture] = mediaOf(me)
    expect(picture).toMatchObject({
      class: 'image',
      alt: 'A square of colours.',
      label: 'Picture',
      media: { width: 1_200 },
    })
    expect(me.text()).toContain('A square of colours.')
    const [full, small] = await Promise.all([picture?.src, picture?.small].map(path => me.get(path ?? '')))
    expect(full?.headers.get('content-type')).toBe('image/png')
    const bytes = Buffer.from((await full?.arrayBuffer()) ?? new ArrayBuffer(0))
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(picture?.media.sha256)
    expect(bytes.includes(SECRET)).toBe(false)
    expect(small?.headers.get('content-type')).toBe('image/jpeg')
    expect((await small?.arrayBuffer())?.byteLength).toBeLessThan(bytes.length / 4)
  })

  it('files are served by what they are, never as a page, and to nobody who has not been shown the address', async () => {
    await me.presses('square')
    expect(me.text()).toContain('first answer is saved')
    const [sound, notes] = mediaOf(me)
    expect(sound).toMatchObject({ class: 'audio', label: 'Recording, 0:03', transcript: 'It is round, they say.' })
    expect(notes).toMatchObject({ class: 'file', name: 'notes of the day.txt', label: expect.stringContaining('1 kB') })
    const text = await me.get(notes?.src ?? '')
    expect(Object.fromEntries(text.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    const src = sound?.src ?? ''
    const others = [
      src.replace(/.$/, last => (last === '0' ? '1' : '0')),
      src.split('/').slice(0, -1).join('/'),
      src.replace(/\/media\/[^/]+/, '/media/zzzz'),
      `/media/${sound?.media.sha256}`,
      '/media/../keys/master.key',
    ]
    for (const path of others) expect((await me.get(path)).headers.get('content-type'), path).not.toBe('audio/ogg')
    world.advance(4 * 86_400)
    expect((await me.get(src)).status).toBe(404)
    // Looking again gives a new address, even after the lease is over.
    world.advance(-4 * 86_400)
    expect((await me.get(src)).status).toBe(200)
  })

  it('sound comes in the parts that a player asks for', async () => {
    const [sound] = mediaOf(me)
    const at = (range: string) => fetch(`${web.url}${sound?.src}`, { headers: { range } })
    const whole = Buffer.from(await (await me.get(sound?.src ?? '')).arrayBuffer())
    const first = await at('bytes=0-3')
    expect([first.status, await first.text(), first.headers.get('content-range')]).toEqual([
      206,
      'OggS',
      `bytes 0-3/${whole.length}`,
    ])
    const last = await at('bytes=-5')
    expect([last.status, await last.text()]).toEqual([206, 'sound'])
    const rest = await at(`bytes=${whole.length - 2}-`)
    expect(await rest.text()).toBe('nd')
    expect((await at(`bytes=${whole.length}-`)).status).toBe(416)
    expect((await at('bytes=0-1,3-4')).status).toBe(200)
    const head = await fetch(`${web.url}${sound?.src}`, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length'), head.headers.get('accept-ranges')]).toEqual([
      200,
      String(whole.length),
      'bytes',
    ])
  })

  it('a long text is read in parts, or taken whole as a file', async () => {
    await me.presses('circle')
    const file = me.view?.rows.flat().find(one => one.kind === 'file')
    if (file?.kind !== 'file') throw new Error(`no file is offered: ${me.text()}`)
    expect(file.label).toBe('Get the file')
    const reply = await me.get(file.href ?? '')
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': 'attachment; filename="what-does-it-show.txt"',
    })
    expect(await reply.text()).toBe(`What does it show?\n\n\n${LONG}\n`)
    const stranger = await web.visitorOf(await aPerson(world))
    expect((await stranger.get(file.href ?? '')).status).toBe(404)
    expect((await fetch(`${web.url}${file.href}`)).status).toBe(401)
    while (me.has('Next part')) await me.presses('Next part')
  })

  it('a long text is read on a page of its own, by whoever has its address, while the task is theirs', async () => {
    const page = me.view?.rows.flat().find(one => one.kind === 'read')
    if (page?.kind !== 'read' || page.href === undefined) throw new Error(`no page is offered: ${me.text()}`)
    expect(page.label).toBe('Read on the web')
    const once = page.href.slice('/r/'.length)
    const get = (address: string) => fetch(`${web.url}/api/read/${encodeURIComponent(address)}`)
    const whole = (await (await get(once)).json()) as { heading: string; blocks: Block[] }
    expect(whole.heading).toBe('What does it show?')
    expect(whole.blocks).toEqual([{ type: 'content', text: LONG }])
    const bent = once.replace(/.$/, last => (last === '0' ? '1' : '0'))
    for (const other of [bent, once.slice(2), 'x', '~']) expect((await get(other)).status, other).toBe(404)
    world.advance(3 * 86_400)
    expect((await get(once)).status).toBe(404)
    world.advance(-3 * 86_400)
    await me.presses('circle')
    // It has been sent, so there is nothing to read before an answer any more.
    expect((await get(once)).status).toBe(404)
  })

  it('reviewers see what the author saw, and the author sees it again', async () => {
    await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))
    const { seats } = await newestRound(world)
    const seen: Medium[] = []
    for (const seat of seats) {
      const judge = await web.visitorOf(seat)
      await judge.says('/review')
      await judge.presses('Open 1')
      if (!judge.has('Start reviewing')) continue
      await judge.presses('Start reviewing')
      while (judge.view?.scene === 'vote') {
        seen.push(...mediaOf(judge))
        while (judge.has('Next part')) await judge.presses('Next part')
        await judge.presses('Accept')
        if (judge.has('Next')) await judge.presses('Next')
      }
    }
    expect(seen.map(one => one.class)).toEqual(expect.arrayContaining(['image', 'audio', 'file']))
    expect(seen.every(one => one.src !== undefined)).toBe(true)
    world.advance(80 * 3600)
    await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
    await me.says('/me')
    await me.presses('Results')
    await me.presses('See 3')
    expect(me.text()).toContain('A square of colours.')
    expect(mediaOf(me)).toHaveLength(1)
  })

  it('the export names each file by its hash, so that whoever has the files can check them', async () => {
    await closeAll(world)
    await pretendSettled(world, 1)
    const rows: { columns: { item: string; media?: { sha256: string; alt?: string; transcript?: string }[] } }[] = []
    for await (const line of must(await exportDataset(world, campaign))) rows.push(JSON.parse(line))
    const media = rows.slice(1).flatMap(row => row.columns.media ?? [])
    expect(media).toHaveLength(3)
    expect(media.map(one => one.alt ?? one.transcript)).toEqual(
      expect.arrayContaining(['A square of colours.', 'It is round, they say.', undefined]),
    )
    // Read back beside its files, as another campaign, it has the very same items.
    const path = join(web.home, 'media', 'export.jsonl')
    await writeFile(path, rows.map(row => JSON.stringify(row)).join('\n'))
    const open = () => openItemsFile(path, 'choice')
    const other = await aCampaign(world, { kind: 'choice', spec: { ask: ASK, overlapMin: 1, overlapMax: 1 } })
    await web.loadFile(other, path, open)
    const texts = (of: BuiltCampaign) =>
      world.turn(async ctx => (await itemsOf(ctx.db, of.campaignId, 'live')).map(item => item.contentHash).sort())
    expect(await texts(other)).toEqual(await texts(campaign))
    for (const { sha256 } of media) {
      const bytes = await readFile(join(web.home, 'media', sha256))
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256)
    }
  })
})
