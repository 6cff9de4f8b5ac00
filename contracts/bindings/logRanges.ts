// Logs over any number of blocks from a node that refuses ranges which it finds too long. Each refusal halves the range, each success lets
// it grow again; a single block that is refused is the node's fault and thrown.
import { BaseError, HttpRequestError, TimeoutError } from 'viem'

/** What most nodes allow for one question. */
export const WIDEST = 2_000n

/** Answers after which a longer range is tried again. */
const FORGETS = 64

export type Ranges = <T>(from: bigint, to: bigint, ask: (from: bigint, to: bigint) => Promise<T[]>) => Promise<T[]>

/** Remembers what the node took last, so that it is not asked too much again and again. */
export function logRanges(widest = WIDEST): Ranges {
  let width = widest
  /** The shortest that was refused lately; a limit may also be on results, and so hold for one stretch of blocks only. */
  let refused = widest + 1n
  let taken = 0
  return async (from, to, ask) => {
    const found: Awaited<ReturnType<typeof ask>> = []
    for (let start = from; start <= to; ) {
      const end = start + width - 1n < to ? start + width - 1n : to
      try {
        for (const one of await ask(start, end)) found.push(one)
        start = end + 1n
        if (++taken % FORGETS === 0) refused = refused * 2n < widest ? refused * 2n : widest + 1n
        width = width * 2n < refused ? width * 2n : refused - 1n
      } catch (error) {
        if (start === end || !isTooMuch(error)) throw error
        refused = end - start + 1n
        width = refused / 2n
      }
    }
    return found
  }
}

/**
 * Nodes agree neither on a code nor on words for "too many blocks" or "too many results", so every answer that is a refusal counts; a node
 * that is down, slow down (429), or away does not, or one that is away would be asked eleven times.
 */
function isTooMuch(error: unknown): boolean {
  if (!(error instanceof BaseError)) return false
  const http = error.walk(inner => inner instanceof HttpRequestError)
  if (http instanceof HttpRequestError) return http.status === 400 || http.status === 413
  return error.walk(inner => inner instanceof TimeoutError) === null
}
