// S22, one answer opened: being checked, accepted, not accepted, and why this amount.
import { type AnswerStatus, readAnswer, type SubmissionId } from '@perle/core'
import { drawReading, sectionsOf } from '../asking.ts'
import { pack } from '../buttons.ts'
import { talkOf } from '../kinds/index.ts'
import { type Asking, asWhole, type Section } from '../kinds/kindTalk.ts'
import { readOn } from '../reading.ts'
import type { StateOf } from '../state.ts'
import type { Block, Button } from '../view.ts'
import { isolated } from '../words/fill.ts'
import { hardGate } from './practice.ts'
import { refusedState } from './refused.ts'
import { drawer, type Elsewhere, lineOf, para, type Scene, type Shown, STALE, type Talk } from './scene.ts'

type Opened = StateOf<'answer'>

export const answer: Scene<Opened> = {
  async show(talk, state) {
    const found = await readAnswer(talk.ctx, {
      contributorId: talk.person.id,
      submissionId: state.submissionId as SubmissionId,
    })
    if (!found.ok) return { instead: refusedState(talk, found.refusal) } satisfies Elsewhere
    if (state.isWhy) return why(talk, found.value)
    return opened(talk, state, found.value, await sectionsIn(talk, found.value))
  },

  async press(talk, press, state) {
    if (press.id === undefined) return STALE
    const submissionId = press.id as SubmissionId
    const found = await readAnswer(talk.ctx, { contributorId: talk.person.id, submissionId })
    if (!found.ok) return found
    if (press.verb === 'read') {
      const sections = await sectionsIn(talk, found.value)
      const before = state.scene === 'answer' ? state.reading : undefined
      const reading = readOn(sections, before, press.arg)
      return reading === undefined ? STALE : { to: { scene: 'answer', submissionId, reading } }
    }
    return { to: { scene: 'answer', submissionId, ...(press.verb === 'why' ? { isWhy: true } : {}) } }
  },

  async whole(talk, press) {
    const submissionId = press.id as SubmissionId
    const found = await readAnswer(talk.ctx, { contributorId: talk.person.id, submissionId })
    return found.ok ? askingOf(talk, found.value) : undefined
  },
}

/** As this person saw it: the answer remembers how the sides stood. */
async function askingOf(talk: Talk, { answer, item, campaignId }: AnswerStatus): Promise<Asking> {
  const shown = (answer as { shown?: unknown } | null)?.shown
  const { hardToSee } = await hardGate(talk, campaignId)
  return asWhole(item, { shown: typeof shown === 'string' ? shown : undefined, isBlurred: hardToSee !== null })
}

async function sectionsIn(talk: Talk, status: AnswerStatus): Promise<Section[]> {
  return sectionsOf(talk.w, await askingOf(talk, status))
}

function yours({ w }: Talk, status: AnswerStatus): Block[] {
  if (status.answer === null) return []
  const kind = talkOf(status.item.kind)
  const text = kind.inWords(w, status.item, status.answer, true)
  const details = kind.details?.(w, status.item, status.answer) ?? []
  return [{ type: 'option', label: w.say('answer.yours'), text }, ...details]
}

function opened(talk: Talk, state: Opened, status: AnswerStatus, sections: Section[]): Shown {
  const read = drawReading(talk.w, sections, state.reading, (verb, arg) =>
    pack('answer', verb, status.submissionId, arg),
  )
  const question = (status.item.ask as { question?: string }).question ?? ''
  const asked: Block[] = [para([isolated(question)]), ...read.blocks]
  const own = yours(talk, status)
  const shown = { pending, accepted, rejected }[status.state](talk, status)
  // A no is about the answer: they stand together, and what was asked below them, however long it is.
  const blocks = status.state === 'rejected' ? [...own, ...shown.blocks, ...asked] : [...shown.blocks, ...asked, ...own]
  return { ...shown, blocks, rows: [...read.rows, ...shown.rows] }
}

function pending({ w }: Talk, status: AnswerStatus): Shown {
  const d = drawer(w)
  const values = { done: status.checks.done, of: status.checks.of, date: w.day(status.decideBy) }
  return {
    heading: w.say('answer.pendingHeading'),
    line: lineOf(w.say('answer.pendingLine', values)),
    blocks: [{ type: 'mark', mark: 'checking', spans: w.spans('answer.pending', values) }],
    rows: [[d.first('nextTask', 'work', 'next')], [d.press('back', 'results', 'go')]],
  }
}

