import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CardAsk, CodeAsk, DiffAsk, PreferencesAsk, ProgressAsk, QrAsk } from '../../bots/pictures/ask.ts'
import { openPictures } from '../../bots/pictures/pictures.ts'

export const card: CardAsk = {
  kind: 'card',
  heading: 'Reasoning: Trusted',
  score: 87,
  error: 4,
  lines: ['87 of 100, give or take 4, from 214 checked answers since March 2026.', 'Lead: 86 more at this quality.'],
}

export const progress: ProgressAsk = {
  kind: 'progress',
  title: 'Two of three campaigns are on time',
  rows: [
    { label: 'More useful reply', sure: 140, asked: 40, open: 20, said: '140 sure, 40 asked, 20 open' },
    { label: 'Scam or advert', sure: 60, asked: 10, open: 130, said: '60 sure, 10 asked, 130 open' },
  ],
  foot: 'As of 25 November, 12:00 UTC',
}

export const preferences: PreferencesAsk = {
  kind: 'preferences',
  title: 'Model B is preferred',
  rows: [
    { label: 'Model A', share: 0.44, low: 0.38, high: 0.5, said: '44 of 100, 38 to 50' },
    { label: 'Model B', share: 0.68, low: 0.62, high: 0.73, said: '68 of 100, 62 to 73' },
    { label: 'Model C', share: 0.39, low: 0.33, high: 0.45, said: '39 of 100, 33 to 45' },
  ],
  tied: 'not yet distinguishable',
  foot: '412 comparisons',
}

export const qr: QrAsk = {
  kind: 'qr',
  title: 'Open your wallet page',
  content:
    'wc:7f6e504bfad60b485450578e05678ed3e8e8c4751d3c6160be17160d63ec90f9@2?relay-protocol=irn&symKey=587d5484ce2a2a6ee3ba1962fdd7e8588e06200c46823bd18fbd67def96ad303',
  lines: ['Your two words: amber heron.'],
}

export const code: CodeAsk = {
  kind: 'code',
  title: 'pages.ts',
  text: Array.from({ length: 89 }, (_, n) =>
    n % 9 === 8
      ? ''
      : `export const value${n} = readFile('part ${n}', { encoding: "utf8", flag: ${n} }) // <b>${n}</b>`,
  ).join('\n'),
}

export const diff: DiffAsk = {
  kind: 'diff',
  title: 'pages.js',
  text: [
    'diff --git a/pages.js b/pages.js',
    '--- a/pages.js',
    '+++ b/pages.js',
    '@@ -10,5 +10,6 @@ export function pages(list, size) {',
    '   const all = []',
    '-  for (let at = 0; at < list.length; at += size) {',
    '+  // A comment that is longer than one row of a phone, so it wraps into a second one',
    '+  for (let at = 0; at <= list.length; at += size) {',
    '     all.push(list.slice(at, at + size))',
    '   }',
    '@@ -40,3 +41,3 @@',
    '--- not a file name',
    '+++ nor this',
    ' const B = 1',
    '',
  ].join('\n'),
}

export const all = { card, progress, preferences, qr, code, diff }

export const keyedHash = (text: string) => createHash('sha256').update(`test ${text}`).digest('hex')

export async function aFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'perle-pictures-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

export async function somePictures(given: Partial<Parameters<typeof openPictures>[0]> = {}) {
  const { folder, remove } = await aFolder()
  // Generous: a first picture reads fonts and grammars, and tests share the machine.
  const pictures = await openPictures({ folder, keyedHash, timeoutMs: 60_000, ...given })
  return { ...pictures, folder, end: () => pictures.close().then(remove) }
}
