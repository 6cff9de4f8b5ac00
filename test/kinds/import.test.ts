// What an import says of items of each kind that are not as they should be, and what a table of them looks like.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerOf } from '../../bots/cli/crowd/actor.ts'
import { judge } from '../../bots/cli/crowd/judging.ts'
import { openItemsFile } from '../../bots/cli/itemsFile.ts'
import { readItemRow } from '../../core/campaigns/itemRow.ts'
import { parseDiff } from '../../core/kinds/diff.ts'
import { kindOf } from '../../core/kinds/index.ts'
import type { KindName } from '../../core/kinds/kind.ts'
import { seededRandom } from '../quality/seededRandom.ts'
import { diffOf, KINDS, samples } from '../support/kindSamples.ts'

function read(kind: KindName, row: object, ask: unknown = samples[kind].ask) {
  const known = { role: 'check', why: 'Because it is so.', ...samples[kind].item(1) }
  return readItemRow({ id: 'a', ...known, ...row }, { kind, ask, rules: [1] })
}

const scales = (anchors: unknown) => ({ question: 'q', scales: [{ id: 'a', name: 'A', question: 'q', anchors }] })
const MUST = { file: 'pages.js', line: 13, side: 'new', weight: 'must', text: 'Empty input gives one page.' }
const code = samples.codeReview.item(1).content as object

const bad: [string, KindName, object, unknown, string, RegExp][] = [
  ['a label that is not offered', 'choice', { truth: 'klingon' }, undefined, 'truth', /scam, advert/],
  ['a tag that is not offered', 'tags', { truth: ['klingon'] }, undefined, 'truth', /pretends, rushes/],
  ['a tag twice', 'tags', { truth: ['rushes', 'rushes'] }, undefined, 'truth', /at most once/],
  [
    'a tag too long for its button',
    'tags',
    {},
    { question: 'q', labels: [{ id: 'a', label: 'x'.repeat(33) }] },
    'ask.labels.0.label',
    /32/,
  ],
  [
    'a scale without its high end',
    'rating',
    {},
    scales([
      { at: 1, text: 'low' },
      { at: 4, text: 'high' },
    ]),
    'ask.scales.0.anchors',
    /both ends: 1 and 5/,
  ],
  [
    'two anchors on one point',
    'rating',
    {},
    scales([
      { at: 1, text: 'x' },
      { at: 1, text: 'y' },
      { at: 5, text: 'z' },
    ]),
    'ask.scales.0.anchors',
    /one anchor a point/,
  ],
  ['a score beyond the scale', 'rating', { truth: { correct: 6, easy: 1 } }, undefined, 'truth.correct', /1 to 5/],
  ['a scale without a score', 'rating', { truth: { correct: 4 } }, undefined, 'truth.easy', /number/],
  ['a ranking that leaves one out', 'ranking', { truth: [['A'], ['B']] }, undefined, 'truth', /./],
  [
    'a mistake behind the last step',
    'steps',
    { truth: { mistake: 4, reason: 'rule', note: 'Not from what stands before.' } },
    undefined,
    'truth.mistake',
    /<=3/,
  ],
  ['a mistake without its reason', 'steps', { truth: { mistake: 2 } }, undefined, 'truth', /calculation/],
  ['no steps at all', 'steps', { content: { problem: 'p', steps: [] } }, undefined, 'content.steps', /1/],
  [
    'a change that is no diff',
    'codeReview',
    { content: { ...code, diff: '- old\n+ new' } },
    undefined,
    'content.diff',
    /in its line 1: diff, ---, \+\+\+ or @@/,
  ],
  [
    'a diff that stops early',
    'codeReview',
    { content: { ...code, diff: '--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n-a' } },
    undefined,
    'content.diff',
    /as many lines/,
  ],
  [
    'a comment on a line that is not shown',
    'codeReview',
    { truth: { decision: 'needs_changes', comments: [{ ...MUST, line: 99 }] } },
    undefined,
    'truth.comments.0.line',
    /the diff shows/,
  ],
  [
    'a comment without words',
    'codeReview',
    { truth: { decision: 'needs_changes', comments: [{ ...MUST, text: undefined }] } },
    undefined,
    'truth.comments.0.text',
    /goes wrong/,
  ],
  [
    'needs changes that point nowhere',
    'codeReview',
    { truth: { decision: 'needs_changes', comments: [] } },
    undefined,
    'truth.comments',
    /points to one line/,
  ],
  [
    'a safe change with a line that must change',
    'codeReview',
    { truth: { decision: 'safe', comments: [MUST] } },
    undefined,
    'truth.decision',
    /no line that must/,
  ],
]

