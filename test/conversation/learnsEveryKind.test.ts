// Practice and test of every kind: a wrong answer shows the right one, no words are asked for, and right ones pass.
import { expect, it } from 'vitest'
import { campaignOf } from '../../core/campaigns/campaignOf.ts'
import { kindOf } from '../../core/kinds/index.ts'
import { aCampaign, aPerson, consent, someItems } from '../support/builders.ts'
import { KINDS, samples } from '../support/kindSamples.ts'
import { type Solvable, solve } from '../support/solveKind.ts'
import { aWorld } from '../support/world.ts'
import { printed, talkingAs } from './transcript.ts'

// Answers of a text cannot be compared, so its tests are of another kind.
it.each(KINDS.filter(kind => kind !== 'text'))('%s is practised and tested', async name => {
  const sample = samples[name]
  const world = await aWorld({ seed: 3 })
  try {
    const campaign = await aCampaign(world, { kind: 'choice', spec: { kind: name, ask: sample.ask, passMark: 2 } })
    const known = (role: 'practice' | 'test', n: number) => ({ role, rule: 2, ...sample.item(n) })
    await someItems(world, campaign, [
      known('practice', 0),
      known('test', 1),
      known('test', 2),
      known('test', 3),
      { content: sample.item(4).content },
    ])
    const id = await aPerson(world)
    await consent(world, id, campaign.campaignId)
    const me = await talkingAs(world, id)
    const { code } = (await world.turn(ctx => campaignOf(ctx, campaign))) ?? { code: '' }
    await me.says(`/start c_${code}`)
    await me.presses('Start practice')
    const ask = kindOf(name).ask.parse(sample.ask) as Record<string, unknown>
    const goesOn = async (truth: (n: number) => unknown) => {
      const n = Number(/(?:parcel|Flat|flat|boil|Pool|Jacket|shop|Shop) (\d)/.exec(printed(me.view()))?.[1])
      const item: Solvable = {
        kind: name,
        ask,
        content: sample.item(n).content as Record<string, unknown>,
        truth: truth(n),
      }
      const step = solve(me.view(), item)
      if ('write' in step) throw new Error('words are asked for where nobody reads them')
      const labels = me
        .view()
        .rows.flat()
        .map(one => one.label)
      await me.presses(
        labels.find(one => (typeof step.press === 'string' ? one === step.press : step.press.test(one))) ?? '',
      )
    }
    for (let count = 0; count < 12 && !me.has('Start the test'); count++) await goesOn(n => sample.untruth(n))
    me.shows(`# The answer is: `, sample.told, 'Guide, rule 2')
    await me.presses('Start the test')
    for (let count = 0; count < 40 && me.view().scene === 'test'; count++) {
      world.advance(30)
      await goesOn(n => sample.item(n).truth)
    }
    expect(printed(me.view())).toMatch(/Passed, 3 of 3/)
  } finally {
    await world.close()
  }
})
