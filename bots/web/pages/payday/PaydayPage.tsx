import type { Payday } from '../api/proofShapes.ts'
import { momentOf } from '../browser.ts'
import { Frame } from '../frame/Frame.tsx'
import { useAsked } from '../frame/useAsked.ts'
import { words } from '../words.ts'
import { Accounts } from './Accounts.tsx'
import { Files } from './Files.tsx'
import { Recompute } from './Recompute.tsx'
import { Sizes } from './Sizes.tsx'
import { Totals } from './Totals.tsx'

const text = words.payday
const EVERY_SECONDS = 30

export function PaydayPage({ epoch }: { epoch: string }) {
  const asked = useAsked<Payday>(`/api/epochs/${epoch}`, EVERY_SECONDS)
  const { reply } = asked
  return (
    <Frame place={text.place} busy={asked.busy} go={{ label: words.frame.openChat, href: '/' }}>
      {reply?.kind === 'value' ? (
        <Whole payday={reply.value} askedAt={asked.askedAt} away={asked.away} />
      ) : (
        <main className="main stack">
          {reply ? (
            <>
              <h1>{text.unknown}</h1>
              <p>{text.unknownLine}</p>
              <p>
                <a href="/e">{text.all}</a>
              </p>
            </>
          ) : (
            <p role="status">{asked.away ? words.frame.away : words.frame.loading}</p>
          )}
        </main>
      )}
    </Frame>
  )
}

function Whole({ payday, askedAt, away }: { payday: Payday; askedAt: number; away: boolean }) {
  return (
    <main className="main stack wide">
      <div className="stack tight">
        <h1>{text.heading(payday.epoch)}</h1>
        <p>{text.states[payday.state] ?? payday.state}</p>
        <p className="soft">{text.cutOff(momentOf(payday.cutOffAt))}</p>
        {payday.activeAt && <p className="soft">{text.activeAt(momentOf(payday.activeAt))}</p>}
        <p className={away ? 'notice' : 'small soft'}>{away ? words.frame.old(askedAt) : words.frame.asOf(askedAt)}</p>
      </div>
      <div className="columns">
        <div className="stack wide">
          <Totals totals={payday.totals} />
          <Sizes sizes={payday.sizes} />
        </div>
        <Recompute payday={payday} />
      </div>
      <Accounts accounts={payday.accounts} />
      <Files payday={payday} />
      <p>
        <a href="/e">{text.all}</a>
      </p>
    </main>
  )
}
