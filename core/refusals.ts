// Every expected "no" of the domain, in one catalogue. A code is public: it is logged, worded and tested; never reuse one.

/** A rule said no. Returned, never thrown; `bots/conversation/words` has a sentence and a way on for each code. */
export type Refusal =
  | { code: 'assignment.expired' }
  | { code: 'assignment.not_yours' }
  | { code: 'assignment.closed' }
  | { code: 'answer.malformed'; field: string; expected: string }
  | { code: 'answer.length'; length: number; min: number; max: number }
  | { code: 'answer.too_quick'; seconds: number }
  | { code: 'answer.not_undoable' }
  | { code: 'text.too_long'; length: number; max: number }
  | { code: 'campaign.unknown' }
  | { code: 'campaign.not_open'; title: string }
  | { code: 'campaign.unfunded'; missing: bigint }
  | { code: 'campaign.exists'; slug: string }
  | { code: 'consent.missing'; title: string }
  | { code: 'consent.withdrawn'; title: string }
  | { code: 'qualification.missing'; skill: string }
  | { code: 'qualification.wait'; skill: string; until: Date }
  | { code: 'skill.paused'; skill: string; until: Date }
  | { code: 'work.none' }
  | { code: 'work.hard_to_see'; title: string; what: string }
  | { code: 'contributor.underage' }
  | { code: 'contributor.excluded' }
  | { code: 'import.bad_row'; file: string; row: number; field: string; expected: string }
  | { code: 'import.bad_file'; file: string; expected: string }
  | { code: 'guide.question_unknown' }
  | { code: 'guide.rule_unfit'; expected: string }
  | { code: 'round.closed'; closedAt: Date }
  | { code: 'round.not_drawn' }
  | { code: 'room.not_moderator' }
  | { code: 'vote.own_work' }
  | { code: 'vote.conflict' }
  | { code: 'vote.reason_missing' }
  | { code: 'ballot.full' }
  | { code: 'appeal.exists' }
  | { code: 'appeal.not_rejected' }
  | { code: 'appeal.window_over'; endedAt: Date }
  | { code: 'appeal.bond_missing'; bond: bigint }
  | { code: 'submission.unknown' }
  | { code: 'wallet.bad_address' }
  | { code: 'wallet.bad_signature' }
  | { code: 'wallet.link_closed' }
  | { code: 'wallet.taken' }
  | { code: 'wallet.none' }
  | { code: 'epoch.previous_unsettled'; epoch: number }
  | { code: 'epoch.breaker'; title: string }
  | { code: 'mode.local_only' }

export type RefusalCode = Refusal['code']
/** The refusals with these codes: a use-case's signature lists its noes. */
export type Only<C extends RefusalCode> = Extract<Refusal, { code: C }>

export type Result<T, R extends Refusal = Refusal> = { ok: true; value: T } | { ok: false; refusal: R }

export function ok<T>(value: T): { ok: true; value: T } {
  return { ok: true, value }
}

export function refuse<R extends Refusal>(refusal: R): { ok: false; refusal: R } {
  return { ok: false, refusal }
}

/** The world failing (database, RPC, rate limit). Thrown; caught only by the outbox and by a surface's boundary. */
export class Fault extends Error {
  readonly retry: 'later' | 'never'
  /** `fee`, `funds`: the world is well, but what we offer for our place in it is too little, or more than we have. */
  readonly about: 'fee' | 'funds' | undefined
  constructor(
    message: string,
    options: { retry: 'later' | 'never'; cause?: unknown; about?: 'fee' | 'funds' | undefined },
  ) {
    super(message, { cause: options.cause })
    this.name = 'Fault'
    this.retry = options.retry
    this.about = options.about
  }
}

/** A bug of ours: throws, so that the turn rolls back and is logged. */
export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`bug: ${message}`)
}
