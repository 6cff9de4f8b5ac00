// How fast we may write: about 30 messages a second in all, one a second to one chat with short bursts, 20 a minute to a group (Bots FAQ,
// core.telegram.org/bots/faq). Whoever waits for an answer to a tap goes before whoever is only told something.

export type Pace = {
  perSecond: number
  perChatSecond: number
  perGroupMinute: number
  /** Length of a second here; tests shorten it. */
  secondMs: number
}
export const PACE: Pace = { perSecond: 30, perChatSecond: 1, perGroupMinute: 20, secondMs: 1000 }

/** A chat's burst: so many at once, and no more than the rule over as many seconds. */
const BURST = 5
/** Messages that may leave at one moment; more would arrive as a burst at the other side. */
const AT_ONCE = 3
/** The clocks of both sides are not the same; a message a second less is lost than a second of waiting. */
const MARGIN = 0.98

export type Pacer = {
  /** Resolves when a message may go to this chat. */
  turn(chat: string, isTapped: boolean): Promise<void>
  /** Telegram said 429: nothing to this chat for so long. */
  pause(chat: string, seconds: number): void
  stop(): void
}

type Waiting = { chat: string; go: () => void }

/** `clock` in milliseconds; it need not be the time of day. */
export function createPacer(pace: Pace, clock: () => number): Pacer {
  const queues: [tapped: Waiting[], told: Waiting[]] = [[], []]
  const sent = new Map<string, number[]>()
  const pausedUntil = new Map<string, number>()
  const { secondMs } = pace
  const everyMs = secondMs / (pace.perSecond * MARGIN)
  let refused: { chat: string; at: number }[] = []
  let allPausedUntil = 0
  let tokens = AT_ONCE
  let filledAt = clock()
  let timer: NodeJS.Timeout | undefined

  /** When this chat may be written to next. */
  function readyAt(chat: string, now: number): number {
    const isGroup = chat.startsWith('-')
    const times = sent.get(chat) ?? []
    const paused = pausedUntil.get(chat) ?? 0
    const most = Math.max(1, Math.round(pace.perChatSecond * BURST))
    const bursting = times.length < most ? 0 : (times.at(-most) as number) + BURST * secondMs
    const inMinute = pace.perGroupMinute
    const crowded = !isGroup || times.length < inMinute ? 0 : (times.at(-inMinute) as number) + 60 * secondMs
    return Math.max(paused, bursting, crowded, now)
  }

  function note(chat: string, now: number): void {
    const times = sent.get(chat) ?? []
    times.push(now)
    const most = chat.startsWith('-') ? pace.perGroupMinute : Math.round(pace.perChatSecond * BURST)
    if (times.length > most) times.shift()
    sent.set(chat, times)
    if (sent.size > 5000) for (const [old, list] of sent) if ((list.at(-1) ?? 0) < now - 60 * secondMs) sent.delete(old)
  }

  function refill(now: number): void {
    tokens = Math.min(AT_ONCE, tokens + (now - filledAt) / everyMs)
    filledAt = now
  }

  function pump(): void {
    clearTimeout(timer)
    timer = undefined
    const now = clock()
    refill(now)
    let nextAt = Number.POSITIVE_INFINITY
    for (const queue of queues) {
      for (let at = 0; at < queue.length; ) {
        const one = queue[at] as Waiting
        const ready = Math.max(readyAt(one.chat, now), allPausedUntil)
        if (ready > now) {
          nextAt = Math.min(nextAt, ready)
          at += 1
          continue
        }
        if (tokens < 1) {
          schedule(Math.min(nextAt, now + (1 - tokens) * everyMs), now)
          return
        }
        tokens -= 1
        note(one.chat, now)
        queue.splice(at, 1)
        one.go()
      }
    }
    schedule(nextAt, now)
  }

  function schedule(at: number, now: number): void {
    if (at === Number.POSITIVE_INFINITY) return
    timer = setTimeout(pump, Math.max(1, Math.ceil(at - now)))
  }

  return {
    turn: (chat, isTapped) =>
      new Promise(go => {
        queues[isTapped ? 0 : 1].push({ chat, go })
        pump()
      }),
    pause(chat, seconds) {
      const now = clock()
      pausedUntil.set(chat, now + seconds * secondMs)
      // Telegram does not say whether it is this chat or all of us; several chats within a second mean all of us.
      refused = [...refused.filter(one => one.at > now - secondMs), { chat, at: now }]
      if (new Set(refused.map(one => one.chat)).size >= 3) allPausedUntil = now + Math.min(seconds, 5) * secondMs
    },
    stop() {
      clearTimeout(timer)
      for (const queue of queues) for (const one of queue.splice(0)) one.go()
    },
  }
}
