// One event, one transaction: written down first, then handled with its state, then answered with the View as it is now.

import {
  type BaseContext,
  type Context,
  forgetPlans,
  lookAhead,
  type Meeting,
  meet,
  type OpenDatabase,
  type Person,
  plainMessage,
  runTurn,
} from '@perle/core'
import { accountLock, endTurn, receiveEvent, receiveEvents, recordFailure, screenIdOf } from '@perle/core/inbox'
import { unpack } from './buttons.ts'
import { converse } from './converse.ts'
import type { Action, Event, Platform } from './event.ts'
import { parseState } from './state.ts'
import { LAST_WORDS, type View } from './view.ts'

/** After this many failed attempts an event is given up, and the person is told. */
export const MOST_ATTEMPTS = 3

export type Turn = {
  view: View
  person: Person
  /** The number of the conversation's turn; rises. */
  turn: number
  /** The event had been handled before; the View is where the person is now. */
  isRepeat: boolean
  /** Names the screen that waits to be shown, for an event that said where. */
  screenId?: string
}

/** How long a screen is left to whoever took its turn; then anybody may show it. Longer than showing takes, short for a person who waits. */
const SHOWN_WITHIN_SECONDS = 5

export type TurnPlace = { database: OpenDatabase; base: BaseContext }

/** Writes the event down and commits; only then may the platform be told that it arrived. False: known already. */
export async function receive(place: TurnPlace, event: Event): Promise<boolean> {
  return receiveEvent(place.database.db, {
    eventKey: event.eventKey,
    payload: JSON.stringify(event),
    receivedAt: place.base.now(),
  })
}

/** The same for a batch, in one commit. Answers the events that nobody has written down before. */
export async function receiveAll(place: TurnPlace, events: readonly Event[]): Promise<Event[]> {
  const receivedAt = place.base.now()
  const rows = events.map(event => ({ eventKey: event.eventKey, payload: JSON.stringify(event), receivedAt }))
  const fresh = await receiveEvents(place.database.db, rows)
  return events.filter(event => fresh.delete(event.eventKey))
}

/**
 * Handles one received event. Throws faults and bugs after recording the failed attempt; `isGivenUp` on the error says
 * whether it will be tried again.
 */
export async function takeTurn(place: TurnPlace, event: Event): Promise<Turn> {
  try {
    return await untilKept(place, event)
  } catch (error) {
    const failure = plainMessage(error)
    const isGivenUp = await recordFailure(place.database.db, {
      eventKey: event.eventKey,
      failure,
      most: MOST_ATTEMPTS,
      now: place.base.now(),
    })
    place.base.log.error({ eventKey: event.eventKey, surface: event.identity.platform, isGivenUp }, failure)
    throw new TurnFailed(event.eventKey, isGivenUp, error)
  }
}

/** A no of a use-case that had written already: that transaction goes back, and only where the person is and what they are shown is kept. */
class Undone extends Error {
  readonly kept: Pick<Turn, 'view'> & { state: string }
  /** The conversation's turn that it was said in. */
  readonly turn: number
  constructor(kept: Undone['kept'], turn: number) {
    super('refused')
    this.kept = kept
    this.turn = turn
  }
}

async function untilKept(place: TurnPlace, event: Event): Promise<Turn> {
  for (;;) {
    try {
      return await runTurn(place.database, place.base, ctx => handle(ctx, event), accountLock(event.identity))
    } catch (error) {
      if (!(error instanceof Undone)) throw error
      const undone = error
      const again = (ctx: Context) => keep(ctx, event, undone)
      const turn = await runTurn(place.database, place.base, again, accountLock(event.identity))
      if (turn !== undefined) return turn
    }
  }
}

