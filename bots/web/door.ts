// The web door: chat, wallet page and public pages over HTTP. main.ts makes the server and registers this plugin.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import rateLimit from '@fastify/rate-limit'
import { fastifySSE } from '@fastify/sse'
import files from '@fastify/static'
import { Fault, isOutage, plainMessage } from '@perle/core'
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify'
import { chatRoutes } from './api/chatRoutes.ts'
import { healthRoutes } from './api/healthRoutes.ts'
import { localRoutes } from './api/localRoutes.ts'
import { mediaRoutes } from './api/mediaRoutes.ts'
import { pictureRoutes } from './api/pictureRoutes.ts'
import { publicRoutes } from './api/publicRoutes.ts'
import { statusRoutes } from './api/statusRoutes.ts'
import { walletRoutes } from './api/walletRoutes.ts'

import { fail } from './fail.ts'
import type { WebDoor } from './webDoor.ts'
import { words } from './words.ts'

/** Paths that the page itself answers; everything else under / is a file or a plain 404. */
const PAGE_PATHS = ['/', '/c/:code', '/e', '/e/:epoch', '/w/:once', '/r/:once', '/status']

export async function webDoor(server: FastifyInstance, door: WebDoor): Promise<void> {
  const { config, rpcUrl } = door.composition
  await server.register(cookie)
  await server.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'default-src': ["'self'"],
        // Hashing in the browser runs as WebAssembly where it may; reading the chain goes straight to the node.
        'script-src': ["'self'", "'wasm-unsafe-eval'"],
        'style-src': ["'self'"],
        'font-src': ["'self'"],
        'img-src': ["'self'", 'data:'],
        'connect-src': config.mode === 'local' ? ["'self'", rpcUrl] : ["'self'"],
        'frame-ancestors': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'upgrade-insecure-requests': null,
      },
    },
    strictTransportSecurity: config.mode === 'live',
    crossOriginEmbedderPolicy: false,
  })
  await server.register(rateLimit, { max: 600, timeWindow: '1 minute', allowList: () => config.mode === 'local' })
  await server.register(fastifySSE)
  guardRequests(server, config.mode)
  server.setErrorHandler((error: FastifyError, request, reply) => answerError(door, error, request.url, reply))
  healthRoutes(server, door)
  chatRoutes(server, door)
  localRoutes(server, door)
  mediaRoutes(server, door)
  pictureRoutes(server, door)
  publicRoutes(server, door)
  statusRoutes(server, door)
  walletRoutes(server, door)
  await server.register(files, { root: door.pagesDir, wildcard: false, index: false, maxAge: '1h', cacheControl: true })
  for (const path of PAGE_PATHS) {
    server.get(path, (_request, reply) =>
      reply.header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false }),
    )
  }
  server.setNotFoundHandler((request, reply) => {
    if (request.url.startsWith('/api/')) return fail(reply, 404, 'request.unknown', words.unknownPath)
    return reply.code(404).header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false })
  })
}

/**
 * A page of somebody else must not act here: writes carry a header that a foreign form cannot set. In local mode the host
 * must be this machine by name, or a foreign name resolved to 127.0.0.1 would reach the personas.
 */
function guardRequests(server: FastifyInstance, mode: 'local' | 'live'): void {
  server.addHook('onRequest', async (request, reply) => {
    if (mode === 'local' && !/^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '')) {
      return fail(reply, 403, 'request.foreign', words.foreignHost)
    }
    if (request.method !== 'GET' && request.method !== 'HEAD' && request.headers['x-perle'] !== '1') {
      return fail(reply, 403, 'request.foreign', words.foreignWrite)
    }
  })
}

/** Calm words outside, everything in the log. A 503 tells the page to try the same request again. */
function answerError(door: WebDoor, error: FastifyError, url: string, reply: FastifyReply): FastifyReply {
  const status = error.statusCode ?? 500
  if (status === 429) return fail(reply, 429, 'request.too_many', words.tooMany)
  if (status === 413) return fail(reply, 413, 'request.too_large', words.tooLarge)
  if (status < 500) return fail(reply, status, 'request.malformed', words.malformed)
  door.composition.log.error({ code: error.code }, `${url.split('?')[0]?.slice(0, 80)}: ${plainMessage(error)}`)
  const isWorld = error.cause instanceof Fault || (error as unknown) instanceof Fault || isOutage(error)
  if (isWorld) return fail(reply, 503, 'fault', words.slow)
  return fail(reply, 500, 'bug', words.ourMistake)
}
