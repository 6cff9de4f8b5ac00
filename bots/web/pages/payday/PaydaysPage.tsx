import type { Paydays } from '../api/proofShapes.ts'
import { agoOf, countOf, dateOf } from '../browser.ts'
import { prlOf } from '../figures.ts'
import { Frame } from '../frame/Frame.tsx'
import { useAsked } from '../frame/useAsked.ts'
import { words } from '../words.ts'

const text = words.paydays
const EVERY_SECONDS = 30

export function PaydaysPage() {
  const asked = useAsked<Paydays>('/api/epochs', EVERY_SECONDS)
  const paydays = asked.reply?.kind === 'value' ? asked.reply.value : undefined
  return (
    <Frame place={text.place} busy={asked.busy} go={{ label: words.frame.openChat, href: '/', primary: true }}>
      <main className="main stack">
        <h1>{text.heading}</h1>
        <p>{text.about}</p>
        {asked.away && <p className="notice">{paydays ? words.frame.old(asked.askedAt) : words.frame.away}</p>}
        {paydays && <List paydays={paydays} />}
      </main>
    </Frame>
  )
}

function List({ paydays: { epochs, nextPaydayAt } }: { paydays: Paydays }) {
  if (epochs.length === 0) return <p>{text.first(nextPaydayAt)}</p>
  return (
    <>
      <p>{text.next(nextPaydayAt, agoOf(nextPaydayAt))}</p>
      <table className="sticky">
        <thead>
          <tr>
            <th scope="col">{text.payday}</th>
            <th scope="col">{text.until}</th>
            <th scope="col" className="number">
              {text.rows}
            </th>
            <th scope="col" className="number">
              {text.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {epochs.map(payday => (
            <tr key={payday.epoch}>
              <th scope="row">
                <a href={`/e/${payday.epoch}`}>{words.record.paydayLink(payday.epoch)}</a>
                <span className="stateLine">{words.payday.statesShort[payday.state] ?? payday.state}</span>
              </th>
              <td className="date">{dateOf(payday.cutOffAt)}</td>
              <td className="number">{countOf(payday.rows)}</td>
              <td className="number">{prlOf(payday.total, 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
