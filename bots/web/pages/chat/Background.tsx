import { useState } from 'react'
import { ask } from '../api/http.ts'
import type { Progress } from '../api/shapes.ts'
import { words } from '../words.ts'

/** The two local buttons, and how far what they began has come. */
export function Background({ progress }: { progress: Progress[] }) {
  const [trouble, setTrouble] = useState('')
  const [asked, setAsked] = useState<string[]>([])
  const going = progress.some(step => !step.ended)
  const start = async (path: string) => {
    if (going || asked.includes(path)) return
    setAsked(before => [...before, path])
    setTrouble('')
    const reply = await ask(path, { body: {} })
    setAsked(before => before.filter(other => other !== path))
    if (reply.kind === 'refused') setTrouble(reply.sentence || words.chat.notTaken)
    if (reply.kind === 'unreachable') setTrouble(words.local.away)
  }
  const busy = going || asked.length > 0 || undefined
  const shown = progress.at(-1)
  return (
    <>
      <div className="row local">
        <button type="button" className="press" aria-disabled={busy} onClick={() => start('/api/local/play')}>
          {words.local.play}
        </button>
        <button type="button" className="press" aria-disabled={busy} onClick={() => start('/api/local/payout')}>
          {words.local.payout}
        </button>
      </div>
      {shown && <HowFar step={shown} />}
      {/* Only beginnings and ends are read out: a figure that moves ten times a second would drown everything else. */}
      <p className={trouble ? 'small waiting full' : 'unseen'} role="status" aria-live="polite">
        {trouble || (shown?.ended ? shown.sentence : shown?.label)}
      </p>
    </>
  )
}

function HowFar({ step }: { step: Progress }) {
  if (step.ended) return <p className="small full">{step.sentence ?? words.local.done(step.label)}</p>
  const figure =
    step.total === null ? words.local.soFar(step.label, step.done) : words.local.of(step.label, step.done, step.total)
  return (
    <div className="howFar full">
      <span className="small">{figure}</span>
      <progress
        aria-label={step.label}
        {...(step.total === null ? {} : { value: step.done, max: Math.max(1, step.total) })}
      />
    </div>
  )
}
