// For whoever keeps this running: is each part alive, right now?
import { Fault, runTurn } from '@perle/core'
import { inboxAge } from '@perle/core/inbox'
import type { FastifyInstance } from 'fastify'
import type { WebDoor } from '../webDoor.ts'

/** Whoever asks for health wants an answer now; a node may take its time. */
const PATIENCE_MS = 3000
/** A sweep that has not come round for so long is stuck. */
const STUCK_SECONDS = 120

type Part = { ok: boolean } & Record<string, unknown>

export function healthRoutes(server: FastifyInstance, door: WebDoor): void {
  const { base, database, chain } = door.composition
  server.get('/healthz', async (_request, reply) => {
    const [databasePart, chainPart] = await Promise.all([
      part(async () => {
        const age = await runTurn(database, base, ctx => inboxAge(ctx.db))
        return { kind: database.kind, waiting: age.waiting }
      }),
      part(async () => {
        const latest = await chain.latest()
        return { chainId: chain.chainId, block: Number(latest.number) }
      }),
    ])
    const jobs = jobsPart()
    const failing = door.pulse().find(one => one.name === 'chain')?.failure ?? null
    if (failing !== null) Object.assign(chainPart, { failing })
    const ok = databasePart.ok && chainPart.ok && jobs.ok
    return reply.code(ok ? 200 : 503).send({ ok, database: databasePart, chain: chainPart, jobs })
  })

  function jobsPart(): Part {
    const now = base.now().getTime()
    const pulse = door.pulse()
    const stuck = pulse.filter(one => one.lastAt === null || now - one.lastAt.getTime() > STUCK_SECONDS * 1000)
    return { ok: stuck.length === 0, running: pulse.length, stuck: stuck.map(one => one.name) }
  }
}

async function part(read: () => Promise<Record<string, unknown>>): Promise<Part> {
  try {
    return { ok: true, ...(await soon(read())) }
  } catch (error) {
    // Faults are sentences for whoever keeps this running; anything else may hold what is nobody's business.
    return { ok: false, ...(error instanceof Fault ? { why: error.message } : {}) }
  }
}

async function soon<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Fault('no answer in time', { retry: 'later' })), PATIENCE_MS)
  })
  return Promise.race([answer, late]).finally(() => clearTimeout(timer))
}
