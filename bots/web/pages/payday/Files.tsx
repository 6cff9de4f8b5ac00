import { useMemo } from 'react'
import type { Payday } from '../api/proofShapes.ts'
import { countOf } from '../browser.ts'
import { words } from '../words.ts'

const text = words.payday

export function Files({ payday }: { payday: Payday }) {
  // A blob keeps the bytes that were hashed; a data: link would be shown, not saved, by some browsers.
  const headHref = useMemo(
    () => URL.createObjectURL(new Blob([payday.headText], { type: 'application/json' })),
    [payday.headText],
  )
  return (
    <section className="stack" aria-labelledby="files">
      <h2 id="files">{text.files}</h2>
      <ul className="files">
        {payday.parts.map(part => (
          <li key={part.sha256}>
            <a href={`/api/epochs/${payday.epoch}/parts/${part.sha256}`}>{text.names[part.name] ?? part.name}</a>
            <span className="small soft">{text.bytesOf(countOf(part.bytes))}</span>
            <code>{part.sha256}</code>
          </li>
        ))}
        <li>
          <a href={headHref} download={`payday-${payday.epoch}.json`}>
            {text.saveHead}
          </a>
        </li>
      </ul>
      <dl className="values">
        <dt>{text.transaction}</dt>
        <dd className={payday.tx ? 'mono' : ''}>{payday.tx ?? text.noTransaction}</dd>
        <dt>{text.contract}</dt>
        <dd className="mono">{payday.chain.settlement}</dd>
      </dl>
    </section>
  )
}
