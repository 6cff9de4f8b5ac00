// Who presses "pay out now" and "let the simulated crowd play", in turn, and waits for the end of each.
import { setTimeout as sleep } from 'node:timers/promises'
import type { Run } from './visitor.ts'

export type Operator = { isResting: () => boolean; ended: Promise<void>; said: string[] }

/** Longer than either takes here. */
const WITHIN_MS = 90_000

export function operate(run: Run): Operator {
  let isResting = false
  const said: string[] = []
  const loop = async () => {
    for (let turn = 0; !run.isOver; turn++) {
      while (run.isPaused && !run.isOver) {
        isResting = true
        await sleep(20)
      }
      isResting = false
      const sentence = await start(run.url, run.hasCrowd && turn % 2 === 0 ? 'play' : 'payout').catch(() => undefined)
      if (sentence !== undefined) said.push(sentence)
      await sleep(250)
    }
  }
  return { isResting: () => isResting, ended: loop(), said }
}

/** The sentence at its end; undefined where the process went away, or was busy with the one before. */
async function start(url: string, what: 'play' | 'payout'): Promise<string | undefined> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), WITHIN_MS)
  try {
    const updates = await fetch(`${url}/api/chat/updates`, {
      headers: { accept: 'text/event-stream' },
      signal: stop.signal,
    })
    const headers = { 'content-type': 'application/json', 'x-perle': '1' }
    const begun = await fetch(`${url}/api/local/${what}`, { method: 'POST', headers, body: '{}', signal: stop.signal })
    if (begun.status !== 202) return undefined
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of updates.body ?? []) {
      text += decoder.decode(chunk as Uint8Array, { stream: true })
      const ended = /"ended":true,"sentence":"((?:[^"\\]|\\.)*)"/.exec(text)
      if (ended !== null) return ended[1]
      text = text.slice(-2000)
    }
    return undefined
  } finally {
    clearTimeout(timer)
    stop.abort()
  }
}
