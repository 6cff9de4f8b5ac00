import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openItemsFile } from '../../bots/cli/itemsFile.ts'
import { importItems } from '../../core/campaigns/importItems.ts'
import { itemCount, itemsOf } from '../../core/campaigns/store.ts'
import type { Result } from '../../core/refusals.ts'
import { aCampaign, type BuiltCampaign, must } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'

describe('an import', () => {
  let world: World
  let campaign: BuiltCampaign
  let folder: string
  beforeEach(async () => {
    world = await aWorld()
    campaign = await aCampaign(world, { kind: 'choice' })
    folder = await mkdtemp(join(tmpdir(), 'perle-import-'))
  })
  afterEach(async () => {
    await world.close()
    await rm(folder, { recursive: true, force: true })
  })

  class Undone extends Error {}
  /** As a door does it: a refusal undoes the rows before the bad one. */
  async function load(name: string, text: string) {
    const path = join(folder, name)
    await writeFile(path, text)
    const file = await openItemsFile(path, 'choice')
    let outcome: Result<unknown> | undefined
    await world
      .turn(async ctx => {
        outcome = await importItems(ctx, { campaignId: campaign.campaignId, ...file })
        if (!outcome.ok) throw new Undone()
      })
      .catch(error => {
        if (!(error instanceof Undone)) throw error
      })
    return outcome as Awaited<ReturnType<typeof importItems>>
  }
  const count = () => world.turn(ctx => itemCount(ctx.db, campaign.campaignId))
  const row = (index: number, more = {}) =>
    JSON.stringify({ id: `r${index}`, content: { text: `Text ${index}` }, ...more })

  it('adds all rows, and nothing when the same file comes again', async () => {
    const text = Array.from({ length: 1200 }, (_, index) => row(index)).join('\n')
    expect(must(await load('a.jsonl', text))).toMatchObject({ rows: 1200, added: 1200 })
    expect(must(await load('a.jsonl', text))).toMatchObject({ rows: 1200, added: 0 })
    expect(await count()).toBe(1200)
  })

  it('names line 4,711 and its field, and keeps nothing', async () => {
    const lines = Array.from({ length: 5000 }, (_, index) => row(index))
    lines[4710] = JSON.stringify({ id: 'broken', content: { text: 7 } })
    const outcome = await load('big.jsonl', lines.join('\n'))
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { code: 'import.bad_row', file: 'big.jsonl', row: 4711, field: 'content.text' },
    })
    expect(await count()).toBe(0)
  })

  it.each([
    ['not JSON', '{"id": "a", content', 'the row'],
    ['an unknown field', row(1, { colour: 'red' }), 'colour'],
    ['a truth that is no label', row(1, { role: 'check', truth: 'klingon', why: 'Because it is so.' }), 'truth'],
    ['a check question without a reason', row(1, { role: 'check', truth: 'spanish' }), 'why'],
    ['a rule that is not in the guide', row(1, { rule: 77 }), 'rule'],
    ['an id that cannot be one', row(1, { id: 'a b' }), 'id'],
  ])('refuses %s by line and field', async (_name, line, field) => {
    const outcome = await load('one.jsonl', `${row(0)}\n\n${line}\n`)
    expect(outcome).toMatchObject({ ok: false, refusal: { row: 3, field } })
    expect(await count()).toBe(0)
  })

  it('refuses an id that comes back with other content', async () => {
    must(await load('a.jsonl', row(1)))
    const other = JSON.stringify({ id: 'r1', content: { text: 'Something else' } })
    expect(await load('b.jsonl', other)).toMatchObject({ ok: false, refusal: { row: 1, field: 'id' } })
  })

  it('reads CSV with quotes, line breaks and a byte order mark', async () => {
    const csv =
      '\uFEFFid,text,truth,why,role\r\nc1,"Hola, ""amigo""\nqué tal",spanish,It is Spanish.,check\r\nc2,Guten Tag,,,\r\n'
    expect(must(await load('a.csv', csv))).toMatchObject({ rows: 2, added: 2 })
    const checks = await world.turn(ctx => itemsOf(ctx.db, campaign.campaignId, 'check'))
    expect(JSON.parse(checks[0]?.contentText ?? '').content.text).toBe('Hola, "amigo"\nqué tal')
  })

  it('names the line of a CSV row with too many cells', async () => {
    const outcome = await load('a.csv', 'id,text\na,one\nb,two,three\n')
    expect(outcome).toMatchObject({ ok: false, refusal: { code: 'import.bad_row', row: 3 } })
  })

  it('refuses an empty file and an ending it does not know', async () => {
    expect(await load('a.jsonl', '\n')).toMatchObject({ ok: false, refusal: { code: 'import.bad_file' } })
    await expect(load('a.xlsx', 'x')).rejects.toThrow('neither .jsonl nor .csv')
  })
})
