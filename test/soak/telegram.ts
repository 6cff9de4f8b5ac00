// The Telegram bot killed at 50 random points of a 500-update run; the tests do ten.
import { startPostgres } from '../support/ownPostgres.ts'
import type { Soak } from './soak.ts'

const KILLS = 50

export const telegram: Soak = {
  name: 'telegram',
  about: `the Telegram bot, killed ${KILLS} times in 500 updates: one effect each, an answer for everybody`,
  async run([seed = '1']) {
    const server = await startPostgres({ isDurable: true })
    process.env['PERLE_TEST_POSTGRES'] = server.url
    try {
      // Read after the address is known: the test database is looked up when its module is loaded.
      const { killRun } = await import('../telegram/kills.ts')
      console.log(JSON.stringify(await killRun({ people: 20, cases: 5, kills: KILLS, seed: Number(seed) })))
    } finally {
      await server.stop()
    }
  },
}
