// One measurement a key. Each is a transaction (or, of `verify`, a check inside one) in the middle of a contract's life:
// slots hold other epochs already, the campaign is one of many, payees' addresses look like any others.
import { type Abi, encodeFunctionData, type Hash, keccak256, toHex, zeroHash } from 'viem'
import { compile } from '../../../contracts/compile.ts'
import { foldProof } from '../../../core/proof/index.ts'
import type { Key } from './gates.ts'
import {
  day,
  delay_seconds,
  depth,
  guardian,
  noise,
  PRL,
  payoutTree,
  person,
  publisher,
  relayer,
  requester,
  treasury,
  type World,
} from './world.ts'

export type Measured = Record<Key, number>

const batch = 128
/** Payees whose claims are averaged: the gas of a path depends a little on its bytes. */
const sample = 16
const terms = noise(5)

/** Opens a campaign by permit, by signature or by allowance. */
export async function openings(world: World) {
  const { node, prl, settlement } = world
  const domain = { chainId: 31_337, version: '1' }
  let salts = 0
  const next = async () => {
    const salt = noise(100 + salts++)
    const expiry = (await node.now()) + BigInt(60 * day)
    const preimage = { requester: requester.address, expiryAtOpening: expiry, manifestHash: terms, salt }
    const id = (await node.client.readContract({ ...settlement, functionName: 'campaignId', args: [preimage] })) as Hash
    return { preimage, expiry, salt, id }
  }
  const withPermit = async (amount: bigint) => {
    const { preimage, expiry, salt, id } = await next()
    const nonce = await node.client.readContract({ ...prl, functionName: 'nonces', args: [requester.address] })
    const message = { owner: requester.address, spender: settlement.address, value: amount, nonce, deadline: expiry }
    const signature = await requester.signTypedData({
      domain: { ...domain, name: 'Perle', verifyingContract: prl.address },
      types: { Permit: fields('address owner,address spender,uint256 value,uint256 nonce,uint256 deadline') },
      primaryType: 'Permit',
      message: message as never,
    })
    const [r, s] = [`0x${signature.slice(2, 66)}`, `0x${signature.slice(66, 130)}`]
    const args = [amount, expiry, terms, salt, expiry, Number(`0x${signature.slice(130)}`), r, s]
    return { gas: await node.gas(requester.address, settlement, 'openWithPermit', args), preimage, id }
  }
  const bySignature = async (amount: bigint) => {
    const { preimage, expiry, salt, id } = await next()
    const message = { requester: requester.address, amount, expiry, manifestHash: terms, salt, deadline: expiry }
    const signature = await requester.signTypedData({
      domain: { ...domain, name: 'Perle Settlement', verifyingContract: settlement.address },
      types: {
        Open: fields(
          'address requester,uint256 amount,uint256 expiry,bytes32 manifestHash,bytes32 salt,uint256 deadline',
        ),
      },
      primaryType: 'Open',
      message,
    })
    const args = [requester.address, amount, expiry, terms, salt, expiry, signature]
    return { gas: await node.gas(relayer, settlement, 'openBySig', args), preimage, id }
  }
  return { withPermit, bySignature }
}

/** Everything but the composites; leaves the world as it comes. */
export async function measureCalls(world: World): Promise<Omit<Measured, 'tenEpochsHolders' | 'tenEpochsFirst'>> {
  const { node, prl, settlement, settle } = world
  const open = await openings(world)
  await node.gas(requester.address, prl, 'approve', [settlement.address, 10_000n * PRL])
  await open.bySignature(1_000n * PRL)
  const { gas: openBySig } = await open.bySignature(1_000n * PRL)
  // The requester's first permit: later ones cost 17,100 less, for the nonce is written already.
  const { gas: openWithPermit, id, preimage } = await open.withPermit(100_000n * PRL)
  const other = await open.withPermit(100_000n * PRL)

  let [left, leftOther] = [100_000n * PRL, 100_000n * PRL]
  const debit = (amount: bigint) => {
    left -= amount
    return { id, debit: amount, reservedAfter: left - 10n * PRL }
  }
  const ripen = () => node.pass(delay_seconds)
  const payees = (cumulative: bigint) => {
    const accounts = Array.from({ length: batch + sample }, (_, index) => person(10_000 + index))
    return accounts.map(account => ({ account, cumulative }))
  }
  for (const sum of [1n, 2n, 3n]) {
    await settle(noise(Number(sum)), [debit(1_000n * PRL)], sum === 1n ? 100n * PRL : 0n)
    await ripen()
  }
  const settle0 = (await settle(noise(6))).gas
  await ripen()
  const settle1 = (await settle(noise(7), [debit(1_000n * PRL)])).gas
  await ripen()
  leftOther -= 1_000n * PRL
  const second = { id: other.id, debit: 1_000n * PRL, reservedAfter: leftOther }
  const settle2 = (await settle(noise(8), [debit(1_000n * PRL), second])).gas
  await ripen()
  const settleHeld = (await settle(noise(9), [debit(1_000n * PRL)], 10n * PRL)).gas
  await ripen()

  const claims = async (sum: bigint, from: number, to: number) => {
    const tree = payoutTree(settlement.address, payees(sum).slice(from, to))
    await settle(tree.root, [debit(1_000n * PRL)])
    await ripen()
    return tree
  }
  const oneByOne = async (sum: bigint) => {
    const tree = await claims(sum, batch, batch + sample)
    let gas = 0
    for (const [index, { account }] of payees(sum).slice(batch).entries()) {
      gas += await node.gas(relayer, settlement, 'claim', [account, sum, world.epoch(), tree.proof(index)])
    }
    return Math.round(gas / sample)
  }
  const together = async (sum: bigint) => {
    const tree = await claims(sum, 0, batch)
    const args = [tree.entries, world.epoch(), tree.above]
    return Math.round((await node.gas(relayer, settlement, 'claimSubtree', args)) / batch)
  }
  const claimFirst = await oneByOne(3n * PRL)
  const claimLater = await oneByOne(6n * PRL)
  const subtreeFresh = await together(3n * PRL)
  const subtreeHolder = await together(6n * PRL)

  const refundEarly = await node.gas(requester.address, settlement, 'refund', [preimage])
  const vetoed = await settle(noise(10), [debit(1_000n * PRL)])
  const veto = await node.gas(guardian, settlement, 'veto', [world.epoch()])
  const unwind = await vetoed.unwind()
  await node.pass(100 * day)
  const refundLate = await node.gas(relayer, settlement, 'refund', [other.preimage])
  return {
    settle0,
    settle1,
    settleEach: settle2 - settle1,
    settleHeld,
    claimFirst,
    claimLater,
    subtreeFresh,
    subtreeHolder,
    openWithPermit,
    openBySig,
    refundEarly,
    refundLate,
    veto,
    unwind,
    ...(await measurePaths(world)),
    parameterChange: await measureParameter(world),
  }
}

