// Telegram's Bot API over real HTTP, in this process: what it is asked is checked against the types and limits of the real one, what it
// sends too. See control.ts for how a test plays the people.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { UserFromGetMe } from '@grammyjs/types'
import type { Call, Control, Trouble } from '../control.ts'
import { type Answer, createDeliveries, refuse } from './deliveries.ts'
import { type FloodRules, floodGate, limitFault } from './limits.ts'
import { type Bench, perform } from './methods.ts'
import { playPeople } from './people.ts'
import { paramsOf, readBody } from './requestBody.ts'
import { createRooms } from './rooms.ts'
import { methodNamed, requestFault } from './schema.ts'

export type Options = {
  token?: string
  username?: string
  port?: number
  /** Off unless given: most tests send faster than people read. */
  flood?: FloodRules
  /** Off for benchmarks: checking costs more than the emulator itself. */
  isChecking?: boolean
  isOld?: boolean
  seed?: number
  canReadAll?: boolean
}

/** Methods that Telegram counts as messages. */
const COUNTS = /^(send(?!ChatAction)|edit|copy|forward)/

/** mulberry32: chances that repeat with their seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export type Telegram = Awaited<ReturnType<typeof startTelegram>>

export async function startTelegram(options: Options = {}) {
  const { token = '7373:AAtest', username = 'perle_test_bot', isChecking = true } = options
  const random = chance(options.seed ?? 1)
  const troubles = new Set<Trouble>()
  const calls: Call[] = []
  const faults: string[] = []
  const happens = (kind: Trouble['kind'], also: (one: Trouble) => boolean = () => true): Trouble | undefined =>
    [...troubles].find(one => one.kind === kind && also(one) && random() < ('share' in one ? (one.share ?? 1) : 1))
  const me = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: 'Perle',
    username,
    can_join_groups: true,
    can_read_all_group_messages: options.canReadAll ?? false,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: false,
  } as unknown as UserFromGetMe
  const bench: Bench = {
    me,
    rooms: createRooms(),
    deliveries: createDeliveries({
      repeats: () => happens('repeats') !== undefined,
      shuffles: () => happens('shuffles') !== undefined,
    }),
    files: new Map(),
    blocked: new Set(),
    queries: new Map(),
    commands: new Map(),
    isOld: options.isOld ?? false,
  }
  const listeners = new Map<string, (() => void)[]>()
  const gate = options.flood === undefined ? undefined : floodGate(options.flood)

  async function answer(name: string, params: Record<string, unknown>): Promise<Answer> {
    const method = methodNamed(name)
    if (method === undefined) return refuse(404, 'Not Found: method not found')
    if (isChecking) {
      const fault = requestFault(method, params)
      if (fault !== undefined) {
        faults.push(fault)
        return refuse(400, `Bad Request: ${fault}`)
      }
      const limit = limitFault(method, params)
      if (limit !== undefined) {
        faults.push(`${method}: ${limit}`)
        return refuse(limit.startsWith('Request Entity') ? 413 : 400, limit)
      }
    }
    const room = params['chat_id'] === undefined ? undefined : String(params['chat_id'])
    const flood = happens('flood', one => one.kind === 'flood' && (one.room === undefined || one.room === room))
    if (flood?.kind === 'flood' && COUNTS.test(method)) return tooMany(flood.seconds)
    if (gate !== undefined && room !== undefined && COUNTS.test(method)) {
      const wait = gate(Number(room), Date.now())
      if (wait > 0) return tooMany(wait)
    }
    return perform(bench, method, params)
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const reply = (status: number, body: object) => {
      const text = JSON.stringify(body)
      response.writeHead(status, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) })
      response.end(text)
    }
    const body = await readBody(request)
    const [path = '', query = ''] = (request.url ?? '').split('?')
    const cut = happens('cut')
    if (cut !== undefined) return void request.socket.destroy()
    const slow = happens('slow')
    if (slow?.kind === 'slow') await new Promise(done => setTimeout(done, slow.ms))
    const down = happens('down')
    if (down?.kind === 'down') return reply(down.status, refuse(down.status, 'Bad Gateway'))
    const [, given = '', what = ''] = /^\/(?:file\/)?bot([^/]+)\/(.*)$/.exec(path) ?? []
    if (given !== token) return reply(401, refuse(401, 'Unauthorized'))
    if (path.startsWith('/file/')) return serveFile(bench, what, response)
    const method = methodNamed(what) ?? what
    const params = paramsOf(method, request.headers['content-type'] ?? '', query, body)
    const at = Date.now()
    const answered = await answer(what, params)
    const isPoll = method === 'getUpdates'
    if (!isPoll || !answered.ok) {
      calls.push({
        at,
        method,
        params,
        refused: answered.ok ? undefined : answered.error_code,
        says: answered.ok ? undefined : answered.description,
      })
    }
    reply(answered.ok ? 200 : answered.error_code, answered)
    if (!answered.ok || !COUNTS.test(method)) return
    const room = String(params['chat_id'])
    const waiting = listeners.get(room) ?? []
    listeners.delete(room)
    for (const listener of waiting) listener()
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      faults.push(`the emulator itself: ${(error as Error).stack}`)
      response.destroy()
    })
  })
  // Longer than any test: a line that closes by itself is a trouble of its own, and tests name theirs.
  server.keepAliveTimeout = 120_000
  const sockets = new Set<Socket>()
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
  })
  await new Promise<void>(done => server.listen(options.port ?? 0, '127.0.0.1', done))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const control = {
    ...playPeople(bench, faults, isChecking),
    url,
    token,
    bench,
    calls,
    faults,
    fails(trouble: Trouble) {
      troubles.add(trouble)
      return () => void troubles.delete(trouble)
    },
    /** Once, when the next message to this chat has been taken. */
    onCall(room: string, listener: () => void) {
      listeners.set(room, [...(listeners.get(room) ?? []), listener])
    },
    dropAll() {
      for (const socket of sockets) socket.destroy()
    },
    async until<T>(condition: () => T | undefined | false | Promise<T | undefined | false>, ms = 5000): Promise<T> {
      const end = Date.now() + ms
      for (;;) {
        const value = await condition()
        if (value !== undefined && value !== false) return value
        if (Date.now() > end) {
          const last = calls
            .slice(-5)
            .map(({ method, params, says }) => `${method} ${JSON.stringify(params).slice(0, 300)} ${says ?? ''}`)
          throw new Error(`not within ${ms} ms; the last requests:\n${last.join('\n')}\nfaults: ${faults.join('\n')}`)
        }
        await new Promise(done => setTimeout(done, 5))
      }
    },
    async close() {
      bench.deliveries.close()
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
  return control satisfies Control
}

function tooMany(seconds: number): Answer {
  return refuse(429, `Too Many Requests: retry after ${seconds}`, { retry_after: seconds })
}

function serveFile({ files }: Bench, path: string, response: ServerResponse): void {
  const file = files.get(path.replace(/^files\//, ''))
  response.writeHead(file === undefined ? 404 : 200, { 'content-type': 'application/octet-stream' })
  response.end(file?.bytes)
}
