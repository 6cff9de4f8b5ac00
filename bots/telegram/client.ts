// The Bot API as we call it, whoever carries the call: grammY for our own bot, Telegraf where we are mounted in somebody else's.
import { autoRetry } from '@grammyjs/auto-retry'
import { Api, GrammyError, HttpError, InputFile } from 'grammy'

export class FileToSend {
  readonly name: string
  readonly bytes: Uint8Array
  constructor(name: string, bytes: Uint8Array) {
    this.name = name
    this.bytes = bytes
  }
}

export type Failed = {
  ok: false
  /** Telegram's error code; 0 where no answer came. */
  code: number
  says: string
  /** Seconds that Telegram asks to wait. */
  retryAfter?: number
  /** The group has become a supergroup with this number. */
  movedTo?: string
}
export type Called = { ok: true; result: unknown } | Failed

export type Client = { call(method: string, params: Record<string, unknown>, signal?: AbortSignal): Promise<Called> }

type Raw = Record<string, (...args: unknown[]) => Promise<unknown>>

/** Saying these twice is saying them once. */
const REPEATABLE = /^(edit|answer|set|pin|getMe|getChat|getWebhookInfo)/

/** Methods that grammY gives the signal where all others take their parameters. */
const BARE = new Set(['getMe', 'getWebhookInfo'])

/**
 * `apiRoot` is Telegram's, or a Bot API server of one's own. `isPatient`: waits and tries again by itself, for calls that no outbox stands
 * behind; what is shown to people is paced by us, and its waits are kept in the database.
 */
export function grammyClient(given: { token: string; apiRoot: string | undefined; isPatient?: boolean }): Client {
  const { token, apiRoot, isPatient = false } = given
  const api = new Api(token, { ...(apiRoot === undefined ? {} : { apiRoot }), timeoutSeconds: 60 })
  if (isPatient) api.config.use(autoRetry({ maxRetryAttempts: 3, maxDelaySeconds: 60 }))
  const raw = api.raw as unknown as Raw
  return {
    async call(method, params, signal) {
      const once = async (): Promise<Called> => {
        try {
          const args = BARE.has(method) ? [signal] : [withFiles(params), signal]
          return { ok: true, result: await (raw[method] as Raw[string])(...args) }
        } catch (error) {
          return failureOf(error)
        }
      }
      const called = await once()
      // A connection that the other side closed while it lay idle; what can be said twice is said again at once.
      const isLost = !called.ok && called.code === 0 && signal?.aborted !== true
      return isLost && REPEATABLE.test(method) ? once() : called
    },
  }
}

function withFiles(params: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(params).map(([name, value]) => [
    name,
    value instanceof FileToSend ? new InputFile(value.bytes, value.name) : value,
  ])
  return Object.fromEntries(entries) as Record<string, unknown>
}

function failureOf(error: unknown): Failed {
  if (error instanceof GrammyError) {
    const { retry_after: retryAfter, migrate_to_chat_id: movedTo } = error.parameters
    return failed(error.error_code, error.description, retryAfter, movedTo)
  }
  // grammY keeps the token out of its own messages; what lies under them may hold the address with it.
  if (error instanceof HttpError) return failed(0, 'no answer from the Bot API server')
  throw error
}

export function failed(code: number, says: string, retryAfter?: number, movedTo?: number): Failed {
  return {
    ok: false,
    code,
    says,
    ...(retryAfter === undefined ? {} : { retryAfter }),
    ...(movedTo === undefined ? {} : { movedTo: String(movedTo) }),
  }
}

/** Thrown where a call had to succeed. */
export class CallFailed extends Error {
  readonly failure: Failed
  constructor(method: string, failure: Failed) {
    super(`${method}: ${failure.code} ${failure.says}`)
    this.name = 'CallFailed'
    this.failure = failure
  }
}

export async function mustCall<T>(client: Client, method: string, params: Record<string, unknown>): Promise<T> {
  const called = await client.call(method, params)
  if (!called.ok) throw new CallFailed(method, called)
  return called.result as T
}
