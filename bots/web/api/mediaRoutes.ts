// Files beside items: by their type as it was found in the bytes, never as a page, in parts where a player asks for parts.
import { findMedia, type MediaType, mediaClass, runTurn } from '@perle/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fail } from '../fail.ts'
import { mediaAddresses } from '../mediaAddresses.ts'
import type { WebDoor } from '../webDoor.ts'
import { words } from '../words.ts'

type Params = { until: string; sha256: string; key: string }

export function mediaRoutes(server: FastifyInstance, door: WebDoor): void {
  const { base, database } = door.composition
  const { isGood } = mediaAddresses(base)

  /** `small` is the thumbnail; where there is none, the file itself. */
  async function serve(request: FastifyRequest<{ Params: Params }>, reply: FastifyReply, isSmall: boolean) {
    const { sha256 } = request.params
    const found = isGood(request.params) ? await runTurn(database, base, ctx => findMedia(ctx, { sha256 })) : undefined
    if (found === undefined) return fail(reply, 404, 'media.unknown', words.unknownMedia)
    const small = isSmall ? found.thumbnail : null
    const name = small ?? sha256
    const bytes = await door.media.sizeOf(name)
    if (bytes === undefined) return fail(reply, 404, 'media.unknown', words.unknownMedia)
    const range = rangeOf(request.headers.range, bytes)
    if (range === 'none') {
      return fail(reply.header('content-range', `bytes */${bytes}`), 416, 'media.no_such_part', words.unknownMedia)
    }
    headersFor(reply, small === null ? found.type : 'image/jpeg')
    const { start, end } = range ?? { start: 0, end: bytes - 1 }
    reply.header('content-length', end - start + 1)
    if (range !== undefined) reply.code(206).header('content-range', `bytes ${start}-${end}/${bytes}`)
    return reply.send(door.media.stream(name, { start, end }))
  }

  const path = '/media/:until/:sha256/:key'
  server.get<{ Params: Params }>(path, (request, reply) => serve(request, reply, false))
  server.get<{ Params: Params }>(`${path}/small`, (request, reply) => serve(request, reply, true))
}

function headersFor(reply: FastifyReply, type: MediaType): void {
  // A document is kept, not opened: whatever it holds never runs under our name.
  if (mediaClass(type) === 'file') reply.header('content-disposition', 'attachment')
  reply
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('accept-ranges', 'bytes')
    // Named by its content, so it never changes; private, since it is shown to whoever works on it.
    .header('cache-control', 'private, max-age=86400, immutable')
    .header('x-robots-tag', 'noindex')
    .type(type === 'text/plain' ? 'text/plain; charset=utf-8' : type)
}

/** One range of bytes (RFC 9110, 14.1.2); undefined for all of it, also where several are asked for, which nobody must serve. */
function rangeOf(header: string | undefined, bytes: number): { start: number; end: number } | 'none' | undefined {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (asked === null || (asked[1] === '' && asked[2] === '')) return undefined
  const last = bytes - 1
  if (asked[1] === '') {
    const length = Number(asked[2])
    return length === 0 ? 'none' : { start: Math.max(0, bytes - length), end: last }
  }
  const start = Number(asked[1])
  const end = asked[2] === '' ? last : Math.min(last, Number(asked[2]))
  if (start > last) return 'none'
  return end < start ? undefined : { start, end }
}
