import { words } from '../words.ts'
import { Frame } from './Frame.tsx'

export function Nowhere() {
  return (
    <Frame place={words.nowhere.place} busy={false} go={{ label: words.frame.openChat, href: '/', primary: true }}>
      <main className="main stack">
        <h1>{words.nowhere.heading}</h1>
        <p>{words.nowhere.line}</p>
      </main>
    </Frame>
  )
}
