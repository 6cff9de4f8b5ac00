// View -> what the page gets. The page draws Views as they are; a picture gets the address it is shown from.
import type { Block, View } from '../conversation/view.ts'
import type { PictureAsk } from '../pictures/ask.ts'

/** Throws on a block that the page does not know; a new block type does not compile until it is entered here. */
export function renderView(view: View, addressOf: (ask: PictureAsk) => string): View {
  const rendered = (block: Block) => render(block, addressOf)
  return { ...view, before: view.before.map(rendered), blocks: view.blocks.map(rendered) }
}

function render(block: Block, addressOf: (ask: PictureAsk) => string): Block {
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
      return { ...block, src: addressOf(block.ask) }
    default:
      throw new Error(`bug: the web has no place for ${JSON.stringify(block satisfies never)}`)
  }
}
