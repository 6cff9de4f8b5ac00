// Where conversations show pictures: charts for requesters and reviewers, the wallet page's code, changes and code, each beside its text.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawQuestion } from '../../bots/conversation/asking.ts'
import { changeBlocks, filesIn, unifiedText } from '../../bots/conversation/kinds/changeText.ts'
import { partsOf } from '../../bots/conversation/reading.ts'
import { publicRound } from '../../bots/conversation/scenes/reviews.ts'
import type { Block, View } from '../../bots/conversation/view.ts'
import { MIRRORED, wordsFor } from '../../bots/conversation/words/index.ts'
import { readDiff } from '../../bots/pictures/draw/readDiff.ts'
import { twinOf } from '../../bots/pictures/twin.ts'
import type { ContributorId } from '../../core/ids.ts'
import { setLanguage } from '../../core/people/setLanguage.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { readRound } from '../../core/review/readRound.ts'
import { talkingAs } from '../conversation/transcript.ts'
import { aSitting, openOne } from '../review/sitting.ts'
import { aCampaign, aLease, anAnswer, aPerson, must, someItems } from '../support/builders.ts'
import { samples } from '../support/kindSamples.ts'
import { aWorld, type World } from '../support/world.ts'
import { somePictures } from './samplePictures.ts'

type PictureBlock = Extract<Block, { type: 'picture' }>
const picturesIn = (view: Pick<View, 'blocks'>) =>
  view.blocks.filter((block): block is PictureBlock => block.type === 'picture')
const bare = (text: string) => text.replace(/[\u200f\u2066-\u2069]/g, '')

let world: World
beforeAll(async () => {
  world = await aWorld({ seed: 3 })
})
afterAll(() => world.close())

async function preferred(answers: ('a' | 'b' | 'tie' | 'both_bad')[], people: number) {
  const { ask } = samples.pairwise
  const spec = { kind: 'pairwise' as const, ask, skill: `replies ${world.base.newId().slice(-6)}`, overlapMax: 8 }
  const campaign = await aCampaign(world, { kind: 'choice', spec })
  const items = await someItems(
    world,
    campaign,
    answers.map((_, n) => ({ content: samples.pairwise.item(n).content })),
  )
  const crowd: ContributorId[] = []
  for (let n = 0; n < people; n++) crowd.push(await aPerson(world, { skill: campaign.skill }))
  for (const [n, itemId] of items.entries()) {
    const answer = { preferred: answers[n], shown: n % 2 === 0 ? 'ab' : 'ba' }
    await anAnswer(world, { contributorId: crowd[n % people] as ContributorId, itemId, answer })
  }
  return talkingAs(world, campaign.requesterId)
}

describe('a requester', { timeout: 60_000 }, () => {
  it('sees how far the campaign is as a chart that says all it shows', async () => {
    const campaign = await aCampaign(world, { kind: 'choice' })
    const [first] = await someItems(world, campaign, [{}, {}, {}])
    await aLease(world, { contributorId: await aPerson(world), itemId: first as NonNullable<typeof first> })
    const view = await (await talkingAs(world, campaign.requesterId)).says('/campaign')
    const [chart] = picturesIn(view)
    expect(chart?.ask).toMatchObject({
      kind: 'progress',
      rows: [{ label: 'Short notices', sure: 0, asked: 1, open: 2 }],
    })
    expect(bare(chart?.alt ?? '')).toBe('Sure enough: 0 of 3 items\nShort notices: 0 sure, 1 asked, 2 open')
  })

  it('sees what people prefer, with how far it can be trusted', async () => {
    const me = await preferred([...Array<'a'>(9).fill('a'), 'b', 'tie', 'both_bad'], 6)
    await me.says('/campaign')
    const [chart] = picturesIn(await me.presses('What people prefer'))
    expect(bare(chart?.alt ?? '')).toMatch(
      /^A is preferred\nA: 86 of 100, \d+ to \d+\nB: 14 of 100, \d+ to \d+\n11 answers. All bad: 1. Cannot judge: 0.$/,
    )
    const close = await preferred(['a', 'b', 'a', 'b', 'tie', 'a'], 6)
    await close.says('/campaign')
    const [open] = picturesIn(await close.presses('What people prefer'))
    expect(bare(open?.alt ?? '')).toContain('No clear favourite yet')
    expect(bare(open?.alt ?? '')).toContain('A, B: not yet distinguishable')
  })

  it('sees no preferences of so few people that each could be told apart', async () => {
    const me = await preferred(['a', 'a', 'a', 'b'], 4)
    await me.says('/campaign')
    const view = await me.presses('What people prefer')
    expect(picturesIn(view)).toEqual([])
    me.shows('Shown from 5 people on, to protect them.')
  })
})

it('a reviewer sees how far the campaign is once the review is closed, and its room sees the same', async () => {
  await aSitting(world, { reviewers: 12, answers: 2 })
  const { roundId, seats } = await openOne(world)
  const input = { contributorId: seats[0] as ContributorId, roundId }
  const card = async () => must(await world.turn(ctx => readRound(ctx, input)))
  const w = wordsFor('en')
  expect(picturesIn(publicRound(w, await card(), world.base.now()))).toEqual([])
  world.advance(200 * 3600)
  await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
  const [chart] = picturesIn(publicRound(w, await card(), world.base.now()))
  expect(chart?.ask.kind).toBe('progress')
}, 60_000)

