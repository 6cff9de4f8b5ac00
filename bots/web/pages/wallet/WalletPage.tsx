import type { WalletLink } from '../api/shapes.ts'
import { Frame } from '../frame/Frame.tsx'
import { useAsked } from '../frame/useAsked.ts'
import { words } from '../words.ts'
import { OpenLink } from './OpenLink.tsx'

const text = words.wallet
const EVERY_SECONDS = 3

export function WalletPage({ once }: { once: string }) {
  const asked = useAsked<WalletLink>(`/api/wallet/${encodeURIComponent(once)}`, EVERY_SECONDS)
  const { reply } = asked
  return (
    <Frame place={text.place} busy={asked.busy && !reply} go={{ label: words.frame.openChat, href: '/' }}>
      <main className="main stack wide narrow">
        {asked.away && <p className="notice">{words.frame.away}</p>}
        {reply?.kind === 'value' ? (
          <LinkIn link={reply.value} once={once} again={asked.again} />
        ) : reply ? (
          <Closed />
        ) : (
          !asked.away && <p role="status">{words.frame.loading}</p>
        )}
      </main>
    </Frame>
  )
}

function LinkIn({ link, once, again }: { link: WalletLink; once: string; again: () => void }) {
  switch (link.state) {
    case 'open':
      return <OpenLink link={link} once={once} again={again} />
    case 'signed':
    case 'confirmed': {
      const [title, line] =
        link.state === 'signed' ? [text.signed, text.signedLine] : [text.confirmed, text.confirmedLine]
      return (
        <div className="stack" role="status">
          <h1>{title}</h1>
          {link.address && <p className="mono">{link.address}</p>}
          <p>{line}</p>
          {/* Only there is it sure which chat is theirs: this one. */}
          {link.mode === 'local' && (
            <p>
              <a className="press primary" href="/">
                {words.frame.openChat}
              </a>
            </p>
          )}
        </div>
      )
    }
    case 'expired':
      return <Closed />
    default:
      return link.state satisfies never
  }
}

function Closed() {
  return (
    <div className="stack" role="status">
      <h1>{text.closed}</h1>
      <p>{text.closedLine}</p>
    </div>
  )
}
