/** What the server said, or that it could not be reached. `unreachable` is worth another try with the same body. */
export type Reply<T> =
  | { kind: 'value'; value: T }
  | { kind: 'refused'; status: number; code: string; sentence: string }
  | { kind: 'unreachable' }

const AWAY = new Set([502, 503, 504])

/** GET, or POST when `body` is given. Never throws except on abort. */
export async function ask<T>(path: string, options: { body?: unknown; signal?: AbortSignal } = {}): Promise<Reply<T>> {
  let response: Response
  try {
    response = await fetch(path, {
      credentials: 'same-origin',
      headers: { accept: 'application/json', ...postHeaders(options.body) },
      ...(options.body === undefined ? {} : { method: 'POST', body: JSON.stringify(options.body) }),
      ...(options.signal ? { signal: options.signal } : {}),
    })
    if (response.ok) return { kind: 'value', value: (await response.json()) as T }
  } catch (cause) {
    if (options.signal?.aborted) throw cause
    return { kind: 'unreachable' }
  }
  if (AWAY.has(response.status)) return { kind: 'unreachable' }
  return { kind: 'refused', status: response.status, ...(await refusalIn(response)) }
}

function postHeaders(body: unknown): Record<string, string> {
  return body === undefined ? {} : { 'content-type': 'application/json', 'x-perle': '1' }
}

async function refusalIn(response: Response): Promise<{ code: string; sentence: string }> {
  try {
    const { error } = (await response.json()) as { error?: { code?: string; sentence?: string } }
    return { code: error?.code ?? '', sentence: error?.sentence ?? '' }
  } catch {
    return { code: '', sentence: '' }
  }
}

const WAITS_SECONDS = [1, 2, 4, 8]

/**
 * Asks until somebody answers: after 1, 2, 4 and then every 8 seconds, and at once when the connection is back.
 * The caller's `attempt` must be the same request each time, so that it has one effect.
 */
export async function askUntilAnswered<T>(
  attempt: () => Promise<Reply<T>>,
  options: { signal: AbortSignal; onUnreachable: () => void },
): Promise<Reply<T>> {
  for (let tries = 0; ; tries++) {
    const reply = await attempt()
    if (reply.kind !== 'unreachable' || options.signal.aborted) return reply
    options.onUnreachable()
    await pause(WAITS_SECONDS[Math.min(tries, WAITS_SECONDS.length - 1)] ?? 8, options.signal)
    if (options.signal.aborted) return reply
  }
}

function pause(seconds: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const done = () => {
      window.clearTimeout(timer)
      window.removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = window.setTimeout(done, seconds * 1000)
    window.addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}
