// Why a transaction reverted, asked of the node afterwards: the same call on the state before its block.
import { decodeErrorResult, type Hex, type PublicClient } from 'viem'
import type { Hash } from '../../core/ids.ts'
import { settlementWithTokenErrors } from './chainCalls.ts'
import { describeError, revertData } from './chainFault.ts'

/** Undefined where the call would not revert there (another transaction of its block was in its way), or gave no reason. */
export async function revertOf(client: PublicClient, hash: Hash): Promise<string | undefined> {
  const { from, to, input, blockNumber, gas } = await client.getTransaction({ hash })
  if (to === null || blockNumber === null) return undefined
  for (const at of [blockNumber, blockNumber - 1n]) {
    try {
      await client.call({ account: from, to, data: input, gas, blockNumber: at })
    } catch (error) {
      const data = revertData(error)
      if (data !== undefined) return reasonIn(data)
    }
  }
  return undefined
}

function reasonIn(data: Hex): string | undefined {
  try {
    return describeError(decodeErrorResult({ abi: settlementWithTokenErrors, data }))
  } catch {
    return `an unknown error ${data.slice(0, 10)}`
  }
}
