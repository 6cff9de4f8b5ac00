// Data as people have it, read as items of a campaign. Each case is a row as its public data set writes it, shortened.
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openItemsFile, type Reading } from '../../bots/cli/itemsFile.ts'
import { readItemRow } from '../../core/campaigns/itemRow.ts'
import { parseDiff } from '../../core/kinds/diff.ts'
import { kindOf } from '../../core/kinds/index.ts'
import type { KindName } from '../../core/kinds/kind.ts'
import { samples } from '../support/kindSamples.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'perle-shapes-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const lines = (...rows: unknown[]) => rows.map(row => JSON.stringify(row)).join('\n')

async function opened(name: string, text: string, kind: KindName, reading: Reading = {}) {
  const path = join(folder, name)
  await writeFile(path, text)
  return openItemsFile(path, kind, { ask: samples[kind].ask, ...reading })
}

/** Every row as a stored item with its truth, or the fault. */
async function itemsIn(file: Awaited<ReturnType<typeof openItemsFile>>, kind: KindName) {
  const found: { row: number; content?: unknown; truth?: unknown; id?: string; fault?: unknown; role?: string }[] = []
  for await (const entry of file.rows) {
    if ('fault' in entry) {
      found.push({ row: entry.row, fault: entry.fault })
      continue
    }
    const read = readItemRow(entry.value, { kind, ask: samples[kind].ask, rules: [1] })
    if (!read.ok) found.push({ row: entry.row, fault: read.fault })
    else
      found.push({
        row: entry.row,
        id: read.row.externalId,
        role: read.row.role,
        content: read.item.content,
        ...(read.truth === undefined ? {} : { truth: read.truth }),
      })
  }
  return found
}

async function readOne(record: unknown, kind: KindName, reading: Reading = {}) {
  const file = await opened('one.jsonl', lines(record), kind, reading)
  const [item] = await itemsIn(file, kind)
  return { ...item, shape: file.shape, columns: [...file.leftOut.columns.keys()] }
}

/** The two replies by which was preferred, whichever side each was put on. */
function sidesOf(item: { content?: unknown; truth?: unknown }) {
  const { prompt, a, b } = item.content as { prompt: string; a: string; b: string }
  return item.truth === 'b' ? { prompt, better: b, worse: a } : { prompt, better: a, worse: b }
}

const ask = { role: 'user', content: 'Why is the sky blue?' }
const good = { role: 'assistant', content: 'Air scatters blue light more than red.' }
const poor = { role: 'assistant', content: 'Because it is.' }
const pair = { prompt: ask.content, better: good.content, worse: poor.content }

