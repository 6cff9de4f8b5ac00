// Turns whatever viem throws into a `Fault` with one sentence. A URL may hold a key: only its host is ever shown.
import { BaseError, ContractFunctionRevertedError, HttpRequestError, TimeoutError } from 'viem'
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
  return new Fault(`the chain node at ${host} refused: ${sentence}`, { retry: 'later', cause })
}

function describeRevert(revert: ContractFunctionRevertedError): string {
  const { data } = revert
  if (data === undefined) return revert.reason ?? revert.signature ?? 'no reason given'
  return `${data.errorName}(${(data.args ?? []).join(', ')})`
}
