import { useState } from 'react'
import type { Payday } from '../api/proofShapes.ts'
import { prlOf, shortOf } from '../figures.ts'
import { words } from '../words.ts'

const text = words.payday
const SHOWN_AT_FIRST = 20

export function Accounts({ accounts }: { accounts: Payday['accounts'] }) {
  const [all, setAll] = useState(false)
  if (accounts.length === 0) return null
  const shown = all ? accounts : accounts.slice(0, SHOWN_AT_FIRST)
  return (
    <section className="stack tight" aria-labelledby="accounts">
      <h2 id="accounts">{text.accounts}</h2>
      <p className="soft">{text.accountsAbout}</p>
      <table className="sticky">
        <thead>
          <tr>
            <th scope="col">{text.address}</th>
            <th scope="col" className="number">
              {text.increase}
            </th>
            <th scope="col" className="number">
              {text.cumulative}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(account => (
            <tr key={account.address}>
              <td className="mono" title={account.address}>
                <span className="longForm">{account.address}</span>
                <span className="shortForm">{shortOf(account.address)}</span>
              </td>
              <td className="number">{prlOf(account.increase, 4)}</td>
              <td className="number">{prlOf(account.cumulative, 4)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < accounts.length && (
        <div>
          <button type="button" className="press" onClick={() => setAll(true)}>
            {text.showAll(accounts.length)}
          </button>
        </div>
      )}
    </section>
  )
}
