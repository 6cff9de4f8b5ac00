import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PictureAsk } from '../../bots/pictures/ask.ts'
import { prepare, shapeText } from '../../bots/pictures/type/shape.ts'
import { renderView } from '../../bots/web/render.ts'
import { talkingAs } from '../conversation/transcript.ts'
import { aCampaign, aPerson } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { somePictures } from './samplePictures.ts'

let world: World
beforeAll(async () => {
  world = await aWorld()
})
afterAll(() => world.close())

it('shows the reputation as a card, with every word of it as text', async () => {
  await aCampaign(world, { spec: { skill: 'reasoning' } })
  const id = await aPerson(world, { skill: 'reasoning', standing: 'regular', meanPpm: 850_000, checked: 40 })
  const me = await talkingAs(world, id)
  await me.says('/me')
  const view = await me.presses('My card')
  const block = view.blocks[0]
  if (block?.type !== 'picture' || block.ask.kind !== 'card') throw new Error('no card is shown')
  expect(block.ask).toMatchObject({ score: 85, error: 6 })
  const words = block.alt.replace(/[\u2068\u2069]/g, '')
  expect(words).toContain('Reasoning: Steady')
  expect(words).toContain('85 of 100, give or take 6, from 40 checked answers')
  const pictures = await somePictures()
  const picture = (ask: PictureAsk) => `/pictures/${pictures.offer(ask)}.png`
  const rendered = renderView(view, { picture, media: String, file: String, read: String }).blocks[0]
  expect(rendered).toMatchObject({ type: 'picture', src: expect.stringMatching(/^\/pictures\/[0-9a-f]{64}\.png$/) })
  expect(await pictures.drawOffered(pictures.nameOf(block.ask))).toMatchObject({ text: block.alt, width: 1200 })
  await pictures.end()
  // Marks that keep a name apart from the sentence around it act, and are not written out.
  await prepare(block.ask.heading, 'heading')
  const heading = shapeText(block.ask.heading, 'heading', 40, '#000')
  expect(heading.glyphs.map(one => one.glyph)).not.toContain(0)
  expect(heading.width).toBeLessThan(500)
}, 60_000)
