// Texts of ours or of a campaign that are longer than a screen: the agreement, the guide, the privacy text.
import type { SceneName } from '../buttons.ts'
import { pack } from '../buttons.ts'
import { partsOf } from '../reading.ts'
import type { Block, Button } from '../view.ts'
import type { Words } from '../words/index.ts'
import { button, para } from './scene.ts'

/** A comfortable screen of prose; content of tasks may take more. */
const PAGE = 1_100

export function pagesOf(text: string): string[] {
  return partsOf(text, PAGE)
}

/** One page with its turns; the last row is the way out. */
export function pageTurner(
  w: Words,
  pages: string[],
  page: number,
  scene: SceneName,
  id: string | undefined,
  out: Button,
): { blocks: Block[]; rows: Button[][] } {
  const at = Math.min(page, pages.length - 1)
  const isLast = at === pages.length - 1
  const turns = [
    ...(isLast ? [] : [button(w.say('button.nextPart'), pack(scene, 'page', id, at + 1), { primary: true })]),
    ...(at === 0 ? [] : [button(w.say('button.readAgain'), pack(scene, 'page', id, 0))]),
  ]
  return {
    blocks: [
      ...(pages.length > 1 ? [para(w.spans('reading.part', { i: at + 1, n: pages.length }))] : []),
      { type: 'content', text: (pages[at] as string).trim() },
      ...(pages.length > 1 && isLast ? [para(w.spans('reading.end'))] : []),
    ],
    rows: [...(turns.length === 0 ? [] : [turns]), [out]],
  }
}
