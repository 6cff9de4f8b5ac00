// The guardian on a real contract: it vetoes by itself what is false whoever looks, and nothing else.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createTestClient, http, verifyMessage } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type FileSource, keptSource, serverSource } from '../../bots/guardian/epochFiles.ts'
import { type Guardian, guardianPass } from '../../bots/guardian/guardianPass.ts'
import { localTimes, openSettlementReader } from '../../contracts/bindings/index.ts'
import { amount } from '../../core/amount.ts'
import { buildManifest, type Hash, hashText, type Manifest, type ManifestInput } from '../../core/proof/index.ts'
import { openLocalChain, send } from '../chain/openLocalChain.ts'
import { aLyingNode, raw } from '../emulators/lyingNode.ts'
import { alice, bob, input, previousOf, row } from '../proof/sampleEpochs.ts'
import { runCli } from '../support/perle.ts'
import { falseEpochs, line } from './falseEpochs.ts'
import { forge, honest, type Published } from './forge.ts'

const DELAY = 3_600
const GUARDIAN_KEY = '0x47e179ec197488593b187f80a00eb0da91f1b9d0b13f8733639f19c30a34926a'
const terms = hashText('terms')

let opened: Awaited<ReturnType<typeof openLocalChain>>
let folder: string
let campaign: Hash
let first: Published
let second: Manifest
/** What is served to whoever asks; a part that is taken out is withheld. */
let served: Published[]
let server: Server
let snapshot: `0x${string}`
const said: string[] = []

