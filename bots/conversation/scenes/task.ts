// S08, the frame around every task, with the kind inside (S09, S12 to S14), and More.
import {
  type AssignmentId,
  type CampaignId,
  canUndo,
  extendTask,
  readMe,
  saveDraft,
  skipTask,
  submitAnswer,
  type Task,
  taskInHand,
  undoAnswer,
} from '@perle/core'
import { drawQuestion, stepOf } from '../asking.ts'
import { talkOf } from '../kinds/index.ts'
import type { Asking } from '../kinds/kindTalk.ts'
import type { State, StateOf } from '../state.ts'
import type { Block, Button } from '../view.ts'
import { said } from '../words/index.ts'
import { refusedState } from './refused.ts'
import { drawer, type Elsewhere, type Move, para, type Scene, type Shown, STALE, type Talk } from './scene.ts'
import { goOn } from './takeUp.ts'

type OnTask = StateOf<'task'>

/** When this share of the time is left, more is offered. */
const LATE = 1 / 3

function askingOf(state: OnTask | undefined, task: Task): Asking {
  return {
    item: task.item,
    seed: task.shuffleSeed,
    draft: task.draft,
    list: state?.list ?? 0,
    isWriting: state?.isWriting ?? false,
    isBlurred: task.hardToSee !== null,
  }
}

/** The task in hand, or where to go instead: to the other one that is in hand, or to the word that its time is over. */
export async function heldOr(talk: Talk, assignmentId: string): Promise<Task | Elsewhere> {
  const task = await taskInHand(talk.ctx, { contributorId: talk.person.id })
  if (task?.assignmentId === assignmentId) return task
  if (task !== undefined) return { instead: { scene: 'task', assignmentId: task.assignmentId } }
  return { instead: refusedState(talk, { code: 'assignment.expired' }) }
}

/** For a press on a task that is not in hand: the core says why not, and what was sent already is merely old. */
export async function whyNot(talk: Talk, id: string | undefined): Promise<Move> {
  if (id === undefined) return STALE
  const probe = await saveDraft(talk.ctx, {
    contributorId: talk.person.id,
    assignmentId: id as AssignmentId,
    draft: null,
  })
  return probe.ok || probe.refusal.code === 'assignment.closed' ? STALE : probe
}

export const task: Scene<OnTask> = {
  async show(talk, state) {
    const held = await heldOr(talk, state.assignmentId)
    return 'instead' in held ? held : shown(talk, state, held)
  },

  async press(talk, press, state) {
    const { ctx, person } = talk
    const held = await taskInHand(ctx, { contributorId: person.id })
    if (press.verb === 'undo') return isUndoNow(press.id, held, state) ? undo(talk) : STALE
    if (held === undefined || held.assignmentId !== press.id) return whyNot(talk, press.id)
    const here = onTask(state, held)
    if (press.verb === 'go') return { to: { ...here, isWriting: false } }
    if (press.verb === 'extend') return extend(talk, held, here)
    return stepped(talk, held, here, stepOf(talk.w, askingOf(here, held), here.reading, press))
  },

  async form(talk, press, text, state) {
    const held = await taskInHand(talk.ctx, { contributorId: talk.person.id })
    if (held === undefined || held.assignmentId !== press.id) return whyNot(talk, press.id)
    const here = onTask(state, held)
    const wrote = talkOf(held.item.kind).wrote?.(askingOf(here, held), text, press.arg) ?? 'stale'
    return stepped(talk, held, { ...here, isWriting: false }, wrote)
  },

  async whole(talk, press, state) {
    const held = await taskInHand(talk.ctx, { contributorId: talk.person.id })
    if (held === undefined || held.assignmentId !== press.id) return undefined
    return askingOf(onTask(state, held), held)
  },

  async text(talk, text, state) {
    const held = await heldOr(talk, state.assignmentId)
    if ('instead' in held) return undefined
    const step = talkOf(held.item.kind).typed?.(talk.w, askingOf(state, held), text)
    // What is typed opens something; it never answers by itself.
    if (step === undefined || step === 'stale' || 'answer' in step) return undefined
    return stepped(talk, held, state, step)
  },
}

function onTask(state: State, held: Task): OnTask {
  return state.scene === 'task' && state.assignmentId === held.assignmentId
    ? state
    : { scene: 'task', assignmentId: held.assignmentId }
}

async function shown(talk: Talk, state: OnTask, held: Task): Promise<Shown> {
  const { ctx, person, w } = talk
  const d = drawer(w)
  const left = held.expiresAt.getTime() - ctx.now().getTime()
  const isLate = left < (held.expiresAt.getTime() - held.createdAt.getTime()) * LATE
  const hasUndo = held.draft === null && (await canUndo(ctx, { contributorId: person.id }))
  const frame: Button[] = [
    d.press('guide', 'guide', 'go', held.campaignId, `0.${held.guideVersion}`, { key: 'G' }),
    d.press('skip', 'skip', 'go', held.assignmentId, '', { key: 'S' }),
    ...(hasUndo ? [d.press('undo', 'task', 'undo', held.assignmentId, '', { key: 'Backspace' })] : []),
    ...(isLate ? [d.press('moreTime', 'task', 'extend', held.assignmentId)] : []),
    d.press('more', 'more', 'go', held.assignmentId),
  ]
  const foot: Block[] = [
    ...(isLate ? [para(w.spans('task.yoursUntil', { until: w.moment(held.expiresAt, ctx.now()) }))] : []),
    {
      type: 'foot',
      text: w.say('task.foot', { campaign: held.campaignTitle, price: w.sum(held.price), seconds: held.seconds }),
    },
  ]
  return drawQuestion(w, {
    asking: askingOf(state, held),
    covered: state.isShown ? undefined : (held.hardToSee ?? undefined),
    reading: state.reading,
    scene: 'task',
    id: held.assignmentId,
    foot,
    frame,
  })
}

