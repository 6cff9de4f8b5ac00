// Updates by webhook: written down, then 200. What could not be written down is answered with 503, and Telegram sends it again.

import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Update } from '@grammyjs/types'
import type { Log } from '@perle/core'
import { plainMessage } from '@perle/core'
import type { FastifyInstance } from 'fastify'
import { type Client, mustCall } from './client.ts'
import type { Door } from './door.ts'
import { ALLOWED_UPDATES } from './read.ts'

export const WEBHOOK_PATH = '/telegram'

/** The same in every process and after every start, and known to nobody without the token. */
export function webhookSecret(token: string): string {
  return createHmac('sha256', token).update('perle webhook').digest('base64url')
}

/** A Fastify plugin. Only Telegram knows the secret; whoever does not send it learns nothing, not even that it was wrong. */
export function webhookRoutes(given: { door: () => Door | undefined; secret: string; log: Log }) {
  const { door, log } = given
  const secret = Buffer.from(given.secret)
  return async (server: FastifyInstance): Promise<void> => {
    server.post(WEBHOOK_PATH, { bodyLimit: 1024 * 1024 }, async (request, reply) => {
      const sent = Buffer.from(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''))
      if (sent.length !== secret.length || !timingSafeEqual(sent, secret)) return reply.code(404).send()
      const update = request.body as Update | null
      if (typeof update?.update_id !== 'number') return reply.code(400).send()
      const open = door()
      if (open === undefined) return reply.code(503).send()
      try {
        await open.take([update])
      } catch (error) {
        log.error({ surface: 'telegram' }, `an update could not be kept: ${plainMessage(error)}`)
        return reply.code(503).send()
      }
      return reply.send()
    })
  }
}

export async function setWebhook(client: Client, given: { publicUrl: string; secret: string }): Promise<void> {
  await mustCall(client, 'setWebhook', {
    url: `${given.publicUrl}${WEBHOOK_PATH}`,
    secret_token: given.secret,
    allowed_updates: ALLOWED_UPDATES,
    // Turns are short and kept before they are taken; more at once only queue here instead of there.
    max_connections: 40,
  })
}
