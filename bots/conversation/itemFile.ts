// All that a task shows, as one text: a way out of reading it in parts. Nothing is cut, and media are there by their words. Pure.
import { sectionsOf } from './asking.ts'
import type { Asking } from './kinds/kindTalk.ts'
import type { Block } from './view.ts'
import type { Words } from './words/index.ts'

/** A plain text in UTF-8. */
export type TextFile = { name: string; text: string }

export function itemFile(w: Words, asking: Asking): TextFile {
  const whole = { ...asking, isWhole: true }
  const question = (asking.item.ask as { question?: string }).question ?? ''
  const parts = sectionsOf(w, whole).map(({ label, text, media = [] }) =>
    [...(label === undefined ? [] : [label]), ...media.map(block => mediaText(w, block)), text]
      .filter(part => part !== '')
      .join('\n\n'),
  )
  const context = (asking.item.content as { context?: string }).context
  const all = [question, ...(context === undefined ? [] : [context]), ...parts].filter(part => part !== '')
  return { name: `${slugOf(question)}.txt`, text: `${all.join('\n\n\n')}\n` }
}

function mediaText(w: Words, block: Block): string {
  if (block.type !== 'media') return ''
  const { label, alt, transcript } = block
  const head = alt === '' ? `[${label}]` : `[${label}: ${alt}]`
  return transcript === undefined ? head : `${head}\n${w.say('media.inWords')}:\n${transcript}`
}

/** A name that every file system takes. */
function slugOf(text: string): string {
  const plain = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '')
  return plain === '' ? 'perle' : plain
}
