// Changes, tables and whole files as people have them, read as items of a campaign.
import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openItemsFile } from '../../bots/cli/itemsFile.ts'
import { parseDiff } from '../../core/kinds/diff.ts'
import { kindOf } from '../../core/kinds/index.ts'
import type { KindName } from '../../core/kinds/kind.ts'
import { samples } from '../support/kindSamples.ts'
import { ask, folder, good, itemsIn, lines, opened, readOne } from './readShapes.ts'

describe('changes', () => {
  const patch = join(import.meta.dirname, 'twoCommits.patch')

  it('come one a commit, with what the commit says of itself', async () => {
    const file = await openItemsFile(patch, 'codeReview')
    const items = await itemsIn(file, 'codeReview')
    expect(items.map(item => item.id)).toEqual(['twoCommits-1', 'twoCommits-2'])
    expect(items[0]?.content).toMatchObject({
      title: 'Shout two',
      claim: 'Because shouting helps.\n\n--- not a diff line',
    })
    const { title, claim } = items[1]!.content as { title: string; claim: string }
    expect([...title].length).toBe(120)
    expect(claim).toMatch(/one hundred and twenty characters$/)
  })

  it('know files that came, went, were renamed or are no text, and files that end without a line break', async () => {
    const items = await itemsIn(await openItemsFile(patch, 'codeReview'), 'codeReview')
    const { diff } = items[0]!.content as { diff: string }
    const read = parseDiff(diff)
    if (!read.ok) throw new Error(read.expected)
    expect(read.files.map(({ hunks: _hunks, ...file }) => file)).toEqual([
      { path: 'a.js' },
      { path: 'b.bin', isBinary: true },
      { path: 'empty.txt', was: 'added' },
      { path: 'gone.txt', was: 'removed' },
      { path: 'new.bin', was: 'added', isBinary: true },
      { path: 'new.js', was: 'renamed', from: 'old.js' },
      { path: 'run.sh', mode: '100755' },
      { path: 'with space.txt' },
      { path: 'ä.txt', was: 'added' },
    ])
    const ends = read.files.find(file => file.path === 'with space.txt')?.hunks.flat()
    expect(ends?.map(line => [line.mark, line.number, line.hasNoEnd ?? false])).toEqual([
      ['same', 1, false],
      ['removed', 2, true],
      ['added', 2, false],
      ['added', 3, true],
    ])
  })

  it('lie in a folder, with their words beside them; other files are named', async () => {
    const place = join(folder, 'changes')
    await mkdir(place)
    await copyFile(patch, join(place, 'b.patch'))
    const diff = samples.codeReview.item(1).content as { diff: string }
    await writeFile(join(place, 'a.diff'), diff.diff)
    await writeFile(join(place, 'a.md'), '# Show one page\n\nEven when there is nothing.')
    await writeFile(join(place, 'c.diff'), 'no diff at all')
    await writeFile(join(place, 'notes.docx'), 'x')
    const file = await openItemsFile(place, 'codeReview')
    const items = await itemsIn(file, 'codeReview')
    expect(items.map(item => [item.row, item.id])).toEqual([
      [1, 'a'],
      [2, 'b-1'],
      [3, 'b-2'],
      [4, undefined],
    ])
    expect(items[0]?.content).toMatchObject({ title: 'Show one page', claim: 'Even when there is nothing.' })
    expect(items[3]?.fault).toMatchObject({ field: 'content.diff', expected: expect.stringContaining('line 1') })
    expect(file.leftOut.files).toEqual(['notes.docx'])
  })

  it('against two parents are refused with what to do', () => {
    expect(parseDiff('diff --cc x\n@@@ -1,1 -1,1 +1,1 @@@\n')).toMatchObject({
      ok: false,
      line: 1,
      expected: expect.stringContaining('one parent'),
    })
  })
})

