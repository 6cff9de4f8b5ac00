// A world whose settlement is a real contract on a real anvil, and the passes between the two.
import { localTimes, openChain, settlementAbi } from '../../contracts/bindings/index.ts'
import { amount } from '../../core/amount.ts'
import { createCampaign } from '../../core/campaigns/createCampaign.ts'
import { openCampaign } from '../../core/campaigns/openCampaign.ts'
import { findCampaign } from '../../core/campaigns/store.ts'
import { campaignSpec, completeTerms } from '../../core/campaigns/terms.ts'
import type { OpenDatabase } from '../../core/database/database.ts'
import type { Chain } from '../../core/outbox/chain.ts'
import { writeChain } from '../../core/outbox/chainWriter.ts'
import { openOnChain } from '../../core/settlement/openOnChain.ts'
import { readChain } from '../../core/settlement/readChain.ts'
import { openLocalChain } from '../chain/openLocalChain.ts'
import { aPerson, type BuiltCampaign, GUIDE, must, TOKEN } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'
import { LABELS } from './payday.ts'

export type ChainWorld = Awaited<ReturnType<typeof aChainWorld>>

export async function aChainWorld(options: { activationDelay?: number; database?: OpenDatabase } = {}) {
  const delay = options.activationDelay ?? 0
  const opened = await openLocalChain({ ...localTimes, activationDelay: delay })
  const { local, chain } = opened
  const world = await aWorld({
    ...(options.database === undefined ? {} : { database: options.database }),
    // The chain lives in the machine's time; terms of a campaign must lie in its future.
    startsAt: new Date(Math.floor(Date.now() / 1000) * 1000).toISOString(),
    settings: {
      chain: {
        chainId: local.deployment.chainId,
        settlement: local.deployment.settlement,
        token: local.deployment.token.address,
        symbol: 'PRL',
        treasury: local.deployment.roles.treasury,
      },
    },
  })
  const { database, base } = world
  /** A chain that the test may spoil. */
  const write = (through: Chain = chain, holder = 'one') => writeChain({ database, base, chain: through, holder })
  const read = (through: Chain = chain) => readChain({ database, base, chain: through })
  return {
    ...opened,
    world,
    write,
    read,
    /** Everything wanted is sent, mined, final and read. */
    async settleDown() {
      // On a busy machine a receipt comes a moment after the block.
      for (let pass = 0; pass < 20; pass++) {
        const wrote = await write()
        await local.mine(3)
        if ((wrote?.waiting ?? 0) === 0) break
      }
      return read()
    },
    async end() {
      await world.close()
      await opened.close()
    },
  }
}

/** Opened on the chain and here, by way of writer and reader. */
export async function aFundedCampaign(chainWorld: ChainWorld, deposit = 1000n * TOKEN): Promise<BuiltCampaign> {
  const { world, chain } = chainWorld
  const requesterId = await aPerson(world, { role: 'requester' })
  const built = await world.turn(async ctx => {
    const spec = campaignSpec.parse({
      slug: `campaign-${ctx.newId().slice(-6)}`,
      title: 'Languages',
      kind: 'choice',
      skill: 'skill choice',
      language: 'en',
      purpose: 'teach a model to read notices',
      licence: 'CC BY 4.0',
      kindInWords: 'one of three',
      usualSeconds: 60,
      minutesOfTest: 5,
      passMark: 4,
      ask: { question: 'Which language is this?', labels: LABELS.map(id => ({ id, label: id })) },
      guide: GUIDE,
      price: TOKEN.toString(),
      overlapMin: 6,
      overlapMax: 9,
    })
    const terms = completeTerms(spec, ctx.settings.parameters)
    const { campaignId } = must(await createCampaign(ctx, { requesterId, requesterName: 'A laboratory', terms }))
    must(await openOnChain(ctx, { campaignId, amount: amount(deposit), requester: chain.address('requester') }))
    return { campaignId, requesterId, skill: spec.skill }
  })
  await chainWorld.settleDown()
  await world.turn(async ctx => must(await openCampaign(ctx, { campaignId: built.campaignId })))
  return built
}

export async function stateOf(world: World, campaign: BuiltCampaign) {
  return world.turn(async ctx => (await findCampaign(ctx.db, campaign.campaignId))?.state)
}

export { openChain, settlementAbi }
