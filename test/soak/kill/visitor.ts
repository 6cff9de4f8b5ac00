// A visitor whose page repeats what was not answered, with the same key, until somebody answers; every step is in a diary.
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Action } from '../../../bots/conversation/event.ts'
import { type ChatReply, Visitor } from '../../support/perle.ts'
import { createDiary, type Deed, type DeedKind, type Diary } from './deeds.ts'

/** "Nobody waits for ever": a request that nobody answers for so long is a finding. */
const ANSWERED_WITHIN_MS = 120_000
const AGAIN_MS = 100

export type About = { kind: DeedKind; subject?: string; detail?: string }
/** Shared by all visitors of a run. */
export type Run = {
  url: string
  life: number
  isPaused: boolean
  isOver: boolean
  /** The crowd takes its time, and what is aimed at paydays would wait for it. */
  hasCrowd: boolean
  random: () => number
  /** Longest wait for an answer since the last look, milliseconds. */
  longestWait: number
  faults: string[]
  /** Everybody who ever came in. */
  guests: Guest[]
}

export type Guest = { run: Run; visitor: Visitor; diary: Diary }

/** Local mode: `who` is a person's id, or "new". */
export async function enter(run: Run, name: string, who: string): Promise<Guest> {
  const guest: Guest = { run, visitor: new Visitor(run.url), diary: createDiary(name) }
  const reply = await untilAnswered(run, () =>
    sent(guest, () => guest.visitor.send('/api/chat/enter', { person: who })),
  )
  const cookie = reply.headers.get('set-cookie')?.split(';')[0] ?? ''
  guest.visitor.keep(cookie)
  guest.diary.session = `web:local:${cookie.split('=l.')[1] ?? ''}`
  guest.diary.contributorId = ((await reply.json()) as { you: { id: string } }).you.id
  run.guests.push(guest)
  await look(guest)
  return guest
}

export async function look(guest: Guest): Promise<void> {
  await untilAnswered(guest.run, () =>
    sent(guest, async () => {
      await guest.visitor.look()
      return { status: guest.visitor.view === undefined ? 503 : 200 }
    }),
  )
}

/**
 * Sends and repeats until it is answered. With `mayGiveUp` a lost answer ends it at times: the page was reloaded, and nobody asks again.
 * Undefined then.
 */
export async function act(
  guest: Guest,
  action: Action,
  about: About,
  mayGiveUp = false,
): Promise<ChatReply | undefined> {
  const { run, visitor, diary } = guest
  const deed: Deed = {
    key: randomUUID(),
    kind: about.kind,
    subject: about.subject ?? '',
    detail: about.detail ?? '',
    sent: 0,
    state: 'sent',
    isRefused: false,
    life: run.life,
  }
  diary.deeds.push(deed)
  const givesUp = mayGiveUp && run.random() < 0.3
  const reply = await untilAnswered(
    run,
    () =>
      sent(
        guest,
        () => visitor.act(action, deed.key),
        () => {
          deed.sent += 1
        },
      ),
    givesUp,
  ).catch((error: unknown) => {
    if (!(error instanceof GaveUp)) throw error
    return undefined
  })
  deed.state = reply === undefined ? 'givenUp' : 'acknowledged'
  if (reply === undefined) await look(guest)
  else if (reply.status !== 200) {
    run.faults.push(
      `${diary.name}: ${deed.kind} ${deed.subject} was answered ${reply.status} ${reply.error?.code ?? ''}`,
    )
  }
  return reply
}

export function press(guest: Guest, label: string | RegExp, about: About = { kind: 'other' }, mayGiveUp = false) {
  return act(guest, { kind: 'press', payload: guest.visitor.button(label) }, about, mayGiveUp)
}

export function say(guest: Guest, name: string) {
  return act(guest, { kind: 'command', name: name as never }, { kind: 'other', detail: name })
}

/** A no is an answer as well (a round closed meanwhile): the deed then need not have had its effect. */
export function counts(guest: Guest, reply: ChatReply | undefined, scenes: string[]): void {
  const deed = guest.diary.deeds.at(-1)
  if (reply === undefined || deed === undefined) return
  const isStale = guest.visitor.text().includes('That message is from before')
  deed.isRefused = isStale || !scenes.includes(reply.view?.scene)
}

/** Counts a request that may have reached the process; one that found nobody listening has not. */
async function sent<T>(guest: Guest, attempt: () => Promise<T>, count = () => {}): Promise<T> {
  const isThere = (error?: unknown) => (error as { cause?: { code?: string } })?.cause?.code !== 'ECONNREFUSED'
  const counted = (is: boolean) => {
    if (!is) return
    guest.diary.requests += 1
    count()
  }
  try {
    const reply = await attempt()
    counted(true)
    return reply
  } catch (error) {
    counted(isThere(error))
    throw error
  }
}

class GaveUp extends Error {}

/** 503 says that it was slow and may be sent again, and no reply at all says nothing. */
export async function untilAnswered<T extends { status: number }>(
  run: Run,
  attempt: () => Promise<T>,
  givesUp = false,
): Promise<T> {
  const from = Date.now()
  for (;;) {
    const reply = await attempt().catch(() => undefined)
    if (reply !== undefined && reply.status !== 503) {
      run.longestWait = Math.max(run.longestWait, Date.now() - from)
      return reply
    }
    if (givesUp) throw new GaveUp()
    if (run.isOver) throw new Error('the run is over')
    if (Date.now() - from > ANSWERED_WITHIN_MS) throw new Error(`nobody answered for ${ANSWERED_WITHIN_MS} ms`)
    await sleep(AGAIN_MS)
  }
}
