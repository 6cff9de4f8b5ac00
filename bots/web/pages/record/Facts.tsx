import type { Contribution } from '../api/proofShapes.ts'
import { words } from '../words.ts'

export function Facts({ contribution }: { contribution: Contribution }) {
  const { campaign, epoch, sum, chain } = contribution
  const text = words.record
  return (
    <>
      <h2>{text.facts}</h2>
      <dl className="values">
        <dt>{text.kind}</dt>
        <dd>{campaign.kindInWords}</dd>
        <dt>{text.campaign}</dt>
        <dd dir="auto">{campaign.title}</dd>
        <dt>{text.payday}</dt>
        <dd>{epoch === null ? text.none : <a href={`/e/${epoch}`}>{text.paydayLink(epoch)}</a>}</dd>
        <dt>{text.sum}</dt>
        <dd>{sum === null ? text.none : sum}</dd>
        {chain.tx && (
          <>
            <dt>{text.transaction}</dt>
            <dd className="mono">{chain.tx}</dd>
          </>
        )}
        <dt>{text.contract}</dt>
        <dd className="mono">{chain.settlement}</dd>
      </dl>
      <p className="small soft">{text.textIsPrivate}</p>
    </>
  )
}
