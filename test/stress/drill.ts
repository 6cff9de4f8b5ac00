// A world on a chain whose folder can be put back, for drills with copies from yesterday.
import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type LocalChain, localTimes, openChain, startLocalChain } from '../../contracts/bindings/index.ts'
import { amount } from '../../core/amount.ts'
import type { Address } from '../../core/ids.ts'
import { writeChain } from '../../core/outbox/chainWriter.ts'
import { checkBooks } from '../../core/settlement/checkBooks.ts'
import { readChain } from '../../core/settlement/readChain.ts'
import { relayClaims } from '../../core/settlement/relayClaims.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { temporaryFolder } from '../chain/openLocalChain.ts'
import { aFundedCampaign, type ChainWorld } from '../settlement/chain.ts'
import { answerAll, aWallet, closeAll } from '../settlement/payday.ts'
import { type BuiltCampaign, must, someItems, TOKEN } from '../support/builders.ts'
import { aWorld } from '../support/world.ts'

export const WALLET = `0x${'c1'.repeat(20)}` as Address

/** A world on a chain whose folder can be put back, and whose process can be ended and started. */
export async function aDrill() {
  const folder = await temporaryFolder()
  let local: LocalChain = await startLocalChain({ folder, times: { ...localTimes, activationDelay: 0 } })
  const open = () => openChain({ rpcUrl: local.rpcUrl, deployment: local.deployment, accounts: local.accounts })
  let chain = open()
  const { chainId, settlement, token, roles } = local.deployment
  const place = { chainId, settlement, token: token.address, symbol: 'PRL', treasury: roles.treasury }
  const startsAt = new Date(Math.floor(Date.now() / 1000) * 1000).toISOString()
  const world = await aWorld({ startsAt, settings: { chain: place } })
  const write = (database = world.database) => writeChain({ database, base: world.base, chain, holder: 'one' })
  const read = (database = world.database) => readChain({ database, base: world.base, chain })
  const settleDown = async () => {
    await write()
    await local.mine(3)
    return read()
  }
  return {
    world,
    write,
    read,
    settleDown,
    chain: () => chain,
    local: () => local,
    books: () => checkBooks({ database: world.database, base: world.base, chain }),
    asChainWorld: () => ({ world, chain, local, write, read, settleDown }) as unknown as ChainWorld,
    /** Keeps what the chain is now; `putBack` ends it and starts it as it was then. */
    async keepChain() {
      await local.dumpState()
      const kept = `${folder}-kept`
      await cp(join(folder, 'chain'), kept, { recursive: true })
      return async function putBack() {
        await local.stop()
        await rm(join(folder, 'chain'), { recursive: true })
        await rm(join(kept, 'anvil.json'), { force: true })
        await cp(kept, join(folder, 'chain'), { recursive: true })
        await rm(kept, { recursive: true })
        local = await startLocalChain({ folder })
        chain = open()
      }
    },
    async end() {
      await world.close()
      await local.stop()
      await rm(folder, { recursive: true })
    },
  }
}

export type Drill = Awaited<ReturnType<typeof aDrill>>

export async function upToPayday(drill: Drill): Promise<BuiltCampaign> {
  const campaign = await aFundedCampaign(drill.asChainWorld(), 100n * TOKEN)
  const { people } = await answerAll(drill.world, campaign, { people: 3, items: 3, checks: 3 })
  await aWallet(drill.world, people[0] as never, WALLET)
  await someItems(drill.world, campaign, [{}, {}])
  return campaign
}

/** A top-up, a payday and its claims: three signers, on the chain and in the books. */
export async function today(drill: Drill, campaign: BuiltCampaign): Promise<void> {
  const { world } = drill
  const sum = { campaignId: campaign.campaignId, amount: amount(7n * TOKEN) }
  must(await world.turn(ctx => topUpOnChain(ctx, sum)))
  await drill.settleDown()
  expect(await closeAll(world)).toMatchObject({ epoch: 1 })
  await drill.settleDown()
  expect(await world.turn(ctx => relayClaims(ctx))).toBeGreaterThan(0)
  await drill.settleDown()
  expect(await drill.books()).toMatchObject({ isEqual: true })
}