/** Schedule and execute, by the timelock that holds the parameters. */
async function measureParameter({ node, timelock, settlement }: World): Promise<number> {
  const change = async (wholeTokens: number) => {
    const call = encodeFunctionData({ abi: settlement.abi, functionName: 'setMaxIncrease', args: [wholeTokens] })
    const operation = [settlement.address, 0n, call, zeroHash, noise(wholeTokens)]
    const schedule = await node.gas(treasury, timelock, 'schedule', [...operation, BigInt(2 * day)])
    await node.pass(2 * day)
    return schedule + (await node.gas(treasury, timelock, 'execute', operation))
  }
  await change(900_000)
  return change(1_000_000)
}

/** The check alone, inside a contract; the mean of some paths. */
async function measurePaths({ node }: World): Promise<Pick<Measured, 'verify10' | 'verify17' | 'verify20'>> {
  const path = 'contracts/test/support/PathGas.sol'
  const { abi, evm } = compile([path])[path]?.['PathGas'] ?? { abi: [], evm: { bytecode: { object: '' } } }
  const contract = await node.deploy(publisher, abi as Abi, `0x${evm.bytecode.object}`, [])
  const at = async (levels: number) => {
    let spent = 0
    for (let i = 0; i < sample; i++) {
      const leaf = keccak256(toHex(`leaf ${i}`))
      const siblings = Array.from({ length: levels }, (_, level) => noise(2_000 + 100 * i + level))
      const args = [foldProof(leaf, siblings), leaf, siblings]
      spent += Number(await node.client.readContract({ ...contract, functionName: 'ours', args }))
    }
    return Math.round(spent / sample)
  }
  return { verify10: await at(10), verify17: await at(depth), verify20: await at(20) }
}

/**
 * A hundred people over ten epochs, all costs: a campaign opened by permit, ten epochs with a debit each, one batch at
 * the end that pays everybody the ten, and the rest refunded.
 */
export async function measureTenEpochs(world: World, firstPerson: number, areHolders: boolean): Promise<number> {
  const { node, prl, settlement, settle } = world
  const accounts = Array.from({ length: 100 }, (_, index) => person(firstPerson + index))
  const open = await openings(world)
  const pay = async (from: number, sum: bigint) => {
    const tree = payoutTree(
      settlement.address,
      accounts.map(account => ({ account, cumulative: sum })),
    )
    const { gas, preimage, id } = await open.withPermit(2_000n * PRL)
    let total = gas
    for (let epoch = from; epoch < 10; epoch++) {
      const reservedAfter = 2_000n * PRL - BigInt(epoch - from + 1) * 100n * PRL
      const { gas } = await settle(epoch === 9 ? tree.root : noise(epoch), [
        { id, debit: 100n * PRL, reservedAfter: epoch === 9 ? 0n : reservedAfter },
      ])
      total += gas
      await node.pass(delay_seconds)
    }
    total += await node.gas(relayer, settlement, 'claimSubtree', [tree.entries, world.epoch(), tree.above])
    return total + (await node.gas(requester.address, settlement, 'refund', [preimage]))
  }
  if (areHolders) await pay(9, PRL)
  const gas = await pay(0, areHolders ? 11n * PRL : 10n * PRL)
  const paid = await node.client.readContract({ ...prl, functionName: 'balanceOf', args: [accounts[99] ?? treasury] })
  if (paid !== (areHolders ? 11n : 10n) * PRL) throw new Error('the batch did not pay everybody')
  return gas
}

function fields(list: string) {
  return list.split(',').map(field => {
    const [type = '', name = ''] = field.split(' ')
    return { type, name }
  })
}
