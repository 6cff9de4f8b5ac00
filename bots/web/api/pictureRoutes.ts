// Pictures that a View showed, by name: drawn when they are first looked at, then from the cache.
import type { FastifyInstance } from 'fastify'
import { fail } from '../fail.ts'
import type { WebDoor } from '../webDoor.ts'
import { words } from '../words.ts'

/**
 * A name is a keyed hash of what the picture shows; `?theme=dark` draws it for a dark page. A picture of several pages has them under
 * `?page=`, and says in `x-pages` how many.
 */
export function pictureRoutes(server: FastifyInstance, door: WebDoor): void {
  server.get<{ Params: { name: string }; Querystring: { page?: string; theme?: string } }>(
    '/pictures/:name.png',
    async (request, reply) => {
      const { name } = request.params
      const page = Number(request.query.page ?? 1)
      const isName = /^[0-9a-f]{64}$/.test(name) && Number.isSafeInteger(page) && page >= 1
      const picture = isName
        ? await door.pictures.drawOffered(name, page, request.query.theme === 'dark' ? { theme: 'dark' } : {})
        : undefined
      if (picture === undefined) return fail(reply, 404, 'picture.unknown', words.unknownPicture)
      if (picture.png === undefined) return fail(reply, 503, 'picture.not_drawn', words.noPicture)
      // Named by its content, so it never changes; private, since it may be one person's.
      return reply
        .header('cache-control', 'private, max-age=31536000, immutable')
        .header('x-robots-tag', 'noindex')
        .header('x-pages', String(picture.of))
        .type('image/png')
        .send(picture.png)
    },
  )
}