function accepted({ w }: Talk, status: AnswerStatus): Shown {
  const d = drawer(w)
  const sum = w.sum(status.sum ?? status.about ?? status.price)
  const level = w.say(`level.${status.level as 'new'}`)
  const price = w.sum(status.price)
  const isSettled = status.sum !== null
  const isNothing = isSettled && status.factors.factorPpm === 0
  const blocks: Block[] = [
    para(
      isSettled
        ? w.spans('answer.accepted', { sum, price, quality: status.quality ?? 0, level })
        : w.spans('answer.acceptedAbout', { sum, price, level }),
    ),
    ...(isUndecided(status) ? [para(w.spans('answer.undecided'))] : []),
    ...(isNothing ? [para(w.spans('answer.recordNone'))] : []),
    status.isRecorded && status.epoch !== null
      ? { type: 'mark', mark: 'recorded', spans: w.spans('answer.recorded', { epoch: status.epoch }) }
      : para(w.spans('answer.notRecorded')),
    ...(status.appeal === 'won' ? [para(w.spans('answer.appealWon'))] : []),
    ...(status.appeal === 'unseated' ? [para(w.spans('answer.appealUnseated'))] : []),
  ]
  return {
    heading: w.say('answer.acceptedHeading'),
    line: w.say('answer.acceptedLine', { sum }),
    blocks,
    rows: [
      [d.first('nextTask', 'work', 'next')],
      [
        d.press('whyAmount', 'answer', 'why', status.submissionId),
        ...(status.isRecorded ? [d.press('proof', 'proof', 'go', status.submissionId)] : []),
      ],
      [d.press('back', 'results', 'go')],
    ],
  }
}

/** The time ran out before enough people had judged it: then it counts for its author. */
function isUndecided({ state, accepts, rejects, appeal }: AnswerStatus): boolean {
  return state === 'accepted' && appeal === 'none' && accepts + rejects > 0 && accepts <= rejects
}

/** Always with its reason: the rule, or the plain word that none was named. */
function rejected({ w }: Talk, status: AnswerStatus): Shown {
  const d = drawer(w)
  const of = status.accepts + status.rejects
  const { rule } = status
  const isOpen = status.appeal === 'possible' && status.appealUntil !== null
  const blocks: Block[] = [
    ...(status.isHiddenCheck ? [para(w.spans('answer.checkMissed'))] : []),
    ...(of === 0 ? [] : [para(w.spans('answer.reviewers', { of, count: status.rejects }))]),
    para(
      rule === null
        ? w.spans('answer.whyUnruled')
        : w.spans('answer.whyRule', { rule: String(rule.rule), text: rule.text }),
    ),
    ...[...new Set(status.notes)].map((note): Block => ({ type: 'content', text: note })),
    ...(status.appeal === 'open' ? [para(w.spans('answer.appealOpen'))] : []),
    ...(status.appeal === 'lost' ? [para(w.spans('answer.appealLost'))] : []),
    ...(isOpen ? [para(w.spans('answer.appealUntil', { date: w.day(status.appealUntil as Date) }))] : []),
  ]
  const look: Button[] = isOpen ? [d.press('secondLook', 'appeal', 'go', status.submissionId)] : []
  return {
    heading: w.say('answer.notAcceptedHeading'),
    line: w.say('answer.notAcceptedLine'),
    blocks,
    rows: [
      [d.first('ok', 'results', 'go')],
      ...(look.length === 0 ? [] : [look]),
      [
        d.press('guide', 'guide', 'go', status.campaignId, `0.${status.guideVersion}`),
        d.press('nextTask', 'work', 'next'),
      ],
    ],
  }
}

/** How far somebody's record lets an answer count; nothing is said where it takes nothing away. */
function recordOf(w: Talk['w'], factorPpm: number | null): Block[] {
  if (factorPpm === null || factorPpm >= 1_000_000) return []
  if (factorPpm === 0) return [para(w.spans('answer.recordNone'))]
  return [para(w.spans('answer.record', { percent: w.number(Math.floor(factorPpm / 10_000)) }))]
}

function why({ w }: Talk, status: AnswerStatus): Shown {
  const d = drawer(w)
  const sum = w.sum(status.sum ?? status.about ?? status.price)
  const { people, checkQuestions, levelPercent, factorPpm } = status.factors
  const truthPpm = isUndecided(status) ? null : status.factors.truthPpm
  return {
    heading: w.say('answer.whyHeading', { sum }),
    line: w.say('answer.acceptedLine', { sum }),
    blocks: [
      ...(isUndecided(status) ? [para(w.spans('answer.undecided'))] : []),
      ...(people > 0 ? [para(w.spans('answer.agree', { count: people }))] : []),
      ...(checkQuestions > 0 ? [para(w.spans('answer.checks', { count: checkQuestions }))] : []),
      ...(truthPpm === null
        ? []
        : [para(w.spans('answer.truth', { percent: w.number(Math.round(truthPpm / 10_000)) }))]),
      ...recordOf(w, factorPpm),
      para(
        status.quality === null
          ? w.spans('answer.qualityOpen')
          : w.spans('answer.quality', { quality: status.quality }),
      ),
      ...(levelPercent > 0 ? [para(w.spans('answer.level', { percent: w.number(levelPercent) }))] : []),
      ...(levelPercent < 0 ? [para(w.spans('answer.levelLess', { percent: w.number(100 + levelPercent) }))] : []),
    ],
    rows: [
      [d.first('nextTask', 'work', 'next')],
      [
        ...(status.isRecorded ? [d.press('proof', 'proof', 'go', status.submissionId)] : []),
        d.press('back', 'answer', 'go', status.submissionId),
      ],
    ],
  }
}
