// Pictures by number, no two alike, of every kind: for benchmarks and soaks.
import type { CardAsk, DiffAsk, PictureAsk } from '../../bots/pictures/ask.ts'
import { all, card } from './samplePictures.ts'

const NAMES = ['Reasoning', 'Рассуждение', 'التفكير', 'तर्क करना', '推理与判断', '추론', 'การให้เหตุผล', 'היגיון']

export function nthCard(n: number): CardAsk {
  return {
    ...card,
    heading: `${NAMES[n % NAMES.length]}: ${n}`,
    score: n % 101,
    error: 1 + (n % 20),
    lines: [
      `${n % 101} of 100, give or take ${1 + (n % 20)}, from ${n} checked answers since March 2026.`,
      'Lead: 86 more.',
    ],
  }
}

/** One hunk of TypeScript, some of it wrapped, that fills a first page to its last row. */
export function nthDiff(n: number): DiffAsk {
  const hunk = (at: number) => [
    `@@ -${at},9 +${at},10 @@ export async function read${n}(ctx: Context) {`,
    `   const rows = await ctx.db.select().from(items).limit(${n})`,
    '-  return rows.filter(row => row.state === "open")',
    `+  // Closed ones are kept for ${n} days, so that a second look can still find them.`,
    '+  return rows.filter(row => row.state !== "gone" && row.closesAt > ctx.now())',
    ' }',
    ' ',
    ` export class Window${n} extends Base<string> {`,
    '   private readonly seen = new Map<string, number>()',
    `-  size = ${n}`,
    `+  size = ${n + 1} * 0x1f`,
  ]
  return {
    kind: 'diff',
    title: `core/part${n}.ts`,
    text: ['--- a/core/part.ts', '+++ b/core/part.ts', ...hunk(10), ...hunk(10).slice(1), ...hunk(10).slice(1)].join(
      '\n',
    ),
  }
}

export function nthPicture(n: number): PictureAsk {
  const round = Math.floor(n / 6)
  switch (n % 6) {
    case 0:
      return nthCard(round)
    case 1:
      return nthDiff(round)
    case 2:
      return {
        ...all.code,
        title: `part${round}.py`,
        text: `def part_${round}(x):\n    return {"é": x + ${round}} # 注释 ${NAMES[round % NAMES.length]}\n`,
      }
    case 3:
      return { ...all.progress, title: `Campaign ${round} is on time`, foot: NAMES[round % NAMES.length] as string }
    case 4:
      return { ...all.preferences, title: `Model B is preferred in round ${round}` }
    default:
      return { ...all.qr, content: `https://perle.example/w/${round}` }
  }
}