const node = () => createTestClient({ mode: 'anvil', transport: http(opened.local.rpcUrl), cacheTime: 0 })
const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`

function anEpoch(change: Partial<ManifestInput>, debit = 0n): Manifest {
  const { local } = opened
  const facts = { id: campaign, termsHash: terms, peff: 1_000_000n, feeBps: 500, commonsShareBps: 4000 }
  return buildManifest(
    input({
      contract: local.deployment.settlement,
      token: local.deployment.token.address,
      campaigns: [{ ...facts, balanceAfter: 50_000_000n - debit, reservedAfter: 30_000_000n }],
      ...change,
    }),
  )
}

async function settle(published: Published): Promise<void> {
  const { header, ids, words } = published
  await send(opened.chain, { kind: 'settle', signer: 'publisher', header, ids, words })
}

function guardian(change: Partial<Guardian> = {}, source: FileSource = serverSource(url())): Guardian {
  const { local } = opened
  const { settlement, block } = local.deployment
  return {
    rpcUrl: local.rpcUrl,
    reader: openSettlementReader(local.rpcUrl, settlement, BigInt(block)),
    source,
    account: local.accounts.guardian,
    folder,
    lastPpm: 250_000n,
    delay: BigInt(DELAY),
    tell: sentence => said.push(sentence),
    now: () => 1_800_000_000,
    ...change,
  }
}

beforeAll(async () => {
  opened = await openLocalChain({ ...localTimes, activationDelay: DELAY })
  folder = await mkdtemp(join(tmpdir(), 'perle-guardian-'))
  server = createServer((request, response) => {
    const [, epoch, sha256] = /^\/api\/epochs\/(\d+)(?:\/parts\/(\w+))?$/.exec(request.url ?? '') ?? []
    const found = served.find(one => one.header.epoch === Number(epoch))
    const text =
      sha256 === undefined ? found && JSON.stringify({ headText: found.headText }) : found?.parts.get(`0x${sha256}`)
    if (text === undefined) response.writeHead(404).end()
    else response.end(text)
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const { chain, local } = opened
  const expiry = (await chain.latest()).timestamp + 86_400n * 90n
  const sum = amount(51_596_002n)
  await send(chain, { kind: 'approve', signer: 'requester', amount: sum })
  await send(chain, { kind: 'open', signer: 'requester', amount: sum, expiry, manifestHash: terms, salt: terms })
  const [event] = await chain.events(chain.deployedAtBlock, (await chain.latest()).number)
  if (event?.kind !== 'opened') throw new Error('no campaign')
  campaign = event.id
  const own = { campaignId: campaign }
  const rows = [row('one', own), row('two', { ...own, q: 53 }), row('three', { ...own, q: 0 })]
  const one = anEpoch({
    rows: [...rows, row('vote', { ...own, kind: 'vote', peff: 100_003n })],
    contributions: [hashText('answer one')],
    credits: [{ address: alice, amount: 900_000n, inFull: false }],
  })
  first = honest(one)
  await settle(first)
  await local.passTime(DELAY)
  const next = (debit: bigint) =>
    anEpoch(
      {
        previous: previousOf(one),
        cutOffAt: 1_800_300_000,
        rows: [row('four', own), row('five', own)],
        contributions: [hashText('answer four')],
        reputation: [hashText('reputation')],
        credits: [
          { address: alice, amount: 900_000n, inFull: false },
          { address: bob, amount: 500_000n, inFull: false },
        ],
      },
      debit,
    )
  second = next(next(0n).head.totals.debit)
  snapshot = await node().snapshot()
}, 120_000)
afterAll(async () => {
  await new Promise(done => server.close(done))
  await rm(folder, { recursive: true })
  await opened.close()
})
beforeEach(async () => {
  await node().revert({ id: snapshot })
  snapshot = await node().snapshot()
  said.length = 0
})

const isVetoed = async () => (await opened.chain.state()).activeAt === undefined
const look = (change: Partial<Guardian> = {}) => guardianPass(guardian(change), new Set())
const publish = async (published: Published) => {
  served = [first, published]
  await settle(published)
}

describe('a guardian vetoes nothing', () => {
  it('of an honest epoch, and says what it has checked', async () => {
    await publish(honest(second))
    const known = new Set<string>()
    expect(await guardianPass(guardian(), known)).toMatchObject({ epoch: 2, did: 'good' })
    expect(said).toEqual(['Epoch 2: 2 rows recompute, 3 accounts, no fault.'])
    // The second look asks for no file.
    served = []
    expect(await guardianPass(guardian(), known)).toMatchObject({ did: 'good' })
    expect(await isVetoed()).toBe(false)
    await opened.local.passTime(DELAY)
    expect(await guardianPass(guardian(), known)).toMatchObject({ did: 'active' })
  })

  it('of the first epoch, which has none before it', async () => {
    served = [first]
    expect(await look()).toMatchObject({ epoch: 1, did: 'good' })
  })

  it('when its node fails, lies about nothing but is away, or answers nonsense', async () => {
    await publish(honest(second))
    const lying = await aLyingNode(opened.local.rpcUrl)
    const { settlement, block } = opened.local.deployment
    const reader = openSettlementReader(lying.url, settlement, BigInt(block))
    lying.lie(() => raw(503, 'away'))
    await expect(look({ rpcUrl: lying.url, reader })).rejects.toMatchObject({ name: 'Fault', retry: 'later' })
    lying.lie((call, truth) => (call.method === 'eth_getLogs' ? [] : truth()))
    expect(await look({ rpcUrl: lying.url, reader })).toMatchObject({ did: 'nothing settled' })
    await lying.close()
    expect(await isVetoed()).toBe(false)
  })

  it('while files are late, and nothing at all once they come', async () => {
    const published = honest(second)
    await publish(published)
    served = []
    expect(await look()).toMatchObject({ did: 'waiting', verdict: { kind: 'missing' } })
    served = [first]
    expect(await look()).toMatchObject({ did: 'waiting' })
    served = [first, published]
    expect(await look()).toMatchObject({ did: 'good' })
    expect(await isVetoed()).toBe(false)
  })

  it('that is active already, and reports it', async () => {
    await publish(
      forge(second, {
        head: head => {
          head['payoutRoot'] = hashText('another')
        },
      }),
    )
    await opened.local.passTime(DELAY)
    expect(await look()).toMatchObject({ did: 'active', verdict: { kind: 'faulty' } })
    expect(await isVetoed()).toBe(false)
  })
})

describe('a guardian vetoes by itself', { timeout: 120_000 }, () => {
  it.each(falseEpochs)('%s, and reports it under its signature', async (_, words, make) => {
    await publish(make(second))
    const pass = await look()
    expect(pass).toMatchObject({ epoch: 2, did: 'vetoed', verdict: { kind: 'faulty' } })
    const { verdict: told } = pass
    const where = told?.kind === 'faulty' ? told.faults.map(one => `${one.part} ${one.row} ${one.field}`) : []
    expect(where.join('\n')).toMatch(words)
    expect(await isVetoed()).toBe(true)
    const [name] = (await readdir(folder)).filter(one => one.startsWith('report-2'))
    const { text, signature } = JSON.parse(await readFile(join(folder, name as string), 'utf8'))
    const { guardian: by, verdict, faults: found } = JSON.parse(text)
    expect({ by, verdict }).toEqual({ by: opened.local.accounts.guardian.address.toLowerCase(), verdict: 'faulty' })
    expect(found.length).toBeGreaterThan(0)
    expect(await verifyMessage({ address: by, message: text, signature })).toBe(true)
    await rm(join(folder, name as string))
  })

  it('files that cannot be had until the delay is nearly over', async () => {
    const published = honest(second)
    for (const sha256 of published.parts.keys()) published.parts.delete(sha256)
    await publish(published)
    expect(await look()).toMatchObject({ did: 'waiting' })
    await opened.local.passTime(DELAY * 0.7)
    expect(await look()).toMatchObject({ did: 'waiting' })
    await opened.local.passTime(DELAY * 0.1)
    expect(await look()).toMatchObject({ did: 'vetoed', verdict: { kind: 'missing' } })
    expect(await isVetoed()).toBe(true)
  })

  it('a file that holds something else than its name says, as one that cannot be had', async () => {
    const published = honest(second)
    const [sha256] = published.parts.keys()
    published.parts.set(sha256 as Hash, '[]\n')
    await publish(published)
    expect(await look()).toMatchObject({ did: 'waiting', verdict: { kind: 'missing' } })
  })

  it('an account below what it was paid already', async () => {
    await publish(honest(second))
    const { reader } = guardian()
    const paid = { ...reader, claimed: async () => 10n ** 18n }
    expect(await look({ reader: paid })).toMatchObject({ did: 'vetoed' })
    expect(said.join('\n')).toMatch(new RegExp(`accounts ${bob} cumulative is 500000, expected at least 10{18}, which`))
  })

  it('and gives the debits back, so that the same number settles again', async () => {
    const { chain } = opened
    const before = await chain.state()
    await publish(
      forge(second, {
        head: head => {
          head['payoutRoot'] = hashText('x')
        },
      }),
    )
    expect(await look()).toMatchObject({ did: 'vetoed' })
    expect(await look()).toMatchObject({ did: 'unwound' })
    const { epoch, head, published } = await chain.state()
    expect({ epoch, head, published }).toEqual({ epoch: 1, head: before.head, published: before.published })
    await publish(honest(second))
    expect(await look()).toMatchObject({ did: 'good' })
  })
})

describe('at a shell', { timeout: 120_000 }, () => {
  it('anybody verifies an epoch, and a guardian looks once', async () => {
    const { rpcUrl, deployment } = opened.local
    const place = ['--rpc', rpcUrl, '--settlement', deployment.settlement]
    await publish(honest(second))
    const files = served.map((one, place) => [join(folder, `payday-${place}.json`), one] as const)
    for (const [path, { headText, parts }] of files) {
      await writeFile(path, JSON.stringify({ headText, parts: [...parts].map(([sha256, text]) => ({ sha256, text })) }))
    }
    const good = await runCli(['epoch', 'verify', '2', ...place, '--from', folder], {})
    expect(good.stdout).toBe('Epoch 2: All 2 rows recompute.\n')
    expect(good.code).toBe(0)
    await node().revert({ id: snapshot })
    snapshot = await node().snapshot()
    await publish(
      forge(second, {
        parts: {
          rows: line(0, cells => {
            cells[8] = '999999'
          }),
        },
      }),
    )
    const bad = await runCli(['epoch', 'verify', '2', ...place, '--from', url()], {})
    expect(bad.code).toBe(1)
    expect(bad.stdout).toMatch(/^rows 0x[0-9a-f]{64} pay: found 999999, expected 900000$/m)
    const once = await runCli(['guardian', ...place, '--from', url(), '--folder', join(folder, 'own'), '--once'], {
      CHAIN_GUARDIAN_KEY: GUARDIAN_KEY,
    })
    expect(once.stdout).toBe('{"epoch":2,"did":"vetoed"}\n')
    expect(once.code).toBe(1)
    expect(await isVetoed()).toBe(true)
  })

  it('what was good is kept, so that the next epoch can be checked without the server', async () => {
    const kept = join(folder, 'kept')
    await publish(honest(second))
    expect(await guardianPass(guardian({}, keptSource(kept, serverSource(url()))), new Set())).toMatchObject({
      did: 'good',
    })
    served = []
    expect(await guardianPass(guardian({}, keptSource(kept, serverSource(url()))), new Set())).toMatchObject({
      did: 'good',
    })
  })
})
