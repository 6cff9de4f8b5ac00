import { fastify } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pictureRoutes } from '../../bots/web/api/pictureRoutes.ts'
import type { WebDoor } from '../../bots/web/webDoor.ts'
import { decodePng } from './decodePng.ts'
import { card, code, somePictures } from './samplePictures.ts'

const server = fastify()
let pictures: Awaited<ReturnType<typeof somePictures>>

beforeAll(async () => {
  pictures = await somePictures()
  pictureRoutes(server, { pictures } as unknown as WebDoor)
})
afterAll(async () => {
  await server.close()
  await pictures.end()
})

it('serves a picture that was offered, for ever and to one person', async () => {
  const name = pictures.offer(card)
  const answer = await server.inject(`/pictures/${name}.png`)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers).toMatchObject({
    'content-type': 'image/png',
    'cache-control': 'private, max-age=31536000, immutable',
  })
  expect(decodePng(answer.rawPayload).width).toBe(1200)
}, 60_000)

it('serves each page of code', async () => {
  const name = pictures.offer(code)
  const [first, second] = await Promise.all([1, 2].map(page => server.inject(`/pictures/${name}.png?page=${page}`)))
  expect([first?.statusCode, second?.statusCode]).toEqual([200, 200])
  expect(first?.rawPayload.equals(second?.rawPayload as Buffer)).toBe(false)
}, 60_000)

it('knows nothing of a name that was not offered, or is none', async () => {
  const name = pictures.nameOf({ ...card, score: 1 })
  for (const path of [`${name}.png`, `${name}.png?page=0`, 'x.png', '..%2f..%2fmain.json.png', `${name}.txt`]) {
    expect((await server.inject(`/pictures/${path}`)).statusCode, path).toBe(404)
  }
})

it('says so when a picture cannot be drawn', async () => {
  const closed = await somePictures()
  const other = fastify()
  pictureRoutes(other, { pictures: closed } as unknown as WebDoor)
  await closed.close()
  const answer = await other.inject(`/pictures/${closed.offer(card)}.png`)
  expect([answer.statusCode, answer.json().error.code]).toEqual([503, 'picture.not_drawn'])
  await other.close()
  await closed.end()
})

it('serves it for a dark page too, under the same name, and says how many pages there are', async () => {
  const name = pictures.offer(code)
  const [light, dark] = await Promise.all(
    ['', '?theme=dark'].map(query => server.inject(`/pictures/${name}.png${query}`)),
  )
  expect([light?.headers['x-pages'], dark?.headers['x-pages']]).toEqual(['10', '10'])
  expect(light?.rawPayload.equals(dark?.rawPayload as Buffer)).toBe(false)
}, 60_000)
