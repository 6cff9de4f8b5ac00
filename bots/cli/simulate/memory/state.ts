// A platform in memory: what the tables would hold, and nothing that judging does not read. One file beside this for each part of the loop.
import type { CampaignId, ContributorId, Hash, ItemId, RoundId } from '@perle/core'
import {
  completeTerms,
  type GatheredAnswer,
  type GatheredVote,
  type ItemContent,
  type JudgedAnswer,
  type JudgedTerms,
  type PastRow,
  type PlatformParameters,
  type RowDraft,
  type SealedVote,
  type Standing,
} from '@perle/core/rules'
import type { Member } from '../membersOf.ts'
import { type Question, specOf, type Terms, textOf } from '../questionsOf.ts'

export type Person = {
  id: ContributorId
  member: Member
  role: 'contributor' | 'reviewer'
  skill: 'testing' | 'passed' | 'paused'
  /** When the test was last passed, and when a pause ends; ms. */
  passedAt: number
  awayUntil: number
  standing: Standing | null
  meanPpm: number | undefined
  lease: Lease | undefined
  /** What became of each item that was handed out to them. */
  handled: Map<ItemId, 'open' | 'submitted' | 'skipped' | 'expired'>
  /** Items of ballots that they were drawn for. */
  judging: Set<ItemId>
  answers: Answer[]
  pauses: number
}

export type Item = {
  id: ItemId
  question: Question
  content: ItemContent
  position: number
  /** The same object as in the rows that are judged. */
  fact: JudgedAnswer['item']
  wanted: number
  taken: number
  /** Where it stands in its line, as on a database (migration 0003): somebody has had it, and the turn since which it can be handed out. */
  isTouched: boolean
  openedIn: number
  /** That count towards it: pending and accepted ones. */
  answers: Answer[]
}

export type Lease = {
  person: Person
  item: Item
  terms: JudgedAnswer['lease']
  review: bigint
  createdAt: number
  expiresAt: number
}

export type Answer = GatheredAnswer & {
  person: Person
  item: Item
  label: string
  needsReview: boolean
  isGoldRight: boolean | null
  reviewBy: number
  isInRound: boolean
  /** Quorum of the last group that looked at it. */
  quorum: number | undefined
  judgedBy: Set<ContributorId>
}

export type Ballot = {
  id: string
  item: Item
  answer: Answer | undefined
  planted: { label: string; verdict: 'accepted' | 'rejected' } | undefined
}

export type Round = {
  id: RoundId
  quorum: number
  panel: number
  openedAt: number
  closesAt: number
  ballots: Ballot[]
  seats: Person[]
  votes: SealedVote[]
}

/** Everything that earned, in order: a row, when, and at which payday. */
export type Earned = RowDraft & { epoch: number; settledAt: Date }

export type OpenRound = (
  platform: Platform,
  wanted: readonly Answer[],
  panel: number,
  closesAt?: number,
) => Round | undefined

export type Platform = {
  parameters: PlatformParameters
  terms: ReturnType<typeof completeTerms>
  campaign: JudgedTerms
  random: () => number
  /** Milliseconds since 1970. */
  now: number
  counter: number
  /** Rises with each turn and each sweep: what is one transaction on a database. */
  turn: number
  people: Person[]
  items: Map<ItemId, Item>
  checks: Item[]
  /** Items that can be handed out, in order of their line: those that somebody has had in hand, and the others. */
  touched: Item[]
  untouched: Item[]
  leases: Set<Lease>
  answers: Answer[]
  pending: Set<Answer>
  /** Refused, with a second look still possible. */
  refused: Set<Answer>
  rounds: Set<Round>
  ballots: { answers: number; plants: number }
  plantUses: Map<ItemId, number>
  votes: GatheredVote[]
  /** Levies less what votes cost, in base units; and votes of closed rounds that no payday has paid. */
  reviewPurse: bigint
  unpaidVotes: number
  /** Draws people and opens a round over as many of the answers as people and money allow; undefined where they allow none. */
  openRound: OpenRound
  epoch: number
  nextPayday: number | undefined
  past: Map<string, PastRow[]>
  earned: Earned[]
  stops: number
}

export type PlatformOptions = {
  parameters: PlatformParameters
  terms: Terms
  questions: readonly Question[]
  random: () => number
  begin: number
  openRound: OpenRound
}

export function openPlatform(options: PlatformOptions): Platform {
  const { parameters, random, begin } = options
  const terms = completeTerms(specOf(options.terms), parameters)
  const platform: Platform = {
    parameters,
    terms,
    campaign: { ...terms, id: 'campaign' as CampaignId, state: 'open', measuredSeconds: null },
    random,
    now: begin,
    counter: 0,
    turn: 0,
    people: [],
    items: new Map(),
    checks: [],
    touched: [],
    untouched: [],
    leases: new Set(),
    answers: [],
    pending: new Set(),
    refused: new Set(),
    rounds: new Set(),
    ballots: { answers: 0, plants: 0 },
    plantUses: new Map(),
    votes: [],
    reviewPurse: 0n,
    unpaidVotes: 0,
    openRound: options.openRound,
    epoch: 0,
    nextPayday: undefined,
    past: new Map(),
    earned: [],
    stops: 0,
  }
  for (const question of options.questions) addItem(platform, question)
  return platform
}

export function addItem(platform: Platform, question: Question, id = nextId<ItemId>(platform)): Item {
  const { role } = question
  const item: Item = {
    id,
    question,
    content: { kind: 'choice', ask: platform.terms.ask, content: { text: textOf(question) } },
    position: platform.items.size,
    fact: { role, state: 'open' },
    wanted: platform.terms.overlapMin,
    taken: 0,
    isTouched: false,
    openedIn: platform.turn,
    answers: [],
  }
  platform.items.set(item.id, item)
  if (role === 'check') platform.checks.push(item)
  if (role === 'live') platform.untouched.push(item)
  return item
}

export function addPerson(
  platform: Platform,
  member: Member,
  role: Person['role'],
  id = nextId<ContributorId>(platform),
): Person {
  const person: Person = {
    id,
    member,
    role,
    skill: 'testing',
    passedAt: 0,
    awayUntil: 0,
    standing: null,
    meanPpm: undefined,
    lease: undefined,
    handled: new Map(),
    judging: new Set(),
    answers: [],
    pauses: 0,
  }
  platform.people.push(person)
  return person
}

/** Rises, and sorts as text. */
export function nextId<Id extends string>(platform: Platform): Id {
  platform.counter += 1
  return String(platform.counter).padStart(12, '0') as Id
}

/** A hash of nothing: what is public of a row plays no part in judging. */
export const NO_HASH = '0x' as Hash
