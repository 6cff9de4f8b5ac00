import type { Mark } from '../../../conversation/view.ts'
import type { Contribution } from '../api/proofShapes.ts'
import { momentOf } from '../browser.ts'
import { Pearl } from '../frame/Pearl.tsx'
import { words } from '../words.ts'

type Station = { mark: Mark; word: string; at: string | null; reached: boolean }

/** The way of one answer: outline, half, full, each with its word and its moment. */
export function PearlLine({ contribution }: { contribution: Contribution }) {
  return (
    <ol className="pearlLine">
      {stationsOf(contribution).map(station => (
        <li key={station.word} className={station.reached ? 'reached' : 'ahead'}>
          <Pearl mark={station.mark} />
          <span className="stationWord">{station.word}</span>
          <span className="small soft">
            {station.at ? <time dateTime={station.at}>{momentOf(station.at)}</time> : words.record.notYet}
          </span>
        </li>
      ))}
    </ol>
  )
}

function stationsOf({ status, sentAt, decidedAt, recordedAt }: Contribution): Station[] {
  const saved: Station = { mark: 'saved', word: words.record.saved, at: sentAt, reached: true }
  const decidedWord =
    status === 'refused' ? words.record.refused : decidedAt ? words.record.checked : words.record.checking
  const decided: Station = {
    mark: 'checking',
    word: decidedWord,
    at: decidedAt,
    reached: decidedAt !== null || status === 'checking',
  }
  if (status === 'refused') return [saved, decided]
  return [
    saved,
    decided,
    { mark: 'recorded', word: words.record.recorded, at: recordedAt, reached: recordedAt !== null },
  ]
}
