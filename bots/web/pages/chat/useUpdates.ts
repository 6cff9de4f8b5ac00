import { useEffect, useRef, useState } from 'react'
import type { Progress } from '../api/shapes.ts'

/**
 * Listens to the server for one person: `look` is called when something changed, when the page is looked at again, when
 * the connection is back, and after `refreshSeconds`. Returns what is going on in the background.
 */
export function useUpdates(options: {
  person: string | undefined
  refreshSeconds: number | undefined
  look: () => void
}): Progress[] {
  const { person, refreshSeconds } = options
  const [progress, setProgress] = useState<Progress[]>([])
  const look = useRef(options.look)
  look.current = options.look

  useEffect(() => {
    if (person === undefined) return
    setProgress([])
    const updates = new EventSource('/api/chat/updates')
    let wasOpen = false
    updates.addEventListener('open', () => {
      // Not at the first time: the page has just been read. After a break, something may have been missed.
      if (wasOpen) look.current()
      wasOpen = true
    })
    updates.addEventListener('changed', () => look.current())
    updates.addEventListener('progress', event => {
      const step = JSON.parse(event.data) as Progress
      setProgress(before => [...before.filter(other => other.label !== step.label), step])
      if (step.ended) look.current()
    })
    return () => updates.close()
  }, [person])

  useEffect(() => {
    if (person === undefined) return
    const seen = () => {
      if (document.visibilityState === 'visible') look.current()
    }
    const listeners: [EventTarget, string][] = [
      [window, 'focus'],
      [window, 'online'],
      [document, 'visibilitychange'],
    ]
    for (const [target, name] of listeners) target.addEventListener(name, seen)
    return () => {
      for (const [target, name] of listeners) target.removeEventListener(name, seen)
    }
  }, [person])

  useEffect(() => {
    if (refreshSeconds === undefined) return
    const timer = window.setTimeout(() => look.current(), Math.max(1, refreshSeconds) * 1000)
    return () => window.clearTimeout(timer)
  }, [refreshSeconds])

  return progress
}
