// `npm run soak -- kill`: SIGKILL in the middle of everything, and nothing acknowledged is lost, nothing paid twice, nobody left waiting.
import { parseArgs } from 'node:util'
import type { DatabaseKind } from '../support/database.ts'
import { startPostgres } from '../support/ownPostgres.ts'
import { figuresOf } from './kill/figures.ts'
import { type KillOptions, killRun, type Outcome } from './kill/killRun.ts'
import type { Soak } from './soak.ts'

/** Copies of each item that people are asked: enough for three people over some hundreds of kills. */
const COPIES = 60

export const kill: Soak = {
  name: 'kill',
  about:
    'kills the process while people work, and checks that nothing is lost or doubled [--kills 100] [--database pglite|postgres] [--seed 1]',
  async run(args) {
    const { values } = parseArgs({
      args,
      options: {
        kills: { type: 'string', default: '100' },
        database: { type: 'string' },
        seed: { type: 'string', default: '1' },
      },
    })
    const kinds: DatabaseKind[] =
      values.database === undefined ? ['pglite', 'postgres'] : [values.database as DatabaseKind]
    const given = { kills: Number(values.kills), seed: Number(values.seed), copies: COPIES, tell: console.log }
    const isRight = Number.isInteger(given.kills) && given.kills > 0 && Number.isInteger(given.seed)
    if (!isRight || kinds.some(kind => kind !== 'pglite' && kind !== 'postgres')) {
      console.error('Usage: npm run soak -- kill [--kills 100] [--database pglite|postgres] [--seed 1]')
      process.exitCode = 2
      return
    }
    for (const kind of kinds) {
      console.log(`${given.kills} kills on ${kind}, seed ${given.seed}.`)
      const outcome = await runOn(kind, given)
      console.log(`\n${figuresOf(kind, outcome)}\n`)
      if (outcome.kills.some(one => one.problems.length > 0)) process.exitCode = 1
    }
    // Visitors in the middle of a wait would keep us.
    process.exit()
  },
}

async function runOn(kind: DatabaseKind, given: Omit<KillOptions, 'kind'>): Promise<Outcome> {
  if (kind === 'pglite') return killRun({ ...given, kind })
  const server = await startPostgres({ isDurable: true })
  try {
    return await killRun({ ...given, kind, databaseUrl: server.url })
  } finally {
    await server.stop()
  }
}
