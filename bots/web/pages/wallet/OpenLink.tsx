import type { WalletLink } from '../api/shapes.ts'
import { words } from '../words.ts'
import { ByHand } from './ByHand.tsx'
import { useFoundWallets } from './foundWallets.ts'
import { useLinking } from './useLinking.ts'

const text = words.wallet

/** A link that waits for a wallet. */
export function OpenLink({ link, once, again }: { link: WalletLink; once: string; again: () => void }) {
  const linking = useLinking(once, again)
  const found = useFoundWallets()
  const isLocal = link.mode === 'local'
  const busy = linking.busy || undefined
  return (
    <>
      <div className="stack tight">
        <h1>{text.heading}</h1>
        <p>{text.waits(link.sum)}</p>
      </div>
      <TwoWords pair={link.words} />
      <WhatHappens />
      <section className="stack" aria-label={text.found}>
        <div className="row">
          {isLocal && (
            <button type="button" className="press primary" aria-disabled={busy} onClick={linking.useTestWallet}>
              {text.test}
            </button>
          )}
          {found.map((wallet, place) => (
            <button
              key={wallet.id}
              type="button"
              className={!isLocal && place === 0 ? 'press primary' : 'press'}
              aria-disabled={busy}
              onClick={() => linking.confirmWith(wallet)}
            >
              {text.use(wallet.name)}
            </button>
          ))}
        </div>
        {isLocal && <p className="small soft">{text.testAbout}</p>}
        <p className="notice" role="status" hidden={linking.notice === ''}>
          {linking.notice}
        </p>
        {found.length === 0 && !isLocal && <p>{text.none}</p>}
        <ByHand linking={linking} />
        {found.length === 0 && <NoWalletYet />}
      </section>
      <section className="stack tight" aria-labelledby="never">
        <h2 id="never" className="plainHeading">
          {text.never}
        </h2>
        <ul className="lines">
          {text.neverLines.map(line => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <p className="small soft">{text.closesAt(Date.parse(link.expiresAt))}</p>
    </>
  )
}

function NoWalletYet() {
  return (
    <details>
      <summary>{text.noWalletHeading}</summary>
      <ol className="lines">
        {text.noWallet.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </details>
  )
}

function TwoWords({ pair }: { pair: WalletLink['words'] }) {
  return (
    <section className="stack tight" aria-labelledby="twoWords">
      <h2 id="twoWords" className="plainHeading">
        {text.yourWords}
      </h2>
      <p className="twoWords">
        <bdi>{pair[0]}</bdi> <bdi>{pair[1]}</bdi>
      </p>
      <p>{text.compare}</p>
    </section>
  )
}

function WhatHappens() {
  return (
    <section className="stack tight" aria-labelledby="what">
      <h2 id="what" className="plainHeading">
        {text.what}
      </h2>
      <ol className="lines">
        {text.three.map(line => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  )
}
