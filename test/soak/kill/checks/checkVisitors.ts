// Every visitor's diary against the tables: what was acknowledged is there exactly once, what was repeated had one effect, and
// nothing is there that nobody sent.
import type { Deed, Diary } from '../deeds.ts'
import { listed, type Query } from './query.ts'

/** The sweep takes what lay for 30 s and comes round every two; the rest is for a machine with other things to do. */
const LEFT_SECONDS = 60

type Found = {
  inbox: Map<string, { state: string; age: number }>
  answers: Map<string, { person: string; state: string }>
  tasks: Map<string, { state: string; reason: string | null }>
  questions: Map<string, number>
  votes: Map<string, string>
  wallets: Map<string, string[]>
  turns: Map<string, number>
}

export async function checkVisitors(query: Query, diaries: readonly Diary[]): Promise<string[]> {
  const found = await readAll(query, diaries)
  const known = new Set(diaries.flatMap(diary => diary.deeds.map(deed => `${diary.session}:${deed.key}`)))
  const strays = [...found.inbox.keys()].filter(key => !known.has(key)).map(key => `nobody here sent event ${key}`)
  return [...strays, ...diaries.flatMap(diary => checkOne(diary, found))]
}

function checkOne(diary: Diary, found: Found): string[] {
  const { deeds, contributorId: person } = diary
  const about = (kind: Deed['kind']) => deeds.filter(deed => deed.kind === kind)
  const must = (kind: Deed['kind']) => about(kind).filter(deed => deed.state === 'acknowledged' && !deed.isRefused)
  const problems = deeds.flatMap(deed => checkEvent(deed, found.inbox.get(`${diary.session}:${deed.key}`)))

  problems.push(...checkRefused(diary, found))
  for (const { subject } of must('answer')) {
    if (!found.answers.has(subject)) problems.push(`the acknowledged answer to task ${subject} is not there`)
  }
  const answered = subjectsOf(about('answer'))
  const own = [...found.answers].filter(([, answer]) => answer.person === person)
  for (const [task] of own) if (!answered.has(task)) problems.push(`nobody sent the answer to task ${task}`)
  const undone = own.filter(([, answer]) => answer.state === 'undone').length
  if (undone < must('undo').length || undone > about('undo').length) {
    problems.push(
      `${undone} answers are taken back, that was told ${must('undo').length} times, asked ${about('undo').length} times`,
    )
  }
  for (const [kind, reason] of [
    ['skip', 'not_clear'],
    ['ask', 'asked'],
  ] as const) {
    for (const { subject } of must(kind)) {
      const task = found.tasks.get(subject)
      if (task?.state !== 'skipped' || task.reason !== reason) {
        problems.push(`task ${subject} was given back (${reason}) and is ${task?.state} (${task?.reason})`)
      }
    }
  }
  const questions = found.questions.get(person) ?? 0
  if (questions < must('ask').length || questions > about('ask').length) {
    problems.push(`${questions} questions on the guide are there, ${about('ask').length} were asked`)
  }
  return [...problems, ...checkVotes(about('vote'), must('vote'), person, found), ...checkTurns(diary, found)].map(
    problem => `${diary.name}: ${problem}`,
  )
}

function checkEvent(deed: Deed, event: { state: string; age: number } | undefined): string[] {
  const what = `${deed.kind} ${deed.subject} (key ${deed.key}, sent ${deed.sent} times, ${deed.state}, life ${deed.life})`
  if (deed.state === 'acknowledged' && event?.state !== 'done')
    return [`${what} is ${event?.state ?? 'not written down'}`]
  if (event?.state === 'failed') return [`${what} was given up`]
  if (event?.state === 'new' && event.age > LEFT_SECONDS) return [`${what} has waited for ${event.age} s`]
  return []
}

/**
 * A task in hand is nobody else's, so a no to what its own button offers has one excuse: an earlier press on the same task, whose answer
 * was lost and never asked for again, was taken up by the sweep meanwhile. Nor is every no one: such a late press also leaves its own
 * sentence on the screen, under what had its effect.
 */
function checkRefused({ deeds }: Diary, found: Found): string[] {
  const abandoned = subjectsOf(deeds.filter(deed => deed.state === 'givenUp'))
  return deeds
    .filter(deed => deed.isRefused && !abandoned.has(deed.subject) && hasNoEffect(deed, found))
    .map(
      deed => `${deed.kind} ${deed.subject} (key ${deed.key}, sent ${deed.sent} times, life ${deed.life}) was refused`,
    )
}

