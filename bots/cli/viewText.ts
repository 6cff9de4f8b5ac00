// A View as text, for a shell and for transcripts: what stands on a screen, in order.
import { diffText } from '../conversation/diffText.ts'
import type { Block, Span, View } from '../conversation/view.ts'

type Seen = Pick<View, 'before' | 'heading' | 'blocks' | 'rows' | 'form'>

function spansOf(spans: Span[]): string {
  return spans.map(span => (typeof span === 'string' ? span : `**${span.bold}**`)).join('')
}

function blockOf(block: Block): string {
  switch (block.type) {
    case 'text':
      return spansOf(block.spans)
    case 'mark':
      return `${{ saved: '○', checking: '◐', recorded: '●' }[block.mark]} ${spansOf(block.spans)}`
    case 'content':
      return block.text.replace(/^/gm, '  | ')
    case 'option':
      return `**${block.label}**\n${block.text.replace(/^/gm, '  | ')}`
    case 'diff':
      return diffText(block).replace(/^/gm, '  | ')
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? index + 1 : '-'} ${spansOf(item)}`).join('\n')
    case 'picture':
      return block.alt.replace(/^/gm, '  ▣ ')
    case 'media':
      return [`▣ ${block.label}`, block.alt, block.transcript ?? ''].filter(Boolean).join('\n').replace(/^/gm, '  ')
    case 'foot':
      return `(${block.text})`
  }
}

/** A View as text, isolation marks taken out. */
export function printed(view: Seen): string {
  const rows = view.rows.map(row =>
    row.map(one => `[${one.label}]${'primary' in one && one.primary ? '*' : ''}`).join(' '),
  )
  const form =
    view.form === undefined
      ? []
      : [`✎ ${view.form.label} (${view.form.min} to ${view.form.max}) ${view.form.placeholder}`]
  const parts = [...view.before.map(blockOf), `# ${view.heading}`, ...view.blocks.map(blockOf), ...form, ...rows]
  return parts.join('\n').replace(/[\u2068\u2069]/g, '')
}