describe('preference pairs', () => {
  it.each([
    ['TRL, plain', { prompt: ask.content, chosen: good.content, rejected: poor.content }],
    ['TRL, messages', { prompt: [ask], chosen: [good], rejected: [poor] }],
    ['TRL, the prompt inside', { chosen: [ask, good], rejected: [ask, poor] }],
    ['UltraFeedback', { prompt: ask.content, prompt_id: 'f0', chosen: [ask, good], rejected: [ask, poor] }],
    [
      'HH-RLHF',
      {
        chosen: `\n\nHuman: ${ask.content}\n\nAssistant: ${good.content}`,
        rejected: `\n\nHuman: ${ask.content}\n\nAssistant: ${poor.content}`,
      },
    ],
    ['with a winner', { prompt: ask.content, response_a: poor.content, response_b: good.content, winner: 'b' }],
    [
      'Arena',
      { model_a: 'x', model_b: 'y', conversation_a: [ask, poor], conversation_b: [ask, good], winner: 'model_b' },
    ],
    [
      'the winner by the name of its model',
      {
        question: ask.content,
        answer_a: good.content,
        answer_b: poor.content,
        model_a: 'x',
        model_b: 'y',
        winner: 'x',
      },
    ],
    [
      'PKU-SafeRLHF',
      { prompt: ask.content, response_0: poor.content, response_1: good.content, better_response_id: 1 },
    ],
    ['SHP', { history: ask.content, human_ref_A: good.content, human_ref_B: poor.content, labels: 1 }],
    ['AlpacaEval', { instruction: ask.content, output_1: poor.content, output_2: good.content, preference: 2 }],
  ])('are read from %s', async (_name, record) => {
    expect(sidesOf(await readOne(record, 'pairwise'))).toEqual(pair)
  })

  it('of a talk keep what both sides share as the prompt, with who speaks', async () => {
    const talk = [{ role: 'system', content: 'Be brief.' }, ask, good, { role: 'user', content: 'And red?' }]
    const item = await readOne(
      { chosen: [...talk, { role: 'assistant', content: 'At dusk.' }], rejected: [...talk, poor] },
      'pairwise',
    )
    expect(sidesOf(item)).toEqual({
      prompt: `System: Be brief.\n\nUser: ${ask.content}\n\nAssistant: ${good.content}\n\nUser: And red?`,
      better: 'At dusk.',
      worse: poor.content,
    })
  })

  it('of the Arena as CSV hold lists inside their cells, and flags for the winner', async () => {
    const cell = (value: unknown) => `"${JSON.stringify(value).replaceAll('"', '""')}"`
    const csv = `id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie\n30192,x,y,${cell([ask.content])},${cell([good.content])},${cell([poor.content])},0,0,1\n`
    const file = await opened('arena.csv', csv, 'pairwise')
    expect(await itemsIn(file, 'pairwise')).toEqual([
      {
        row: 2,
        id: '30192',
        role: 'live',
        content: { prompt: ask.content, a: good.content, b: poor.content },
        truth: 'tie',
      },
    ])
    expect([...file.leftOut.columns]).toEqual([
      ['model_a', 1],
      ['model_b', 1],
    ])
  })

  it('put the chosen reply on either side as often, and the same pair always on the same', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => ({
      prompt: `Question ${n}?`,
      chosen: `Good ${n}`,
      rejected: `Poor ${n}`,
    }))
    const items = await itemsIn(await opened('many.jsonl', lines(...rows), 'pairwise'), 'pairwise')
    const left = items.filter(item => item.truth === 'a').length
    // 400 draws at one half: within five standard deviations.
    expect(Math.abs(left - 200)).toBeLessThan(50)
    expect(items.every((item, n) => sidesOf(item).better === `Good ${n}`)).toBe(true)
    const turned = rows.map(({ prompt, chosen, rejected }) => ({ prompt, chosen: rejected, rejected: chosen }))
    const others = await itemsIn(await opened('turned.jsonl', lines(...turned), 'pairwise'), 'pairwise')
    expect(others.map(item => item.content)).toEqual(items.map(item => item.content))
    expect(others.every((item, n) => item.truth !== items[n]?.truth)).toBe(true)
  })

  it('say what they were read as, and which columns were not taken', async () => {
    const record = { prompt: 'p', chosen: 'x', rejected: 'y', score_chosen: 8.5, source: 'evol', nothing: null }
    const item = await readOne(record, 'pairwise')
    expect(item.shape).toMatch(/^preference pairs: prompt, chosen, rejected /)
    expect(item.columns).toEqual(['score_chosen', 'source'])
  })

  it.each([
    ['without a prompt', { chosen: 'x', rejected: 'y' }, 'prompt'],
    ['with one reply twice', { prompt: 'p', chosen: 'x', rejected: 'x' }, 'rejected'],
    ['with an empty reply', { prompt: 'p', chosen: '', rejected: 'x' }, 'chosen'],
    ['with a reply that is a number', { prompt: 'p', chosen: 'x', rejected: 7 }, 'rejected'],
    [
      'with a picture in a message',
      {
        prompt: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x' } }] }],
        chosen: 'x',
        rejected: 'y',
      },
      'prompt.0.content',
    ],
    ['with a winner nobody knows', { prompt: 'p', response_a: 'x', response_b: 'y', winner: 'left' }, 'winner'],
  ])('%s are refused by the name of their field', async (_name, record, field) => {
    expect(await readOne(record, 'pairwise')).toMatchObject({ row: 1, fault: { field } })
  })

  it('without a winner are items without a truth', async () => {
    const item = await readOne({ prompt: 'p', response_a: 'x', response_b: 'y' }, 'pairwise')
    expect(item).not.toHaveProperty('truth')
  })
})

describe('chat messages', () => {
  const calls = [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } }]
  const messages = [
    { role: 'user', content: 'Do I need a coat in Oslo?' },
    { role: 'assistant', content: null, tool_calls: calls },
    { role: 'tool', tool_call_id: 'c1', name: 'weather', content: [{ type: 'text', text: '-4 C' }] },
    { role: 'assistant', content: 'Yes, a warm one.' },
  ]
  const before =
    'User: Do I need a coat in Oslo?\n\nAssistant: Calls weather with {"city":"Oslo"}\n\nTool weather: -4 C'

  it('become one text with who speaks, and keep what a tool was asked and answered', async () => {
    const item = await readOne({ id: 'm1', messages }, 'choice')
    expect(item).toMatchObject({ id: 'm1', content: { text: `${before}\n\nAssistant: Yes, a warm one.` } })
  })

  it('are rated by the last reply, with what stands before it as its source', async () => {
    expect(await readOne({ messages }, 'rating')).toMatchObject({
      content: { text: 'Yes, a warm one.', source: before },
    })
    const fault = { field: 'messages.2', expected: expect.stringContaining('assistant at the end') }
    expect(await readOne({ messages: messages.slice(0, 3) }, 'rating')).toMatchObject({ fault })
  })

  it('are the source of a text, and may come from ShareGPT', async () => {
    const conversations = [
      { from: 'human', value: 'Hello' },
      { from: 'gpt', value: 'Good day.' },
    ]
    expect(await readOne({ conversations }, 'text')).toMatchObject({
      content: { source: 'User: Hello\n\nAssistant: Good day.' },
    })
  })

  it('take a label from a column that is named', async () => {
    expect(await readOne({ messages, kind_of: 'Advert' }, 'choice', { truth: 'kind_of' })).toMatchObject({
      truth: 'advert',
      columns: [],
    })
  })
})

