// How far campaigns are: a bar from zero for each, sure first, then asked, then open.
import type { ProgressAsk } from '../ask.ts'
import { twinOf } from '../twin.ts'
import { LEADING, MARGIN, openCanvas, ROOM, TEXT } from './page.ts'
import { type Plan, WIDTH } from './plan.ts'

const BAR = 24
const GAP = 28
const ZOOM = 5 / 3

export async function planProgress(ask: ProgressAsk): Promise<Plan> {
  const canvas = await openCanvas(ask, [twinOf(ask)])
  const { sheet, palette } = canvas
  // One scale for all rows, so that bars may be compared.
  const most = Math.max(1, ...ask.rows.map(row => row.sure + row.asked + row.open))
  let y = canvas.write(ask.title, 32, { face: 'heading', size: 40, leading: 52 }) + 20
  for (const row of ask.rows) {
    y = canvas.write(row.label, y, { face: 'strong' }) + 8
    let from = 0
    const part = (value: number, draw: (left: number, width: number) => void) => {
      const width = (Math.max(0, value) / most) * ROOM
      const start = MARGIN + from
      if (width > 0) draw(canvas.isRtl ? WIDTH - start - width : start, width)
      from += width
    }
    const top = y
    part(row.sure, (left, width) => sheet.rect(left, top, width, BAR, palette.sea))
    part(row.asked, (left, width) => {
      sheet.rect(left, top, width, BAR, palette.hair)
      // Hatched, since colour never speaks alone.
      const stripes = Array.from({ length: Math.floor(width / 10) }, (_, n) => `M${left + n * 10 + 5} ${top}v${BAR}`)
      sheet.path(stripes.join(''), { stroke: palette.sea, strokeWidth: 3 })
    })
    part(row.open, (left, width) =>
      sheet.path(`M${left} ${top + 1}h${width - 1}v${BAR - 2}h${1 - width}`, { stroke: palette.edge, strokeWidth: 2 }),
    )
    sheet.path(`M${canvas.side(MARGIN)} ${top - 6}v${BAR + 12}`, { stroke: palette.ink, strokeWidth: 2 })
    y = canvas.write(row.said, y + BAR + 8, { fill: palette.soft }) + GAP
  }
  if (ask.foot !== undefined) y = canvas.write(ask.foot, y, { fill: palette.soft, size: TEXT, leading: LEADING })
  const height = Math.ceil(y + 24)
  const page = { svg: sheet.svg(WIDTH, height, palette.paper), width: WIDTH, height, zoom: ZOOM, text: twinOf(ask) }
  return { of: 1, page: () => page }
}
