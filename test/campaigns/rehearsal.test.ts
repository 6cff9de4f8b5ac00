// `perle import --dry-run` and `--set-aside`: what would happen, and what does.
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { importAll, rehearse } from '../../bots/cli/importing/importAll.ts'
import { openItemsFile } from '../../bots/cli/itemsFile.ts'
import { campaignOf } from '../../core/campaigns/campaignOf.ts'
import { itemCount, itemsOf } from '../../core/campaigns/store.ts'
import { imports } from '../../core/campaigns/tables.ts'
import type { KindName } from '../../core/kinds/kind.ts'
import { aCampaign, type BuiltCampaign, must } from '../support/builders.ts'
import { KINDS, samples } from '../support/kindSamples.ts'
import { aWorld, type World } from '../support/world.ts'

let world: World
let folder: string
beforeEach(async () => {
  world = await aWorld()
  folder = await mkdtemp(join(tmpdir(), 'perle-rehearsal-'))
})
afterEach(async () => {
  await world.close()
  await rm(folder, { recursive: true, force: true })
})

async function setUp(kind: KindName) {
  const campaign = await aCampaign(world, { spec: { kind, ask: samples[kind].ask } })
  const card = await world.turn(ctx => campaignOf(ctx, { campaignId: campaign.campaignId }))
  if (card === undefined) throw new Error('no campaign')
  return { campaign, card }
}
const count = (campaign: BuiltCampaign) => world.turn(ctx => itemCount(ctx.db, campaign.campaignId))

async function fileOf(kind: KindName, rows: unknown[], name = 'items.jsonl') {
  const path = join(folder, name)
  await writeFile(path, rows.map(row => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n'))
  return openItemsFile(path, kind)
}

const pairs = Array.from({ length: 5 }, (_, n) => ({
  prompt: `Question ${n}?`,
  chosen: `Good ${n}`,
  rejected: `Poor ${n}`,
}))

describe('a rehearsal of an import', () => {
  it('shows the first three items as people will see them, with what is known as right, and changes nothing', async () => {
    const { campaign, card } = await setUp('pairwise')
    const before = await count(campaign)
    const told = must(await rehearse(world, card, await fileOf('pairwise', pairs)))
    expect(told).toMatchObject({ rows: 5, added: 5, setAside: 0, faults: [], longest: { row: 1, pages: 1 } })
    expect(told.shown.map(({ row }) => row)).toEqual([1, 2, 3])
    for (const [n, { text }] of told.shown.entries()) {
      expect(text).toContain(`Question ${n}?`)
      expect(text).toContain('[A is better]')
      const right = text.includes(`**A**\n  | Good ${n}`) ? 'A is better' : 'B is better'
      expect(text).toContain(`Known as right: ${right}`)
    }
    expect(await count(campaign)).toBe(before)
    expect(await world.turn(ctx => ctx.db.select().from(imports))).toHaveLength(0)
  })

  it('names every row that would be refused in the words of its file, and which are there already', async () => {
    const { card } = await setUp('pairwise')
    must(await importAll(world, card, await fileOf('pairwise', pairs.slice(0, 2))))
    const rows = [
      ...pairs,
      { ...pairs[4], rejected: '' },
      '{"prompt": ',
      { prompt: 'x'.repeat(20_001), chosen: 'a', rejected: 'b' },
    ]
    const told = must(await rehearse(world, card, await fileOf('pairwise', rows)))
    expect(told).toMatchObject({ rows: 8, added: 3, setAside: 3 })
    expect(told.faults).toEqual([
      { row: 6, field: 'rejected', expected: 'a reply' },
      { row: 7, field: 'the row', expected: expect.stringContaining('one JSON object') },
      { row: 8, field: 'prompt', expected: expect.stringContaining('20000') },
    ])
  })

  it('counts the screens that long content takes', async () => {
    const { card } = await setUp('pairwise')
    const long = { prompt: 'Long?', chosen: 'word '.repeat(2_000), rejected: 'short' }
    const told = must(await rehearse(world, card, await fileOf('pairwise', [...pairs, long])))
    expect(Object.fromEntries(told.pages)).toEqual({ 1: 5, 7: 1 })
    expect(told.longest).toEqual({ row: 6, pages: 7 })
  })

  it.each(KINDS)('shows an item of the kind %s', async kind => {
    const { card } = await setUp(kind)
    const { content, truth } = samples[kind].item(90)
    const told = must(await rehearse(world, card, await fileOf(kind, [{ id: 'own', content, truth }])))
    expect(told.shown[0]?.text).toMatch(/^# /)
    expect(told.shown[0]?.text).toContain('90')
    expect(told.shown[0]?.text).toContain('Known as right: ')
    expect(told.shown[0]?.text).toContain('[Guide] [Skip] [More]')
  })
})

describe('an import that sets bad rows aside', () => {
  it('keeps the good ones, and writes the others down with field, reason and what stood there', async () => {
    const { campaign, card } = await setUp('pairwise')
    const before = await count(campaign)
    const aside = join(folder, 'aside.jsonl')
    const bad = { prompt: 'p', chosen: 'same', rejected: 'same' }
    const done = must(await importAll(world, card, await fileOf('pairwise', [pairs[0], bad, pairs[1]]), aside))
    expect(done).toMatchObject({ rows: 3, added: 2, setAside: 1 })
    expect(await count(campaign)).toBe(before + 2)
    expect(
      (await readFile(aside, 'utf8'))
        .trim()
        .split('\n')
        .map(line => JSON.parse(line) as unknown),
    ).toEqual([{ row: 2, field: 'rejected', expected: 'a reply that differs from chosen', given: bad }])
  })

  it('leaves no file behind where nothing was bad', async () => {
    const { card } = await setUp('pairwise')
    const aside = join(folder, 'aside.jsonl')
    must(await importAll(world, card, await fileOf('pairwise', pairs), aside))
    expect([existsSync(aside), existsSync(`${aside}.part`)]).toEqual([false, false])
  })

  it('names a row whose content stands in the file under another id, and one that says another truth', async () => {
    const { card } = await setUp('choice')
    const row = (id: string, truth: string) => ({ id, content: { text: 'Hello there' }, truth })
    const file = await fileOf('choice', [row('a', 'scam'), row('b', 'scam'), row('a', 'advert'), row('a', 'scam')])
    const told = must(await rehearse(world, card, file))
    expect(told).toMatchObject({ rows: 4, added: 1, setAside: 2 })
    expect(told.faults).toEqual([
      { row: 2, field: 'content', expected: expect.stringContaining('under another id') },
      { row: 3, field: 'truth', expected: expect.stringContaining('a stands in this file') },
    ])
  })

  it('without a place for them refuses the file at its first bad row and keeps nothing', async () => {
    const { campaign, card } = await setUp('pairwise')
    const before = await count(campaign)
    const outcome = await importAll(world, card, await fileOf('pairwise', [pairs[0], { ...pairs[1], chosen: '' }]))
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'import.bad_row', row: 2, field: 'chosen' } })
    expect(await count(campaign)).toBe(before)
    expect(await world.turn(ctx => itemsOf(ctx.db, campaign.campaignId, 'live'))).toHaveLength(before)
  })
})
