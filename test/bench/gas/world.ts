// PRL, a timelock and `Settlement` on one node, and what fills them: campaigns, headers, trees of depth 17.
import { type Address, type Hash, keccak256, pad, toHex, zeroAddress } from 'viem'
import { type PrivateKeyAccount, privateKeyToAccount } from 'viem/accounts'
import {
  prlAbi,
  prlBytecode,
  settlementAbi,
  settlementBytecode,
  timelockAbi,
  timelockBytecode,
} from '../../../contracts/bindings/abi.ts'
import {
  type Debit,
  foldProof,
  headerHash,
  merkleProof,
  merkleRoot,
  merkleTree,
  packDebits,
  payoutLeaf,
  ZERO_HASH,
} from '../../../core/proof/index.ts'
import { type Contract, type Node, startNode } from './node.ts'

export const PRL = 10n ** 18n
export const depth = 17
export const day = 86_400
export const delay_seconds = 48 * 3_600

export const requester: PrivateKeyAccount = privateKeyToAccount(pad('0xa11ce'))
export const treasury = person(1)
export const publisher = person(2)
export const guardian = person(3)
export const relayer = person(4)

export type World = Awaited<ReturnType<typeof openWorld>>

/** Addresses and hashes that look like any others: few zero bytes, the same in each run. */
export function person(index: number): Address {
  return `0x${keccak256(toHex(index, { size: 32 })).slice(26)}`
}

export function noise(index: number): Hash {
  return keccak256(toHex(`noise ${index}`))
}

export async function openWorld() {
  const node = await startNode()
  const prl = await node.deploy(treasury, prlAbi, prlBytecode, ['Perle', 'PRL', treasury])
  const timelockArgs = [BigInt(2 * day), [treasury], [zeroAddress], zeroAddress]
  const timelock = await node.deploy(treasury, timelockAbi, timelockBytecode, timelockArgs)
  const settlement = await node.deploy(treasury, settlementAbi, settlementBytecode, [
    {
      token: prl.address,
      timelock: timelock.address,
      publisher,
      guardian,
      activationDelay: delay_seconds,
      minActivationDelay: 6 * 3_600,
      maxActivationDelay: 14 * day,
      maxIncrease: 1_000_000,
      noticeDays: 14,
      graceDays: 30,
    },
  ])
  await node.gas(treasury, prl, 'transfer', [requester.address, 10_000_000n * PRL])
  return { node, prl, timelock, settlement, ...books(node, settlement) }
}

/** Knows the newest header, as the publisher does. */
function books(node: Node, settlement: Contract) {
  let newest = { head: ZERO_HASH, epoch: 0, total: 0n }
  const settle = async (payoutRoot: Hash, debits: Debit[] = [], heldDelta = 0n) => {
    const sorted = [...debits].sort((one, other) => (BigInt(one.id) < BigInt(other.id) ? -1 : 1))
    const { ids, words, debitsHash } = packDebits(sorted)
    const header = {
      prevHead: newest.head,
      epoch: newest.epoch + 1,
      batchRoot: noise(1),
      contributionsRoot: noise(2),
      reputationRoot: noise(3),
      payoutRoot,
      total: sorted.reduce((sum, one) => sum + one.debit, newest.total) - heldDelta,
      heldDelta,
      debitsHash,
      manifestHash: noise(4),
    }
    const args = [{ ...header, epoch: BigInt(header.epoch) }, ids, words]
    const gas = await node.gas(publisher, settlement, 'settle', args)
    const before = newest
    newest = { head: headerHash(header), epoch: header.epoch, total: header.total }
    const unwind = async () => {
      newest = before
      return node.gas(relayer, settlement, 'unwind', args)
    }
    return { gas, unwind }
  }
  return { settle, epoch: () => BigInt(newest.epoch) }
}

export type Payee = { account: Address; cumulative: bigint }

/** Payees under one node of a tree of depth 17: `proof` from a payee, `above` from the node to the root. */
export function payoutTree(settlement: Address, payees: Payee[]) {
  const domain = { chainId: 31_337, settlement }
  const tree = merkleTree(payees.map(({ account, cumulative }) => payoutLeaf(domain, account, cumulative)))
  const above = Array.from({ length: depth - Math.ceil(Math.log2(payees.length)) }, (_, i) => noise(1_000 + i))
  const entries = payees.map(({ account, cumulative }) => (BigInt(account) << 96n) | cumulative)
  const root = foldProof(merkleRoot(tree), above)
  return { root, above, entries, proof: (index: number) => [...merkleProof(tree, index), ...above] }
}
