import { useEffect, useRef, useState } from 'react'
import type { Payday } from '../api/proofShapes.ts'
import { words } from '../words.ts'
import { Differences } from './Differences.tsx'
import type { News, Order } from './recompute.worker.ts'
import type { Outcome, Stage } from './recomputePayday.ts'

const text = words.payday

export function Recompute({ payday }: { payday: Payday }) {
  const [stage, setStage] = useState<Stage>()
  const [outcome, setOutcome] = useState<Outcome>()
  const worker = useRef<Worker>(undefined)
  const stop = () => {
    worker.current?.terminate()
    worker.current = undefined
    setStage(undefined)
  }
  useEffect(() => () => worker.current?.terminate(), [])
  const start = () => {
    if (stage) return
    setOutcome(undefined)
    setStage({ at: 'reading', done: 0, total: payday.parts.length })
    const one = new Worker(new URL('./recompute.worker.ts', import.meta.url), { type: 'module' })
    worker.current = one
    one.addEventListener('message', (event: MessageEvent<News>) => {
      if ('stage' in event.data) return setStage(event.data.stage)
      setOutcome(event.data.outcome)
      stop()
    })
    // The worker's own code did not load, or broke: nothing was compared.
    one.addEventListener('error', () => {
      setOutcome({ kind: 'unread' })
      stop()
    })
    one.postMessage({ payday, chainField: text.chainDiffers } satisfies Order)
  }
  return (
    <section className="stack" aria-labelledby="recompute">
      <h2 id="recompute">{text.recomputeHeading}</h2>
      <p>{text.recomputeAbout}</p>
      <div className="row">
        <button
          type="button"
          className="press primary"
          aria-disabled={stage !== undefined || undefined}
          onClick={start}
        >
          {text.recompute}
        </button>
        {stage && (
          <button type="button" className="press" onClick={stop}>
            {text.stop}
          </button>
        )}
      </div>
      {stage && <StageLine stage={stage} />}
      <div role="status">{outcome && <OutcomeOf outcome={outcome} host={hostOf(payday)} />}</div>
    </section>
  )
}

function StageLine({ stage }: { stage: Stage }) {
  const sentence =
    stage.at === 'reading'
      ? text.reading(stage.done, stage.total)
      : stage.at === 'working'
        ? text.working
        : text.comparing
  const known = stage.at === 'reading' ? { value: stage.done, max: Math.max(1, stage.total) } : {}
  return (
    <div className="howFar">
      <span className="small">{sentence}</span>
      <progress aria-label={text.recompute} {...known} />
    </div>
  )
}

function OutcomeOf({ outcome, host }: { outcome: Outcome; host: string }) {
  if (outcome.kind === 'unread') return <p className="notice">{text.couldNotRead}</p>
  if (outcome.kind === 'differs') return <Differences differences={outcome.differences} />
  const onChain = outcome.chain === 'same'
  const full = onChain && outcome.succession
  return (
    <div className={full ? 'verdict genuine' : 'verdict open'}>
      <h3>{full ? text.same(outcome.rows) : text.sameFiles(outcome.rows)}</h3>
      <p>{onChain ? text.sameChain(host) : outcome.chain === 'away' ? text.chainOpen : text.notOnChain}</p>
      {!outcome.succession && <p>{text.noSuccession}</p>}
    </div>
  )
}

function hostOf(payday: Payday): string {
  return payday.chain.rpcUrl === null ? '' : new URL(payday.chain.rpcUrl).host
}
