// While the chain is away: people go on working, the sweeps go on, the status page says so, and then everything arrives.
import { join } from 'node:path'
import { fastify } from 'fastify'
import { createTestClient, http } from 'viem'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBackground } from '../../bots/background.ts'
import type { Composition } from '../../bots/compose.ts'
import { readConfig } from '../../bots/config.ts'
import { openMediaStore } from '../../bots/media/mediaStore.ts'
import { healthRoutes } from '../../bots/web/api/healthRoutes.ts'
import { localRoutes } from '../../bots/web/api/localRoutes.ts'
import { statusRoutes } from '../../bots/web/api/statusRoutes.ts'
import { createUpdates } from '../../bots/web/updates.ts'
import type { WebDoor } from '../../bots/web/webDoor.ts'
import { amount } from '../../core/amount.ts'
import { listSweeps } from '../../core/inbox/index.ts'
import { confirmAge } from '../../core/people/confirmAge.ts'
import { topUpOnChain } from '../../core/settlement/topUpOnChain.ts'
import { submissions } from '../../core/work/tables.ts'
import { send } from '../chain/openLocalChain.ts'
import { talkingAs } from '../conversation/transcript.ts'
import { aLyingNode, type LyingNode, raw, SILENCE } from '../emulators/lyingNode.ts'
import { somePictures } from '../pictures/samplePictures.ts'
import { aChainWorld, aFundedCampaign, type ChainWorld, openChain } from '../settlement/chain.ts'
import { aPerson, type BuiltCampaign, consent, must, purses, someItems, TOKEN } from '../support/builders.ts'

describe('while the chain is away', { timeout: 60_000 }, () => {
  let here: ChainWorld
  let node: LyingNode
  let campaign: BuiltCampaign
  let background: ReturnType<typeof createBackground>
  let server: ReturnType<typeof fastify>
  let pictures: Awaited<ReturnType<typeof somePictures>>
  const updates = createUpdates()

  beforeEach(async () => {
    here = await aChainWorld()
    campaign = await aFundedCampaign(here, 50n * TOKEN)
    node = await aLyingNode(here.local.rpcUrl)
    const { world, local } = here
    const chain = openChain({
      rpcUrl: node.url,
      deployment: local.deployment,
      accounts: local.accounts,
      patience_ms: 200,
    })
    const config: Composition['config'] = { ...readConfig({}), role: 'all', mode: 'local' }
    const { database, base } = world
    const place = { config, database, base, chain, rpcUrl: node.url, deployment: local.deployment, localChain: local }
    const composition = { ...place, log: base.log, holder: 'a test', close: async () => {} }
    background = createBackground(composition, () => {})
    server = fastify()
    const payOut = () => chain.latest().then(() => 'paid')
    pictures = await somePictures()
    const door: WebDoor = {
      composition,
      updates,
      pictures,
      media: await openMediaStore(join(pictures.folder, 'media')),
      pagesDir: '',
      play: payOut,
      payOut,
      pulse: background.pulse,
    }
    for (const routes of [healthRoutes, statusRoutes, localRoutes]) routes(server, door)
    background.start()
  }, 120_000)
  afterEach(async () => {
    node.lie(undefined)
    await background.stop()
    await server.close()
    await pictures.end()
    await node.close()
    await here.end()
  }, 60_000)

  const page = async (path: string) => (await server.inject({ method: 'GET', url: path })).json()
  const held = async () =>
    Object.values(await purses(here.world, campaign.campaignId)).reduce((sum, purse) => sum + purse, 0n)
  async function until(isSo: () => Promise<boolean>): Promise<void> {
    for (let look = 0; look < 300; look++) {
      if (await isSo()) return
      await new Promise(done => setTimeout(done, 50))
    }
    throw new Error('it did not come to be')
  }
  const statusSays = (words: string) => until(async () => (await page('/api/status')).sentence.includes(words))

  it('a person answers, the sweeps run, the status page says what waits, and then it arrives', async () => {
    const { world } = here
    await statusSays('All is')
    node.lie(() => SILENCE)
    const sum = { campaignId: campaign.campaignId, amount: amount(TOKEN) }
    must(await world.turn(ctx => topUpOnChain(ctx, sum)))
    await statusSays('The chain does not answer us. Work and reviews go on')
    const health = await server.inject({ method: 'GET', url: '/healthz' })
    expect(health.statusCode).toBe(503)
    expect(health.json()).toMatchObject({ database: { ok: true }, chain: { ok: false }, jobs: { ok: true } })
    expect(health.json().chain.why).toMatch(/^the chain node at 127.0.0.1:\d+ does not answer$/)

    await someItems(world, campaign, [{}, {}, {}])
    const person = await aPerson(world, { skill: campaign.skill })
    await world.turn(ctx => confirmAge(ctx, { contributorId: person, isAdult: true }))
    await consent(world, person, campaign.campaignId)
    const me = await talkingAs(world, person)
    await me.says('/task')
    await me.presses('Start 1')
    await me.presses('spanish')
    expect(await world.turn(ctx => ctx.db.select().from(submissions))).toHaveLength(1)
    const swept = async () =>
      (await world.turn(ctx => listSweeps(ctx.db))).find(one => one.name === 'leases')?.lastRunAt
    const before = (await swept())?.getTime() ?? 0
    world.advance(10)
    await until(async () => ((await swept())?.getTime() ?? 0) > before)
    const told = new Promise<string | undefined>(done =>
      updates.listen(({ event, data }) => event === 'progress' && data.ended && done(data.sentence)),
    )
    expect((await server.inject({ method: 'POST', url: '/api/local/payout' })).statusCode).toBe(202)
    expect(await told).toBe('The chain does not answer just now. Every sum is safe; press again in a moment.')

    node.lie(() => raw(502, '<html>Bad gateway</html>'))
    await until(async () => (await page('/healthz')).chain.why?.includes('(HTTP 502)'))
    node.lie(undefined)
    await statusSays('All is working')
    await until(async () => (await held()) === 51n * TOKEN)
  })

  it('says plainly that a person must look where the chain knows more than the database', async () => {
    const { world } = here
    await statusSays('All is')
    await background.alone(() => send(here.chain, { kind: 'approve', signer: 'requester', amount: amount(TOKEN) }))
    must(await world.turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(TOKEN) })))
    await statusSays('do not fit together')
    expect((await page('/healthz')).chain.failing).toContain('this database knows')
  })

  it('says who is out of coins and what waits for it, goes on with everything else, and pays when there are some', async () => {
    const { world, chain, local } = here
    const anvil = createTestClient({ mode: 'anvil', transport: http(local.rpcUrl), cacheTime: 0 })
    const setBalance = (value: bigint) => anvil.setBalance({ address: chain.address('requester'), value })
    await statusSays('All is')
    await setBalance(1n)
    must(await world.turn(ctx => topUpOnChain(ctx, { campaignId: campaign.campaignId, amount: amount(TOKEN) })))
    await statusSays('A deposit waits: the account that pays the fees of the chain is out of coins')
    expect(await page('/api/status')).toMatchObject({
      chainWord: 'working',
      signers: [{ signer: 'requester', word: 'no funds' }],
      transactions: { wanted: 2, sent: 0, givenUp: 0 },
    })
    await setBalance(10n ** 18n)
    world.advance(31)
    await statusSays('All is ready')
    await until(async () => (await held()) === 51n * TOKEN)
  })
})
