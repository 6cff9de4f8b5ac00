import { keccak256, toHex } from 'viem'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localTimes } from '../../contracts/bindings/index.ts'
import { amount } from '../../core/amount.ts'
import type { Hash } from '../../core/ids.ts'
import type { ChainEvent, Header } from '../../core/outbox/chain.ts'
import { merkleProof, merkleRoot, merkleTree, packDebits, payoutLeaf } from '../../core/proof/index.ts'
import { nextHeader, openLocalChain, send, sendAs } from './openLocalChain.ts'

const PRL = 10n ** 18n
const delay_seconds = 3_600
const salt = keccak256(toHex('salt'))
const terms = keccak256(toHex('terms'))
const alice = '0x00000000000000000000000000000000000a11ce'
const bob = '0x0000000000000000000000000000000000000b0b'

let opened: Awaited<ReturnType<typeof openLocalChain>>
let id: Hash
let expiry: bigint

/** One story on one chain, told in order: each test goes on where the one before ended. */
describe('a campaign through the adapter, from deposit to payout', () => {
  const domain = () => ({ chainId: opened.chain.chainId, settlement: opened.chain.settlement })
  const treeOf = (sums: [`0x${string}`, bigint][]) =>
    merkleTree(sums.map(([who, sum]) => payoutLeaf(domain(), who, sum)))
  const settle = async (debit: bigint, reservedAfter: bigint, changes: Partial<Header>) => {
    const { ids, words, debitsHash } = packDebits([{ id, debit, reservedAfter }])
    const { published } = await opened.chain.state()
    const header = await nextHeader(opened.chain, { total: published + debit, debitsHash, ...changes })
    await send(opened.chain, { kind: 'settle', signer: 'publisher', header, ids, words })
    return { header, ids, words }
  }
  const kinds = (events: ChainEvent[]) => events.map(event => event.kind)
  const eventsSince = async (block: bigint) => {
    return opened.chain.events(block + 1n, (await opened.chain.latest()).number)
  }

  beforeAll(async () => {
    opened = await openLocalChain({ ...localTimes, activationDelay: delay_seconds })
    const { chain } = opened
    expiry = (await chain.latest()).timestamp + 86_400n * 60n
    await send(chain, { kind: 'approve', signer: 'requester', amount: amount(1_000n * PRL) })
    await send(chain, {
      kind: 'open',
      signer: 'requester',
      amount: amount(100n * PRL),
      expiry,
      manifestHash: terms,
      salt,
    })
    const [event] = await chain.events(chain.deployedAtBlock, (await chain.latest()).number)
    if (event?.kind !== 'opened') throw new Error(`expected opened, found ${event?.kind}`)
    id = event.id
  })
  afterAll(() => opened.close())

  it('reads the deposit back: event, slot, balances', async () => {
    const { chain, local } = opened
    const [event] = await chain.events(chain.deployedAtBlock, (await chain.latest()).number)
    expect(event).toMatchObject({
      kind: 'opened',
      requester: chain.address('requester'),
      amount: 100n * PRL,
      expiry,
      manifestHash: terms,
      salt,
    })
    expect(await chain.blockHash(event?.block.number ?? 0n)).toBe(event?.block.hash)
    expect(await chain.campaign(id)).toEqual({ balance: 100n * PRL, reserved: 100n * PRL, expiry })
    expect(await chain.tokenBalance(local.deployment.settlement)).toBe(100n * PRL)
  })

  it('refuses what would revert, by the contract’s own error name, before anything is signed', async () => {
    const { chain } = opened
    const again = { kind: 'open', signer: 'requester', amount: amount(PRL), expiry, manifestHash: terms, salt } as const
    const nonce = await chain.transactionCount('requester')
    await expect(chain.sign(again, nonce)).rejects.toMatchObject({
      name: 'Fault',
      retry: 'never',
      message: expect.stringContaining(`Settlement_CampaignExists(id: ${id})`),
    })
    const tooMuch = { ...again, amount: amount(10_000n * PRL), salt: terms }
    await expect(chain.sign(tooMuch, nonce)).rejects.toThrow(/ERC20InsufficientAllowance/)
    expect(await chain.transactionCount('requester')).toBe(nonce)
  })

  it('sends the same raw transaction twice without complaint', async () => {
    const { chain } = opened
    const topUp = { kind: 'topUp', signer: 'requester', id, amount: amount(PRL) } as const
    const nonce = await chain.transactionCount('requester')
    const { raw, hash } = await chain.sign(topUp, nonce)
    expect(await chain.receipt(hash)).toBeUndefined()
    await chain.broadcast(raw)
    await chain.broadcast(raw)
    expect(await chain.receipt(hash)).toMatchObject({ status: 'success' })
    expect(await chain.transactionCount('requester')).toBe(nonce + 1)
    const other = await chain.sign({ ...topUp, amount: amount(2n * PRL) }, nonce)
    await expect(chain.broadcast(other.raw)).rejects.toMatchObject({ name: 'Fault', retry: 'never' })
  })

  it('settles an epoch, and pays only after the delay', async () => {
    const { chain, local } = opened
    const before = (await chain.latest()).number
    const tree = treeOf([
      [alice, 10n * PRL],
      [bob, 5n * PRL],
    ])
    const { header } = await settle(15n * PRL, 60n * PRL, { payoutRoot: merkleRoot(tree) })
    expect(await eventsSince(before)).toMatchObject([{ kind: 'settled', header }])
    const state = await chain.state()
    expect(state).toMatchObject({ epoch: 1, published: 15n * PRL, claimed: 0n, held: 0n })
    expect(state.activeAt).toBe((await chain.latest()).timestamp + BigInt(delay_seconds))

    const claim = { kind: 'claim', signer: 'relayer', account: alice, cumulative: amount(10n * PRL) } as const
    const call = { ...claim, generation: 1, proof: merkleProof(tree, 0) }
    await expect(chain.sign(call, 0)).rejects.toThrow(/Settlement_GenerationNotActive/)
    await local.passTime(delay_seconds)
    const claimBlock = (await chain.latest()).number
    await send(chain, call)
    expect(await eventsSince(claimBlock)).toMatchObject([
      { kind: 'claimed', account: alice, to: alice, amount: 10n * PRL },
    ])
    expect(await chain.claimedBy(alice)).toBe(10n * PRL)
    expect(await chain.claimedBy(alice, claimBlock)).toBe(0n)
    expect(await chain.tokenBalance(alice)).toBe(10n * PRL)
  })

  it('does not take a refund in the same block range for a claim', async () => {
    const { chain } = opened
    const before = (await chain.latest()).number
    const preimage = { requester: chain.address('requester'), expiryAtOpening: expiry, manifestHash: terms, salt }
    await send(chain, { kind: 'refund', signer: 'requester', preimage })
    expect(await eventsSince(before)).toMatchObject([{ kind: 'refunded', id, amount: 26n * PRL }])
    expect(await chain.campaign(id)).toMatchObject({ balance: 60n * PRL, reserved: 60n * PRL })
  })

  it('reads a veto and its unwinding, and settles the same epoch again', async () => {
    const { chain, local } = opened
    const stateBefore = await chain.state()
    const before = (await chain.latest()).number
    const { header, ids, words } = await settle(50n * PRL, 0n, { payoutRoot: terms })
    await sendAs(local, local.accounts.guardian, 'veto', [2n])
    expect(await chain.state()).toMatchObject({ epoch: 2, activeAt: undefined })
    await sendAs(local, local.accounts.relayer, 'unwind', [{ ...header, epoch: 2n }, ids, words])
    expect(kinds(await eventsSince(before))).toEqual(['settled', 'vetoed', 'unwound'])
    const { epoch, head, published } = await chain.state()
    expect({ epoch, head, published }).toEqual({
      epoch: 1,
      head: stateBefore.head,
      published: stateBefore.published,
    })
    expect(await chain.campaign(id)).toMatchObject({ balance: 60n * PRL, reserved: 60n * PRL })
    await settle(PRL, 59n * PRL, { payoutRoot: merkleRoot(treeOf([[local.accounts.requester.address, PRL]])) })
    expect(await chain.state()).toMatchObject({ epoch: 2, published: 16n * PRL })
  })

  it('names the account behind a claim that was signed over to somebody else', async () => {
    const { chain, local } = opened
    await local.passTime(delay_seconds)
    const before = (await chain.latest()).number
    const { requester, relayer } = local.accounts
    const deadline = (await chain.latest()).timestamp + 600n
    const message = { account: requester.address, to: bob, cumulative: PRL, deadline } as const
    const signature = await requester.signTypedData({
      domain: { name: 'Perle Settlement', version: '1', chainId: chain.chainId, verifyingContract: chain.settlement },
      types: {
        ClaimTo: [
          { name: 'account', type: 'address' },
          { name: 'to', type: 'address' },
          { name: 'cumulative', type: 'uint256' },
          { name: 'deadline', type: 'uint256' },
        ],
      },
      primaryType: 'ClaimTo',
      message,
    })
    await sendAs(local, relayer, 'claimTo', [requester.address, bob, PRL, 2n, deadline, [], signature])
    expect(await eventsSince(before)).toMatchObject([
      { kind: 'claimed', account: chain.address('requester'), to: bob, amount: PRL },
    ])
  })

  it('reads closing and extending', async () => {
    const { chain } = opened
    const before = (await chain.latest()).number
    const preimage = { requester: chain.address('requester'), expiryAtOpening: expiry, manifestHash: terms, salt }
    await send(chain, { kind: 'extend', signer: 'requester', preimage, expiry: expiry + 86_400n })
    await send(chain, { kind: 'close', signer: 'requester', preimage })
    const [extended, closing] = await eventsSince(before)
    expect(extended).toMatchObject({ kind: 'extended', id, expiry: expiry + 86_400n })
    expect(closing).toMatchObject({ kind: 'closing', id })
    expect((await chain.campaign(id)).expiry).toBe(closing?.kind === 'closing' ? closing.expiry : 0n)
  })
})
