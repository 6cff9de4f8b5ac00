// Items at the edge of what an import takes: as long, as many and as awkward as they may be.
import { kindOf } from '../../core/kinds/index.ts'
import type { ItemContent, KindName } from '../../core/kinds/kind.ts'

const AWKWARD = '**bold** {sum} $t(button.back) \u202Eltr <b>&amp;</b> אבג\u0000 👩‍👩‍👧 '
const long = (length: number) =>
  AWKWARD.repeat(Math.ceil(length / AWKWARD.length))
    .slice(0, length)
    .toWellFormed()
const paragraphs = (length: number) => `${long(Math.floor(length / 2) - 1)}\n\n${long(Math.floor(length / 2) - 1)}`
const labels = (most: number) =>
  Array.from({ length: 25 }, (_, n) => ({
    id: `label_${n}`,
    label: `${n} ${long(most)}`.slice(0, most).toWellFormed(),
  }))
const PATH = `src/${'very-long-folder/'.repeat(20)}Datei-אבג.tsx`

function manyFiles(): string {
  const file = (n: number) => {
    const added = Array.from({ length: 30 }, (_, line) => `+const value${line} = "${'x'.repeat(line)}"`)
    return [
      `--- a/${n}/${PATH}`,
      `+++ b/${n}/${PATH}`,
      '@@ -1,2 +1,31 @@',
      ' kept',
      '--- a line that looks like a head',
      ...added,
      '@@ -100,1 +130,1 @@',
      `-${'y'.repeat(3000)}`,
      '+z',
    ]
  }
  return [0, 1, 2, 3, 4].flatMap(file).join('\n')
}

const hostile: Record<KindName, { ask: unknown; content: unknown }> = {
  choice: {
    ask: { question: long(120), labels: labels(34) },
    content: { text: paragraphs(20_000), context: long(300) },
  },
  tags: { ask: { question: long(120), labels: labels(32) }, content: { text: paragraphs(20_000), context: long(200) } },
  rating: {
    ask: {
      question: long(120),
      points: 7,
      scales: [1, 2, 3, 4, 5, 6].map(n => ({
        id: `scale_${n}`,
        name: `${n} ${long(20)}`.slice(0, 20).toWellFormed(),
        question: long(120),
        anchors: [1, 2, 3, 4, 5, 6, 7].map(at => ({ at, text: long(31) })),
      })),
    },
    content: { source: paragraphs(20_000), text: paragraphs(20_000) },
  },
  pairwise: {
    ask: { question: long(120) },
    content: { prompt: paragraphs(20_000), a: paragraphs(40_000), b: long(10) },
  },
  ranking: {
    ask: { question: long(120) },
    content: { source: paragraphs(40_000), texts: [...'ABCDEFGH'].map(id => ({ id, text: paragraphs(5_000) })) },
  },
  text: {
    ask: { question: long(120), instruction: long(300), min: 1, max: 20_000 },
    content: { source: paragraphs(40_000) },
  },
  steps: {
    ask: { question: long(120) },
    content: { problem: paragraphs(20_000), steps: Array.from({ length: 20 }, () => paragraphs(4_000)) },
  },
  codeReview: {
    ask: { question: long(120) },
    content: { title: long(120), claim: paragraphs(2_000), diff: manyFiles() },
  },
}

export function hostileItem(name: KindName): ItemContent {
  const kind = kindOf(name)
  return { kind: name, ask: kind.ask.parse(hostile[name].ask), content: kind.content.parse(hostile[name].content) }
}
