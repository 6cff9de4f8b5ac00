// One's own data, help, settings, a requester's desk, and leaving.
import { conversations } from '../../../core/inbox/tables.ts'
import { setLanguage } from '../../../core/people/setLanguage.ts'
import { aCampaign, anAnswer, aPerson, consent, earned, someItems, TOKEN } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'
import { type Talking, talkingAs } from '../transcript.ts'

export async function takesBackAndLeaves(world: World, locale: string): Promise<Talking> {
  const campaign = await aCampaign(world, { kind: 'choice' })
  const items = await someItems(world, campaign, [{}, {}, {}])
  const id = await aPerson(world, { skill: campaign.skill })
  await consent(world, id, campaign.campaignId)
  for (const itemId of items.slice(0, 2))
    await anAnswer(world, { contributorId: id, itemId, answer: { label: 'spanish' } })
  await earned(world, id, campaign, TOKEN)
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  const me = await talkingAs(world, id, locale)
  await me.says('/privacy')
  me.shows('# Your data in short')
  await me.presses('Get my data')
  me.shows('2 answers, with the texts that we still hold')
  await me.says('/mydata')
  await me.presses('My agreements')
  me.shows('agreed on 23 November 2026')
  await me.presses('Read 1')
  await me.presses('Back')
  await me.presses('Withdraw 1')
  me.shows('# Withdraw from “Short notices”?', 'What you earned stays yours.')
  const withdraw = me.payloadOf('Withdraw')
  await me.presses('Keep it')
  await me.pressesPayload(withdraw)
  me.shows('That message is from before.')
  await me.presses('Withdraw 1')
  await me.presses('Withdraw')
  me.shows('**Withdrawn.** 2 answers are deleted.')
  await me.says('/forget')
  me.shows('# Delete everything about you?', '1 PRL is not paid yet.')
  await me.presses('Stay')
  await me.says('/forget')
  await me.presses('Delete me')
  me.shows('# Delete it now?')
  await me.presses('Delete me')
  me.shows('# Deleted.', 'Receipt', 'Keep this code for the 1 PRL')
  const kept = await world.turn(ctx => ctx.db.select().from(conversations))
  if (kept.some(row => /forgotten|claimCode|receipt"/.test(row.state))) throw new Error('the receipt was kept')
  await me.presses('Start anew')
  me.shows('this is Perle.')
  return me
}

export async function asksForHelp(world: World, locale: string): Promise<Talking> {
  const id = await aPerson(world)
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  const me = await talkingAs(world, id, locale)
  await me.says('/help')
  await me.presses('Talk to a person')
  await me.presses('Not working')
  await me.writes('Nothing happens when I press a button.')
  me.shows('**Case ', 'It is never closed without a reply.')
  await me.presses('My questions')
  me.shows('a person has it')
  await me.says('/paysupport')
  me.shows('# What happened?')
  await me.says('/settings')
  await me.presses('Language')
  if (locale === 'en') {
    await me.presses('English')
    me.shows('Settings saved.')
  }
  return me
}

export async function runsACampaign(world: World, locale: string): Promise<Talking[]> {
  const campaign = await aCampaign(world, { kind: 'choice' })
  await someItems(world, campaign, [{}, {}])
  await world.turn(ctx => setLanguage(ctx, { contributorId: campaign.requesterId, locale }))
  const me = await talkingAs(world, campaign.requesterId, locale)
  await me.says('/campaign')
  me.shows('# Short notices', '0 of 2 items sure enough (0%)', 'Spent 0 PRL of 1000 PRL')
  await me.presses('Pause')
  me.shows('People with an open task may finish, and are paid.')
  await me.presses('Pause it')
  me.shows('Paused. Nobody is given a new task.')
  await me.presses('Open it again')
  const id = await aPerson(world)
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  const nobody = await talkingAs(world, id, locale)
  await nobody.says('/campaign')
  nobody.shows('# No campaign of yours')
  return [me, nobody]
}
