// How updates leave: kept until they are confirmed by an offset or by a webhook's 2xx, as Telegram does for 24 hours.
import type { Update } from '@grammyjs/types'

export type Answer =
  | { ok: true; result: unknown }
  | { ok: false; error_code: number; description: string; parameters?: object }

export const refuse = (error_code: number, description: string, parameters?: object): Answer => ({
  ok: false,
  error_code,
  description,
  ...(parameters === undefined ? {} : { parameters }),
})

type Webhook = { url: string; secret: string | undefined; at: number }
type Poll = { end(updates: Update[] | 'other'): void; limit: number }

/** How soon a webhook that failed is tried again; Telegram waits longer each time. */
const RETRY_MS = 100
const UNSUBSCRIBED: readonly string[] = ['chat_member', 'message_reaction', 'message_reaction_count']

export type Chances = { repeats: () => boolean; shuffles: () => boolean }

export function createDeliveries(chances: Chances) {
  let queue: Update[] = []
  /** Sent a second time whatever the offset says. */
  let again: Update[] = []
  let allowed: string[] = []
  let poll: Poll | undefined
  let webhook: Webhook | undefined
  let lastError: string | undefined
  let isPosting = false
  let isClosed = false
  let nextId = 1000

  function batch(limit: number): Update[] {
    const fresh = [...again.splice(0), ...queue.slice(0, limit)].slice(0, limit)
    for (let at = 0; at + 1 < fresh.length; at++) {
      if (chances.shuffles()) fresh.splice(at, 2, fresh[at + 1] as Update, fresh[at] as Update)
    }
    again = fresh.filter(() => chances.repeats())
    return fresh
  }

  function wake(): void {
    if (webhook !== undefined) return void post()
    if (poll === undefined || queue.length + again.length === 0) return
    const waiting = poll
    poll = undefined
    waiting.end(batch(waiting.limit))
  }

  async function post(): Promise<void> {
    if (isPosting) return
    isPosting = true
    while (webhook !== undefined && queue.length + again.length > 0 && !isClosed) {
      const [update] = batch(1) as [Update]
      const isDone = await postOne(webhook, update)
      if (isDone) queue = queue.filter(one => one.update_id !== update.update_id)
      else await new Promise(done => setTimeout(done, RETRY_MS))
    }
    isPosting = false
  }

  async function postOne({ url, secret }: Webhook, update: Update): Promise<boolean> {
    try {
      const reply = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          ...(secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret }),
        },
        body: JSON.stringify(update),
      })
      await reply.text()
      if (!reply.ok) lastError = `Wrong response from the webhook: ${reply.status}`
      return reply.ok
    } catch (error) {
      lastError = `Connection failed: ${(error as Error).message}`
      return false
    }
  }

  return {
    /** Answers the update's id; undefined where the bot did not subscribe to its sort. */
    push(kind: string, content: object): Update | undefined {
      if (allowed.length === 0 ? UNSUBSCRIBED.includes(kind) : !allowed.includes(kind)) return undefined
      const update = { update_id: nextId++, [kind]: content } as unknown as Update
      queue.push(update)
      wake()
      return update
    },
    /** After a silent week the next number is any number, also a lower one. */
    jump(to: number): void {
      nextId = to
    },
    waiting: () => queue.length,
    async get(args: {
      offset?: number
      limit?: number
      timeout?: number
      allowed_updates?: string[]
    }): Promise<Answer> {
      if (webhook !== undefined) {
        return refuse(
          409,
          "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        )
      }
      const { offset = 0, limit = 100, timeout = 0 } = args
      if (args.allowed_updates !== undefined) allowed = args.allowed_updates
      if (offset > 0) queue = queue.filter(one => one.update_id >= offset)
      if (offset < 0) queue = queue.slice(offset)
      poll?.end('other')
      poll = undefined
      if (queue.length + again.length > 0 || timeout <= 0) return { ok: true, result: batch(Math.min(limit, 100)) }
      const got = await new Promise<Update[] | 'other'>(done => {
        const timer = setTimeout(() => {
          if (poll === mine) poll = undefined
          done([])
        }, timeout * 1000)
        const mine: Poll = {
          limit: Math.min(limit, 100),
          end: updates => {
            clearTimeout(timer)
            done(updates)
          },
        }
        poll = mine
      })
      return got === 'other'
        ? refuse(
            409,
            'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
          )
        : { ok: true, result: got }
    },
    setWebhook(args: {
      url?: string
      secret_token?: string
      drop_pending_updates?: boolean
      allowed_updates?: string[]
    }) {
      webhook = args.url ? { url: args.url, secret: args.secret_token, at: Date.now() } : undefined
      if (args.allowed_updates !== undefined) allowed = args.allowed_updates
      if (args.drop_pending_updates) queue = []
      poll?.end('other')
      poll = undefined
      setImmediate(wake)
    },
    webhookInfo: () => ({
      url: webhook?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: queue.length,
      ...(lastError === undefined
        ? {}
        : { last_error_date: Math.floor(Date.now() / 1000), last_error_message: lastError }),
      ...(allowed.length === 0 ? {} : { allowed_updates: allowed }),
    }),
    close(): void {
      isClosed = true
      webhook = undefined
      poll?.end([])
      poll = undefined
    },
  }
}
export type Deliveries = ReturnType<typeof createDeliveries>
