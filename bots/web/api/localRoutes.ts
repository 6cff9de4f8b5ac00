// Local mode only: the crowd plays, and money is paid out now. Each runs once at a time and tells its progress.
import { Fault } from '@perle/core'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { fail } from '../fail.ts'
import type { WebDoor } from '../webDoor.ts'
import { words } from '../words.ts'

export function localRoutes(server: FastifyInstance, door: WebDoor): void {
  let isRunning = false
  const start = (reply: FastifyReply, label: string, work: () => Promise<string>) => {
    if (door.composition.config.mode !== 'local') return fail(reply, 403, 'mode.local_only', words.localOnly)
    if (isRunning) return fail(reply, 409, 'busy', words.busy)
    isRunning = true
    door.updates.progress({ label, done: 0, total: null })
    // Answered at once: it may take longer than a browser waits, and its progress is shown as it goes.
    void work()
      .then(sentence => door.updates.progress({ label, done: 1, total: 1, ended: true, sentence }))
      .catch((error: unknown) => {
        door.composition.log.error({}, `${label}: ${error instanceof Error ? error.stack : String(error)}`)
        door.updates.progress({
          label,
          done: 0,
          total: null,
          ended: true,
          sentence: error instanceof Fault ? words.chainAway : words.ourMistake,
        })
      })
      .finally(() => {
        isRunning = false
        door.updates.changed()
      })
    return reply.code(202).send({ started: true })
  }
  server.post('/api/local/play', (_request, reply) => start(reply, 'The simulated crowd plays', door.play))
  server.post('/api/local/payout', (_request, reply) => start(reply, 'Paying out now', door.payOut))
}
