import type { Status, StatusPart, StatusWord } from '../api/shapes.ts'
import { agoOf, countOf, momentOf, spanOf } from '../browser.ts'
import { Frame } from '../frame/Frame.tsx'
import { useAsked } from '../frame/useAsked.ts'
import { words } from '../words.ts'
import { Days } from './Days.tsx'
import { SourceAndPlace } from './SourceAndPlace.tsx'

const text = words.status
const EVERY_SECONDS = 15

export function StatusPage() {
  const asked = useAsked<Status>('/api/status', EVERY_SECONDS)
  const status = asked.reply?.kind === 'value' ? asked.reply.value : undefined
  const trouble = asked.away || asked.reply?.kind === 'refused'
  return (
    <Frame
      place={text.place}
      busy={asked.busy && !status}
      go={{ label: words.frame.openChat, href: '/', primary: true }}
    >
      <main className="main stack wide narrow">
        <div className="stack tight">
          <h1>{status?.sentence ?? text.heading}</h1>
          {trouble && <p className="notice">{status ? words.frame.old(asked.askedAt) : words.frame.away}</p>}
          {status && !trouble && <p className="small soft">{words.frame.asOf(asked.askedAt)}</p>}
        </div>
        {status && <Whole status={status} />}
        <SourceAndPlace status={status} />
      </main>
    </Frame>
  )
}

function Whole({ status }: { status: Status }) {
  return (
    <>
      <table>
        <thead>
          <tr>
            <th scope="col">{text.part}</th>
            <th scope="col">{text.word}</th>
            <th scope="col">{text.last}</th>
          </tr>
        </thead>
        <tbody>
          {(['work', 'checking', 'records', 'pay'] as const).map(part => (
            <Part key={part} name={text.parts[part]} part={status[part]} />
          ))}
        </tbody>
      </table>
      <section className="stack tight">
        <h2>{text.next}</h2>
        <p>{text.nextLine(momentOf(status.nextPaydayAt), agoOf(status.nextPaydayAt))}</p>
      </section>
      <Days days={status.days} />
      <section className="stack tight">
        <h2>{text.queues}</h2>
        {status.queues.length === 0 ? <p>{text.noQueue}</p> : <Queues queues={status.queues} />}
      </section>
      {status.transactions && <Transactions status={status} transactions={status.transactions} />}
    </>
  )
}

function Transactions(given: { status: Status; transactions: NonNullable<Status['transactions']> }) {
  const { wanted, sent, givenUp, oldestSeconds } = given.transactions
  if (wanted + sent + givenUp === 0) return null
  return (
    <section className="stack tight">
      <h2>{text.transactions}</h2>
      {given.status.signers?.map(({ signer, sentence }) => (
        <p key={signer}>{sentence}</p>
      ))}
      <table>
        <thead>
          <tr>
            <th scope="col">{text.part}</th>
            <th scope="col" className="number">
              {text.transactionCount}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['wanted', 'sent', 'givenUp'] as const).map(word => (
            <tr key={word}>
              <th scope="row">{text.transactionWords[word]}</th>
              <td className="number">{countOf({ wanted, sent, givenUp }[word])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {oldestSeconds > 0 && <p className="small soft">{text.longest(spanOf(oldestSeconds))}</p>}
    </section>
  )
}

const LOOK: Record<StatusWord, string> = {
  working: 'accepted',
  slow: 'waiting',
  stopped: 'refused',
  'not used yet': 'soft',
}

function Part({ name, part }: { name: string; part: StatusPart }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={LOOK[part.word]}>{text.words[part.word]}</td>
      <td>{part.lastAt ? <time dateTime={part.lastAt}>{agoOf(part.lastAt)}</time> : text.never}</td>
    </tr>
  )
}

function Queues({ queues }: { queues: Status['queues'] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{text.queue}</th>
          <th scope="col" className="number">
            {text.oldest}
          </th>
        </tr>
      </thead>
      <tbody>
        {queues.map(queue => (
          <tr key={queue.name}>
            <th scope="row">{queue.name}</th>
            <td className="number">{queue.oldestSeconds === 0 ? text.nothing : spanOf(queue.oldestSeconds)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
