// What each `ChainCall` is on the contracts: address, function, arguments. Knows nothing of nodes and keys.
import type { Abi } from 'viem'
import type { CampaignPreimage, ChainCall, Header } from '../../core/outbox/chain.ts'
import { prlAbi, settlementAbi } from './abi.ts'
import type { Deployment } from './deployment.ts'

export type ContractCall = { address: `0x${string}`; abi: Abi; functionName: string; args: readonly unknown[] }

// A revert of the token passes through `Settlement` unchanged, so its errors are needed to name it.
const tokenErrors = prlAbi.filter(entry => entry.type === 'error')
export const settlementWithTokenErrors: Abi = [...settlementAbi, ...tokenErrors]

/** Permit and by-signature variants are sent by the requester's own wallet, not by us. */
export function contractCall(call: ChainCall, deployment: Deployment): ContractCall {
  const { settlement, token } = deployment
  const toSettlement = (functionName: string, args: readonly unknown[]) => {
    return { address: settlement, abi: settlementWithTokenErrors, functionName, args }
  }
  switch (call.kind) {
    case 'approve':
      return { address: token.address, abi: prlAbi, functionName: 'approve', args: [settlement, call.amount] }
    case 'open':
      return toSettlement('open', [call.amount, call.expiry, call.manifestHash, call.salt])
    case 'topUp':
      return toSettlement('topUp', [call.id, call.amount])
    case 'extend':
      return toSettlement('extend', [preimageStruct(call.preimage), call.expiry])
    case 'close':
      return toSettlement('close', [preimageStruct(call.preimage)])
    case 'refund':
      return toSettlement('refund', [preimageStruct(call.preimage)])
    case 'settle':
      return toSettlement('settle', [headerStruct(call.header), call.ids, call.words])
    case 'claim':
      return toSettlement('claim', [call.account, call.cumulative, BigInt(call.generation), call.proof])
    case 'claimMany':
      return toSettlement('claimMany', [call.entries, BigInt(call.generation)])
    case 'claimSubtree': {
      const words = call.entries.map(({ account, cumulative }) => (BigInt(account) << 96n) | cumulative)
      return toSettlement('claimSubtree', [words, BigInt(call.generation), call.proof])
    }
  }
}

function headerStruct(header: Header) {
  return { ...header, epoch: BigInt(header.epoch) }
}

function preimageStruct({ requester, expiryAtOpening, manifestHash, salt }: CampaignPreimage) {
  return { requester, expiryAtOpening, manifestHash, salt }
}