describe('a table with labels', () => {
  it('gives any column as the text and another as the truth, by label or by id', async () => {
    const csv = '\uFEFFnr,wording,verdict,date\r\n7,"Win a ""prize""\r\nnow",SCAM,monday\r\n8,Hello,,tuesday\r\n'
    const file = await opened('labels.csv', csv, 'choice', { text: 'wording', truth: 'verdict', id: 'nr' })
    expect(file.shape).toBe('texts with their labels: wording, verdict')
    expect(await itemsIn(file, 'choice')).toEqual([
      { row: 3, id: '7', role: 'live', content: { text: 'Win a "prize"\nnow' }, truth: 'scam' },
      { row: 4, id: '8', role: 'live', content: { text: 'Hello' } },
    ])
    expect([...file.leftOut.columns]).toEqual([['date', 2]])
  })

  it('finds text and label by their usual names, and takes a label only where it is one of the campaign', async () => {
    const known = await opened('a.csv', 'sentence,label\nHello,neither\n', 'choice')
    expect(known.shape).toBe('texts with their labels: sentence, label')
    const numbers = await opened('b.csv', 'sentence,label\nHello,2\n', 'choice')
    expect(numbers.shape).toBe('texts: sentence')
    await itemsIn(numbers, 'choice')
    expect([...numbers.leftOut.columns]).toEqual([['label', 1]])
  })

  it('names the labels there are where a column that was asked for holds another', async () => {
    const file = await opened('c.csv', 'sentence,label\nHello,2\n', 'choice', { truth: 'label' })
    expect(await itemsIn(file, 'choice')).toEqual([
      { row: 2, fault: { field: 'truth', expected: 'one of scam, advert, neither, cannot_tell' } },
    ])
  })

  it('may have semicolons or tabs between its cells, and several labels in one', async () => {
    const file = await opened('d.csv', 'text;labels\n"Pay; now";Asks for money|rushes\n', 'tags', { truth: 'labels' })
    expect(await itemsIn(file, 'tags')).toMatchObject([{ content: { text: 'Pay; now' }, truth: ['rushes', 'money'] }])
    const tabs = await opened('e.tsv', 'text\tlabel\nHi, you\tadvert\n', 'choice')
    expect(await itemsIn(tabs, 'choice')).toMatchObject([{ content: { text: 'Hi, you' }, truth: 'advert' }])
  })

  it('makes every row a check question where that is asked for, with one reason for all', async () => {
    const reading = { truth: 'label', role: 'check', why: 'Labelled by three of our own people.' }
    const file = await opened('f.csv', 'text,label\nHello,neither\n', 'choice', reading)
    expect(await itemsIn(file, 'choice')).toMatchObject([{ role: 'check', truth: 'neither' }])
  })

  it('with a row of another length, a name twice or letters that are no UTF-8 is refused by line', async () => {
    const ragged = await itemsIn(await opened('g.csv', 'text,label\na,b,c\nHello,neither\n', 'choice'), 'choice')
    expect(ragged).toMatchObject([
      { row: 2, fault: { field: 'the row' } },
      { row: 3, truth: 'neither' },
    ])
    const twice = await itemsIn(await opened('h.csv', 'text,text\na,b\n', 'choice'), 'choice')
    expect(twice).toMatchObject([{ row: 1, fault: { field: 'text' } }])
    const path = join(folder, 'latin.csv')
    await writeFile(path, Buffer.from('text,label\nHello,neither\nGr\xfc\xdfe,neither\n', 'latin1'))
    const latin = await itemsIn(await openItemsFile(path, 'choice', { ask: samples.choice.ask }), 'choice')
    expect(latin.at(-1)).toMatchObject({ row: 3, fault: { expected: expect.stringContaining('UTF-8') } })
  })

  it('gets the same ids for the same rows, and ids that can be read for those that cannot be ours', async () => {
    const read = async () =>
      itemsIn(await opened('i.csv', 'text,key\nHello,a/b c\nHello,#07\nBye,x\n', 'choice', { id: 'key' }), 'choice')
    const ids = (await read()).map(item => item.id)
    expect(ids).toEqual((await read()).map(item => item.id))
    expect(ids).toEqual([
      expect.stringMatching(/^a-b-c-[0-9a-f]{12}$/),
      expect.stringMatching(/^07-[0-9a-f]{12}$/),
      'x',
    ])
    const made = await itemsIn(await opened('j.csv', 'text\nHello\nHello\nBye\n', 'choice'), 'choice')
    expect(made[0]?.id).toBe(made[1]?.id)
    expect(made[0]?.id).not.toBe(made[2]?.id)
  })
})

