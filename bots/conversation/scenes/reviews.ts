// /review: one's rounds, and S32, the card of one as its room sees it; S34's public half once it is closed.
import {
  type Context,
  listRounds,
  nextBallot,
  type Person,
  type RoundCard,
  type RoundId,
  readRound,
  reviewInvitation,
} from '@perle/core'
import { pack } from '../buttons.ts'
import { rowsOf } from '../kinds/rowsOf.ts'
import type { StateOf } from '../state.ts'
import type { View } from '../view.ts'
import type { Words } from '../words/index.ts'
import { progressChart } from './charts.ts'
import { refusedState } from './refused.ts'
import { button, drawer, type Elsewhere, lineOf, para, type Scene, type Shown, STALE } from './scene.ts'

const SHOWN = 8

export const reviews: Scene<StateOf<'reviews'>> = {
  async show({ ctx, person, w }) {
    const all = await listRounds(ctx, { contributorId: person.id })
    const drawn = all.filter(card => card.isDrawn)
    const wanting = new Set<string>()
    for (const card of drawn) if (await hasBallot(ctx, person, card)) wanting.add(card.roundId)
    // What waits for votes comes first, then what is news, then what only waits for its close.
    const turnOf = (card: RoundCard) => (card.state === 'closed' ? 1 : wanting.has(card.roundId) ? 0 : 2)
    const mine = drawn.sort((one, other) => turnOf(one) - turnOf(other)).slice(0, SHOWN)
    const d = drawer(w)
    if (mine.length === 0) {
      const isReviewer = person.role === 'reviewer'
      return {
        heading: w.say('review.listHeading'),
        line: w.say('review.listNoneLine'),
        blocks: [para(isReviewer ? w.spans('review.listNone') : w.spans('review.listNotYet'))],
        rows: [[d.first('nextTask', 'work', 'next')], [d.press('myResults', 'me', 'go')]],
      }
    }
    const open = mine.map((card, index) =>
      button(w.say('button.openReview', { n: index + 1 }), pack('round', 'go', card.roundId), { primary: index === 0 }),
    )
    return {
      heading: w.say('review.listHeading'),
      line: w.say('review.listLine', { count: mine.length }),
      blocks: [
        {
          type: 'list',
          ordered: true,
          items: mine.map(card => {
            if (card.state === 'closed') return w.spans('review.listClosed', { campaign: card.title })
            const time = w.moment(card.closesAt, ctx.now())
            return wanting.has(card.roundId)
              ? w.spans('review.listOne', {
                  campaign: card.title,
                  count: card.answers,
                  price: w.sum(card.votePrice),
                  time,
                })
              : w.spans('review.listNothingLeft', { campaign: card.title, time })
          }),
        },
      ],
      rows: [...rowsOf(open, 4), [d.press('myResults', 'me', 'go')]],
    }
  },

  async press({ ctx, person }) {
    const asked = await reviewInvitation(ctx, { contributorId: person.id })
    return { to: { scene: asked === undefined ? 'reviews' : 'invitation' } }
  },
}

/** Whether an answer of this round still wants this person's vote; others may have judged the rest. */
async function hasBallot(ctx: Context, person: Person, card: RoundCard): Promise<boolean> {
  if (card.state === 'closed') return false
  const next = await nextBallot(ctx, { contributorId: person.id, roundId: card.roundId })
  return next.ok && next.value !== undefined
}

/** The card as a room may see it, to be posted there: counts and times, no name, no answer, nothing about one person. */
export function publicRound(w: Words, card: RoundCard, now: Date): View {
  const { form: _form, ...shown } = roundCard(w, card, now)
  return { scene: 'round', audience: 'public', before: [], ...shown }
}

function roundCard(w: Words, card: RoundCard, now: Date): Shown {
  const d = drawer(w)
  const campaign = card.title
  const guide = d.press('guide', 'guide', 'go', card.campaignId)
  if (card.state === 'closed') {
    const counts = { accepted: card.accepted, rejected: card.rejected, undecided: card.undecided }
    return {
      heading: w.say('review.closedHeading', { campaign }),
      line: w.say('review.closedLine', counts),
      blocks: [
        para(w.spans('review.closedCounts', counts)),
        para(
          card.agreedShare === null
            ? w.spans('review.closedVoted', { count: card.voted })
            : w.spans('review.closedAgreed', { count: card.voted, share: w.percent(card.agreedShare) }),
        ),
        ...(card.topRule === null
          ? []
          : [para(w.spans('review.closedRule', { rule: String(card.topRule.rule), text: card.topRule.text }))]),
        ...(card.campaign === null ? [] : [progressChart(w, [{ title: campaign, ...card.campaign }])]),
      ],
      rows: [[d.first('myVotes', 'myVotes', 'go', card.roundId), guide]],
    }
  }
  const time = w.moment(card.closesAt, now)
  const voted = { voted: card.voted, quorum: Math.max(card.quorum, card.voted), time }
  return {
    heading: w.say('review.openHeading', { campaign }),
    line: lineOf(w.say('review.openLine', { campaign, ...voted })),
    blocks: [
      para(
        w.spans('review.openWhat', {
          count: card.answers,
          kindInWords: card.kindInWords,
          price: w.sum(card.votePrice),
        }),
      ),
      para(w.spans('review.openVoted', voted)),
      para(w.spans('review.sealed')),
    ],
    rows: [[d.first('startReviewing', 'vote', 'start', card.roundId), guide]],
    refreshSeconds: Math.max(1, Math.ceil((card.closesAt.getTime() - now.getTime()) / 1000)),
  }
}

export const round: Scene<StateOf<'round'>> = {
  async show(talk, state) {
    const found = await readRound(talk.ctx, {
      contributorId: talk.person.id,
      roundId: state.roundId as RoundId,
    })
    if (!found.ok) return { instead: refusedState(talk, found.refusal) } satisfies Elsewhere
    const card = found.value
    const shown = roundCard(talk.w, card, talk.ctx.now())
    const d = drawer(talk.w)
    const back = d.press('back', 'reviews', 'go')
    const isDone = card.state === 'open' && card.isDrawn && !(await hasBallot(talk.ctx, talk.person, card))
    if (!isDone) return { ...shown, rows: [...shown.rows, [back]] }
    return {
      ...shown,
      blocks: [...shown.blocks, para(talk.w.spans('review.nothingLeft'))],
      rows: [[d.first('myReviews', 'reviews', 'go'), d.press('guide', 'guide', 'go', card.campaignId)]],
    }
  },

  async press(talk, press) {
    if (press.id === undefined) return STALE
    const found = await readRound(talk.ctx, { contributorId: talk.person.id, roundId: press.id as RoundId })
    return found.ok ? { to: { scene: 'round', roundId: press.id } } : found
  },
}
