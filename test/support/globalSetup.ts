// Starts a Postgres of the suite's own, if one can be had, and says plainly when it could not.
import { startPostgres } from './ownPostgres.ts'

export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env['PERLE_TEST_POSTGRES'] !== undefined) {
    console.log('Postgres: the one of PERLE_TEST_POSTGRES.')
    return async () => {}
  }
  try {
    const { url, stop, from } = await startPostgres({ isDurable: false })
    process.env['PERLE_TEST_POSTGRES'] = url
    console.log(`Postgres: started for this run from ${from}. Tests run on PGlite and on Postgres.`)
    return stop
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    console.log(
      `Postgres: could not be started (${why}). Tests run on PGlite only; set PERLE_TEST_POSTGRES to a server.`,
    )
    return async () => {}
  }
}
