// Answers task questions rightly from the starter campaigns' own files, reading only what a person would see.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { View } from '../../bots/conversation/view.ts'
import { clean, type Solvable, type Step, shownTexts, solve } from './solveKind.ts'

const STARTERS = join(import.meta.dirname, '../../core/campaigns/starters')

function load(): Solvable[] {
  return readdirSync(STARTERS).flatMap(folder => {
    const campaign = JSON.parse(readFileSync(join(STARTERS, folder, 'campaign.json'), 'utf8'))
    return readFileSync(join(STARTERS, folder, 'items.jsonl'), 'utf8')
      .split('\n')
      .filter(line => line.trim() !== '')
      .map(line => JSON.parse(line))
      .map(item => ({
        kind: item.kind ?? campaign.kind,
        ask: item.ask ?? campaign.ask,
        content: item.content,
        truth: item.truth,
      }))
  })
}

const known = load()

/** Every text of a content, wherever it stands. */
function textsIn(content: unknown): string[] {
  if (typeof content === 'string') return [clean(content)]
  return typeof content === 'object' && content !== null ? Object.values(content).flatMap(textsIn) : []
}

/** The item on screen: the one of whose texts most are shown, whole or in part. */
function recognise(view: View): Solvable {
  const shown = shownTexts(view).filter(one => one.text !== '')
  const scored = known.map(item => {
    const texts = textsIn(item.content)
    return { item, score: shown.filter(one => texts.some(text => text.includes(one.text))).length }
  })
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  if (best.score === 0) throw new Error(`no starter item is on screen: ${JSON.stringify(shown)}`)
  return best.item
}

/** What to do next. */
export function nextStep(view: View): Step {
  return solve(view, recognise(view))
}
