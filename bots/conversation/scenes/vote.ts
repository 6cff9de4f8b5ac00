// S33. Judging one answer: no names, sealed until the close, a no with its rule and a note.
import { type Ballot, castVote, nextBallot, type RoundId, readBallot, readRound } from '@perle/core'
import { blocksOf, cover, drawReading, sectionsOf } from '../asking.ts'
import { type Press, pack } from '../buttons.ts'
import { formOf } from '../forms.ts'
import { talkOf } from '../kinds/index.ts'
import { asWhole, type Packer } from '../kinds/kindTalk.ts'
import { rowsOf } from '../kinds/rowsOf.ts'
import { readOn } from '../reading.ts'
import type { State, StateOf } from '../state.ts'
import type { Block, Button } from '../view.ts'
import { said, type Words } from '../words/index.ts'
import { refusedState } from './refused.ts'
import { shortened } from './results.ts'
import {
  button,
  drawer,
  type Elsewhere,
  lineOf,
  type Move,
  para,
  type Scene,
  type Shown,
  STALE,
  type Talk,
} from './scene.ts'

type Voting = StateOf<'vote'>
/** Characters of rules that stand on one screen in full, and of each where they do not. */
const RULES_SHOWN = 1_400
const RULE_SHORT = 70

type Choice = 'accept' | 'fix' | 'reject' | 'recuse'
const RECUSALS = ['known', 'not_my_field', 'stake'] as const

export const vote: Scene<Voting> = {
  async show(talk, state) {
    const found = await readBallot(talk.ctx, { contributorId: talk.person.id, ballotId: state.ballotId })
    if (!found.ok) return { instead: refusedState(talk, found.refusal) } satisfies Elsewhere
    const ballot = found.value
    if (!ballot.canChange) return { instead: { scene: 'round', roundId: ballot.roundId } } satisfies Elsewhere
    return { choice, rule, note, recuse }[state.step](talk, ballot, state)
  },

  async press(talk, press, state) {
    if (press.id === undefined) return STALE
    if (press.verb === 'start' || press.verb === 'next') return enterBallot(talk, press.id as RoundId)
    const found = await readBallot(talk.ctx, { contributorId: talk.person.id, ballotId: press.id })
    if (!found.ok) return found
    return step(talk, press, found.value, state)
  },

  async whole(talk, press) {
    if (press.id === undefined) return undefined
    const found = await readBallot(talk.ctx, { contributorId: talk.person.id, ballotId: press.id })
    return found.ok ? askingOf(found.value) : undefined
  },

  async form(talk, press, text, state) {
    if (press.id === undefined) return STALE
    const given = Number(press.arg)
    if (!Number.isInteger(given) || given < 1) return STALE
    const move = await seal(talk, press.id, { choice: 'reject', rule: given, note: text })
    // The note is too short: the form is shown again, and nothing has been counted.
    if ('refusal' in move && move.refusal.code === 'vote.reason_missing') {
      const here: State = { scene: 'vote', ballotId: press.id, step: 'note', rule: given }
      return { to: state.scene === 'vote' ? here : state, says: [said('refusal.vote.reason_missing')] }
    }
    return move
  },
}

function step(talk: Talk, press: Press, ballot: Ballot, state: State): Promise<Move> | Move {
  const isSame = state.scene === 'vote' && state.ballotId === ballot.ballotId
  const isShown = isSame && state.isShown === true
  const here = { scene: 'vote' as const, ballotId: ballot.ballotId, ...(isShown ? { isShown } : {}) }
  switch (press.verb) {
    case 'go':
      return { to: { ...here, step: 'choice' } }
    case 'read': {
      const before = state.scene === 'vote' && state.ballotId === ballot.ballotId ? state.reading : undefined
      const reading = readOn(sectionsIn(talk.w, ballot), before, press.arg)
      return reading === undefined ? STALE : { to: { ...here, step: 'choice', reading } }
    }
    case 'show':
      return { to: { ...here, step: 'choice', isShown: true } }
    case 'no':
      return { to: { ...here, step: 'rule' } }
    case 'rule':
    case 'write': {
      const given = ballot.guide.find(one => String(one.rule) === press.arg)
      return given === undefined ? STALE : { to: { ...here, step: 'note', rule: given.rule } }
    }
    case 'guide':
      return toGuide(talk, ballot)
    case 'more':
      return { to: { ...here, step: 'recuse' } }
    case 'recuse': {
      const recusal = RECUSALS.find(one => one === press.arg)
      return recusal === undefined ? STALE : seal(talk, ballot.ballotId, { choice: 'recuse', recusal })
    }
    case 'choose':
      if (press.arg !== 'accept' && press.arg !== 'fix') return STALE
      return seal(talk, ballot.ballotId, { choice: press.arg })
    default:
      return STALE
  }
}

