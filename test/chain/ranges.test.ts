// Nodes refuse what they find too much, each with words of its own: events are read all the same, each once, and in order.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openChain, openExportChain } from '../../contracts/bindings/index.ts'
import { amount } from '../../core/amount.ts'
import type { Chain } from '../../core/outbox/chain.ts'
import { aLyingNode, type LyingNode, type RpcCall, RpcRefusal, raw } from '../emulators/lyingNode.ts'
import { openLocalChain, send } from './openLocalChain.ts'

const widthOf = ({ params }: RpcCall) => {
  const [{ fromBlock, toBlock }] = params as [{ fromBlock: string; toBlock: string }]
  return Number(BigInt(toBlock) - BigInt(fromBlock)) + 1
}

describe('a node that refuses', () => {
  let opened: Awaited<ReturnType<typeof openLocalChain>>
  let node: LyingNode
  let chain: Chain
  let whole: Awaited<ReturnType<Chain['events']>>
  let newest: bigint
  beforeAll(async () => {
    opened = await openLocalChain()
    node = await aLyingNode(opened.local.rpcUrl)
    const expiry = (await opened.chain.latest()).timestamp + 86_400n * 60n
    await send(opened.chain, { kind: 'approve', signer: 'requester', amount: amount(1_000n) })
    for (let n = 1; n <= 6; n++) {
      const salt = `0x${String(n).padStart(64, '0')}` as const
      await send(opened.chain, {
        kind: 'open',
        signer: 'requester',
        amount: amount(1n),
        expiry,
        manifestHash: salt,
        salt,
      })
      await opened.local.mine(40)
    }
    newest = (await opened.chain.latest()).number
    whole = await opened.chain.events(opened.chain.deployedAtBlock, newest)
    expect(whole).toHaveLength(6)
  })
  afterAll(async () => {
    await node.close()
    await opened.close()
  })
  /** Refuses a range of more blocks than this. */
  const refuse = (most: number, refusal: () => unknown) =>
    node.lie(async (call, truth) => {
      if (call.method !== 'eth_getLogs' || !('fromBlock' in (call.params[0] as object))) return truth()
      return widthOf(call) > most ? refusal() : truth()
    })
  const fresh = () => openChain({ rpcUrl: node.url, deployment: opened.local.deployment })

  it.each<[string, number, () => unknown]>([
    ['ranges of more than 100 blocks', 100, () => new RpcRefusal(-32_602, 'exceed maximum block range: 100')],
    ['ranges of more than 7 blocks', 7, () => new RpcRefusal(-32_005, 'query returned more than 10000 results')],
    ['everything but single blocks', 1, () => new RpcRefusal(-32_000, 'block range is too wide')],
    ['long ranges by HTTP 413', 50, () => raw(413, 'too large')],
    ['long ranges by HTTP 400', 50, () => raw(400, '{"error":"range"}', 'application/json')],
  ])('%s gives all events, each once and in order', async (_, most, refusal) => {
    refuse(most, refusal)
    chain = fresh()
    expect(await chain.events(chain.deployedAtBlock, newest)).toEqual(whole)
    // What it took last is remembered: a second reading is not refused all the way down again.
    const before = node.asked.filter(method => method === 'eth_getLogs').length
    await chain.events(newest - 20n, newest)
    expect(node.asked.filter(method => method === 'eth_getLogs').length - before).toBeLessThanOrEqual(100)
  })

  it('single blocks too is the one that fails, in one sentence', async () => {
    refuse(0, () => new RpcRefusal(-32_000, 'no logs today'))
    await expect(fresh().events(1n, 50n)).rejects.toMatchObject({ name: 'Fault', retry: 'later' })
  })

  it('because it is asked too often is not asked more', async () => {
    refuse(0, () => raw(429, 'slow down'))
    node.asked.length = 0
    await expect(fresh().events(1n, newest)).rejects.toMatchObject({ name: 'Fault', retry: 'later' })
    expect(node.asked.filter(method => method === 'eth_getLogs').length).toBeLessThanOrEqual(4)
  })

  it('long ranges still serves who checks a dataset', async () => {
    refuse(9, () => new RpcRefusal(-32_000, 'block range is too wide'))
    expect(await openExportChain(node.url).headersAfter(opened.chain.settlement, 0)).toEqual([])
  })
})
