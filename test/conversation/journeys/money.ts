// A wallet, a payday, the first pay, the number behind it, and a proof.
import type { Address, ContributorId } from '../../../core/ids.ts'
import { addNotice } from '../../../core/outbox/store.ts'
import { proveWallet } from '../../../core/people/proveWallet.ts'
import { latestWalletLink } from '../../../core/people/readWalletLink.ts'
import { setLanguage } from '../../../core/people/setLanguage.ts'
import { walletMessage } from '../../../core/people/walletMessage.ts'
import { updateEpoch } from '../../../core/settlement/epochStore.ts'
import { aPayday, closeAll } from '../../settlement/payday.ts'
import { aCampaign, aPerson, type BuiltCampaign, consent, earned, must, TOKEN } from '../../support/builders.ts'
import type { World } from '../../support/world.ts'
import { type Talking, talkingAs } from '../transcript.ts'

async function somebody(
  world: World,
  locale: string,
): Promise<{ me: Talking; id: ContributorId; campaign: BuiltCampaign }> {
  const campaign = await aCampaign(world, { kind: 'choice' })
  const id = await aPerson(world, { skill: campaign.skill, standing: 'trusted' })
  await consent(world, id, campaign.campaignId)
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  return { me: await talkingAs(world, id, locale), id, campaign }
}

/** What the wallet page does: names an address, signs. */
async function signs(world: World, id: ContributorId, address: Address): Promise<void> {
  await world.turn(async ctx => {
    const link = await latestWalletLink(ctx, { contributorId: id })
    if (link === undefined) throw new Error('no page is open')
    must(await walletMessage(ctx, { once: link.once, address }))
    must(await proveWallet(ctx, { once: link.once, address, signature: '0x', isVerified: true }))
  })
}

export async function linksWallet(world: World, locale: string): Promise<Talking> {
  const { me, id, campaign } = await somebody(world, locale)
  await earned(world, id, campaign, 3n * TOKEN)
  await me.says('/wallet')
  me.shows('3 PRL is waiting and does not expire.', 'It moves no money and has no fee.', 'Your two words: ')
  if (
    !me
      .view()
      .rows.flat()
      .some(one => one.kind === 'link' && one.href.startsWith('/w/'))
  )
    throw new Error('no page')
  await me.presses('I have no wallet yet')
  await me.presses('Back')
  world.advance(400)
  await me.looks()
  me.shows('# The page has closed.', 'Nothing was linked.')
  await me.presses('New page')
  await signs(world, id, '0x12ab0000000000000000000000000000000000ab')
  await me.looks()
  me.shows('# Use 0x12ab…00ab for your pay?', 'your name is not there')
  const yes = me.payloadOf('Yes, use it')
  await me.presses('No')
  me.shows('Nothing was linked.')
  await me.presses('Get paid')
  await signs(world, id, '0x34cd0000000000000000000000000000000000cd')
  await me.pressesPayload(yes)
  me.shows('That message is from before.', '0x34cd…00cd')
  await me.presses('Yes, use it')
  me.shows('**Linked.** Next payday ', '# Your pay goes to 0x34cd…00cd')
  await me.presses('Change the wallet')
  await signs(world, id, '0x56ef0000000000000000000000000000000000ef')
  await me.looks()
  await me.presses('Yes, use it')
  me.shows('The new address counts from')
  await me.presses('My pay')
  await me.presses('Back')
  await me.presses('My card')
  me.shows('# Skill choice: Trusted', '85 of 100')
  await me.presses('Why this number')
  me.shows('Check questions: 9 of 10')
  await me.presses('Back')
  return me
}

export async function isPaid(world: World, locale: string): Promise<Talking> {
  const { people, campaign } = await aPayday(world, { people: 6, items: 4 })
  const id = people[0] as ContributorId
  await consent(world, id, campaign.campaignId)
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  const closed = await closeAll(world)
  // As if the chain had confirmed it.
  await world.turn(ctx =>
    updateEpoch(ctx.db, closed?.epoch ?? 1, { state: 'active', settledAt: ctx.now(), activeAt: ctx.now() }),
  )
  world.advance(3600)
  const me = await talkingAs(world, id, locale)
  await me.says('/task')
  me.shows('accepted,')
  await me.presses('All results')
  await me.presses('See 1')
  me.shows('# Accepted.')
  await me.presses('Why this amount')
  me.shows('Quality')
  await me.presses('Back')
  await me.presses('Proof')
  me.shows('# Proof for answer ', 'Anyone can check this record. Nobody can read your answer from it.')
  await me.presses('Back')
  await me.says('/mydata')
  await me.presses('My pay')
  me.shows('# Payday: 9.99 PRL', 'For 10 accepted answers.', '9.99 PRL is yours and waits.')
  await me.presses('Show the sums')
  me.shows('Short notices · 9.99 PRL for 10 answers', 'Together 9.99 PRL, equal to the unit.')
  await me.presses('Back')
  await me.presses('Add a wallet')
  await me.presses('Later')
  await world.turn(ctx =>
    addNotice(ctx, {
      contributorId: id,
      code: 'pay.arrived',
      values: { sum: (2n * TOKEN).toString(), answers: 3, epoch: 1, isFirst: 1, tx: '0x' },
    }),
  )
  await me.looks()
  me.shows('# Your first pay has arrived!', '2 PRL, for 3 answers that people checked and found good.')
  await me.looks()
  me.shows('# Your first pay has arrived!')
  world.advance(40 * 86_400)
  await me.says('/start')
  return me
}

export async function seesPay(world: World, locale: string): Promise<Talking> {
  const { people } = await aPayday(world, { people: 6, items: 4 })
  const id = people[1] as ContributorId
  await world.turn(ctx => setLanguage(ctx, { contributorId: id, locale }))
  const me = await talkingAs(world, id, locale)
  await me.says('/me')
  world.advance(40 * 86_400)
  await closeAll(world)
  await world.turn(ctx =>
    addNotice(ctx, { contributorId: id, code: 'payday', values: { sum: '1', answers: 2, epoch: 1, hasWallet: 0 } }),
  )
  await me.says('/start')
  me.shows('# Good to see you, ', 'is yours and waits. /wallet says where it should go.')
  await me.says('/help')
  await me.presses('Get paid')
  await me.presses('I have no wallet yet')
  return me
}
