// The chain writer, killed by SIGKILL between each two of its steps: everything is sent once, and ledger and chain agree.
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { amount } from '../../core/amount.ts'
import { migrate } from '../../core/database/migrate.ts'
import { openDatabase } from '../../core/database/openDatabase.ts'
import { chainTransactions } from '../../core/outbox/tables.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { aLyingNode, type LyingNode } from '../emulators/lyingNode.ts'
import { type BuiltCampaign, must, purses, TOKEN } from '../support/builders.ts'
import { POSTGRES } from '../support/database.ts'
import { ownDatabase } from '../support/perle.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld } from './chain.ts'

/** In the order of the writer's steps: killed when it asks, or when the node has done it and it has not heard. */
const STEPS = [
  ['eth_call', 'asked'],
  ['eth_estimateGas', 'asked'],
  ['eth_getBalance', 'asked'],
  ['eth_sendRawTransaction', 'asked'],
  ['eth_sendRawTransaction', 'done'],
  ['eth_getTransactionReceipt', 'asked'],
  ['eth_getLogs', 'asked'],
] as const

describe.skipIf(POSTGRES === undefined)('a writer that is killed', { timeout: 240_000 }, () => {
  let here: ChainWorld
  let own: Awaited<ReturnType<typeof ownDatabase>>
  let node: LyingNode
  let campaign: BuiltCampaign
  beforeAll(async () => {
    own = await ownDatabase()
    const database = await openDatabase(own.url)
    await migrate(database)
    here = await aChainWorld({ database })
    campaign = await aFundedCampaign(here, 100n * TOKEN)
    node = await aLyingNode(here.local.rpcUrl)
  }, 120_000)
  afterAll(async () => {
    await node.close()
    await here.end()
    await own.drop()
  }, 60_000)

  /** True when it was killed; false when its pass was over before that. */
  async function passOfChild(step: string, when: 'asked' | 'done'): Promise<boolean> {
    let child: ChildProcess | undefined
    node.lie(async (call, truth) => {
      if (call.method !== step) return truth()
      if (when === 'done') await truth()
      child?.kill('SIGKILL')
      return new Promise(() => {})
    })
    const script = join(import.meta.dirname, 'killedWriter.ts')
    const deployment = JSON.stringify(here.local.deployment)
    const args = [script, own.url, node.url, deployment, here.world.now().toISOString()]
    child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
    await new Promise(done => child?.once('exit', done))
    return child.signalCode === 'SIGKILL'
  }

  it('at each step in turn, and started again each time, does everything once', async () => {
    const free = async () => (await purses(here.world, campaign.campaignId))['free'] ?? 0n
    const before = await free()
    const sum = { campaignId: campaign.campaignId, amount: amount(TOKEN) }
    must(await here.world.turn(ctx => topUpOnChain(ctx, sum)))
    for (const [step, when] of STEPS) {
      expect(await passOfChild(step, when)).toBe(true)
      here.world.advance(20)
    }
    for (let pass = 0; pass < 8 && (await free()) !== before + TOKEN; pass++) {
      here.world.advance(20)
      await here.settleDown()
    }
    expect(await free()).toBe(before + TOKEN)
    const rows = await here.world.turn(ctx => ctx.db.select().from(chainTransactions))
    expect(rows.filter(row => row.state !== 'mined')).toEqual([])
    expect(new Set(rows.map(row => row.nonce)).size).toBe(rows.length)
    expect(await here.chain.transactionCount('requester')).toBe(rows.length)
  })
})