/** Undefined where the conversation went on between the two transactions: then the event is handled anew. */
async function keep(ctx: Context, event: Event, { kept, turn }: Undone): Promise<Turn | undefined> {
  const met = await meet(ctx, { ...event.identity, eventKey: event.eventKey })
  if (!met.isUnhandled || (met.conversation?.turn ?? 0) + 1 !== turn) return undefined
  const { person, identityId } = met
  const conversation = { identityId, contributorId: person.id, state: kept.state, turn, updatedAt: ctx.now() }
  const screen = screenOf(event, kept.view)
  endTurn(ctx.db, { eventKey: event.eventKey, conversation, ...screen })
  return { view: kept.view, person, turn, isRepeat: false, ...screenIdIn(screen) }
}

/** Shows what a person would see if they looked now, without an event: a surface that refreshes. */
export async function look(place: TurnPlace, identity: Event['identity']): Promise<Turn> {
  const work = async (ctx: Context): Promise<Turn> => {
    const met = await meet(ctx, identity)
    const { view, conversation } = await step(ctx, met, { action: { kind: 'look' }, surface: identity.platform })
    endTurn(ctx.db, { eventKey: undefined, conversation })
    return { view, person: met.person, turn: conversation.turn, isRepeat: false }
  }
  return runTurn(place.database, place.base, work, accountLock(identity))
}

export class TurnFailed extends Error {
  readonly eventKey: string
  readonly isGivenUp: boolean
  constructor(eventKey: string, isGivenUp: boolean, cause: unknown) {
    super(`turn ${eventKey} failed`, { cause })
    this.name = 'TurnFailed'
    this.eventKey = eventKey
    this.isGivenUp = isGivenUp
  }
}

async function handle(ctx: Context, event: Event): Promise<Turn> {
  const account = event.identity
  // All asked for before the first answer is waited for.
  const [met] = await Promise.all([
    meet(ctx, {
      ...account,
      eventKey: event.eventKey,
      ...(event.locale === undefined ? {} : { locale: event.locale }),
    }),
    isOnTask(event.action) ? lookAhead(ctx, account) : undefined,
  ])
  const action: Action = met.isUnhandled ? event.action : { kind: 'look' }
  const { view, conversation } = await step(ctx, met, { action, surface: account.platform })
  const screen = met.isUnhandled ? screenOf(event, view) : {}
  endTurn(ctx.db, { eventKey: event.eventKey, conversation, ...screen })
  return { view, person: met.person, turn: conversation.turn, isRepeat: !met.isUnhandled, ...screenIdIn(screen) }
}

/**
 * The screen that waits until its surface has shown it. It is drawn anew from where the person is, so nothing of theirs is kept in it; but
 * last words are kept, because looking again would meet somebody new.
 */
function screenOf(event: Event, view: View) {
  const { reply, identity } = event
  if (reply === undefined || identity.platform === 'web') return {}
  const last = LAST_WORDS.includes(view.scene) ? { view: JSON.stringify(view) } : {}
  return {
    screen: {
      id: screenIdOf(event.eventKey),
      surface: identity.platform,
      recipient: reply.recipient,
      payload: JSON.stringify({ ...reply.place, ...last }),
      waitSeconds: SHOWN_WITHIN_SECONDS,
    },
  }
}

function screenIdIn({ screen }: ReturnType<typeof screenOf>): { screenId?: string } {
  return screen === undefined ? {} : { screenId: screen.id }
}

/** Presses on a task need the task: it is asked for together with whose it is. */
function isOnTask(action: Action): boolean {
  return (action.kind === 'press' || action.kind === 'form') && unpack(action.payload)?.scene === 'task'
}

async function step(ctx: Context, met: Meeting, given: { action: Action; surface: Platform }) {
  const { person, hasNews, identityId, conversation } = met
  const before = parseState(conversation?.state)
  const { view, state: after, refusal } = await converse(ctx, { person, hasNews, identityId, state: before, ...given })
  const turn = (conversation?.turn ?? 0) + 1
  const state = JSON.stringify(after)
  // Most are said before anything is written; a savepoint in every turn would be paid for by those that are not refused.
  if (refusal !== undefined && !forgetPlans(ctx)) throw new Undone({ view, state }, turn)
  return { view, conversation: { identityId, contributorId: person.id, state, turn, updatedAt: ctx.now() } }
}
