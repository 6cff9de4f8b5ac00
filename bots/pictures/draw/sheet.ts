// An SVG being written: shapes, and text as glyphs that are defined once and used many times.
import type { Line } from '../type/shape.ts'

export type Sheet = {
  rect(x: number, y: number, width: number, height: number, fill: string, radius?: number): void
  circle(x: number, y: number, radius: number, look: { fill?: string; stroke?: string; strokeWidth?: number }): void
  path(d: string, look: { fill?: string; stroke?: string; strokeWidth?: number; dashed?: true }): void
  /** Places a line with its baseline's left end at x, y. */
  text(line: Line, x: number, y: number): void
  /** The finished picture; `height` may be known only at the end. */
  svg(width: number, height: number, ground: string): string
}

/** Outlines already written out, by typeface and glyph. Dropped all at once when there are more. */
const MOST_OUTLINES = 10_000
const outlines = new Map<string, string>()

export function createSheet(): Sheet {
  const body: string[] = []
  const used = new Map<string, string>()
  const look = (one: { fill?: string; stroke?: string; strokeWidth?: number; dashed?: true }) =>
    ` fill="${one.fill ?? 'none'}"${one.stroke === undefined ? '' : ` stroke="${one.stroke}" stroke-width="${one.strokeWidth ?? 2}"`}${one.dashed ? ' stroke-dasharray="4 6"' : ''}`
  return {
    rect(x, y, width, height, fill, radius = 0) {
      body.push(
        `<rect x="${at(x)}" y="${at(y)}" width="${at(width)}" height="${at(height)}" rx="${radius}" fill="${fill}"/>`,
      )
    },
    circle(x, y, radius, one) {
      body.push(`<circle cx="${at(x)}" cy="${at(y)}" r="${radius}"${look(one)}/>`)
    },
    path(d, one) {
      body.push(`<path d="${d}"${look(one)}/>`)
    },
    text(line, x, y) {
      for (const { font, glyph, x: dx, y: dy, scale, fill } of line.glyphs) {
        const id = `g${font.id}-${glyph}`
        const outline = outlineOf(id, () => font.hb.glyphToPath(glyph))
        if (outline === '') continue
        used.set(id, outline)
        const s = Number(scale.toFixed(6))
        body.push(`<use href="#${id}" transform="matrix(${s} 0 0 ${-s} ${at(x + dx)} ${at(y + dy)})" fill="${fill}"/>`)
      }
    },
    svg(width, height, ground) {
      const defs = [...used].map(([id, d]) => `<path id="${id}" d="${d}"/>`).join('')
      return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><defs>${defs}</defs><rect width="${width}" height="${height}" fill="${ground}"/>${body.join('')}</svg>`
    },
  }
}

function outlineOf(id: string, read: () => string): string {
  const known = outlines.get(id)
  if (known !== undefined) return known
  if (outlines.size >= MOST_OUTLINES) outlines.clear()
  const outline = read()
  outlines.set(id, outline)
  return outline
}

function at(value: number): number {
  return Math.round(value * 100) / 100
}
