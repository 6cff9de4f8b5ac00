// Work that is hard to see: not even named before somebody asks for it, covered until they look, left at no cost, and unasked for again.
import { campaignOf } from '../../../core/campaigns/campaignOf.ts'
import { setLanguage } from '../../../core/people/setLanguage.ts'
import { openDueRounds } from '../../../core/review/openDueRounds.ts'
import { listWork } from '../../../core/work/listWork.ts'
import { newestRound } from '../../review/sitting.ts'
import { aCampaign, anAnswer, aPerson, type BuiltCampaign, consent, someItems } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'
import { type Talking, talking, talkingAs } from '../transcript.ts'

const SHOWN = 'Texto item'

export async function seesHardWork(world: World, locale: string): Promise<Talking[]> {
  const spec = { title: 'News pictures', hardToSee: 'injuries in news pictures', overlapMin: 1, overlapMax: 1 }
  const campaign = await aCampaign(world, { kind: 'choice', spec, terms: { reviewShareBps: 4_000 } })
  const items = await someItems(world, campaign, [{}, {}, {}, {}, { role: 'practice' }, { role: 'practice' }])
  const id = await aPerson(world, { skill: campaign.skill })
  await consent(world, id, campaign.campaignId)
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  const offers = () => world.turn(ctx => listWork(ctx, { contributorId: id }))
  const me = await talkingAs(world, id, locale)
  await me.says('/task')
  me.shows('Nothing')
  if ((await offers()).length > 0) throw new Error('offered to somebody who did not ask')
  const code = (await world.turn(ctx => campaignOf(ctx, campaign)))?.code
  await me.says(`/start c_${code}`)
  me.shows('“News pictures” shows: injuries in news pictures.', '[Offer it to me] [Do not offer it]')
  await me.presses('Other work')
  await me.says('/settings')
  me.shows('Hard-to-see work: off')
  await me.presses('Hard-to-see work')
  me.shows('You are not offered such work now.')
  await me.presses('Back')
  await me.says(`/start c_${code}`)
  await me.presses('Offer it to me')
  covered(me, locale)
  await me.presses('Show it')
  if (!text(me).includes(SHOWN)) throw new Error('it is not shown')
  await me.presses('Skip')
  me.shows('It costs you nothing')
  await me.presses('Just skip')
  // The next one is covered again.
  covered(me, locale)
  await me.presses('More')
  await me.presses('Report')
  await me.presses('Harmful or upsetting')
  me.shows('Switch it off under /settings')
  covered(me, locale)
  await me.presses('Show it')
  world.advance(60)
  await me.presses('spanish')
  covered(me, locale)
  await me.says('/settings')
  await me.presses('Hard-to-see work')
  await me.presses('Do not offer it')
  me.shows('You are not offered it any more', 'went back, at no cost')
  await me.says('/task')
  me.shows('Nothing')
  if ((await offers()).length > 0) throw new Error('offered to somebody who took it back')
  return [me, await comesNew(world, code ?? '', locale), await judges(world, campaign, items.length, locale)]
}

/** Through its link, somebody of whom nothing is known gets another question to try. */
async function comesNew(world: World, code: string, locale: string): Promise<Talking> {
  const me = talking(world, 'new-and-curious', locale)
  await me.says(`/start c_${code}`)
  await me.presses('Try a question')
  if (me.view().scene !== 'tryOut') throw new Error('a stranger was shown what is hard to see')
  await me.presses('A is better')
  await me.presses('Set me up')
  await me.presses('English')
  await me.presses('Yes, 18 or older')
  if (me.view().scene !== 'hardToSee') throw new Error(`asked nothing at ${me.view().scene}`)
  await me.presses('Offer it to me')
  await me.presses('I agree, share my answers')
  await me.presses('Start practice')
  covered(me, locale)
  await me.presses('Show it')
  if (!text(me).includes(SHOWN)) throw new Error('it is not shown')
  return me
}

/** Reviewers too: only those who asked for it are drawn, and each answer is covered first. */
async function judges(world: World, campaign: BuiltCampaign, count: number, locale: string): Promise<Talking> {
  const [itemId] = await someItems(world, campaign, [{ content: { text: `${SHOWN} ${count}.` } }])
  if (itemId === undefined) throw new Error('no item')
  const author = await aPerson(world, { skill: campaign.skill })
  await anAnswer(world, { contributorId: author, itemId, answer: { label: 'spanish' } })
  const all: Talking[] = []
  for (let n = 0; n < 6; n++) {
    const id = await aPerson(world, { role: 'reviewer' })
    await consent(world, id, campaign.campaignId)
    await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
    const judge = await talkingAs(world, id, locale)
    await judge.says('/me')
    if (n < 4) await wantsIt(judge)
    all.push(judge)
  }
  world.advance(3600)
  await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))
  const { seats } = await newestRound(world)
  const drawn = all.filter(one => seats.includes(one.person()?.id))
  if (drawn.length === 0) throw new Error('nobody was drawn')
  if (all.slice(4).some(one => drawn.includes(one))) throw new Error('drawn without having asked for it')
  const [judge] = drawn as [Talking]
  await judge.says('/review')
  await judge.presses('Open 1')
  await judge.presses('Start reviewing')
  covered(judge, locale)
  await judge.presses('Show it')
  if (!text(judge).includes(SHOWN)) throw new Error('it is not shown')
  // One who takes it back is asked no more.
  await judge.says('/settings')
  await judge.presses('Hard-to-see work')
  await judge.presses('Do not offer it')
  await judge.says('/review')
  if (judge.has('Open 1')) await judge.presses('Open 1')
  if (judge.has('Start reviewing')) await judge.presses('Start reviewing')
  if (judge.view().scene === 'vote') throw new Error('still asked to judge it')
  return judge
}

async function wantsIt(me: Talking): Promise<void> {
  await me.says('/settings')
  if (me.has('Hard-to-see work')) {
    await me.presses('Hard-to-see work')
    await me.presses('Offer it to me')
  }
}

const text = (me: Talking) => JSON.stringify(me.view().blocks)

function covered(me: Talking, locale: string): void {
  if (text(me).includes(SHOWN)) throw new Error('shown without a cover')
  if (locale === 'en') me.shows('# This one may be hard to look at.', 'injuries in news pictures', '[Show it]')
}