async function stepped(talk: Talk, held: Task, here: OnTask, step: ReturnType<typeof stepOf>): Promise<Move> {
  if (step === 'stale') return STALE
  if ('answer' in step) return submit(talk, held, step.answer)
  if (!('draft' in step)) return { to: { ...here, ...step } }
  const input = { contributorId: talk.person.id, assignmentId: held.assignmentId, draft: step.draft }
  const saved = await saveDraft(talk.ctx, input)
  return saved.ok ? { to: here } : saved
}

async function submit(talk: Talk, held: Task, answer: unknown): Promise<Move> {
  const { ctx, person, w } = talk
  const sent = await submitAnswer(ctx, { contributorId: person.id, assignmentId: held.assignmentId, answer })
  if (!sent.ok) return sent
  const { price, today, pendingSum, isFirstEver } = sent.value
  const receipt = isFirstEver
    ? said('receipt.first')
    : said('receipt.saved', { price: w.sum(price), count: today, sum: w.sum(pendingSum) })
  return goOn(talk, held.campaignId as CampaignId, [{ ...receipt, mark: 'saved' }])
}

async function extend(talk: Talk, held: Task, here: OnTask): Promise<Move> {
  const more = await extendTask(talk.ctx, { contributorId: talk.person.id, assignmentId: held.assignmentId })
  if (!more.ok) return more
  const until = talk.w.moment(more.value.expiresAt, talk.ctx.now())
  return { to: here, says: [said('task.moreTimeGiven', { until })] }
}

/** The button names the task that it stood under: pressed twice, it must not take back one answer more. */
function isUndoNow(id: string | undefined, held: Task | undefined, state: State): boolean {
  return id === undefined ? state.scene === 'receipt' : held?.assignmentId === id
}

/** The last answer comes back as a draft; the task that was open meanwhile goes back untouched. */
async function undo(talk: Talk): Promise<Move> {
  const back = await undoAnswer(talk.ctx, { contributorId: talk.person.id })
  if (!back.ok) return back
  return { to: { scene: 'task', assignmentId: back.value.assignmentId }, says: [said('task.undone')] }
}

export const more: Scene<StateOf<'more'>> = {
  async show(talk, state) {
    const held = await heldOr(talk, state.assignmentId)
    if ('instead' in held) return held
    const { ctx, person, w } = talk
    const d = drawer(w)
    const id = held.assignmentId
    const hasUndo = await canUndo(ctx, { contributorId: person.id })
    return {
      heading: w.say('task.moreHeading'),
      line: w.say('task.moreLine'),
      blocks: hasUndo ? [] : [para(w.spans('task.cannotUndo'))],
      rows: [
        ...(hasUndo ? [[d.press('undoLast', 'task', 'undo', id)]] : []),
        [d.press('askGuide', 'askGuide', 'go', id)],
        [d.press('report', 'report', 'go', id)],
        [d.press('stopForNow', 'more', 'stop', id)],
        [d.press('back', 'task', 'go', id)],
      ],
    }
  },

  async press(talk, press) {
    const held = await taskInHand(talk.ctx, { contributorId: talk.person.id })
    if (held === undefined || held.assignmentId !== press.id) return whyNot(talk, press.id)
    if (press.verb !== 'stop') return { to: { scene: 'more', assignmentId: held.assignmentId } }
    const input = { contributorId: talk.person.id, assignmentId: held.assignmentId, reason: 'stopped' as const }
    const stopped = await skipTask(talk.ctx, input)
    return stopped.ok ? { to: { scene: 'done' } } : stopped
  },
}

/** S21, where no next task follows. */
export const receipt: Scene<StateOf<'receipt'>> = {
  async show(talk) {
    const { ctx, person, w } = talk
    const d = drawer(w)
    const hasUndo = await canUndo(ctx, { contributorId: person.id })
    return {
      heading: w.say('receipt.allSentHeading'),
      line: w.say('receipt.line'),
      blocks: [para(w.spans('receipt.allSent'))],
      rows: [
        [d.first('nextTask', 'work', 'next')],
        [...(hasUndo ? [d.press('undo', 'task', 'undo')] : []), d.press('stopForNow', 'done', 'go')],
      ],
    }
  },
}

export const done: Scene<StateOf<'done'>> = {
  async show({ ctx, person, w }) {
    const me = await readMe(ctx, { contributorId: person.id })
    const d = drawer(w)
    const values = { count: me.today, sum: w.sum(me.pendingSum) }
    return {
      heading: w.say('receipt.doneHeading'),
      line: w.say('receipt.doneLine', values),
      blocks: [para(w.spans('receipt.done', values))],
      rows: [[d.first('myResults', 'me', 'go')], [d.press('nextTask', 'work', 'next')]],
    }
  },

  async press() {
    return { to: { scene: 'done' } }
  },
}
