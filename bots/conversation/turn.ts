// One event, one transaction: written down first, then handled with its state, then answered with the View as it is now.

import { type BaseContext, type Context, meet, type OpenDatabase, type Person, runTurn, savepoint } from '@perle/core'
import {
  finishEvent,
  lockAccount,
  lockConversation,
  lockEvent,
  receiveEvent,
  recordFailure,
  saveConversation,
} from '@perle/core/inbox'
import { converse, type Outcome } from './converse.ts'
import type { Event } from './event.ts'
import { parseState } from './state.ts'
import type { View } from './view.ts'

/** After this many failed attempts an event is given up, and the person is told. */
export const MOST_ATTEMPTS = 3

export type Turn = {
  view: View
  person: Person
  /** The number of the conversation's turn; rises. */
  turn: number
  /** The event had been handled before; the View is where the person is now. */
  isRepeat: boolean
}

export type TurnPlace = { database: OpenDatabase; base: BaseContext }

/** Writes the event down and commits; only then may the platform be told that it arrived. False: known already. */
export async function receive(place: TurnPlace, event: Event): Promise<boolean> {
  return receiveEvent(place.database.db, {
    eventKey: event.eventKey,
    payload: JSON.stringify(event),
    receivedAt: place.base.now(),
  })
}

/**
 * Handles one received event. Throws faults and bugs after recording the failed attempt; `isGivenUp` on the error says
 * whether it will be tried again.
 */
export async function takeTurn(place: TurnPlace, event: Event): Promise<Turn> {
  try {
    return await runTurn(place.database, place.base, ctx => handle(ctx, event))
  } catch (error) {
    const failure = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
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

/** Shows what a person would see if they looked now, without an event: a surface that refreshes. */
export async function look(place: TurnPlace, identity: Event['identity']): Promise<Turn> {
  return runTurn(place.database, place.base, async ctx => {
    const outcome = await step(ctx, { eventKey: '', identity, action: { kind: 'look' } })
    return { ...outcome, isRepeat: false }
  })
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
  const row = await lockEvent(ctx.db, event.eventKey)
  const isRepeat = row === undefined || row.state !== 'new'
  const done = await step(ctx, isRepeat ? { ...event, action: { kind: 'look' } } : event)
  if (!isRepeat) await finishEvent(ctx.db, event.eventKey, ctx.now())
  return { ...done, isRepeat }
}

async function step(ctx: Context, event: Event): Promise<Omit<Turn, 'isRepeat'>> {
  await lockAccount(ctx.db, `${event.identity.platform}:${event.identity.platformId}`)
  const met = await meet(ctx, {
    ...event.identity,
    ...(event.locale === undefined ? {} : { locale: event.locale }),
  })
  const before = await lockConversation(ctx.db, met.identityId)
  const outcome = await underSavepoint(ctx, inner =>
    converse(inner, {
      person: met.person,
      identityId: met.identityId,
      state: parseState(before?.state),
      action: event.action,
      surface: event.identity.platform,
    }),
  )
  const turn = await saveConversation(ctx.db, {
    identityId: met.identityId,
    contributorId: met.person.id,
    state: JSON.stringify(outcome.state),
    updatedAt: ctx.now(),
  })
  return { view: outcome.view, person: met.person, turn }
}

class Refused extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('refused')
    this.outcome = outcome
  }
}

/** A refusal undoes what its use-case wrote, and keeps where the person is and what they are shown. */
async function underSavepoint(ctx: Context, work: (inner: Context) => Promise<Outcome>): Promise<Outcome> {
  try {
    return await savepoint(ctx.db, async db => {
      const outcome = await work(Object.assign(Object.create(ctx) as Context, { db }))
      if (outcome.refusal !== undefined) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.outcome
    throw error
  }
}
