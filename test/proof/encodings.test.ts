import fc from 'fast-check'
import { encodeAbiParameters, keccak256, toBytes } from 'viem'
import { describe, expect, it } from 'vitest'
import {
  campaignId,
  commitment,
  contributionLeaf,
  type Hash,
  type Header,
  hashText,
  headerHash,
  historyLeaf,
  linkCommit,
  packDebits,
  payoutLeaf,
  reputationLeaf,
  rowId,
  subjectCommit,
  unpackWord,
} from '../../core/proof/index.ts'

const hex = (bytes: number) =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map(value => `0x${Buffer.from(value).toString('hex')}` as Hash)
const hash = hex(32)
const address = hex(20)
const u96 = fc.bigInt({ min: 0n, max: (1n << 96n) - 1n })
const domain = { chainId: 31337, settlement: '0x5fbdb2315678afecb367f032d93f642f64180aa3' } as const

const encode = (types: string[], values: unknown[]) =>
  keccak256(
    encodeAbiParameters(
      types.map(type => ({ type })),
      values as never,
    ),
  )
const leaf = (type: string, types: string[], values: unknown[]) =>
  keccak256(
    encode(
      ['bytes32', 'uint256', 'address', ...types],
      [keccak256(toBytes(type)), BigInt(domain.chainId), domain.settlement, ...values],
    ),
  )

describe('encodings agree with abi.encode', () => {
  it('for leaves', () => {
    fc.assert(
      fc.property(hash, hash, address, u96, fc.nat(), fc.string(), (a, b, account, sum, n, skill) => {
        expect(payoutLeaf(domain, account, sum)).toBe(
          leaf('perle.leaf.payout.1', ['address', 'uint256'], [account, sum]),
        )
        expect(contributionLeaf(domain, a, b)).toBe(leaf('perle.leaf.contribution.1', ['bytes32', 'bytes32'], [a, b]))
        expect(historyLeaf(domain, n, b)).toBe(leaf('perle.leaf.history.1', ['uint256', 'bytes32'], [BigInt(n), b]))
        const name = skill.toWellFormed()
        expect(reputationLeaf(domain, { subjectCommit: a, skill: name, mean: 1, low: 2, high: 3, n })).toBe(
          leaf(
            'perle.leaf.reputation.1',
            ['bytes32', 'bytes32', 'uint256', 'uint256', 'uint256', 'uint256'],
            [a, keccak256(toBytes(name)), 1n, 2n, 3n, BigInt(n)],
          ),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('for commitments and the campaign id', () => {
    fc.assert(
      fc.property(hash, hash, hash, address, u96, fc.string({ unit: 'grapheme' }), (a, b, c, account, sum, text) => {
        expect(commitment(a, text)).toBe(encode(['bytes32', 'bytes32'], [a, keccak256(toBytes(text))]))
        expect(rowId(a, b)).toBe(encode(['string', 'bytes32', 'bytes32'], ['perle.row.1', a, b]))
        expect(linkCommit(a, b, c)).toBe(encode(['string', 'bytes32', 'bytes32', 'bytes32'], ['perle.link.1', a, b, c]))
        expect(subjectCommit(a, b)).toBe(encode(['string', 'bytes32', 'bytes32'], ['perle.subject.1', a, b]))
        const terms = { ...domain, requester: account, expiryAtOpening: sum, manifestHash: a, salt: b }
        expect(campaignId(terms)).toBe(
          encode(
            ['uint256', 'address', 'address', 'uint256', 'bytes32', 'bytes32'],
            [BigInt(domain.chainId), domain.settlement, account, sum, a, b],
          ),
        )
      }),
      { numRuns: 50 },
    )
  })

  it('for headers with a held sum that rises or falls', () => {
    const delta = fc.bigInt({ min: -(1n << 127n), max: (1n << 127n) - 1n })
    fc.assert(
      fc.property(hash, hash, u96, delta, fc.nat(), (a, b, total, heldDelta, epoch) => {
        const roots = { prevHead: a, batchRoot: b, contributionsRoot: a, reputationRoot: b, payoutRoot: a }
        const header: Header = { ...roots, epoch, total, heldDelta, debitsHash: b, manifestHash: a }
        const types = ['bytes32', 'uint256', ...Array(4).fill('bytes32'), 'uint256', 'int256', 'bytes32', 'bytes32']
        expect(headerHash(header)).toBe(encode(types, [a, BigInt(epoch), b, a, b, a, total, heldDelta, b, a]))
      }),
      { numRuns: 50 },
    )
  })

  it('for debits, empty list included', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ id: hash, debit: u96, reservedAfter: u96 }), { maxLength: 5 }), debits => {
        const { ids, words, debitsHash } = packDebits(debits)
        expect(debitsHash).toBe(encode(['bytes32[]', 'uint256[]'], [ids, words]))
        expect(words.map(unpackWord)).toEqual(debits.map(({ debit, reservedAfter }) => ({ debit, reservedAfter })))
      }),
      { numRuns: 50 },
    )
  })

  it('and refuse a debit of 2^96', () => {
    expect(() => packDebits([{ id: hashText('c'), debit: 1n << 96n, reservedAfter: 0n }])).toThrow(RangeError)
  })
})
