// What a person is told unasked, at their next step: what was decided and paid while they were away.
import { type Notice, type NoticeCode, sinceLastVisit, takeNotices } from '@perle/core'
import type { Action } from './event.ts'
import { tellNotices } from './notices.ts'
import type { Talk } from './scenes/scene.ts'
import type { State } from './state.ts'
import { type Said, said } from './words/index.ts'

export type News = {
  /** Lines above whatever is shown. */
  says: Said[]
  /** A screen of its own, when nothing is being done that it would push away. */
  screen?: State
}

/** Scenes in the middle of something: news stands above them, and never in their place. */
const BUSY: State['scene'][] = [
  'task',
  'test',
  'practice',
  'vote',
  'askGuide',
  'agreement',
  'appeal',
  'topic',
  'wallet',
  'forget',
]

function hasRoom(action: Action, state: State | undefined): boolean {
  if (action.kind === 'look') return state !== undefined && !BUSY.includes(state.scene)
  return action.kind === 'command' && (action.name === 'start' || action.name === 'task')
}

/** The first pay is told wherever somebody looks for it; it happens once. */
function hasRoomForFirstPay(action: Action, state: State | undefined): boolean {
  return hasRoom(action, state) || (action.kind === 'command' && (action.name === 'me' || action.name === 'wallet'))
}

function firstPayOf(notices: Notice[]): State | undefined {
  const first = notices.find(one => one.code === 'pay.arrived' && one.values['isFirst'] === 1)
  if (first === undefined) return undefined
  const { sum, answers, epoch } = first.values
  return {
    scene: 'firstPay',
    sum: String(sum),
    answers: Number(answers ?? 0),
    ...(typeof epoch === 'number' && epoch > 0 ? { epoch } : {}),
  }
}

/** A pause has a screen of its own: it says why, and holds the way back. */
function pauseOf(notices: Notice[]): { notice: Notice; state: State } | undefined {
  const notice = notices.find(one => one.code === 'skill.paused')
  const skill = notice?.values['skill']
  return notice === undefined || typeof skill !== 'string' ? undefined : { notice, state: { scene: 'paused', skill } }
}

/** Takes what is new; each piece is told once. */
export async function takeNews(
  talk: Talk,
  { action, state, hasNews }: { action: Action; state: State | undefined; hasNews: boolean },
): Promise<News> {
  const { ctx, person, w } = talk
  const visit = await sinceLastVisit(ctx, { contributorId: person.id })
  const notices = hasNews ? await takeNotices(ctx, { contributorId: person.id }) : []
  const room = hasRoom(action, state)
  const firstPay = hasRoomForFirstPay(action, state) ? firstPayOf(notices) : undefined
  // The end of a test has just said what it pays.
  const skip: NoticeCode[] = state?.scene === 'testDone' ? ['test.stipend'] : []
  // What has arrived need not be said to be on its way.
  if (notices.some(one => one.code === 'pay.arrived')) skip.push('pay.sent')
  if (visit !== undefined) skip.push('answer.accepted', 'answer.rejected')
  const pause = room && firstPay === undefined ? pauseOf(notices) : undefined
  const told = notices.filter(one => {
    if (one === pause?.notice) return false
    return firstPay === undefined || one.code !== 'pay.arrived' || one.values['isFirst'] !== 1
  })
  const screen = firstPay ?? pause?.state
  const says = tellNotices(w, told, skip)
  if (visit === undefined) return { says, ...(screen === undefined ? {} : { screen }) }
  const { accepted, pending, rejected } = visit
  if (room && screen === undefined) {
    const counts = { accepted, pending, rejected, earned: visit.earned.toString() }
    return { says, screen: { scene: 'since', since: visit.since.toISOString(), ...counts } }
  }
  const summary = said('since.line', { accepted, pending, rejected, sum: w.sum(visit.earned) })
  return { says: [summary, ...says], ...(screen === undefined ? {} : { screen }) }
}
