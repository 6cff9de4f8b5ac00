import type { Payday } from '../api/proofShapes.ts'
import { countOf } from '../browser.ts'
import { prlOf } from '../figures.ts'
import { words } from '../words.ts'

const text = words.payday

type Bar = { label: string; count: number }

/** How many wallets received how much. The title is what the bars show; the rows behind them are a table. */
export function Sizes({ sizes }: { sizes: Payday['sizes'] }) {
  const bars = barsOf(sizes)
  const all = bars.reduce((sum, bar) => sum + bar.count, 0)
  const most = bars.reduce((best, bar) => (bar.count > best.count ? bar : best), { label: '', count: 0 })
  if (all === 0) {
    return (
      <section className="stack tight" aria-labelledby="sizes">
        <h2 id="sizes">{text.sizes}</h2>
        <p>{text.noSizes}</p>
      </section>
    )
  }
  const title = most.count === all ? text.sizesOne(all) : text.sizesFinding(most.count, all, most.label)
  return (
    <section aria-labelledby="sizes">
      <figure className="stack tight" aria-labelledby="sizes">
        <h2 id="sizes">{title}</h2>
        <div className="bars" aria-hidden="true">
          {bars.map(bar => (
            <div className="bar" key={bar.label}>
              <span className="barLabel">{bar.label}</span>
              <svg className="barLine" aria-hidden="true" viewBox="0 0 100 16" preserveAspectRatio="none">
                {[100 / 3, 200 / 3, 99.7].map(x => (
                  <line key={x} className="grid" x1={x} x2={x} y1="0" y2="16" vectorEffect="non-scaling-stroke" />
                ))}
                <rect className="subject" x="0" y="3" height="10" width={(100 * bar.count) / most.count} />
              </svg>
              <span className="barCount">{countOf(bar.count)}</span>
            </div>
          ))}
        </div>
        <details>
          <summary>{text.rowsBehind}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{text.size}</th>
                <th scope="col" className="number">
                  {text.wallets}
                </th>
              </tr>
            </thead>
            <tbody>
              {bars.map(bar => (
                <tr key={bar.label}>
                  <th scope="row">{bar.label}</th>
                  <td className="number">{countOf(bar.count)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      </figure>
    </section>
  )
}

function barsOf(sizes: Payday['sizes']): Bar[] {
  return sizes.map(({ upTo, count }, place) => {
    const from = sizes[place - 1]?.upTo
    if (upTo === null) return { label: text.more(prlOf(from ?? '0', 4)), count }
    return { label: from == null ? text.upTo(prlOf(upTo, 4)) : text.between(prlOf(from, 4), prlOf(upTo, 4)), count }
  })
}
