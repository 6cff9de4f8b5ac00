import type { Status } from '../api/shapes.ts'
import { words } from '../words.ts'

declare const __PAGES_STAMP__: string

const text = words.status

/** What the footer's "Source" leads to; there even when the server is away. */
export function SourceAndPlace({ status }: { status: Status | undefined }) {
  return (
    <section className="stack tight" id="source">
      <h2>{text.source}</h2>
      <p>{text.sourceLine(__PAGES_STAMP__)}</p>
      {status?.sourceUrl && (
        <p>
          <a href={status.sourceUrl} rel="noreferrer">
            {text.sourceLink}
          </a>
        </p>
      )}
      {status && (
        <dl className="values">
          <dt>{text.chain}</dt>
          <dd>{status.chain.chainId}</dd>
          <dt>{text.contract}</dt>
          <dd className="mono">{status.chain.settlement}</dd>
          <dt>{text.rpc}</dt>
          <dd className={status.chain.rpcUrl ? 'mono' : ''}>{status.chain.rpcUrl ?? text.noRpc}</dd>
        </dl>
      )}
    </section>
  )
}
