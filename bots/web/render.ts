// View -> what the page gets. The page draws Views as they are, so this only proves that every block has a place there.
import type { Block, View } from '../conversation/view.ts'

/** Throws on a block that the page does not know; a new block type does not compile until it is entered here. */
export function renderView(view: View): View {
  for (const block of [...view.before, ...view.blocks]) known(block)
  return view
}

function known(block: Block): void {
  switch (block.type) {
    case 'text':
    case 'mark':
    case 'content':
    case 'option':
    case 'diff':
    case 'list':
    case 'foot':
      return
    default:
      throw new Error(`bug: the web has no place for ${JSON.stringify(block satisfies never)}`)
  }
}
