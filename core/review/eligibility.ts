// Who may judge whose work. Pure: the facts are read by the store, the lot is drawn with the randomness passed in.
import type { ContributorId, ItemId } from '../ids.ts'
import type { Standing } from '../skills/standing.ts'

/** Levels that may judge without having taken the reviewer's role: a record of their own stands behind them. */
const JUDGING_STANDINGS: readonly Standing[] = ['regular', 'trusted', 'expert']

export type Candidate = {
  contributorId: ContributorId
  isSimulated: boolean
  role: 'contributor' | 'reviewer' | 'requester'
  isExcluded: boolean
  isErased: boolean
  /** Wants to be offered work that is hard to see. */
  seesHard: boolean
  /** State of the campaign's skill; null where the person never tried. */
  skill: 'testing' | 'passed' | 'failed' | 'paused' | null
  standing: Standing | null
}

/** What one ballot puts in front of people. `authorId` is null for a planted answer. */
export type Judged = { authorId: ContributorId | null; itemId: ItemId }

/** Which people have answered or hold which items; keys are made by `handling`. */
export type Handled = ReadonlySet<string>

export function handling(contributorId: ContributorId, itemId: ItemId): string {
  return `${contributorId} ${itemId}`
}

/**
 * May this person judge answers of the campaign at all? Reviewers, and people who passed the skill and are above "new".
 * Work that is hard to see only by those who asked for it. Never the campaign's requester, who would decide on what it pays; never somebody excluded or paused on the skill.
 */
export function mayReview(
  candidate: Candidate,
  campaign: { requesterId: ContributorId; hardToSee: string | null },
): boolean {
  if (candidate.isExcluded || candidate.isErased) return false
  if (candidate.contributorId === campaign.requesterId || candidate.role === 'requester') return false
  if (candidate.skill === 'paused') return false
  if (campaign.hardToSee !== null && !candidate.seesHard) return false
  if (candidate.role === 'reviewer') return true
  return candidate.skill === 'passed' && candidate.standing !== null && JUDGING_STANDINGS.includes(candidate.standing)
}

/**
 * What stands between a person and one ballot. Conflict rules: nobody judges their own work, and nobody judges an answer to
 * an item that they have answered or hold, since they would judge it by their own answer (and see others' before sending).
 */
export function conflictOf(
  contributorId: ContributorId,
  ballot: Judged,
  handled: Handled,
): 'own_work' | 'same_item' | undefined {
  if (ballot.authorId === contributorId) return 'own_work'
  return handled.has(handling(contributorId, ballot.itemId)) ? 'same_item' : undefined
}

/** The people who may judge a ballot, in the order given. */
export function judgesOf(people: readonly ContributorId[], ballot: Judged, handled: Handled): ContributorId[] {
  return people.filter(person => conflictOf(person, ballot, handled) === undefined)
}

/** Fisher and Yates; `random` answers numbers in [0, 1). */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const mixed = [...values]
  for (let last = mixed.length - 1; last > 0; last--) {
    const pick = Math.floor(random() * (last + 1))
    const held = mixed[last] as T
    mixed[last] = mixed[pick] as T
    mixed[pick] = held
  }
  return mixed
}

/**
 * Seats of a round. Order of the draw: by lot among everybody eligible; then, stably, those who may judge more of the
 * round's ballots first. A person is seated while some ballot that they may judge has fewer than `need` people.
 * `standIns` (simulated people) come after everybody else: they fill the seats that people leave.
 */
export function drawSeats(
  people: readonly ContributorId[],
  ballots: readonly Judged[],
  handled: Handled,
  need: number,
  random: () => number,
  standIns: ReadonlySet<ContributorId> = new Set(),
): ContributorId[] {
  const lots = shuffled([...people].sort(), random).map(person => ({
    person,
    mine: ballots.flatMap((ballot, index) => (conflictOf(person, ballot, handled) === undefined ? [index] : [])),
  }))
  const standsIn = ({ person }: { person: ContributorId }) => Number(standIns.has(person))
  lots.sort((one, other) => standsIn(one) - standsIn(other) || other.mine.length - one.mine.length)
  const seated = ballots.map(() => 0)
  const drawn: ContributorId[] = []
  for (const { person, mine } of lots) {
    if (!mine.some(index => (seated[index] ?? 0) < need)) continue
    for (const index of mine) seated[index] = (seated[index] ?? 0) + 1
    drawn.push(person)
  }
  return drawn
}
