// S25, the reputation card: the level, the number with its interval, and what they rest on.
import type { CardAsk } from '../ask.ts'
import { twinOf } from '../twin.ts'
import { MARGIN, openCanvas, pearl, ROOM } from './page.ts'
import { type Plan, WIDTH } from './plan.ts'

const FIGURE = 112
const BAR = 16
/** 1200 pixels across. */
const ZOOM = 5 / 3
const LEAST_HEIGHT = 480

export async function planCard(ask: CardAsk): Promise<Plan> {
  const canvas = await openCanvas(ask, [ask.heading, ...ask.lines])
  const { sheet, palette } = canvas
  const score = Math.min(100, Math.max(0, ask.score))
  const low = Math.max(0, score - ask.error)
  const high = Math.min(100, score + ask.error)
  const y = canvas.write(ask.heading, 32, { face: 'heading', size: 40, leading: 56 })
  canvas.label(String(Math.round(score)), MARGIN, y + FIGURE, { face: 'heading', size: FIGURE, fill: palette.sea })
  const bar = y + FIGURE + 44
  const at = (value: number) => canvas.side(MARGIN + (value / 100) * ROOM)
  const span = (from: number, to: number) => [Math.min(at(from), at(to)), Math.abs(at(to) - at(from))] as const
  sheet.rect(MARGIN, bar, ROOM, BAR, palette.shade, BAR / 2)
  const [left, width] = span(low, high)
  // The interval before the point; never thinner than the point is wide.
  sheet.rect(left, bar - 4, Math.max(width, BAR), BAR + 8, palette.hair, 4)
  sheet.path(`M${left} ${bar - 4}v${BAR + 8}M${left + Math.max(width, BAR)} ${bar - 4}v${BAR + 8}`, {
    stroke: palette.edge,
    strokeWidth: 3,
  })
  pearl(canvas, 'recorded', MARGIN + (score / 100) * ROOM, bar + BAR / 2, 14)
  canvas.label('0', MARGIN, bar + BAR + 36, { fill: palette.soft })
  canvas.label('100', WIDTH - MARGIN, bar + BAR + 36, { fill: palette.soft, isEnd: true })
  let next = bar + BAR + 60
  for (const line of ask.lines) next = canvas.write(line, next, {}) + 8
  const height = Math.max(LEAST_HEIGHT, next + 24)
  const page = { svg: sheet.svg(WIDTH, height, palette.paper), width: WIDTH, height, zoom: ZOOM, text: twinOf(ask) }
  return { of: 1, page: () => page }
}
