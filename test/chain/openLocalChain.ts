// A local chain in a folder of its own for one test file, ended with it.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Abi, createWalletClient, http, keccak256, type LocalAccount, toHex } from 'viem'
import {
  type DeployTimes,
  type LocalChain,
  openChain,
  settlementAbi,
  startLocalChain,
} from '../../contracts/bindings/index.ts'
import type { Hash } from '../../core/ids.ts'
import type { Chain, ChainCall, Header } from '../../core/outbox/chain.ts'
import { ZERO_HASH } from '../../core/proof/index.ts'

export async function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'perle-chain-'))
}

export async function openLocalChain(times?: DeployTimes) {
  const folder = await temporaryFolder()
  const local = await startLocalChain({ folder, ...(times === undefined ? {} : { times }) })
  const chain = openChain({ rpcUrl: local.rpcUrl, deployment: local.deployment, accounts: local.accounts })
  const close = async () => {
    await local.stop()
    await rm(folder, { recursive: true })
  }
  return { local, chain, close }
}

/** Signs with the next nonce, sends, and expects success; anvil mines at once, or on a busy machine a moment later. */
export async function send(chain: Chain, call: ChainCall): Promise<Hash> {
  const { raw, hash } = await chain.sign(call, await chain.transactionCount(call.signer))
  await chain.broadcast(raw)
  let receipt = await chain.receipt(hash)
  for (let look = 0; receipt === undefined && look < 100; look++) {
    await new Promise(done => setTimeout(done, 50))
    receipt = await chain.receipt(hash)
  }
  if (receipt?.status !== 'success') throw new Error(`${call.kind} ended as ${receipt?.status}`)
  return hash
}

/** What the port has no call for, because we never send it: the guardian's and third parties' transactions. */
export async function sendAs(
  local: LocalChain,
  account: LocalAccount,
  functionName: 'veto' | 'unwind' | 'claim' | 'claimTo' | 'claimMany',
  args: readonly unknown[],
): Promise<void> {
  const wallet = createWalletClient({ account, transport: http(local.rpcUrl), cacheTime: 0 })
  const abi: Abi = settlementAbi
  await wallet.writeContract({ address: local.deployment.settlement, abi, functionName, args, chain: null })
}

export async function nextHeader(chain: Chain, changes: Partial<Header>): Promise<Header> {
  const state = await chain.state()
  return {
    prevHead: state.head,
    epoch: state.epoch + 1,
    batchRoot: ZERO_HASH,
    contributionsRoot: ZERO_HASH,
    reputationRoot: ZERO_HASH,
    payoutRoot: ZERO_HASH,
    total: state.published,
    heldDelta: 0n,
    debitsHash: ZERO_HASH,
    manifestHash: keccak256(toHex('manifest')),
    ...changes,
  }
}
