import { useEffect, useState } from 'react'
import type { Contribution } from '../api/proofShapes.ts'
import type { Status } from '../api/shapes.ts'
import { Frame } from '../frame/Frame.tsx'
import { useAsked } from '../frame/useAsked.ts'
import { words } from '../words.ts'
import { type Checked, checkRecord } from './checkRecord.ts'
import { Facts } from './Facts.tsx'
import { LookUp } from './LookUp.tsx'
import { PearlLine } from './PearlLine.tsx'
import { Verdict } from './Verdict.tsx'

const RETRY_SECONDS = 30

export function ContributionPage({ code }: { code: string }) {
  const asked = useAsked<Contribution>(`/api/contributions/${encodeURIComponent(code)}`, RETRY_SECONDS)
  const { reply } = asked
  return (
    <Frame place={words.record.place} busy={asked.busy} go={{ label: words.frame.openChat, href: '/' }}>
      {reply?.kind === 'value' ? (
        <Found contribution={reply.value} again={asked.again} away={asked.away} askedAt={asked.askedAt} />
      ) : (
        <main className="main stack">
          {reply ? <Unknown /> : <p role="status">{asked.away ? words.frame.away : words.frame.loading}</p>}
        </main>
      )}
    </Frame>
  )
}

function Found(props: { contribution: Contribution; again: () => void; away: boolean; askedAt: number }) {
  const { contribution, again } = props
  const { checked, whole } = useCheck(contribution)
  const { erasedAt, proof, chain } = contribution
  const text = words.record
  return (
    <main className="main columns">
      <div className="stack">
        <h1>{text.heading(contribution.code)}</h1>
        {props.away && <p className="notice">{words.frame.old(props.askedAt)}</p>}
        <PearlLine contribution={contribution} />
        {erasedAt && (
          <p className="notice">{proof && !whole ? text.erasedNotWhole(erasedAt) : text.erased(erasedAt)}</p>
        )}
        {proof ? (
          <>
            <Verdict checked={checked} host={hostOf(chain.rpcUrl)} />
            <div>
              <button type="button" className="press primary" onClick={again}>
                {text.again}
              </button>
            </div>
          </>
        ) : (
          <p>{text.noProof[contribution.status]}</p>
        )}
      </div>
      <aside className="stack" aria-label={text.facts}>
        <Facts contribution={contribution} />
      </aside>
    </main>
  )
}

/** Checks anew with every fresh answer of the server: each brings new objects. `whole`: no step is wrong. */
function useCheck(contribution: Contribution): { checked: Checked | undefined; whole: boolean } {
  const [checked, setChecked] = useState<Checked>()
  const { proof, chain } = contribution
  useEffect(() => {
    if (!proof) return setChecked(undefined)
    let wanted = true
    checkRecord(proof, chain).then(result => {
      if (wanted) setChecked(result)
    })
    return () => {
      wanted = false
    }
  }, [proof, chain])
  return { checked, whole: checked?.steps.every(step => step.ok) ?? false }
}

function Unknown() {
  const status = useAsked<Status>('/api/status')
  const chain =
    status.reply?.kind === 'value' ? words.record.chain(status.reply.value.chain.chainId) : words.record.anyChain
  return (
    <>
      <h1>{words.record.unknown(chain)}</h1>
      <p>{words.record.unknownLine}</p>
      <LookUp />
    </>
  )
}

function hostOf(rpcUrl: string | null): string {
  return rpcUrl === null ? '' : new URL(rpcUrl).host
}
