// When a row settles: at the first cut-off at which its verdict is final and nothing that could still move its evidence is awaited. Pure.

export type Waiting = {
  /** Accepted, or rejected with every second look behind it. */
  isFinal: boolean
  /** Something may still move its evidence: its item asks for more answers, or the breaker holds its campaign. */
  isAwaited: boolean
  sentAt: Date
}

export type Clock = {
  cutOffAt: Date
  maxHoldSeconds: number
  /** All holds count as over. */
  isFlush: boolean
}

/** Nobody waits longer than this, whatever else is missing but the verdict. */
export function isHeldLongEnough(sentAt: Date, clock: Clock): boolean {
  return clock.isFlush || sentAt.getTime() + clock.maxHoldSeconds * 1000 <= clock.cutOffAt.getTime()
}

export function isReady(row: Waiting, clock: Clock): boolean {
  return row.isFinal && (!row.isAwaited || isHeldLongEnough(row.sentAt, clock))
}
