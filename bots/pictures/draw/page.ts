// The parts that cards, charts and codes share: the pearl, running text, and which side things begin at.
import { type Palette, paletteOf } from '../palette.ts'
import type { Face } from '../type/families.ts'
import { prepare, shapeText } from '../type/shape.ts'
import { wrapWords } from '../type/wrap.ts'
import { WIDTH } from './plan.ts'
import { createSheet, type Sheet } from './sheet.ts'

export const MARGIN = 40
export const ROOM = WIDTH - 2 * MARGIN
/** 28 units are 14 pixels of a phone, the least the pages allow. */
export const TEXT = 28
export const LEADING = 40

/** `isLtr`: an address, which runs from the left in every language. */
type Written = { face?: Face; size?: number; leading?: number; fill?: string; isLtr?: true }

export type Canvas = {
  sheet: Sheet
  palette: Palette
  isRtl: boolean
  /** Writes wrapped text below `y` and returns where the next thing may begin. */
  write(text: string, y: number, look: Written): number
  /** One line at a start edge, mirrored for right-to-left; `x` is measured from where reading begins. */
  label(text: string, x: number, y: number, look: { face?: Face; size?: number; fill?: string; isEnd?: true }): number
  /** Where `x` from the start side lies on the paper. */
  side(x: number): number
}

export async function openCanvas(look: { theme?: 'dark'; isRtl?: true }, texts: string[]): Promise<Canvas> {
  const all = texts.join('\n')
  for (const face of ['heading', 'text', 'strong'] as const) await prepare(`${all} 0123456789`, face)
  const palette = paletteOf(look)
  const isRtl = look.isRtl === true
  const sheet = createSheet()
  const side = (x: number) => (isRtl ? WIDTH - x : x)
  const base = isRtl ? 'rtl' : 'auto'
  return {
    sheet,
    palette,
    isRtl,
    side,
    write(text, y, { face = 'text', size = TEXT, leading = LEADING, fill = palette.ink, isLtr }) {
      const lines = wrapWords(text, face, size, ROOM)
      for (const [index, line] of lines.entries()) {
        const shaped = shapeText(line, face, size, fill, isLtr ? 'ltr' : base)
        const x = shaped.isRtl ? WIDTH - MARGIN - shaped.width : MARGIN
        sheet.text(shaped, x, y + size + index * leading)
      }
      return y + lines.length * leading
    },
    label(text, x, y, { face = 'text', size = TEXT, fill = palette.ink, isEnd }) {
      const shaped = shapeText(text, face, size, fill, base)
      const start = isEnd ? x - shaped.width : x
      sheet.text(shaped, isRtl ? WIDTH - start - shaped.width : start, y)
      return shaped.width
    },
  }
}

/** The one sign: outline = saved, half = being checked, full = recorded. */
export function pearl(
  canvas: Canvas,
  mark: 'saved' | 'checking' | 'recorded',
  x: number,
  y: number,
  radius = 12,
): void {
  const { sheet, palette } = canvas
  const at = canvas.side(x)
  if (mark === 'recorded') {
    sheet.circle(at, y, radius, { fill: palette.sea })
    return
  }
  sheet.circle(at, y, radius - 1.5, { stroke: palette.sea, strokeWidth: 3 })
  if (mark === 'checking') {
    sheet.path(`M${at} ${y - radius}A${radius} ${radius} 0 0 0 ${at} ${y + radius}Z`, { fill: palette.sea })
  }
}
