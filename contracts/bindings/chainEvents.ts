// Logs of `Settlement` and of its token, as the core's `ChainEvent`s. Pure: the caller fetches the logs.
import { decodeEventLog } from 'viem'
import { amount } from '../../core/amount.ts'
import type { Address, Hash } from '../../core/ids.ts'
import type { ChainEvent, Header } from '../../core/outbox/chain.ts'
import { prlAbi, settlementAbi } from './abi.ts'
import type { MinedLog } from './checkedReads.ts'
import type { Deployment } from './deployment.ts'

type Place = Pick<ChainEvent, 'block' | 'tx' | 'logIndex'>
/** A transfer out that the contract has announced in the same transaction, and what it means. */
type Announced = { tx: Hash; to: Address; value: bigint; account: Address | 'refund' }

/**
 * In block and log order. A claim is the token's `Transfer` from the contract; a transfer announced by `Refunded` is none,
 * and one announced by `ClaimedTo` belongs to the account named there. Transfers of zero are ignored: with most tokens
 * anybody can emit one in the contract's name.
 *
 * Warning: tokens that take a fee emit other amounts than the contract announces, and are not read rightly.
 */
export function chainEvents(logs: MinedLog[], deployment: Deployment): ChainEvent[] {
  const ordered = [...logs].sort((a, b) => Number(a.blockNumber - b.blockNumber) || a.logIndex - b.logIndex)
  const announced: Announced[] = []
  return ordered.flatMap(log => {
    const place: Place = {
      block: { number: log.blockNumber, hash: log.blockHash },
      tx: log.transactionHash,
      logIndex: log.logIndex,
    }
    const from = lower(log.address)
    if (from === deployment.settlement) return settlementEvent(log, place, announced)
    if (from === deployment.token.address) return claimEvent(log, place, announced, deployment.settlement)
    return []
  })
}

function settlementEvent(log: MinedLog, place: Place, announced: Announced[]): ChainEvent[] {
  const event = decodeEventLog({ abi: settlementAbi, data: log.data, topics: log.topics })
  switch (event.eventName) {
    case 'Opened': {
      const { id, requester, amount: received, expiry, manifestHash, salt } = event.args
      const opened = { id, requester: lower(requester), amount: amount(received), expiry, manifestHash, salt }
      return [{ ...place, kind: 'opened', ...opened }]
    }
    case 'ToppedUp': {
      const { id, from, amount: received } = event.args
      return [{ ...place, kind: 'toppedUp', id, from: lower(from), amount: amount(received) }]
    }
    case 'Closing':
      return [{ ...place, kind: 'closing', ...event.args }]
    case 'Extended':
      return [{ ...place, kind: 'extended', ...event.args }]
    case 'Refunded': {
      const { id, requester, amount: value } = event.args
      announced.push({ tx: place.tx, to: lower(requester), value, account: 'refund' })
      return [{ ...place, kind: 'refunded', id, requester: lower(requester), amount: amount(value) }]
    }
    case 'ClaimedTo': {
      const { account, to, amount: value } = event.args
      announced.push({ tx: place.tx, to: lower(to), value, account: lower(account) })
      return []
    }
    case 'Settled':
      return [{ ...place, kind: 'settled', header: plainHeader(event.args.header) }]
    case 'Vetoed':
      return [{ ...place, kind: 'vetoed', epoch: Number(event.args.epoch) }]
    case 'Unwound':
      return [{ ...place, kind: 'unwound', epoch: Number(event.args.epoch) }]
    case 'Skipped':
    case 'ParameterChanged':
    case 'EIP712DomainChanged':
      return []
  }
}

function claimEvent(log: MinedLog, place: Place, announced: Announced[], settlement: Address): ChainEvent[] {
  const event = decodeEventLog({ abi: prlAbi, data: log.data, topics: log.topics })
  if (event.eventName !== 'Transfer') return []
  const { from, to, value } = event.args
  if (lower(from) !== settlement || value === 0n) return []

  const index = announced.findIndex(a => a.tx === place.tx && a.to === lower(to) && a.value === value)
  const [match] = index < 0 ? [] : announced.splice(index, 1)
  if (match?.account === 'refund') return []
  return [{ ...place, kind: 'claimed', account: match?.account ?? lower(to), to: lower(to), amount: amount(value) }]
}

function plainHeader(header: Omit<Header, 'epoch'> & { epoch: bigint }): Header {
  return { ...header, epoch: Number(header.epoch) }
}

function lower(text: Address): Address {
  return text.toLowerCase() as Address
}
