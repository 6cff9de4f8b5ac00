// A small HTTP server that answers as the web door does, with what a test put into it, and counts what it was sent.
import { readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { extname, join } from 'node:path'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Action } from '../../bots/conversation/event.ts'
import type { View } from '../../bots/conversation/view.ts'
import type { Pictures } from '../../bots/pictures/pictures.ts'
import { first, paydayJson, second } from './samplePaydays.ts'
import * as views from './sampleViews.ts'

type Sent = { key: string; action: Action }
type Json = { [name: string]: unknown }

const PEOPLE = [
  { id: 'p1', alias: 'Quiet Heron', role: 'contributor', about: 'Careful, three weeks here' },
  { id: 'p2', alias: 'Amber Fox', role: 'contributor', about: 'Quick, sometimes too quick' },
  { id: 'p3', alias: 'Slow River', role: 'reviewer', about: 'Judges answers in English and Spanish' },
  { id: 'p4', alias: 'North Lab', role: 'requester', about: 'Asks for replies to be compared' },
]

const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export type SamplePerle = Awaited<ReturnType<typeof openSamplePerle>>

type State = ReturnType<typeof stateAtStart>

function stateAtStart(start: { mode?: 'local' | 'live'; you?: string }) {
  return {
    mode: start.mode ?? ('local' as 'local' | 'live'),
    you: start.you as string | undefined,
    view: views.welcome as View,
    locale: undefined as string | undefined,
    /** What the next event of this kind leads to. */
    next: undefined as View | undefined,
    /** Every act that came through, and every try, answered or not. */
    acts: [] as Sent[],
    tries: [] as string[],
    posted: [] as string[],
    /** So many events are cut off without an answer. */
    cutOff: 0,
    answerAfterMs: 0,
    refusal: undefined as undefined | { status: number; code: string; sentence: string },
    contributions: {} as Record<string, Json>,
    epochs: [] as Json[],
    paydays: { 1: paydayJson(first, null), 2: paydayJson(second, null) } as Record<string, Json>,
    parts: new Map([...first.parts, ...second.parts].map(part => [part.sha256 as string, part.text])),
    /** Served at every address of a picture; without one there is none. */
    picture: undefined as undefined | Buffer,
    /** Draws what was offered to it, by name. */
    pictures: undefined as undefined | Pick<Pictures, 'drawOffered'>,
    wallet: undefined as undefined | Json,
    walletCalls: [] as { call: string; body: Json }[],
    status: undefined as undefined | Json,
    chainHead: second.headerHash as string,
    chainAway: false,
  }
}

