// What a failed query says about the world, and what of it may be logged. Pure.

/** Classes of SQLSTATE where the server cannot serve and the statement was not at fault: connection lost, no resources, shutting down, I/O. */
const CLASSES = ['08', '53', '57', '58']
/** What Node and postgres.js say in place of a SQLSTATE. */
const CODES = ['ENOSPC', 'EDQUOT', 'EIO', 'ECONNREFUSED', 'ECONNRESET', 'CONNECTION_CLOSED', 'CONNECTION_ENDED']

/** The database's place in the world failed, not the turn: a full disk, a lost connection. Trying the same again later is right. */
export function isOutage(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    const code = (cause as { code?: unknown }).code
    if (typeof code !== 'string') continue
    if (CODES.includes(code) || (/^[0-9A-Z]{5}$/.test(code) && CLASSES.includes(code.slice(0, 2)))) return true
  }
  return false
}

/** Of a failed query, what the database said. The query's own message holds its values: what somebody wrote, which no log may hold. */
export function plainMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (!error.message.startsWith('Failed query')) return error.message
  return error.cause === undefined ? 'a query failed' : plainMessage(error.cause)
}
