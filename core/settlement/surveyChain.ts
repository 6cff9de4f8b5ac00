// Everything that putting a database right with its chain needs to know, asked of the chain beforehand: no network inside a transaction.
import type { Amount } from '../amount.ts'
import type { Hash } from '../ids.ts'
import { runTurn } from '../inbox/runTurn.ts'
import {
  addressOf,
  type ChainEvent,
  type ChainState,
  type SentTransaction,
  SIGNERS,
  type Signer,
  sharing,
} from '../outbox/chain.ts'
import { highestNonce, minedFrom } from '../outbox/chainStore.ts'
import { readChainText } from '../outbox/chainText.ts'
import { eventKey } from './applyChainEvent.ts'
import { newestBlock } from './chainEventStore.ts'
import { type Read, readEvents } from './chainRanges.ts'
import { lastCommonBlock, type Reading } from './readChain.ts'
import type { PaydayFile } from './rebuildEpoch.ts'
import { allEvents, eventPostings, namedCampaigns, settlingTransactions } from './resyncStore.ts'

/** One account and its nonces. `known`: how many this database accounts for; `lost`: how many of them the chain does not have. */
export type Account = { signers: Signer[]; known: number; mined: number; lost: number; sent: SentTransaction[] }

export type Survey = {
  /** The newest block that both have. */
  common: bigint
  /** Blocks that were read here and that the chain has not. */
  vanished: number
  read: Read | undefined
  /** Recorded here without an effect, by transaction and log. */
  idle: Set<string>
  accounts: Account[]
  finalized: bigint
  /** The chain's own time. */
  at: Date
  state: ChainState
  slots: Map<Hash, Amount>
  /** By manifest hash. */
  files: Map<Hash, PaydayFile>
}

/** Gives what was kept of a payday, undefined where there is nothing. */
export type FindPayday = (epoch: number, manifestHash: Hash) => Promise<PaydayFile | undefined>

export const logKey = (event: Pick<ChainEvent, 'tx' | 'logIndex'>) => `${event.tx}:${event.logIndex}`

export async function surveyChain(reading: Reading, findPayday: FindPayday): Promise<Survey> {
  const { database, base, chain } = reading
  const latest = await chain.latest()
  const finalized = await chain.finalized()
  const believed = latest.number - BigInt(chain.confirmations)
  const common = await lastCommonBlock(reading, believed)
  const cursor = await newestBlock(database.db)
  const idle = await runTurn(database, base, ctx => idleEvents(ctx.db))
  const oldest = idle.reduce((low, event) => (event.block.number < low ? event.block.number : low), common + 1n)
  const from = oldest > chain.deployedAtBlock ? oldest : chain.deployedAtBlock
  const read = from <= believed ? await readEvents(chain, from, believed) : undefined
  const until = read?.block.number ?? common
  const files = new Map<Hash, PaydayFile>()
  for (const event of read?.events ?? []) {
    if (event.kind !== 'settled') continue
    const file = await findPayday(event.header.epoch, event.header.manifestHash)
    if (file !== undefined) files.set(event.header.manifestHash, file)
  }
  const slots = new Map<Hash, Amount>()
  for (const id of await runTurn(database, base, ctx => namedCampaigns(ctx.db))) {
    slots.set(id, (await chain.campaign(id, until)).balance)
  }
  return {
    common,
    vanished: cursor === undefined ? 0 : Math.max(0, cursor.number - Number(common)),
    read,
    idle: new Set(idle.map(logKey)),
    accounts: await surveyAccounts(reading),
    finalized: finalized.number,
    at: new Date(Number(latest.timestamp) * 1000),
    state: await chain.state(until),
    slots,
    files,
  }
}

/**
 * Recorded, and without the effect that it should have had: read by a database that did not know the payday which it settled or paid. What
 * was unwound since needs none, and a campaign of somebody else has none.
 */
async function idleEvents(db: Parameters<typeof allEvents>[0]): Promise<ChainEvent[]> {
  const [posted, settling, named] = [await eventPostings(db), await settlingTransactions(db), await namedCampaigns(db)]
  const events = (await allEvents(db)).map(row => readChainText<ChainEvent>(row.text))
  const unwound = unwoundAfter(events)
  return events.filter(event => {
    switch (event.kind) {
      case 'settled':
        return !settling.has(event.tx) && !unwound(event)
      case 'claimed':
        return !posted.has(eventKey(event))
      case 'opened':
      case 'toppedUp':
      case 'refunded':
        return named.has(event.id) && !posted.has(eventKey(event))
      default:
        return false
    }
  })
}

/** Whether a settled epoch was unwound later on. */
export function unwoundAfter(events: readonly ChainEvent[]): (event: ChainEvent) => boolean {
  const unwound = events.filter(event => event.kind === 'unwound')
  return event =>
    event.kind === 'settled' &&
    unwound.some(({ epoch, block }) => epoch === event.header.epoch && block.number > event.block.number)
}

async function surveyAccounts({ database, chain }: Reading): Promise<Account[]> {
  const accounts: Account[] = []
  const seen = new Set<Signer>()
  for (const signer of SIGNERS) {
    if (seen.has(signer) || addressOf(chain, signer) === undefined) continue
    const signers = sharing(chain, signer)
    for (const one of signers) seen.add(one)
    const known = ((await highestNonce(database.db, signers)) ?? -1) + 1
    const mined = await chain.transactionCount(signer)
    const sent = mined > known ? await chain.sent(signer, { from: known, to: mined }) : []
    const lost = (await Promise.all(signers.map(one => minedFrom(database.db, one, mined)))).flat().length
    accounts.push({ signers, known, mined, lost, sent })
  }
  return accounts
}
