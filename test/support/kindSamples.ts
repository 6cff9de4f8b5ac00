// One small, complete example of every kind: how it is asked, any number of items with what is right and what is not.
import type { KindName } from '../../core/kinds/kind.ts'

export type Sample = {
  ask: unknown
  /** Item number n, and what is right for it. */
  item(n: number): { content: unknown; truth: unknown }
  /** Another truth for it: who answers by this one is wrong. */
  untruth(n: number): unknown
  /** How the right answer to an item is told to a reviewer. */
  told: string
  /** Fields of the right answer in an export. */
  exported: Record<string, unknown>
  /** Whether one tap sends an answer. */
  isOneTap?: true
}

const texts = ['A', 'B', 'C'].map(id => ({ id, text: `Summary ${id}` }))

const labels = [
  { id: 'pretends', label: 'Pretends to be someone' },
  { id: 'rushes', label: 'Rushes you' },
  { id: 'money', label: 'Asks for money' },
  { id: 'code', label: 'Asks for a code' },
]

const scaleOf = (id: string, name: string, low: string, high: string) => ({
  id,
  name,
  question: `How ${id} is it?`,
  anchors: [
    { at: 1, text: low },
    { at: 3, text: 'in between' },
    { at: 5, text: high },
  ],
})

export const diffOf = (n: number) => `diff --git a/pages.js b/pages.js
--- a/pages.js
+++ b/pages.js
@@ -12,3 +12,3 @@ export function pagesOf(total, size) {
   // Shop number ${n}
-  const pages = Math.ceil(total / size)
+  const pages = Math.floor(total / size) + 1
   return pages
`

const MUST = {
  file: 'pages.js',
  line: 13,
  side: 'new',
  weight: 'must',
  text: '20 items at 10 a page give 3 pages, the last one empty.',
}

export const samples: Record<KindName, Sample> = {
  choice: {
    ask: {
      question: 'Scam, advert, or neither?',
      labels: ['Scam', 'Advert', 'Neither'].map(label => ({ id: label.toLowerCase(), label })),
    },
    item: n => ({ content: { text: `Your parcel ${n} is held at the depot.` }, truth: 'scam' }),
    untruth: () => 'advert',
    told: 'Scam',
    exported: { label: 'scam' },
    isOneTap: true,
  },
  tags: {
    ask: { question: 'What does it do? Mark all that fit.', labels },
    item: n => ({ content: { text: `Pay the 1.99 fee for parcel ${n} within 12 hours.` }, truth: ['rushes', 'money'] }),
    untruth: () => [],
    told: 'Rushes you, Asks for money',
    exported: { labels: 'rushes|money' },
  },
  rating: {
    ask: {
      question: 'How good is the plain version?',
      points: 5,
      scales: [
        scaleOf('correct', 'Correct', 'says something false', 'nothing false'),
        scaleOf('easy', 'Easy', 'needs an expert', 'clear at once'),
      ],
    },
    item: n => ({
      content: {
        source: `Flat ${n} shall be vacated not later than 14 days hence.`,
        text: `You have two weeks to leave flat ${n}.`,
      },
      truth: { correct: 4, easy: 5 },
    }),
    untruth: () => ({ correct: 1, easy: 1 }),
    told: 'Correct 4, Easy 5',
    exported: { score_correct: 4, score_easy: 5 },
  },
  pairwise: {
    ask: { question: 'Which reply helps this person more?' },
    item: n => ({
      content: { prompt: `How long do I boil ${n} eggs?`, a: `For ${n} eggs, ten minutes.`, b: `I like ${n} eggs.` },
      truth: 'a',
    }),
    untruth: () => 'b',
    told: 'A is better',
    exported: { preferred: 'a' },
    isOneTap: true,
  },
  ranking: {
    ask: { question: 'Which summary can you rely on?' },
    item: n => ({ content: { source: `Pool ${n} closes on 3 March.`, texts }, truth: [['A'], ['B', 'C']] }),
    untruth: () => [['C'], ['B'], ['A']],
    told: 'A, then B and C',
    exported: { order: 'A>B=C' },
  },
  text: {
    ask: { question: 'Say this so that anyone understands it.', instruction: 'Keep every fact.', min: 10, max: 200 },
    item: n => ({
      content: { source: `The premises at number ${n} shall be vacated.` },
      truth: { facts: ['you', 'move out'], example: `You have to move out of number ${n}.` },
    }),
    untruth: () => ({ facts: ['you'], example: 'Something will happen somewhere.' }),
    told: 'You have to move out of number',
    exported: {},
  },
  steps: {
    ask: { question: 'Find the first mistake.' },
    item: n => ({
      content: {
        problem: `Jacket ${n} costs 80, less 25 %, and the till takes another 10 % off. What is paid?`,
        steps: ['25 % of 80 is 20, so 60.', 'Together the discounts are 35 %.', '35 % of 80 is 28, so 52.'],
      },
      truth: { mistake: 2, reason: 'rule', note: 'The second discount applies to 60, so 54 is paid.' },
    }),
    untruth: () => ({ mistake: null }),
    told: '1 right, 2 wrong: rule used wrongly',
    exported: { steps: 'right|wrong', first_mistake: 2, reason: 'rule' },
  },
  codeReview: {
    ask: { question: 'Would you merge it?' },
    item: n => ({
      content: {
        title: `Show at least one page in shop ${n}`,
        claim: `Shop ${n} shows one page when there is nothing.`,
        diff: diffOf(n),
      },
      truth: { decision: 'needs_changes', comments: [MUST] },
    }),
    untruth: () => ({ decision: 'safe', comments: [] }),
    told: 'Needs changes, 1 comment at pages.js:13',
    exported: { decision: 'needs_changes', must_fix: 1, comments: JSON.stringify([MUST]) },
  },
}

export const KINDS = Object.keys(samples) as KindName[]

const behind = { ...(samples.steps.ask as object), asksBehind: true }
const beside = { ...MUST, line: 14, text: 'With nothing to show, this still gives back one empty page.' }

/** The same kinds asked or answered in another way, by what is other. */
export const variants: [string, KindName, Sample][] = [
  [
    'steps behind the first mistake',
    'steps',
    {
      ...samples.steps,
      ask: behind,
      item: n => {
        const { content, truth } = samples.steps.item(n)
        return { content, truth: { ...(truth as object), neither: [1], alsoWrong: [3] } }
      },
      told: '1 neither, 2 wrong: rule used wrongly, 3 wrong',
      exported: { steps: 'neither|wrong|wrong', first_mistake: 2, reason: 'rule' },
    },
  ],
  [
    'a comment on an unchanged line',
    'codeReview',
    {
      ...samples.codeReview,
      item: n => ({ ...samples.codeReview.item(n), truth: { decision: 'needs_changes', comments: [beside] } }),
      told: 'Needs changes, 1 comment at pages.js:14',
      exported: { decision: 'needs_changes', must_fix: 1, comments: JSON.stringify([beside]) },
    },
  ],
]
