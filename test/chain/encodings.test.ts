import fc from 'fast-check'
import {
  type Abi,
  concat,
  createPublicClient,
  encodeAbiParameters,
  http,
  keccak256,
  parseAbiParameters,
  toHex,
} from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settlementAbi } from '../../contracts/bindings/index.ts'
import {
  campaignId,
  contributionLeaf,
  headerHash,
  historyLeaf,
  payoutLeaf,
  reputationLeaf,
} from '../../core/proof/index.ts'
import { nextHeader, openLocalChain, send } from './openLocalChain.ts'

type Opened = Awaited<ReturnType<typeof openLocalChain>>

let opened: Opened
beforeAll(async () => {
  opened = await openLocalChain()
})
afterAll(() => opened.close())

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map(value => toHex(value) as `0x${string}`)
const word = bytes(32)
const address = bytes(20)
const amount = fc.bigInt({ min: 0n, max: (1n << 96n) - 1n })
const runs = { numRuns: 25 }

function typed(kind: string): `0x${string}` {
  return keccak256(toHex(kind))
}

function twice(encoded: `0x${string}`): `0x${string}` {
  return keccak256(concat([keccak256(encoded)]))
}

describe('leaves and ids are the same in viem, in core/proof and in the contract', () => {
  const domain = () => ({ chainId: opened.chain.chainId, settlement: opened.chain.settlement })
  const read = async (functionName: string, args: readonly unknown[]) => {
    const client = createPublicClient({ transport: http(opened.local.rpcUrl), cacheTime: 0 })
    const abi: Abi = settlementAbi
    return client.readContract({ address: opened.chain.settlement, abi, functionName, args })
  }

  it('payout', async () => {
    const types = parseAbiParameters('bytes32, uint256, address, address, uint256')
    await fc.assert(
      fc.asyncProperty(address, amount, async (account, cumulative) => {
        const { chainId, settlement } = domain()
        const values = [typed('perle.leaf.payout.1'), BigInt(chainId), settlement, account, cumulative] as const
        const expected = twice(encodeAbiParameters(types, values))
        expect(payoutLeaf(domain(), account, cumulative)).toBe(expected)
        expect(await read('payoutLeaf', [account, cumulative])).toBe(expected)
      }),
      runs,
    )
  })

  it('contribution', async () => {
    const types = parseAbiParameters('bytes32, uint256, address, bytes32, bytes32')
    await fc.assert(
      fc.asyncProperty(word, word, async (campaign, commitment) => {
        const { chainId, settlement } = domain()
        const values = [typed('perle.leaf.contribution.1'), BigInt(chainId), settlement, campaign, commitment] as const
        const expected = twice(encodeAbiParameters(types, values))
        expect(contributionLeaf(domain(), campaign, commitment)).toBe(expected)
        expect(await read('contributionLeaf', [campaign, commitment])).toBe(expected)
      }),
      runs,
    )
  })

  it('reputation', async () => {
    const types = parseAbiParameters('bytes32, uint256, address, bytes32, bytes32, uint256, uint256, uint256, uint256')
    const ppm = fc.integer({ min: 0, max: 1_000_000 })
    await fc.assert(
      fc.asyncProperty(word, fc.string(), ppm, ppm, ppm, fc.nat(), async (subjectCommit, name, mean, low, high, n) => {
        const { chainId, settlement } = domain()
        const skill = keccak256(toHex(name))
        const numbers = [BigInt(mean), BigInt(low), BigInt(high), BigInt(n)] as const
        const head = [typed('perle.leaf.reputation.1'), BigInt(chainId), settlement, subjectCommit, skill] as const
        const expected = twice(encodeAbiParameters(types, [...head, ...numbers]))
        expect(reputationLeaf(domain(), { subjectCommit, skill: name, mean, low, high, n })).toBe(expected)
        const [a, b, c, d] = numbers
        expect(await read('reputationLeaf', [{ subjectCommit, skill, mean: a, low: b, high: c, n: d }])).toBe(expected)
      }),
      runs,
    )
  })

  it('history', async () => {
    const types = parseAbiParameters('bytes32, uint256, address, uint256, bytes32')
    await fc.assert(
      fc.asyncProperty(fc.nat(), word, async (epoch, batchRoot) => {
        const { chainId, settlement } = domain()
        const values = [typed('perle.leaf.history.1'), BigInt(chainId), settlement, BigInt(epoch), batchRoot] as const
        const expected = twice(encodeAbiParameters(types, values))
        expect(historyLeaf(domain(), epoch, batchRoot)).toBe(expected)
        expect(await read('historyLeaf', [BigInt(epoch), batchRoot])).toBe(expected)
      }),
      runs,
    )
  })

  it('campaign id', async () => {
    const types = parseAbiParameters('uint256, address, address, uint256, bytes32, bytes32')
    await fc.assert(
      fc.asyncProperty(address, fc.nat(), word, word, async (requester, expiry, manifestHash, salt) => {
        const { chainId, settlement } = domain()
        const preimage = { requester, expiryAtOpening: BigInt(expiry), manifestHash, salt }
        const values = [BigInt(chainId), settlement, requester, BigInt(expiry), manifestHash, salt] as const
        const expected = keccak256(encodeAbiParameters(types, values))
        expect(await read('campaignId', [preimage])).toBe(expected)
        expect(campaignId({ ...domain(), ...preimage })).toBe(expected)
      }),
      runs,
    )
  })

  it('header: the head after a settle is core/proof’s hash of the header', async () => {
    const debitsHash = keccak256(encodeAbiParameters(parseAbiParameters('bytes32[], uint256[]'), [[], []]))
    const header = await nextHeader(opened.chain, {
      debitsHash,
      batchRoot: typed('a'),
      contributionsRoot: typed('b'),
      reputationRoot: typed('c'),
      payoutRoot: typed('d'),
    })
    await send(opened.chain, { kind: 'settle', signer: 'publisher', header, ids: [], words: [] })
    expect((await opened.chain.state()).head).toBe(headerHash(header))
  })
})
