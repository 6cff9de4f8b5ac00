// S41, when it is us: what a surface shows when a turn failed. Needs no database, since that may be what is out of reach.
import { drawer, para } from './scenes/scene.ts'
import type { View } from './view.ts'
import { wordsFor } from './words/index.ts'

/** `slow`: it is tried again by itself; `ours`: it was given up. `turn` is the number that a person can name to us. */
export function troubleView(locale: string, kind: 'slow' | 'ours', turn: string): View {
  const w = wordsFor(locale)
  const d = drawer(w)
  const whereWasI = d.press('whereWasI', 'refused', 'go', undefined, '', { primary: true })
  const again = d.press('tryAgain', 'refused', 'go', undefined, '', { primary: true })
  return {
    scene: 'trouble',
    audience: 'private',
    before: [],
    heading: w.say(`trouble.${kind}Heading`),
    line: w.say(`trouble.${kind}Line`),
    blocks: [para(w.spans(`trouble.${kind}`)), { type: 'foot', text: w.say('trouble.turn', { turn }) }],
    rows: kind === 'slow' ? [[whereWasI]] : [[again], [d.press('talk', 'topic', 'go')]],
  }
}
