// What a simulation through the chat left in its tables, in the order in which it happened: who was handed which card, who sent it when,
// which groups were drawn, how they voted, when the sweeps ran, and what every answer came to.

import { sql } from 'drizzle-orm'
import type { Watch } from '../../bots/cli/simulate/runDays.ts'
import type { OpenDatabase } from '../../core/database/database.ts'
import { rowsOf } from '../../core/database/database.ts'

export type Recorded =
  | { kind: 'sweep'; id: string; at: number }
  | { kind: 'take'; id: string; at: number; person: string; item: string; mBps: number; skippedAt: number | null }
  | { kind: 'send'; id: string; at: number; person: string; item: string; needsReview: boolean }
  | { kind: 'vote'; id: string; at: number; person: string; ballot: string; choice: 'accept' | 'reject' }

export type RecordedRound = {
  id: string
  openedAt: number
  closesAt: number
  quorum: number
  seats: string[]
  ballots: { id: string; item: string; submission: string | null; planted: string | null; verdict: string | null }[]
}

export type RecordedAnswer = {
  submission: string
  item: string
  person: string
  state: string
  decidedBy: string
  decidedAt: number
  epoch: number
  basis: string
  truth: number
  expected: number
  need: number
  factor: number
  q: number
  pay: string
}

export type Recording = {
  events: Recorded[]
  rounds: RecordedRound[]
  answers: RecordedAnswer[]
  people: { id: string; name: string }[]
  items: { id: string; key: string }[]
  paused: number
}

const ms = (column: string) => `floor(extract(epoch from ${column}) * 1000)::float8`

export async function recordingOf(database: OpenDatabase, watch: Watch): Promise<Recording> {
  const rows = <Row>(text: string) => rowsOf<Row>(database.db, sql.raw(text))
  const takes = await rows<Extract<Recorded, { kind: 'take' }>>(
    `select 'take' as kind, id, ${ms('created_at')} as at, contributor_id as person, item_id as item, m_bps as "mBps",
      case when state = 'skipped' then ${ms('ended_at')} end as "skippedAt" from assignments`,
  )
  const sends = await rows<Extract<Recorded, { kind: 'send' }>>(
    `select 'send' as kind, id, ${ms('submitted_at')} as at, contributor_id as person, item_id as item, needs_review as "needsReview" from submissions`,
  )
  const votes = await rows<Extract<Recorded, { kind: 'vote' }>>(
    `select 'vote' as kind, id, ${ms('cast_at')} as at, contributor_id as person, ballot_id as ballot, choice from votes`,
  )
  const sweeps = watch.sweeps.map(({ at, after }) => ({ kind: 'sweep', id: `${after}~`, at: at.getTime() }) as const)
  const rounds = await rows<Omit<RecordedRound, 'seats' | 'ballots'>>(
    `select id, ${ms('opened_at')} as "openedAt", ${ms('closes_at')} as "closesAt", quorum from rounds order by id`,
  )
  const seats = await rows<{ round: string; person: string }>(
    'select round_id as round, contributor_id as person from seats',
  )
  const ballots = await rows<RecordedRound['ballots'][number] & { round: string }>(
    `select id, round_id as round, item_id as item, submission_id as submission, planted_answer as planted,
      planted_verdict as verdict from ballots order by round_id, position`,
  )
  const answers = await rows<RecordedAnswer>(
    `select s.id as submission, s.item_id as item, s.contributor_id as person, s.state, s.decided_by as "decidedBy",
      ${ms('s.decided_at')} as "decidedAt", r.epoch, r.basis, r.truth_ppm as truth, r.elsewhere_ppm as expected,
      r.need_ppm as need, r.factor_ppm as factor, r.q, r.pay::text as pay
      from submissions s join reward_rows r on r.submission_id = s.id order by s.id`,
  )
  const items = await rows<{ id: string; key: string }>('select id, external_id as key from items order by position')
  const [paused] = await rows<{ n: number }>(`select count(*)::int as n from notices where code = 'skill.paused'`)
  return {
    events: [...takes, ...sends, ...votes, ...sweeps].sort((one, other) => (one.id < other.id ? -1 : 1)),
    rounds: rounds.map(round => ({
      ...round,
      seats: seats.filter(seat => seat.round === round.id).map(seat => seat.person),
      ballots: ballots.filter(ballot => ballot.round === round.id),
    })),
    answers,
    people: watch.people.map(({ contributorId, name }) => ({ id: contributorId, name })),
    items,
    paused: paused?.n ?? 0,
  }
}
