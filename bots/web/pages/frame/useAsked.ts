import { useCallback, useEffect, useState } from 'react'
import { ask, type Reply } from '../api/http.ts'
import { now } from '../browser.ts'

export type Asked<T> = {
  /** The last answer that came; kept while a newer one is on its way or cannot be had. */
  reply: Exclude<Reply<T>, { kind: 'unreachable' }> | undefined
  /** The last try found nobody. */
  away: boolean
  busy: boolean
  askedAt: number
  again: () => void
}

/** GETs a path, keeps what it had while asking again; asks again every `everySeconds` while the page is seen. */
export function useAsked<T>(path: string, everySeconds?: number): Asked<T> {
  const [state, setState] = useState<Omit<Asked<T>, 'again'>>({
    reply: undefined,
    away: false,
    busy: true,
    askedAt: now(),
  })
  const [round, setRound] = useState(0)
  const again = useCallback(() => setRound(count => count + 1), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks the same path again.
  useEffect(() => {
    const stop = new AbortController()
    setState(before => ({ ...before, busy: true }))
    ask<T>(path, { signal: stop.signal }).then(
      reply => {
        if (reply.kind === 'unreachable') setState(before => ({ ...before, away: true, busy: false }))
        else setState({ reply, away: false, busy: false, askedAt: now() })
      },
      () => {},
    )
    return () => stop.abort()
  }, [path, round])
  useEffect(() => {
    if (everySeconds === undefined) return
    const timer = window.setInterval(() => {
      if (document.visibilityState === 'visible') again()
    }, everySeconds * 1000)
    return () => window.clearInterval(timer)
  }, [everySeconds, again])
  return { ...state, again }
}
