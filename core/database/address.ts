// Where a DATABASE_URL points. libpq's way to name a Unix socket, `postgres:///perle?host=/var/run/postgresql` (PostgreSQL manual, 32.1.1.2),
// is unknown to postgres.js, which would send `host` to the server as a setting. On one machine it costs less than TCP.

/** The address without what postgres.js does not read, and the folder of the socket where there is one. */
export function addressOf(databaseUrl: string): { url: string; place: { host?: string; port?: number } } {
  const url = new URL(databaseUrl)
  const { searchParams } = url
  const host = searchParams.get('host')
  if (!host?.startsWith('/')) return { url: databaseUrl, place: {} }
  const port = Number(searchParams.get('port') ?? (url.port === '' ? 5432 : url.port))
  searchParams.delete('host')
  searchParams.delete('port')
  return { url: url.toString(), place: { host, port } }
}