async function toGuide(talk: Talk, ballot: Ballot): Promise<Move> {
  const round = await readRound(talk.ctx, { contributorId: talk.person.id, roundId: ballot.roundId })
  if (!round.ok) return round
  const back = { scene: 'vote', ballotId: ballot.ballotId, step: 'choice' }
  return { to: { scene: 'guide', campaignId: round.value.campaignId, version: ballot.guideVersion, page: 0, back } }
}

/** The next answer of a round that wants this person's vote, else the card of the round. */
export async function enterBallot(talk: Talk, roundId: RoundId): Promise<Move> {
  const next = await nextBallot(talk.ctx, { contributorId: talk.person.id, roundId })
  if (!next.ok) return next
  if (next.value === undefined) return { to: { scene: 'round', roundId } }
  return { to: { scene: 'vote', ballotId: next.value.ballotId, step: 'choice' } }
}

type Sealed = { choice: Choice; rule?: number; note?: string; recusal?: (typeof RECUSALS)[number] }

async function seal(talk: Talk, ballotId: string, given: Sealed): Promise<Move> {
  const input = { contributorId: talk.person.id, ballotId, ...given }
  const cast = await castVote(talk.ctx, input)
  if (!cast.ok) return cast
  const read = await readBallot(talk.ctx, { contributorId: talk.person.id, ballotId })
  if (!read.ok) return { to: { scene: 'reviews' } }
  const closesAt = cast.value.closesAt.toISOString()
  return { to: { scene: 'sealed', ballotId, roundId: read.value.roundId, closesAt, left: cast.value.left } }
}

/** In the item's own order: notes and guides name its letters. */
function sectionsIn(w: Words, ballot: Ballot) {
  return sectionsOf(w, askingOf(ballot))
}

function askingOf({ item, hardToSee }: Ballot) {
  return asWhole(item, { isBlurred: hardToSee !== null })
}

function answerBlocks(w: Words, ballot: Ballot): Block[] {
  const kind = talkOf(ballot.item.kind)
  const full = kind.inFull?.(ballot.answer)
  if (full !== undefined) return [para(w.spans('review.answeredText')), { type: 'content', text: full }]
  return [
    para(w.spans('review.answered', { answer: kind.inWords(w, ballot.item, ballot.answer, false) })),
    ...(kind.details?.(w, ballot.item, ballot.answer) ?? []),
  ]
}

