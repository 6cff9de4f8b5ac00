// A code for a camera, with a quiet margin of four modules as the standard asks; always dark on light.
import { encode } from 'uqr'
import type { QrAsk } from '../ask.ts'
import { LIGHT } from '../palette.ts'
import { twinOf } from '../twin.ts'
import { MARGIN, openCanvas, ROOM } from './page.ts'
import { type Plan, WIDTH } from './plan.ts'

const QUIET = 4
/** One pixel a unit, so that the edges of modules fall between pixels and stay sharp. */
const ZOOM = 1

export async function planQr(ask: QrAsk): Promise<Plan> {
  const { data, size } = encode(ask.content, { ecc: 'L', border: 0, boostEcc: true })
  const canvas = await openCanvas(ask, [ask.title, ask.content, ...ask.lines])
  const { sheet, palette } = canvas
  // Whole units a module, so that every module is equally wide.
  const module = Math.max(2, Math.floor(ROOM / (size + 2 * QUIET)))
  const whole = module * (size + 2 * QUIET)
  const top = canvas.write(ask.title, 32, { face: 'heading', size: 40, leading: 52 }) + 20
  const left = Math.round((WIDTH - whole) / 2)
  sheet.rect(left, top, whole, whole, LIGHT.card)
  const squares = data.flatMap((row, y) =>
    row.flatMap((isDark, x) =>
      isDark ? [`M${left + (x + QUIET) * module} ${top + (y + QUIET) * module}h${module}v${module}h${-module}z`] : [],
    ),
  )
  sheet.path(squares.join(''), { fill: LIGHT.ink })
  let y = top + whole + 24
  for (const line of ask.lines) y = canvas.write(line, y, {}) + 8
  y = canvas.write(ask.content, y, { size: 22, leading: 30, fill: palette.soft, isLtr: true })
  const height = Math.ceil(y + MARGIN)
  const page = { svg: sheet.svg(WIDTH, height, palette.paper), width: WIDTH, height, zoom: ZOOM, text: twinOf(ask) }
  return { of: 1, page: () => page }
}
