// View -> what the page gets. The page draws Views as they are; pictures and files get the addresses they are shown from.
import type { Block, Button, View } from '../conversation/view.ts'
import { isLarge } from '../media/thumbnail/isLarge.ts'
import type { PictureAsk } from '../pictures/ask.ts'

export type Addresses = {
  picture: (ask: PictureAsk) => string
  media: (sha256: string) => string
  file: (payload: string) => string
  read: (payload: string) => string
}

/** Throws on a block that the page does not know; a new block type does not compile until it is entered here. */
export function renderView(view: View, addresses: Addresses): View {
  const rendered = (block: Block) => renderBlock(block, addresses)
  const button = (one: Button): Button =>
    one.kind === 'file' || one.kind === 'read' ? { ...one, href: addresses[one.kind](one.payload) } : one
  return {
    ...view,
    before: view.before.map(rendered),
    blocks: view.blocks.map(rendered),
    rows: view.rows.map(row => row.map(button)),
  }
}

export function renderBlock(block: Block, addresses: Pick<Addresses, 'picture' | 'media'>): Block {
  switch (block.type) {
    case 'text':
    case 'mark':
    case 'content':
    case 'option':
    case 'diff':
    case 'list':
    case 'foot':
      return block
    case 'picture':
      return { ...block, src: addresses.picture(block.ask) }
    case 'media': {
      const src = addresses.media(block.media.sha256)
      return { ...block, src, ...(isLarge(block.media) ? { small: `${src}/small` } : {}) }
    }
    default:
      throw new Error(`bug: the web has no place for ${JSON.stringify(block satisfies never)}`)
  }
}
