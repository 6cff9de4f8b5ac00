import type { Difference } from '@perle/core/proof'
import { words } from '../words.ts'

const text = words.payday

/** Which row, which field, both values. */
export function Differences({ differences }: { differences: Difference[] }) {
  return (
    <div className="verdict wrong">
      <h3>{text.differs(differences.length)}</h3>
      <p>{text.differsLine}</p>
      <ul className="differences">
        {differences.map(one => (
          <li key={`${one.part} ${one.row} ${one.field}`}>
            <dl className="values">
              <dt>{text.part}</dt>
              <dd>{text.names[one.part] ?? one.part}</dd>
              <dt>{text.row}</dt>
              <dd className="mono">{one.row || text.whole}</dd>
              <dt>{text.field}</dt>
              <dd className="mono">{one.field}</dd>
              <dt>{text.found}</dt>
              <dd className="mono">{one.found}</dd>
              <dt>{text.follows}</dt>
              <dd className="mono">{one.expected}</dd>
            </dl>
          </li>
        ))}
      </ul>
    </div>
  )
}
