// S33, after a vote: sealed, and changeable until the close. S34, one's own part once it is closed.
import { type RoundId, myVotes as readMyVotes } from '@perle/core'
import { talkOf } from '../kinds/index.ts'
import type { StateOf } from '../state.ts'
import type { Block } from '../view.ts'
import type { Words } from '../words/index.ts'
import { refusedState } from './refused.ts'
import { shortened } from './results.ts'
import { drawer, type Elsewhere, para, type Scene, type Shown, STALE, type Talk } from './scene.ts'
import { choiceWords } from './vote.ts'

type MyVotes = Extract<Awaited<ReturnType<typeof readMyVotes>>, { ok: true }>['value']

export const sealed: Scene<StateOf<'sealed'>> = {
  async show({ ctx, w }, state) {
    const closesAt = new Date(state.closesAt)
    if (closesAt <= ctx.now()) return { instead: { scene: 'round', roundId: state.roundId } } satisfies Elsewhere
    const d = drawer(w)
    const time = w.moment(closesAt, ctx.now())
    const change = d.press('change', 'vote', 'go', state.ballotId)
    if (state.left > 0) {
      return {
        heading: w.say('review.sealedHeading'),
        line: w.say('review.sealedLine', { time }),
        blocks: [para(w.spans('review.sealedBody', { time }))],
        rows: [
          [d.first('next', 'vote', 'next', state.roundId), change],
          [d.press('stopHere', 'round', 'go', state.roundId)],
        ],
      }
    }
    return {
      heading: w.say('review.allDoneHeading'),
      line: w.say('review.allDoneLine', { time }),
      blocks: [para(w.spans('review.sealedBody', { time })), para(w.spans('review.allDone', { time }))],
      rows: [[d.first('close', 'reviews', 'go'), change]],
    }
  },
}

export const myVotes: Scene<StateOf<'myVotes'>> = {
  async show(talk, state) {
    const input = { contributorId: talk.person.id, roundId: state.roundId as RoundId }
    const found = await readMyVotes(talk.ctx, input)
    if (!found.ok) return { instead: refusedState(talk, found.refusal) } satisfies Elsewhere
    return shownVotes(talk, found.value, state)
  },

  async press(talk, press) {
    if (press.id === undefined) return STALE
    const found = await readMyVotes(talk.ctx, { contributorId: talk.person.id, roundId: press.id as RoundId })
    if (!found.ok) return found
    return { to: { scene: 'myVotes', roundId: press.id, index: Number(press.arg) || 0 } }
  },
}

/** What held, and one vote that did not, with the others' reasons; the next one is a tap away. */
function shownVotes({ w }: Talk, votes: MyVotes, state: StateOf<'myVotes'>): Shown {
  const values = { held: votes.held, of: votes.of }
  const d = drawer(w)
  const index = Math.min(state.index ?? 0, Math.max(0, votes.apart.length - 1))
  const one = votes.apart[index]
  const hasMore = index + 1 < votes.apart.length
  return {
    heading: w.say('review.mineHeading', values),
    line: w.say('review.mineLine', values),
    blocks: [
      para(votes.sum === null ? w.spans('review.mineOpen') : w.spans('review.mineEarned', { sum: w.sum(votes.sum) })),
      ...(one === undefined ? [] : apartBlocks(w, one)),
    ],
    rows: [
      [d.first('ok', 'reviews', 'go')],
      ...(hasMore ? [[d.press('next', 'myVotes', 'go', state.roundId, index + 1)]] : []),
    ],
  }
}

function apartBlocks(w: Words, one: MyVotes['apart'][number]): Block[] {
  const words = shortened(talkOf(one.item.kind).inWords(w, one.item, one.answer, false))
  const said = { mine: choiceWords(w, one.mine), others: w.say(`review.${one.others}`) }
  return [
    para(w.spans('review.answered', { answer: words })),
    para(
      one.rule === null
        ? w.spans('review.apart', said)
        : w.spans('review.apartRule', { ...said, rule: String(one.rule.rule), text: one.rule.text }),
    ),
    ...one.notes.map((note): Block => ({ type: 'content', text: note })),
  ]
}