function hasNoEffect({ kind, subject }: Deed, found: Found): boolean {
  if (kind === 'answer') return !found.answers.has(subject)
  const reason = found.tasks.get(subject)?.reason
  return (kind === 'skip' && reason !== 'not_clear') || (kind === 'ask' && reason !== 'asked')
}

function checkVotes(sent: Deed[], must: Deed[], person: string, found: Found): string[] {
  const problems = must
    .filter(deed => found.votes.get(`${person}:${deed.subject}`) !== deed.detail)
    .map(
      deed =>
        `the acknowledged vote on ${deed.subject} is ${found.votes.get(`${person}:${deed.subject}`) ?? 'not there'}`,
    )
  const ballots = subjectsOf(sent)
  for (const key of found.votes.keys()) {
    const [voter, ballot] = key.split(':') as [string, string]
    if (voter === person && !ballots.has(ballot)) problems.push(`nobody sent the vote on ${ballot}`)
  }
  return problems
}

/** A turn that ran twice shows here whatever it did: each request takes at most one, and each lost one may be taken up by the sweep. */
function checkTurns(diary: Diary, found: Found): string[] {
  const { deeds, requests, session } = diary
  const taken = found.turns.get(session.replace('web:', '')) ?? 0
  const lost = deeds.filter(deed => deed.sent > 1 || deed.state === 'givenUp').length
  const acknowledged = deeds.filter(deed => deed.state === 'acknowledged').length
  const problems: string[] = []
  if (taken > requests + lost)
    problems.push(`${taken} turns were taken for ${requests} requests, ${lost} of them lost once`)
  if (taken < acknowledged) problems.push(`${taken} turns were taken, ${acknowledged} were acknowledged`)
  const linked = found.wallets.get(diary.contributorId) ?? []
  for (const deed of deeds.filter(one => one.kind === 'wallet' && one.state === 'acknowledged')) {
    if (linked.length !== 1 || linked[0] !== deed.subject) {
      problems.push(`the wallet ${deed.subject} was linked, there are: ${linked.join(', ') || 'none'}`)
    }
  }
  return problems
}

const subjectsOf = (deeds: readonly Deed[]) => new Set(deeds.map(deed => deed.subject))

async function readAll(query: Query, diaries: readonly Diary[]): Promise<Found> {
  const people = `(${listed(diaries.map(diary => diary.contributorId))})`
  const inbox = await query<{ key: string; state: string; age: string }>(
    `select event_key as key, state, round(extract(epoch from now() - received_at))::text as age from inbox`,
  )
  const answers = await query<{ task: string; person: string; state: string }>(
    `select assignment_id::text as task, contributor_id::text as person, state
      from submissions where contributor_id in ${people}`,
  )
  const tasks = await query<{ id: string; state: string; reason: string | null }>(
    `select id::text, state, skip_reason as reason from assignments where contributor_id in ${people}`,
  )
  const questions = await query<{ person: string; n: number }>(
    `select contributor_id::text as person, count(*)::int as n from guide_questions group by 1`,
  )
  const votes = await query<{ person: string; ballot: string; choice: string }>(
    `select contributor_id::text as person, ballot_id::text as ballot, choice from votes where contributor_id in ${people}`,
  )
  const wallets = await query<{ person: string; address: string }>(
    `select contributor_id::text as person, address from wallets where replaced_at is null`,
  )
  const turns = await query<{ session: string; turn: number }>(
    `select i.platform_id as session, c.turn from conversations c join identities i on i.id = c.identity_id`,
  )
  return {
    inbox: new Map(inbox.map(row => [row.key, { state: row.state, age: Number(row.age) }])),
    answers: new Map(answers.map(row => [row.task, row])),
    tasks: new Map(tasks.map(row => [row.id, { state: row.state, reason: row.reason }])),
    questions: new Map(questions.map(row => [row.person, row.n])),
    votes: new Map(votes.map(row => [`${row.person}:${row.ballot}`, row.choice])),
    wallets: new Map(
      [...Map.groupBy(wallets, row => row.person)].map(([person, rows]) => [person, rows.map(row => row.address)]),
    ),
    turns: new Map(turns.map(row => [row.session, row.turn])),
  }
}
