import type { Chat } from '../api/shapes.ts'
import { words } from '../words.ts'

export function SidePanel({ side }: { side: Chat['side'] }) {
  return (
    <aside className="side" aria-label={words.side.label}>
      <dl>
        <dt>{words.side.task}</dt>
        <dd dir="auto">{side.task ?? words.side.noTask}</dd>
        <dt>{words.side.pending}</dt>
        <dd dir="auto">{side.pending}</dd>
        <dt>{words.side.payday}</dt>
        <dd dir="auto">{side.payday}</dd>
      </dl>
      <p className="small">
        <a href="/e">{words.side.paydays}</a>
      </p>
    </aside>
  )
}
