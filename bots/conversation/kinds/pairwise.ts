// Two replies. Sides are shuffled per person; the answer names the item's own sides and says how they stood.
import { button } from '../scenes/scene.ts'
import type { Words } from '../words/index.ts'
import type { Asking, Drawn, KindTalk, Packer, Step } from './kindTalk.ts'

type Ask = { question: string }
type Content = { prompt: string; a: string; b: string }
type Side = 'a' | 'b'
type Outcome = Side | 'tie' | 'both_bad' | 'cannot_judge'
type Answer = { preferred: Outcome; shown: 'ab' | 'ba' }

const OUTCOMES: Outcome[] = ['a', 'b', 'tie', 'both_bad', 'cannot_judge']

function order(seed: number | undefined): 'ab' | 'ba' {
  return seed !== undefined && seed % 2 === 1 ? 'ba' : 'ab'
}

function other(side: Side): Side {
  return side === 'a' ? 'b' : 'a'
}

/** Between the item's side and the letter that stands on screen; the same way both times. */
function turned(outcome: Outcome, shown: 'ab' | 'ba'): Outcome {
  return shown === 'ba' && (outcome === 'a' || outcome === 'b') ? other(outcome) : outcome
}

function wordsOf(w: Words, outcome: Outcome): string {
  const names = {
    a: 'aBetter',
    b: 'bBetter',
    tie: 'equallyGood',
    both_bad: 'bothBad',
    cannot_judge: 'cannotJudge',
  } as const
  return w.say(`button.${names[outcome]}`)
}

function draw(w: Words, asking: Asking<Ask, Content>, packer: Packer): Drawn {
  const press = (outcome: Outcome) => button(wordsOf(w, outcome), packer('answer', outcome))
  const before = asking.draft as Partial<Answer> | null | undefined
  const chosen = OUTCOMES.find(outcome => outcome === before?.preferred)
  return {
    heading: asking.item.ask.question,
    line: w.say('kinds.pairwiseLine'),
    below:
      chosen === undefined
        ? []
        : [
            {
              type: 'text',
              spans: w.spans('task.chosen', { answer: wordsOf(w, turned(chosen, order(asking.seed))) }),
            },
          ],
    rows: [[press('a'), press('b')], [press('tie'), press('both_bad')], [press('cannot_judge')]],
  }
}

function step(asking: Asking<Ask, Content>, verb: string, arg: string): Step {
  const outcome = OUTCOMES.find(one => one === arg)
  if (verb !== 'answer' || outcome === undefined) return 'stale'
  const shown = order(asking.seed)
  return { answer: { preferred: turned(outcome, shown), shown } satisfies Answer }
}

function inWords(w: Words, answer: unknown, asShown: boolean): string {
  const given = typeof answer === 'string' ? { preferred: answer } : (answer as Partial<Answer> | null)
  const outcome = OUTCOMES.find(one => one === given?.preferred)
  if (outcome === undefined) return ''
  return wordsOf(w, asShown ? turned(outcome, given && 'shown' in given ? (given.shown ?? 'ab') : 'ab') : outcome)
}

export const pairwise: KindTalk<Ask, Content> = {
  sections: (_w, { item, seed, shown }) => {
    const first: Side = (shown ?? order(seed)) === 'ba' ? 'b' : 'a'
    return [
      { key: 'q', of: 'prompt', text: item.content.prompt },
      { key: 'A', label: 'A', of: first, text: item.content[first] },
      { key: 'B', label: 'B', of: other(first), text: item.content[other(first)] },
    ]
  },
  draw,
  step,
  inWords: (w, _item, answer, asShown) => inWords(w, answer, asShown),
}