describe('a file', () => {
  it.each([
    ['items.json', '[{"prompt": "x"}]', /one array of JSON.*jq -c '\.\[\]'/],
    ['items.jsonl', '\n  [1]', /one array of JSON/],
    ['items.parquet', 'PAR1', /is Parquet\. Make lines of JSON of it/],
    ['items.jsonl', 'PAR1....', /is Parquet/],
    ['items.xlsx', 'PK\u0003\u0004', /Save its sheet as CSV/],
    ['items.txt', 'x', /neither \.jsonl nor \.csv/],
  ])('%s that cannot be read row by row is refused with what to do', async (name, text, expected) => {
    await expect(opened(name, text, 'pairwise')).rejects.toThrow(expected)
  })

  it('of another kind says what it reads as, and for which kinds that is', async () => {
    const text = lines({ prompt: 'p', chosen: 'x', rejected: 'y' })
    await expect(opened('k.jsonl', text, 'choice')).rejects.toThrow(
      /reads as preference pairs.*kind pairwise; this one is choice/,
    )
  })

  it('of no shape that is known names its fields and what the campaign takes', async () => {
    await expect(opened('l.jsonl', lines({ colour: 'red' }), 'choice')).rejects.toThrow(
      /has the fields colour;.*--text/,
    )
    await expect(opened('m.csv', 'x,y\n1,2\n', 'choice', { text: 'z' })).rejects.toThrow(
      'has no column z; there are: x, y.',
    )
  })

  it('may be told its shape', async () => {
    const record = { messages: [ask, good], text: 'plain' }
    expect(await readOne(record, 'choice')).toMatchObject({ columns: ['text'] })
    expect(await readOne(record, 'choice', { format: 'labels' })).toMatchObject({
      content: { text: 'plain' },
      columns: ['messages'],
    })
    await expect(opened('n.jsonl', lines(record), 'choice', { format: 'xml' })).rejects.toThrow(/asked for as "xml"/)
  })

  it('of a hundred thousand rows is read with level memory', async () => {
    const path = join(folder, 'long.jsonl')
    const row = JSON.stringify({ prompt: 'p'.repeat(200), chosen: 'x'.repeat(200), rejected: 'y'.repeat(200) })
    await writeFile(path, `${row}\n`.repeat(100_000))
    const file = await openItemsFile(path, 'pairwise')
    let [count, early, late] = [0, 0, 0]
    for await (const entry of file.rows) {
      if ('fault' in entry) throw new Error(entry.fault.expected)
      count += 1
      const { rss } = process.memoryUsage.rss === undefined ? process.memoryUsage() : { rss: process.memoryUsage.rss() }
      if (count === 20_000) early = rss
      if (count > 20_000) late = Math.max(late, count % 1000 === 0 ? rss : 0)
    }
    expect(count).toBe(100_000)
    // The file has 62 MB; held, it would be twice that as text.
    expect(late - early).toBeLessThan(60_000_000)
  })
})

describe('the kinds', () => {
  it('are each read from our own form', async () => {
    for (const kind of Object.keys(samples) as KindName[]) {
      const { content, truth } = samples[kind].item(1)
      const item = await readOne({ id: 'own', content, truth }, kind)
      expect(item).toMatchObject({ id: 'own', content: kindOf(kind).content.parse(content), truth })
      expect(item.shape).toBe("items of Perle's own form: id, content")
    }
  })
})
