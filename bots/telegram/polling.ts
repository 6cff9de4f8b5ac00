// Long polling: the next batch is asked for when this one is in the inbox, and not before, so that a stop at any moment loses nothing. One
// process polls at a time (a lease); another program with the same token, a lost network and a slow server are waited out.

import type { Update } from '@grammyjs/types'
import type { BaseContext, OpenDatabase } from '@perle/core'
import { plainMessage } from '@perle/core'
import { dropLease, takeLease } from '@perle/core/inbox'
import type { Client } from './client.ts'
import type { Door } from './door.ts'
import { ALLOWED_UPDATES } from './read.ts'

export type Polling = {
  /** Resolves when it has stopped; rejects with `TokenRefused` where Telegram does not know the token. */
  done: Promise<void>
  stop(): Promise<void>
  /** How the last request went; undefined while all is well. */
  trouble(): string | undefined
}

export class TokenRefused extends Error {
  constructor() {
    super('Telegram does not accept TELEGRAM_BOT_TOKEN. Copy it again from @BotFather, and start anew.')
    this.name = 'TokenRefused'
  }
}

const LEASE = 'telegram.poller'
const LEASE_SECONDS = 60
const POLL_SECONDS = 25
/** After 409 and lost networks: soon at first, then longer, for somebody else's bot may be moved to us in minutes. */
const FIRST_REST_MS = 500
const LONGEST_REST_MS = 60_000
/** With more than this waiting here the next batch is left where it is. */
const MOST_WAITING = 1000

export function startPolling(at: {
  database: OpenDatabase
  base: BaseContext
  client: Client
  door: Door
  holder: string
  pollSeconds?: number
  restMs?: number
}): Polling {
  const { database, base, client, door, holder, pollSeconds = POLL_SECONDS, restMs = FIRST_REST_MS } = at
  const stopping = new AbortController()
  const lease = { name: LEASE, holder, seconds: LEASE_SECONDS }
  let trouble: string | undefined

  const rest = (ms: number) =>
    new Promise<void>(done => {
      const timer = setTimeout(done, ms)
      stopping.signal.addEventListener('abort', () => {
        clearTimeout(timer)
        done()
      })
    })

  const holds = () => takeLease({ db: database.db, now: base.now }, lease)

  function say(sentence: string | undefined): void {
    if (sentence !== undefined && sentence !== trouble) base.log.warn({ surface: 'telegram' }, sentence)
    trouble = sentence
  }

  /** Whose turn it is to poll, by the lease; asked again until it is ours. What the last holder left is ours to handle then. */
  async function begin(): Promise<void> {
    while (!stopping.signal.aborted) {
      if (await holds()) {
        await door.takeLeft()
        await client.call('deleteWebhook', {})
        return
      }
      say('another process of ours polls Telegram; this one waits')
      await rest(LEASE_SECONDS * 250)
    }
  }

  async function loop(): Promise<void> {
    await begin()
    let offset: number | undefined
    let failures = 0
    while (!stopping.signal.aborted) {
      if (!(await holds())) {
        // We slept too long, and somebody else polls now.
        offset = undefined
        await begin()
        continue
      }
      const params = {
        timeout: pollSeconds,
        allowed_updates: ALLOWED_UPDATES,
        ...(offset === undefined ? {} : { offset }),
      }
      const called = await client.call('getUpdates', params, stopping.signal)
      if (stopping.signal.aborted) return
      if (!called.ok) {
        if (called.code === 401 || called.code === 404) throw new TokenRefused()
        failures += 1
        say(called.code === 409 ? CONFLICT : `Telegram does not answer (${called.code} ${called.says}); trying again`)
        const wait =
          called.retryAfter === undefined ? restMs * 2 ** Math.min(failures - 1, 10) : called.retryAfter * 1000
        await rest(Math.min(wait, LONGEST_REST_MS))
        continue
      }
      failures = 0
      say(undefined)
      const updates = called.result as Update[]
      if (updates.length > 0) await door.take(updates)
      // Numbers begin anew anywhere after a silent week. With nothing waiting there is nothing to confirm, and whatever comes is new.
      offset = updates.length === 0 ? undefined : Math.max(...updates.map(one => one.update_id)) + 1
      while (door.waiting() > MOST_WAITING && !stopping.signal.aborted) await rest(50)
    }
  }

  /** A database that is away for a while is no reason to stop either. */
  async function supervised(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await loop()
      } catch (error) {
        if (error instanceof TokenRefused) throw error
        say(`polling begins anew: ${plainMessage(error)}`)
        await rest(2 * restMs)
      }
    }
    await dropLease({ db: database.db, now: base.now }, lease).catch(() => {})
  }

  const done = supervised()
  return {
    done,
    async stop() {
      stopping.abort()
      await done.catch(() => {})
    },
    trouble: () => trouble,
  }
}

const CONFLICT =
  'another program reads the updates of this bot (409): only one may. Stop the other one, or give Perle a bot of its own; trying again'