/** Serves the built pages and the sheet's paths on a free loopback port. `mode` and `you` decide the first screen. */
export async function openSamplePerle(pages: string, start: { mode?: 'local' | 'live'; you?: string } = {}) {
  const state = stateAtStart(start)
  const listeners = new Set<FastifyReply>()
  const server = Fastify({ forceCloseConnections: true })

  server.addHook('onRequest', async (request, reply) => {
    const host = request.headers.host ?? ''
    // No connection is used twice: on a used one the browser would try again by itself, unseen by the page.
    reply.header('connection', 'close')
    reply.header('content-security-policy', `default-src 'self'; connect-src 'self' http://${host}; style-src 'self'`)
    if (request.method === 'POST' && request.url.startsWith('/api/') && request.headers['x-perle'] !== '1') {
      return reply.code(403).send({ error: { code: 'csrf', sentence: 'The guard header is missing.' } })
    }
  })

  chatRoutes(server, state, listeners)
  explorerRoutes(server, state)
  walletRoutes(server, state)
  server.get<{ Params: { name: string } }>('/pictures/:name.png', async (request, reply) => {
    if (state.pictures === undefined) return sendPicture(state, reply)
    const { page = '1', theme } = request.query as { page?: string; theme?: string }
    const look = theme === 'dark' ? ({ theme: 'dark' } as const) : {}
    const drawn = await state.pictures.drawOffered(request.params.name, Number(page), look)
    if (drawn?.png === undefined) return missing(reply, 'picture.unknown')
    return reply.type('image/png').header('x-pages', String(drawn.of)).send(drawn.png)
  })
  server.get('/*', (request, reply) => sendPage(pages, request, reply))

  await server.listen({ host: '127.0.0.1', port: 0 })
  const origin = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return {
    state,
    origin,
    rpcUrl: `${origin}/chain`,
    listening: () => listeners.size,
    tell: (event: string, data: unknown = {}) => {
      for (const reply of listeners) reply.raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`)
    },
    close: () => server.close(),
  }
}

function sendPicture(state: State, reply: FastifyReply): FastifyReply {
  return state.picture === undefined ? missing(reply, 'picture.unknown') : reply.type('image/png').send(state.picture)
}

function missing(reply: FastifyReply, code: string): FastifyReply {
  return reply.code(404).send({ error: { code, sentence: '' } })
}

function chatRoutes(server: FastifyInstance, state: State, listeners: Set<FastifyReply>): void {
  const chat = () => ({
    you: PEOPLE.find(person => person.id === state.you) ?? { id: state.you, alias: 'Fresh Snow', role: 'you' },
    mode: state.mode,
    view: state.view,
    side: { task: 'The more useful reply', pending: '3 answers, 6 PRL', payday: 'Friday, 27 November: 12.5 PRL' },
    ...(state.locale ? { locale: state.locale } : {}),
  })

  server.get('/api/chat/people', async () => ({
    mode: state.mode,
    people: state.mode === 'local' ? PEOPLE : [],
    you: state.you ?? null,
  }))
  server.get('/api/chat', async (_, reply) =>
    state.you ? chat() : reply.code(401).send({ error: { code: 'session.none', sentence: '' } }),
  )
  server.post<{ Body: { person: string } }>('/api/chat/enter', async request => {
    state.you = request.body.person === 'new' ? 'p9' : request.body.person
    return { you: chat().you }
  })
  server.post<{ Body: Sent }>('/api/chat/events', async (request, reply) => {
    const sent = request.body
    state.tries.push(sent.key)
    if (state.cutOff > 0) {
      state.cutOff--
      reply.hijack()
      request.raw.socket.destroy()
      return
    }
    if (state.answerAfterMs > 0) await new Promise(resolve => setTimeout(resolve, state.answerAfterMs))
    if (state.refusal) return reply.code(state.refusal.status).send({ error: state.refusal })
    state.acts.push(sent)
    if (state.next) state.view = state.next
    return chat()
  })
  server.get('/api/chat/updates', (request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    reply.raw.write(':\n\n')
    listeners.add(reply)
    request.raw.on('close', () => listeners.delete(reply))
  })
  for (const path of ['/api/local/play', '/api/local/payout']) {
    server.post(path, async (_, reply) => {
      state.posted.push(path)
      return reply.code(202).send({})
    })
  }
}

function explorerRoutes(server: FastifyInstance, state: State): void {
  server.get('/api/status', async (_, reply) => state.status ?? reply.code(500).send({ error: { code: 'none' } }))
  server.get<{ Params: { code: string } }>('/api/contributions/:code', async (request, reply) => {
    return state.contributions[request.params.code] ?? missing(reply, 'contribution.unknown')
  })
  server.get('/api/epochs', async () => ({ epochs: state.epochs, nextPaydayAt: '2026-11-27T12:00:00.000Z' }))
  server.get<{ Params: { n: string } }>('/api/epochs/:n', async (request, reply) => {
    return state.paydays[request.params.n] ?? missing(reply, 'epoch.unknown')
  })
  server.get<{ Params: { sha256: string } }>('/api/epochs/:n/parts/:sha256', async (request, reply) => {
    const text = state.parts.get(request.params.sha256)
    return text === undefined ? missing(reply, 'part.unknown') : reply.type('text/plain').send(text)
  })
}

function walletRoutes(server: FastifyInstance, state: State): void {
  server.get('/api/wallet/:once', async (_, reply) => state.wallet ?? missing(reply, 'wallet.link_closed'))
  for (const call of ['message', 'signature', 'test']) {
    server.post<{ Body: Json }>(`/api/wallet/:once/${call}`, async request => {
      state.walletCalls.push({ call, body: request.body })
      const address = request.body['address'] ?? `0x${'1e'.repeat(20)}`
      if (call === 'message') return { message: `perle.example wants you to sign in with ${address}` }
      state.wallet = { ...state.wallet, state: 'signed', address }
      return { state: 'signed', address }
    })
  }
  server.post<{ Body: { id: number; method: string } }>('/chain', async (request, reply) => {
    if (state.chainAway) return reply.code(503).send()
    const { id, method } = request.body
    const result = { eth_chainId: '0x7a69', eth_call: state.chainHead, eth_getLogs: [] }[method]
    return { jsonrpc: '2.0', id, result }
  })
}

async function sendPage(pages: string, request: FastifyRequest, reply: FastifyReply) {
  const path = new URL(request.url, 'http://x').pathname
  const type = TYPES[extname(path)]
  if (type) return reply.type(type).send(await readFile(join(pages, path)))
  return reply.type('text/html').send(await readFile(join(pages, 'index.html')))
}
