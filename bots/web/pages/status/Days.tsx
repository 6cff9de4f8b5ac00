import type { Status, StatusWord } from '../api/shapes.ts'
import { dateOf } from '../browser.ts'
import { words } from '../words.ts'

const text = words.status

/** Height says the same as colour: full worked, half was slow, a foot stopped. */
const HEIGHT: Record<StatusWord, number> = { working: 32, slow: 18, stopped: 6, 'not used yet': 2 }

export function Days({ days }: { days: Status['days'] }) {
  const used = days.filter(day => day.word !== 'not used yet')
  const good = used.filter(day => day.word === 'working').length
  const title = good === used.length ? text.daysAll(used.length) : text.daysSome(good, used.length)
  return (
    <section className="stack tight" aria-labelledby="days">
      <h2 id="days">{used.length === 0 ? text.days : title}</h2>
      {used.length === 0 ? (
        <p>{text.noDays}</p>
      ) : (
        <>
          <svg className="days" viewBox={`0 0 ${10 * days.length} 32`} preserveAspectRatio="none" aria-hidden="true">
            {days.map((day, place) => (
              <rect
                key={day.date}
                className={day.word === 'working' ? 'context' : 'subject'}
                x={10 * place + 1}
                y={32 - HEIGHT[day.word]}
                width="8"
                height={HEIGHT[day.word]}
              />
            ))}
          </svg>
          <details>
            <summary>{words.payday.rowsBehind}</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">{text.date}</th>
                  <th scope="col">{text.dayWord}</th>
                </tr>
              </thead>
              <tbody>
                {days.map(day => (
                  <tr key={day.date}>
                    <th scope="row">{dateOf(`${day.date.slice(0, 10)}T12:00:00Z`)}</th>
                    <td>{text.words[day.word]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  )
}
