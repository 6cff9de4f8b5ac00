// Signing a call, and signing it again for a higher fee. Nothing is sent here.
import {
  encodeFunctionData,
  keccak256,
  type LocalAccount,
  type PublicClient,
  parseTransaction,
  recoverTransactionAddress,
  type TransactionSerializableEIP1559,
  type TransactionSerializedEIP1559,
} from 'viem'
import type { Hash } from '../../core/ids.ts'
import type { ChainCall, Signed } from '../../core/outbox/chain.ts'
import { Fault } from '../../core/refusals.ts'
import { contractCall } from './chainCalls.ts'
import type { Deployment } from './deployment.ts'
import { checkedGas, feesNow, raisedFees } from './fees.ts'

type Place = { client: PublicClient; deployment: Deployment }

export async function sign(place: Place, account: LocalAccount, call: ChainCall, nonce: number): Promise<Signed> {
  const { client, deployment } = place
  const contract = contractCall(call, deployment)
  // Names the reason of a revert before anything is signed.
  await client.simulateContract({ ...contract, account: account.address })
  const data = encodeFunctionData(contract)
  const fees = await feesNow(client)
  const estimate = await client.estimateGas({ account: account.address, to: contract.address, data })
  const gas = checkedGas(estimate, fees)
  // The raw transaction is stored and may be sent again later: its fee leaves room for the base fee to double.
  return signed(account, { chainId: deployment.chainId, nonce, to: contract.address, data, gas, ...fees })
}

/** Neither simulated nor estimated again: it is what was signed, and its nonce must be used by something. */
export async function raise(
  { client, deployment }: Place,
  account: LocalAccount,
  raw: Hash,
  isForced: boolean,
): Promise<Signed | undefined> {
  const old = parseTransaction(raw as TransactionSerializedEIP1559)
  const { chainId, nonce, to, data, gas, maxFeePerGas = 0n, maxPriorityFeePerGas = 0n } = old
  if (chainId !== deployment.chainId || nonce === undefined || to === undefined || gas === undefined) {
    throw new Fault('a stored transaction is none of this chain', { retry: 'never' })
  }
  const now = await feesNow(client)
  const baseFee = (now.maxFeePerGas - now.maxPriorityFeePerGas) / 2n
  // What a block asks now: its base fee, and a tip as others give. Half of that tip is often enough.
  const isEnough =
    maxFeePerGas >= baseFee + now.maxPriorityFeePerGas && maxPriorityFeePerGas * 2n >= now.maxPriorityFeePerGas
  if (isEnough && !isForced) return undefined
  const fees = raisedFees({ maxFeePerGas, maxPriorityFeePerGas }, now)
  checkedGas(gas, fees)
  return signed(account, { chainId, nonce, to, ...(data === undefined ? {} : { data }), gas, ...fees })
}

async function signed(
  account: LocalAccount,
  transaction: Omit<TransactionSerializableEIP1559, 'type'> & { gas: bigint; maxFeePerGas: bigint },
): Promise<Signed> {
  const raw = (await account.signTransaction({ type: 'eip1559', ...transaction })) as TransactionSerializedEIP1559
  // A key that is kept elsewhere may be another one than its address says; what it signs would be somebody else's.
  const signer = await recoverTransactionAddress({ serializedTransaction: raw })
  if (signer.toLowerCase() !== account.address.toLowerCase()) {
    throw new Fault(`the signer of ${account.address} signs with the key of ${signer}`, { retry: 'never' })
  }
  return { raw, hash: keccak256(raw), cost: transaction.gas * transaction.maxFeePerGas }
}
