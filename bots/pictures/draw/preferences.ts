// Which candidate is preferred: the interval, then the point, best first; what cannot be told apart is bracketed.
import type { PreferencesAsk } from '../ask.ts'
import { byShare, tiesOf, twinOf } from '../twin.ts'
import { MARGIN, openCanvas, pearl, ROOM } from './page.ts'
import { type Plan, WIDTH } from './plan.ts'

const LANE = 44
const BRACKET = 28
const ZOOM = 5 / 3
/** Room for the brackets at the end side. */
const SCALE = ROOM - BRACKET - 12

export async function planPreferences(ask: PreferencesAsk): Promise<Plan> {
  const canvas = await openCanvas(ask, [twinOf(ask)])
  const { sheet, palette } = canvas
  const rows = byShare(ask)
  const x = (share: number) => MARGIN + Math.min(1, Math.max(0, share)) * SCALE
  let y = canvas.write(ask.title, 32, { face: 'heading', size: 40, leading: 52 }) + 20
  const lanes: number[] = []
  for (const [index, row] of rows.entries()) {
    y = canvas.write(row.label, y, { face: 'strong' })
    const lane = y + LANE / 2
    lanes.push(lane)
    const stroke = index === 0 ? palette.sea : palette.edge
    const [low, high, at] = [canvas.side(x(row.low)), canvas.side(x(row.high)), x(row.share)]
    for (const share of [0, 0.5, 1]) {
      sheet.path(`M${canvas.side(x(share))} ${y + 4}v${LANE - 8}`, { stroke: palette.hair, strokeWidth: 2 })
    }
    sheet.path(`M${low} ${lane}H${high}M${low} ${lane - 10}v20M${high} ${lane - 10}v20`, { stroke, strokeWidth: 4 })
    pearl(canvas, index === 0 ? 'recorded' : 'saved', at, lane)
    y = canvas.write(row.said, y + LANE, { fill: palette.soft }) + 20
  }
  for (const share of [0, 0.5, 1]) {
    const label = String(share * 100)
    const middle = x(share) - (label.length * 16) / 2
    canvas.label(label, Math.max(MARGIN, middle), y + 24, { fill: palette.soft })
  }
  y += 48
  for (const [first, last] of tiesOf(rows)) {
    if (first === last) continue
    const [top, bottom] = [(lanes[first] ?? 0) - 14, (lanes[last] ?? 0) + 14]
    const [inner, outer] = [canvas.side(WIDTH - MARGIN - BRACKET + 8), canvas.side(WIDTH - MARGIN)]
    sheet.path(`M${inner} ${top}H${outer}V${bottom}H${inner}`, { stroke: palette.edge, strokeWidth: 3 })
  }
  const ties = tiesOf(rows).filter(([first, last]) => first < last)
  for (const [first, last] of ties) {
    const names = rows.slice(first, last + 1).map(row => row.label)
    y = canvas.write(`${names.join(', ')}: ${ask.tied}`, y, {})
  }
  if (ask.foot !== undefined) y = canvas.write(ask.foot, y, { fill: palette.soft })
  const height = Math.ceil(y + 32)
  const page = { svg: sheet.svg(WIDTH, height, palette.paper), width: WIDTH, height, zoom: ZOOM, text: twinOf(ask) }
  return { of: 1, page: () => page }
}
