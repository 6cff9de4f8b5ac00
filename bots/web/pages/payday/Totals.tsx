import type { PaydayTotals } from '../api/proofShapes.ts'
import { prlOf } from '../figures.ts'
import { words } from '../words.ts'

const text = words.payday

/** Set aside = owed + fee + back, to the last unit; the page adds up by itself and says so if it does not. */
export function Totals({ totals }: { totals: PaydayTotals }) {
  const { debit, pay, votes, fee, back, repair = '0' } = totals
  const lines: [string, string][] = [
    [text.pay, pay],
    [text.votes, votes],
    ...(repair === '0' ? [] : ([[text.repair, repair]] as [string, string][])),
    [text.fee, fee],
    [text.back, back],
  ]
  const parts = lines.reduce((sum, [, amount]) => sum + BigInt(amount), 0n)
  const setAside = BigInt(debit) + BigInt(back)
  const title = parts !== setAside ? text.addsUpNot : setAside === 0n ? text.noMoney : text.addsUp(prlOf(setAside, 4))
  return (
    <section className="stack" aria-labelledby="totals">
      <h2 id="totals">{title}</h2>
      {parts !== setAside && <p className="notice">{text.addsUpNotLine(prlOf(parts), prlOf(setAside))}</p>}
      <table>
        <thead>
          <tr>
            <th scope="col">{text.figure}</th>
            <th scope="col" className="number">
              {text.amount}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, amount]) => (
            <Line key={label} label={label} amount={amount} />
          ))}
        </tbody>
        <tfoot>
          <Line label={text.setAside} amount={setAside.toString()} />
        </tfoot>
      </table>
      <dl className="values">
        <dt>{text.published}</dt>
        <dd>{words.record.prl(prlOf(totals.published))}</dd>
        <dt>{text.heldBefore}</dt>
        <dd>{words.record.prl(prlOf(totals.heldBefore))}</dd>
        <dt>{text.heldAfter}</dt>
        <dd>{words.record.prl(prlOf(totals.heldAfter))}</dd>
        {totals.withheld !== '0' && (
          <>
            <dt>{text.withheld}</dt>
            <dd>{words.record.prl(prlOf(totals.withheld))}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Line({ label, amount }: { label: string; amount: string }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number">{prlOf(amount)}</td>
    </tr>
  )
}
