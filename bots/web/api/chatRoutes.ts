// The chat: who one is, where one is, what one did.
import { listPeople, type Person, runTurn } from '@perle/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fileFor, pageFor } from '../../conversation/fileFor.ts'
import { sideFigures } from '../../conversation/sideFigures.ts'
import { look, receive, type Turn, TurnFailed, takeTurn } from '../../conversation/turn.ts'
import { LAST_WORDS } from '../../conversation/view.ts'
import { wordsIn } from '../../conversation/words/index.ts'
import type { PictureAsk } from '../../pictures/ask.ts'
import { fail } from '../fail.ts'
import { mediaAddresses } from '../mediaAddresses.ts'
import { readEvent } from '../read.ts'
import { readAddresses } from '../readAddresses.ts'
import { renderBlock, renderView } from '../render.ts'
import { actAs, newSession, readSession } from '../session.ts'
import type { WebDoor } from '../webDoor.ts'
import { words } from '../words.ts'

/** A text of one megabyte must arrive to be refused by name; the body around it needs a little more. */
const BODY_LIMIT = 4_500_000

export function chatRoutes(server: FastifyInstance, door: WebDoor): void {
  const { base, config, database } = door.composition
  const place = { database, base }
  const addresses = {
    picture: (ask: PictureAsk) => `/pictures/${door.pictures.offer(ask)}.png`,
    media: mediaAddresses(base).of,
    file: (payload: string) => `/api/chat/files/${encodeURIComponent(payload)}`,
  }
  const reading = readAddresses(base)
  const identityOf = (platformId: string) => ({ platform: 'web' as const, platformId })

  server.get('/api/chat/people', async request => {
    if (config.mode === 'live') return { mode: config.mode, people: [], you: null }
    const session = readSession(request, config.mode)
    const people = await runTurn(database, base, ctx => listPeople(ctx, { platform: 'web', prefix: 'local:' }))
    const mine = people.find(person => person.platformId === session?.platformId)
    return {
      mode: config.mode,
      people: people.map(({ id, alias, role, about }) => ({ id, alias, role, about })),
      you: mine?.id ?? null,
    }
  })

  server.post<{ Body: { person?: unknown } }>('/api/chat/enter', async (request, reply) => {
    const wanted = request.body?.person
    if (config.mode === 'live' || wanted === 'new') {
      const known = config.mode === 'live' ? readSession(request, config.mode) : undefined
      const session =
        known ?? (config.mode === 'live' ? newSession(reply, base.randomBytes(32), true) : actAs(reply, base.newId()))
      const turn = await look(place, identityOf(session.platformId))
      door.updates.changed()
      return { you: youOf(turn.person) }
    }
    const people = await runTurn(database, base, ctx => listPeople(ctx, { platform: 'web', prefix: 'local:' }))
    const person = people.find(one => one.id === wanted)
    if (person === undefined) return fail(reply, 404, 'person.unknown', words.unknownPerson)
    actAs(reply, person.platformId.slice('local:'.length))
    return { you: { id: person.id, alias: person.alias, role: person.role } }
  })

  server.get('/api/chat', async (request, reply) => {
    const session = readSession(request, config.mode)
    if (session === undefined) return fail(reply, 401, 'session.none', words.noSession)
    return answer(await look(place, identityOf(session.platformId)))
  })

  server.post('/api/chat/events', { bodyLimit: BODY_LIMIT }, async (request, reply) => {
    const session = readSession(request, config.mode)
    if (session === undefined) return fail(reply, 401, 'session.none', words.noSession)
    const said = readEvent(request.body)
    if (said === undefined) return fail(reply, 400, 'request.malformed', words.malformed)
    const event = {
      eventKey: `web:${session.platformId.slice(0, 64)}:${said.key}`,
      identity: identityOf(session.platformId),
      ...localeOf(request),
      action: said.action,
    }
    await receive(place, event)
    const turn = await takeTurn(place, event).catch((error: unknown) => onFailure(reply, error))
    if (!('view' in turn)) return turn
    // Another page of the one who has just left would look again, and meet a new person in their place.
    if (said.action.kind !== 'look' && !LAST_WORDS.includes(turn.view.scene)) door.updates.changed()
    return answer(turn)
  })

  server.get<{ Params: { payload: string } }>('/api/chat/files/:payload', async (request, reply) => {
    const session = readSession(request, config.mode)
    if (session === undefined) return fail(reply, 401, 'session.none', words.noSession)
    const { payload } = request.params
    const file = await fileFor(place, { identity: identityOf(session.platformId), payload })
    if (file === undefined) return fail(reply, 404, 'file.unknown', words.unknownFile)
    return reply
      .header('content-disposition', `attachment; filename="${file.name}"`)
      .header('cache-control', 'private, no-store')
      .header('x-robots-tag', 'noindex')
      .type('text/plain; charset=utf-8')
      .send(file.text)
  })

  server.get<{ Params: { once: string } }>('/api/read/:once', async (request, reply) => {
    const asked = reading.read(request.params.once)
    const page = asked === undefined ? undefined : await pageFor(place, asked)
    if (page === undefined) return fail(reply, 404, 'link.unknown', words.unknownLink)
    return { ...page, blocks: page.blocks.map(block => renderBlock(block, addresses)) }
  })

  server.get('/api/chat/updates', { sse: true }, async (_request, reply) => {
    reply.sse.keepAlive()
    await reply.sse.send({ event: 'hello', data: {} })
    const stop = door.updates.listen(update => void reply.sse.send(update).catch(() => stop()))
    reply.sse.onClose(stop)
  })

  async function answer(turn: Turn) {
    const side = await runTurn(database, base, ctx => sideFigures(ctx, turn.person))
    return {
      you: youOf(turn.person),
      mode: config.mode,
      // Of the words that are shown, not of the person: English must not run from right to left for a reader of Arabic.
      locale: wordsIn(config.mode, turn.person.locale).locale,
      view: renderView(turn.view, { ...addresses, read: payload => reading.of(turn.person.id, payload) }),
      side,
      turn: turn.turn,
    }
  }

  function onFailure(reply: FastifyReply, error: unknown): FastifyReply {
    if (!(error instanceof TurnFailed)) throw error
    return error.isGivenUp
      ? fail(reply, 500, 'turn.given_up', `${words.givenUp} ${error.eventKey.slice(-8)}`)
      : fail(reply, 503, 'turn.slow', words.slow)
  }
}

function youOf(person: Person) {
  return { id: person.id, alias: person.alias, role: person.role }
}

function localeOf(request: FastifyRequest): { locale?: string } {
  const first = request.headers['accept-language']?.split(',')[0]?.split(';')[0]?.trim()
  return first === undefined || first === '' || first === '*' ? {} : { locale: first.slice(0, 35) }
}