describe('an item', () => {
  it.each(KINDS)('of the kind %s is taken as it should be', kind => {
    expect(read(kind, {})).toMatchObject({ ok: true })
  })

  it.each(bad)(
    'with %s is refused by field, with what was expected there',
    (_what, kind, row, ask, field, expected) => {
      expect(read(kind, row, ask)).toEqual({ ok: false, fault: { field, expected: expect.stringMatching(expected) } })
    },
  )

  it('of another kind is taken only where its answers can be weighed with the others', () => {
    const { ask } = samples.tags
    expect(read('choice', { kind: 'tags', ask, ...samples.tags.item(1) })).toMatchObject({
      ok: false,
      fault: { field: 'kind' },
    })
    expect(read('text', { kind: 'tags', ask, ...samples.tags.item(1) })).toMatchObject({ ok: true })
    const labels = [
      { id: 'other', label: 'Other' },
      { id: 'labels', label: 'Labels' },
    ]
    expect(read('choice', { ask: { question: 'q', labels }, truth: 'other' })).toMatchObject({
      ok: false,
      fault: { field: 'ask' },
    })
  })
})

describe('a table of items', () => {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`
  const tables: [KindName, string[], string[]][] = [
    ['choice', ['text', 'truth'], ['Your parcel 1 is held at the depot.', 'scam']],
    ['tags', ['text', 'truth'], ['Pay the 1.99 fee for parcel 1 within 12 hours.', 'rushes|money']],
    [
      'rating',
      ['source', 'text', 'truth'],
      [
        'Flat 1 shall be vacated not later than 14 days hence.',
        'You have two weeks to leave flat 1.',
        '{"correct": 4, "easy": 5}',
      ],
    ],
    [
      'ranking',
      ['source', 'A', 'B', 'C', 'truth'],
      ['Pool 1 closes on 3 March.', 'Summary A', 'Summary B', 'Summary C', 'A>B=C'],
    ],
    [
      'steps',
      ['step 2', 'step 1', 'step 3', 'problem', 'truth'],
      [
        'Together the discounts are 35 %.',
        '25 % of 80 is 20, so 60.',
        '35 % of 80 is 28, so 52.',
        'Jacket 1 costs 80, less 25 %, and the till takes another 10 % off. What is paid?',
        JSON.stringify(samples.steps.item(1).truth),
      ],
    ],
    [
      'codeReview',
      ['title', 'claim', 'diff', 'truth'],
      [
        (code as { title: string }).title,
        (code as { claim: string }).claim,
        diffOf(1),
        JSON.stringify(samples.codeReview.item(1).truth),
      ],
    ],
  ]

  it.each(tables)('of the kind %s gives the item that a line of JSON gives', async (kind, names, cells) => {
    const folder = await mkdtemp(join(tmpdir(), 'perle-table-'))
    try {
      const path = join(folder, 'items.csv')
      await writeFile(
        path,
        `id,role,why,${names.join(',')}\na,check,Because it is so.,${cells.map(quoted).join(',')}\n`,
      )
      const { rows } = await openItemsFile(path, kind)
      const values: unknown[] = []
      for await (const row of rows) values.push('value' in row ? row.value : row.fault)
      const terms = { kind, ask: samples[kind].ask, rules: [1] }
      expect(readItemRow(values[0], terms)).toEqual(read(kind, {}))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
})

describe('a diff', () => {
  it('knows its files and numbers its lines on the side where they stand', () => {
    const text = [
      'diff --git a/x b/x',
      'index 1..2 100644',
      '--- a/x',
      '+++ b/x',
      '@@ -1,3 +1,3 @@ f()',
      ' a',
      '--- not a head',
      '+++ nor this',
      '',
      '\\ No newline at end of file',
      '--- a/gone',
      '+++ /dev/null',
      '@@ -1 +0,0 @@',
      '-last',
    ].join('\r\n')
    expect(parseDiff(text)).toEqual({
      ok: true,
      files: [
        {
          path: 'x',
          hunks: [
            [
              { mark: 'same', number: 1, text: 'a' },
              { mark: 'removed', number: 2, text: '-- not a head' },
              { mark: 'added', number: 2, text: '++ nor this' },
              { mark: 'same', number: 3, text: '', hasNoEnd: true },
            ],
          ],
        },
        { path: 'gone', was: 'removed', hunks: [[{ mark: 'removed', number: 1, text: 'last' }]] },
      ],
    })
  })
})

describe.each(KINDS)('the simulated crowd on %s', name => {
  const item = { kind: name, ask: kindOf(name).ask.parse(samples[name].ask), content: samples[name].item(1).content }
  const { truth } = samples[name].item(1)
  const known = { truth, why: 'Because it is so.', rule: 1 }
  const random = seededRandom(2)

  it('answers and judges as well as each of it can', () => {
    for (const accuracy of [0, 1]) {
      const actor = { name: 'one', accuracy, pace: 1 }
      const good = { name: 'judge', accuracy: 1, pace: 1 }
      for (let round = 0; round < 30; round++) {
        const answer = answerOf(actor, item, truth, random)
        expect(kindOf(name).answer(item).safeParse(answer)).toMatchObject({ success: true })
        // Half a text keeps half of its facts: what a judge says of it is a matter of taste.
        if (name === 'text' && accuracy === 0) continue
        expect(judge(good, { item, answer, known, rules: [1] }, random).choice).toBe(
          accuracy === 1 ? 'accept' : 'reject',
        )
      }
    }
  })
})
