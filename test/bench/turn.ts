// "Press a choice answer": its inbox row is committed, then one turn saves the answer, leases the next task and shows it.
import postgres from 'postgres'
import { addressOf } from '../../core/database/address.ts'
import { migrate } from '../../core/database/migrate.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { type OwnPostgres, startPostgres } from '../support/ownPostgres.ts'
import { aWorld, type World } from '../support/world.ts'
import type { Bench, Figures } from './bench.ts'
import { atPace, inFlight, percentile } from './load.ts'
import { countingProxy } from './turn/countingProxy.ts'
import { aCrowdAtWork, type Presser, presserOf } from './turn/crowd.ts'

/** As many conversations as wait for an answer at once, and twice as many people, so that nobody waits for their own turn. */
const IN_FLIGHT = 32
const PEOPLE = 64
const SECONDS = 10
const CALM_PER_SECOND = 30
const COUNTED_TURNS = 100
/** More than anybody reaches: 64 people at 1,000 turns a second for all phases. */
const ANSWERS_EACH = 500

export const turn: Bench = {
  name: 'turn',
  about: 'durable turns a second for "press a choice answer" on Postgres, beside one bare INSERT',
  async run() {
    const server = await startPostgres({ isDurable: true })
    try {
      return await measure(server)
    } finally {
      await server.stop()
    }
  },
}

async function measure(server: OwnPostgres): Promise<Figures> {
  // One machine for all: by its socket, the peer too.
  const url = server.socketUrl
  const database = await openDatabase(url)
  await migrate(database)
  const world = await aWorld({ database })
  const crowd = await aCrowdAtWork(world, { people: PEOPLE, answersEach: ANSWERS_EACH })
  await database.script('analyze')
  const press = everyone(crowd)
  await inFlight(IN_FLIGHT, 2, press)
  const before = await server.cpuMs()
  const turns = await inFlight(IN_FLIGHT, SECONDS, press)
  const serverCpuMs = (await server.cpuMs()) - before
  const bare = await bareInserts(url)
  const calm = await atPace(CALM_PER_SECOND, SECONDS, press)
  const perTurn = await countTurns(server.url, world, crowd[0] as Presser)
  await database.close()
  return {
    turnsPerSecond: Math.round(turns.perSecond),
    barePerSecond: Math.round(bare.perSecond),
    ratio: Number((turns.perSecond / bare.perSecond).toFixed(4)),
    statementsPerTurn: perTurn.statements,
    roundTripsPerTurn: perTurn.roundTrips,
    p50Ms: percentile(calm, 0.5),
    p99Ms: percentile(calm, 0.99),
    busyP50Ms: percentile(turns.times, 0.5),
    busyP99Ms: percentile(turns.times, 0.99),
    nodeCpuMsPerTurn: Number((turns.cpuMs / turns.times.length).toFixed(3)),
    postgresCpuMsPerTurn: Number((serverCpuMs / turns.times.length).toFixed(3)),
    inFlight: IN_FLIGHT,
    calmPerSecond: CALM_PER_SECOND,
  }
}

/** Each goes on with whoever has waited longest; a person is in one turn at a time. */
function everyone(crowd: readonly Presser[]): () => Promise<void> {
  const idle = [...crowd]
  return async () => {
    const next = idle.shift()
    if (next === undefined) throw new Error('bug: more in flight than people')
    await next.press()
    idle.push(next)
  }
}

/** The peer: one row like an inbox row, committed by itself, over a pool of the same size. */
async function bareInserts(url: string) {
  const address = addressOf(url)
  const client = postgres(address.url, { ...address.place, max: 16, onnotice: () => {} })
  await client`create table bare (key text primary key, payload text, received_at timestamptz not null)`
  let last = 0
  const payload = JSON.stringify({ kind: 'press', payload: 'x'.repeat(120) })
  const insert = async () => {
    last += 1
    await client`insert into bare values (${`bare:${last}`}, ${payload}, ${new Date().toISOString()})`
  }
  await inFlight(IN_FLIGHT, 1, insert)
  const figures = await inFlight(IN_FLIGHT, SECONDS / 2, insert)
  await client.end()
  return figures
}

/** One person alone, through a proxy that reads the protocol; everything is prepared by then. The inbox row's own insert is left out. */
async function countTurns(url: string, world: World, presser: Presser) {
  const target = { host: '127.0.0.1', port: Number(new URL(url).port) }
  const proxy = await countingProxy(target)
  const database = await openDatabase(Object.assign(new URL(url), { port: String(proxy.port) }).toString(), { pool: 1 })
  try {
    const through = presserOf({ ...world, database }, presser.platformId, presser.view())
    for (let n = 0; n < 20; n++) await through.press()
    const before = { ...proxy.counted }
    for (let n = 0; n < COUNTED_TURNS; n++) await through.press()
    const each = (name: 'statements' | 'roundTrips') => (proxy.counted[name] - before[name]) / COUNTED_TURNS - 1
    return { statements: Number(each('statements').toFixed(2)), roundTrips: Number(each('roundTrips').toFixed(2)) }
  } finally {
    await database.close()
    proxy.close()
  }
}