describe('steps of reasoning', () => {
  const rated = (text: string, rating: number | null) => ({ text, rating, flagged: null })
  const step = (...completions: object[]) => ({ completions, human_completion: null, chosen_completion: 0 })
  const unexplained = { reason: 'other', note: expect.stringContaining('gives no reason') }

  it('are read from PRM800K with the first step that was rated wrong', async () => {
    const written = ['Let x be the price.', 'Then x = 4.', 'So 8.']
    const record = {
      labeler: 'u1',
      question: { problem: 'What is twice the price?', pre_generated_steps: written, ground_truth_answer: '6' },
      label: {
        steps: [
          step(rated(written[0] as string, 0)),
          { ...step(rated(written[1] as string, -1), rated('Other', 1)), chosen_completion: null },
        ],
        finish_reason: 'found_error',
      },
    }
    const item = await readOne(record, 'steps')
    expect(item).toMatchObject({
      content: { problem: 'What is twice the price?', steps: written },
      truth: { mistake: 2, neither: [1], ...unexplained },
      columns: ['labeler'],
    })
  })

  it('are read from PRM800K along the path that was chosen, a step of the labeler among it', async () => {
    const own = { completions: [rated('Bad', -1)], human_completion: { text: 'So 6.' }, chosen_completion: null }
    const second = {
      completions: [rated('Worse', -1), rated('x is 3.', 1)],
      human_completion: null,
      chosen_completion: 1,
    }
    const record = { question: { problem: 'p' }, label: { steps: [second, own], finish_reason: 'solution' } }
    expect(await readOne(record, 'steps')).toMatchObject({
      content: { steps: ['x is 3.', 'So 6.'] },
      truth: { mistake: null },
    })
  })

  it('carry no truth where nobody looked to the end', async () => {
    const record = {
      question: { problem: 'p', pre_generated_steps: ['a', 'b'] },
      label: { steps: [step(rated('a', 1))], finish_reason: 'give_up' },
    }
    expect(await readOne(record, 'steps')).not.toHaveProperty('truth')
  })

  it.each([
    ['ProcessBench', { id: 'gsm8k-0', problem: 'p', steps: ['a', 'b', 'c'], label: 1, final_answer_correct: false }, 2],
    ['ProcessBench without a mistake', { problem: 'p', steps: ['a', 'b'], label: -1 }, null],
    ["TRL's stepwise supervision", { prompt: 'p', completions: ['a', 'b'], labels: [true, false] }, 2],
    ['labels of 1 and 0', { question: 'p', steps: ['a', 'b', 'c'], labels: [1, 0, 0] }, 2],
    [
      'ratings inside the steps',
      {
        problem: 'p',
        steps: [
          { step: 'a', rating: 1 },
          { step: 'b', rating: -1 },
        ],
      },
      2,
    ],
    [
      'Math-Shepherd',
      {
        input: 'How many? Step 1: Two. ки\nStep 2: Four. ки',
        label: 'How many? Step 1: Two. +\nStep 2: Four. -',
        task: 'GSM8K',
      },
      2,
    ],
  ])('are read from %s', async (_name, record, mistake) => {
    const item = await readOne(record, 'steps')
    expect(item.truth).toMatchObject(mistake === null ? { mistake } : { mistake, ...unexplained })
  })

  it('of Math-Shepherd come without tags and numbers', async () => {
    const record = {
      input: 'How many? Step 1: Two. ки\nStep 2: Four. ки',
      label: 'How many? Step 1: Two. +\nStep 2: Four. -',
    }
    expect(await readOne(record, 'steps')).toMatchObject({
      content: { problem: 'How many?', steps: ['Two.', 'Four.'] },
    })
  })

  it.each([
    ['a label beyond the steps', { problem: 'p', steps: ['a'], label: 3 }, 'label'],
    ['fewer labels than steps', { problem: 'p', steps: ['a', 'b'], labels: [1] }, 'labels'],
    ['an empty step', { problem: 'p', steps: ['a', ''] }, 'steps.1'],
    [
      'more steps than people can go through',
      { problem: 'p', steps: Array.from({ length: 21 }, (_, n) => `s${n}`) },
      'content.steps',
    ],
  ])('with %s are refused by the name of their field', async (_name, record, field) => {
    expect(await readOne(record, 'steps')).toMatchObject({ fault: { field } })
  })
})

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
