// Turns whatever viem throws into a `Fault` with one sentence. A URL may hold a key: only its host is ever shown.
import { BaseError, ContractFunctionRevertedError, type Hex, HttpRequestError, TimeoutError } from 'viem'
import { Fault } from '../../core/refusals.ts'

/** The part of an RPC address that may be shown and logged. */
export function rpcHost(rpcUrl: string): string {
  return URL.canParse(rpcUrl) ? new URL(rpcUrl).host : 'an unreadable address'
}

/**
 * - a revert: `never`, with the contract's error name and arguments in the message;
 * - no answer, a rate limit, no funds for gas, anything unknown: `later`.
 */
export function chainFault(error: unknown, rpcUrl: string): Fault {
  if (error instanceof Fault) return error
  const host = rpcHost(rpcUrl)
  const text = error instanceof Error ? error.message : String(error)
  const cause = new Error(text.replaceAll(rpcUrl, host))
  if (!(error instanceof BaseError)) return new Fault(`the chain at ${host} failed`, { retry: 'later', cause })

  const revert = error.walk(inner => inner instanceof ContractFunctionRevertedError)
  if (revert instanceof ContractFunctionRevertedError) {
    return new Fault(`the contract refused: ${describeRevert(revert)}`, { retry: 'never', cause })
  }
  const silence = error.walk(inner => inner instanceof HttpRequestError || inner instanceof TimeoutError)
  if (silence !== null) {
    const status =
      silence instanceof HttpRequestError && silence.status !== undefined ? ` (HTTP ${silence.status})` : ''
    return new Fault(`the chain node at ${host} does not answer${status}`, { retry: 'later', cause })
  }
  const sentence = error.shortMessage.replaceAll(rpcUrl, host)
  return new Fault(`the chain node at ${host} refused: ${sentence}`, { retry: 'later', cause, about: aboutOf(text) })
}

/** Nodes have words for it and no codes; these are those of geth, reth, nethermind, besu, erigon and anvil. */
function aboutOf(text: string): 'fee' | 'funds' | undefined {
  if (/insufficient funds|insufficient balance|upfront cost exceeds/i.test(text)) return 'funds'
  const isFee =
    /underpriced|fee (cap )?(is )?(too low|less than)|fee per gas (is )?less than|too low (fee|tip)|feetoolow/i.test(
      text,
    )
  return isFee ? 'fee' : undefined
}

function describeRevert(revert: ContractFunctionRevertedError): string {
  const { data } = revert
  if (data === undefined) return revert.reason ?? revert.signature ?? 'no reason given'
  return describeError(data)
}

/** `Settlement_BadProof()`, `Settlement_OutOfBounds(name: 0x.., value: 3, ...)`: an error of the contract as a person can look it up. */
export function describeError(error: {
  errorName: string
  args?: readonly unknown[] | undefined
  abiItem: unknown
}): string {
  const { inputs = [] } = error.abiItem as { inputs?: readonly { name?: string }[] }
  const args = (error.args ?? []).map((value, place) => {
    const name = inputs[place]?.name
    return name ? `${name}: ${value}` : String(value)
  })
  return `${error.errorName}(${args.join(', ')})`
}

/** The bytes with which a call reverted, wherever viem has put them; undefined where it did not revert, or said nothing. */
export function revertData(error: unknown): Hex | undefined {
  if (!(error instanceof BaseError)) return undefined
  const found = error.walk(inner => typeof dataOf(inner) === 'string')
  const data = dataOf(found)
  return typeof data === 'string' && /^0x[0-9a-f]{8,}$/.test(data) ? (data as Hex) : undefined
}

function dataOf(value: unknown): unknown {
  const data = (value as { data?: unknown } | null)?.data
  return typeof data === 'object' && data !== null ? (data as { data?: unknown }).data : data
}