function choice({ w }: Talk, ballot: Ballot, state: Voting): Shown {
  const d = drawer(w)
  const id = ballot.ballotId
  const where = { i: ballot.index, n: ballot.total }
  const packer: Packer = (verb, arg) => pack('vote', verb, id, arg)
  const away = [d.press('guide', 'vote', 'guide', id), d.press('stopHere', 'round', 'go', ballot.roundId)]
  if (ballot.hardToSee !== null && !state.isShown) {
    const pass = d.press('shouldNotJudge', 'vote', 'more', id)
    const above = [para(w.spans('review.voteOf', where))]
    return cover(w, { what: ballot.hardToSee, above, frame: [pass, ...away] }, packer)
  }
  const read = drawReading(w, sectionsIn(w, ballot), state.reading, packer)
  const question = (ballot.item.ask as { question?: string }).question ?? ''
  const said = ballot.mine === null ? undefined : choiceWords(w, ballot.mine.choice)
  const answers: Button[][] = [
    [d.press('accept', 'vote', 'choose', id, 'accept'), d.press('acceptWithFix', 'vote', 'choose', id, 'fix')],
    [d.press('reject', 'vote', 'no', id), d.press('shouldNotJudge', 'vote', 'more', id)],
  ]
  return {
    heading: w.say('review.voteHeading'),
    line: w.say('review.voteLine', where),
    blocks: [
      para(w.spans('review.voteOf', where)),
      ...(ballot.isAppeal ? [para(w.spans('review.secondLook'))] : []),
      para(w.spans('review.asked', { question })),
      ...read.blocks,
      ...(read.isDone ? answerBlocks(w, ballot) : []),
      ...(ballot.appealNote === null
        ? []
        : [para(w.spans('review.authorSays')), ...blocksOf([{ key: 'n', text: ballot.appealNote }])]),
      ...(said === undefined ? [] : [para(w.spans('review.mine', { choice: said }))]),
    ],
    rows: [...read.rows, ...(read.isDone ? answers : []), away],
  }
}

export function choiceWords(w: Words, given: string): string {
  const names = { accept: 'accept', fix: 'fix', reject: 'reject', recuse: 'passedOn' } as const
  return w.say(`review.${names[given as keyof typeof names] ?? 'passedOn'}`)
}

/** A long guide is named by its beginnings here; whoever wants all of it opens the guide. */
function rulesInShort(ballot: Ballot): { rule: string; text: string }[] {
  const isLong = ballot.guide.reduce((sum, one) => sum + one.text.length, 0) > RULES_SHOWN
  return ballot.guide.map(one => ({
    rule: String(one.rule),
    text: isLong ? shortened(one.text, RULE_SHORT) : one.text,
  }))
}

function rule({ w }: Talk, ballot: Ballot): Shown {
  const d = drawer(w)
  const id = ballot.ballotId
  const rules = ballot.guide.map(one =>
    button(w.say('button.rule', { n: one.rule }), pack('vote', 'rule', id, one.rule)),
  )
  // Twenty rules at most: five rows of four, and the way back.
  return {
    heading: w.say('review.ruleHeading'),
    line: w.say('review.ruleLine'),
    blocks: rulesInShort(ballot).map(one => para(w.spans('guide.rule', one))),
    rows: [...rowsOf(rules, 4), [d.press('back', 'vote', 'go', id)]],
  }
}

function note({ w }: Talk, ballot: Ballot, state: Voting): Shown {
  const d = drawer(w)
  const given = ballot.guide.find(one => one.rule === state.rule) ?? ballot.guide[0]
  const number = given?.rule ?? 1
  const draft = ballot.mine?.note ?? undefined
  const form = formOf(pack('vote', 'write', ballot.ballotId, number), w)
  return {
    heading: w.say('review.noteHeading', { rule: String(number) }),
    line: w.say('review.noteLine'),
    blocks: [
      ...(given === undefined ? [] : [para(w.spans('guide.rule', { rule: String(given.rule), text: given.text }))]),
      para(w.spans('review.note')),
    ],
    rows: [[d.press('back', 'vote', 'no', ballot.ballotId)]],
    form: form && { ...form, ...(draft === undefined ? {} : { draft }) },
  }
}

function recuse({ w }: Talk, ballot: Ballot): Shown {
  const d = drawer(w)
  const id = ballot.ballotId
  return {
    heading: w.say('review.recuseHeading'),
    line: lineOf(w.say('review.recuseLine')),
    blocks: [para(w.spans('review.recuse'))],
    rows: [
      [d.press('knowWhose', 'vote', 'recuse', id, 'known')],
      [d.press('notMyField', 'vote', 'recuse', id, 'not_my_field')],
      [d.press('haveStake', 'vote', 'recuse', id, 'stake')],
      [d.press('back', 'vote', 'go', id)],
    ],
  }
}