it('the wallet page can be scanned from another phone, and its address read', async () => {
  const me = await talkingAs(world, await aPerson(world))
  const view = await me.says('/wallet')
  const [code] = picturesIn(view)
  const link = view.rows.flat().find(one => one.kind === 'link')
  if (code?.ask.kind !== 'qr' || link?.kind !== 'link') throw new Error('no code or no page')
  expect(code.ask.content).toMatch(/^https?:\/\//)
  expect(code.ask.content.endsWith(link.href)).toBe(true)
  expect(code.alt).toContain(code.ask.content)
})

it('a card in a language from the right is mirrored, and draws no mark as a sign', async () => {
  await aCampaign(world, { spec: { skill: 'reasoning' } })
  const id = await aPerson(world, { skill: 'reasoning', standing: 'regular', meanPpm: 850_000, checked: 40 })
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale: MIRRORED }))
  const me = await talkingAs(world, id, MIRRORED)
  await me.says('/me')
  const [card] = picturesIn(await me.presses('My card'))
  expect(card?.ask).toMatchObject({ kind: 'card', isRtl: true })
  const pictures = await somePictures()
  const drawn = await pictures.draw(card?.ask as PictureBlock['ask'])
  expect(drawn.png).toBeDefined()
  expect(drawn.text).not.toContain('U+200F')
  await pictures.end()
}, 60_000)

describe('a change', () => {
  const diff = [
    '--- a/x.py',
    '+++ b/x.py',
    '@@ -4,4 +4,5 @@ def f():',
    ' a = 1',
    '-b = 2',
    '+b = 3',
    '+c = 4',
    ' d = 5',
    '@@ -40,2 +41,1 @@',
    '-gone',
    ' last',
    '--- a/y.py',
    '+++ b/y.py',
    '@@ -1 +0,0 @@',
    '--- not a name',
  ].join('\n')

  it('is drawn with the numbers that stand beside its text', () => {
    const files = filesIn(diff)
    const blocks = changeBlocks(wordsFor('en'), files, 0, 10_000)
    const drawn = readDiff(unifiedText(blocks, true).split('\n')).flatMap(hunk => (hunk.head === '' ? [] : hunk.lines))
    const told = blocks.flatMap(block => block.lines.filter(line => line.mark !== 'gap'))
    expect(drawn.map(line => [line.sign, line.number, line.text])).toEqual(
      told.map(line => [{ same: ' ', added: '+', removed: '-' }[line.mark], line.number, line.text]),
    )
  })

  it('is a picture below its text, part by part', () => {
    const w = wordsFor('en')
    const item = {
      kind: 'codeReview' as const,
      ask: samples.codeReview.ask,
      content: samples.codeReview.item(1).content,
    }
    const asking = { item, seed: 1, draft: null, list: 0, isWriting: false }
    const id = '01890a5d-ac96-774b-bcce-b302099a8057'
    const shown = drawQuestion(w, { asking, reading: undefined, scene: 'task', id, frame: [] })
    const at = shown.blocks.findIndex(block => block.type === 'diff')
    expect(shown.blocks[at + 1]).toMatchObject({
      type: 'picture',
      isTold: true,
      alt: 'pages.js',
      ask: { kind: 'diff' },
    })
  })
})

describe('code inside a text', () => {
  const reply = (code: string) => `Do this:\n\n\`\`\`js\n${code}\n\`\`\`\n\nThen reload.`
  const shownIn = (b: string) => {
    const content = { prompt: 'How do I stop it?', a: 'Close the window.', b }
    const item = { kind: 'pairwise' as const, ask: samples.pairwise.ask, content }
    const asking = { item, seed: undefined, draft: null, list: 0, isWriting: false, isWhole: true }
    const id = '01890a5d-ac96-774b-bcce-b302099a8057'
    return drawQuestion(wordsFor('en'), { asking, reading: undefined, scene: 'task', id, frame: [] })
  }

  it('is a picture below the text that holds it', () => {
    const { blocks } = shownIn(reply('clearInterval(id)\n\n// done'))
    const at = blocks.findIndex(block => block.type === 'option' && block.text.includes('clearInterval'))
    const block = blocks[at + 1] as PictureBlock
    expect(block).toMatchObject({
      isTold: true,
      ask: { kind: 'code', language: 'js', text: 'clearInterval(id)\n\n// done' },
    })
    expect(twinOf(block.ask)).toContain('clearInterval(id)')
  })

  it.each([
    ['a fence that is left open', 'Do this:\n```js\nstop()'],
    ['a fence in a line', 'Do ```stop()``` now'],
    ['an empty fence', reply('')],
  ])('is left as text: %s', (_what, text) => {
    expect(picturesIn(shownIn(text))).toEqual([])
  })

  it('is not parted where a part can end before or behind it', () => {
    const code = `\`\`\`js\n${Array.from({ length: 12 }, (_, n) => `line(${n})\n`).join('\n')}\`\`\``
    const text = `${'One sentence of the text. '.repeat(6)}\n\n${code}\n\n${'Another sentence of it. '.repeat(8)}`
    const parts = partsOf(text, 300)
    expect(parts.join('')).toBe(text)
    expect(parts.filter(part => part.includes('line(')).length).toBe(1)
  })
})
