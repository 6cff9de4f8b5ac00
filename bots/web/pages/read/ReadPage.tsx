import type { WholeText } from '../api/shapes.ts'
import { Blocks } from '../chat/Blocks.tsx'
import { Frame } from '../frame/Frame.tsx'
import { useAsked } from '../frame/useAsked.ts'
import { words } from '../words.ts'

const text = words.read

/** All of a task's text at its full length; it is answered where it was asked. */
export function ReadPage({ once }: { once: string }) {
  const { reply, busy, away } = useAsked<WholeText>(`/api/read/${encodeURIComponent(once)}`)
  return (
    <Frame place={text.place} busy={busy} go={{ label: words.frame.openChat, href: '/' }}>
      <main className="main stack wide narrow">
        {reply?.kind === 'value' ? (
          <>
            <h1 dir="auto">{reply.value.heading}</h1>
            <Blocks blocks={reply.value.blocks} />
            <p className="foot">{text.end}</p>
          </>
        ) : reply ? (
          <div className="stack" role="status">
            <h1>{text.closed}</h1>
            <p>{text.closedLine}</p>
          </div>
        ) : (
          <p role="status">{away ? words.frame.away : words.frame.loading}</p>
        )}
      </main>
    </Frame>
  )
}
