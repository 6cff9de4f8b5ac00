import type { FastifyReply } from 'fastify'

/** An answer that says no: a code for the page, a sentence for its reader. */
export function fail(reply: FastifyReply, status: number, code: string, sentence: string): FastifyReply {
  return reply.code(status).send({ error: { code, sentence } })
}
