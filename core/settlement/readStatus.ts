import type { Context } from '../context.ts'
import { daysSince, inboxAge, listSweeps, recordDay } from '../inbox/store.ts'
import { readSignerTroubles, type SignerTrouble } from '../outbox/signerTrouble.ts'
import { type ChainWord, readChainWord } from './noteChain.ts'
import { lastSuccesses, oldestWaiting, openTransactions } from './statusStore.ts'

export type StatusWord = 'working' | 'slow' | 'stopped' | 'not used yet'
export type StatusPart = { word: StatusWord; lastAt: Date | null }
export type Status = {
  work: StatusPart
  checking: StatusPart
  records: StatusPart
  pay: StatusPart
  queues: { name: string; oldestSeconds: number }[]
  days: { date: string; word: StatusWord }[]
  /** Whether the chain answers, and fits to what is stored here. */
  chain: { word: ChainWord; lastAt: Date | null }
  /** Who cannot send although the chain answers, and why. */
  signers: SignerTrouble[]
  /** Our transactions: not sent yet; sent and in no block yet, the oldest since so long; given up in the past week. */
  transactions: { wanted: number; sent: number; oldestSeconds: number; givenUp: number }
  /** The bridge equations between ledger and chain, as checked after the newest payday; sums in base units. */
  books: {
    word: 'equal' | 'different' | 'not checked yet'
    at: Date | null
    equations: { name: string; ledger: string; chain: string }[]
  }
}

/** From here on a queue is called slow, and stopped: seconds that its oldest entry has waited beyond its due time. */
const SLOW_SECONDS = 300
const STOPPED_SECONDS = 3600
const DAYS = 30

/** Is it you or me? Each part in one word, from what waits and from what last succeeded. */
export async function readStatus(ctx: Context): Promise<Status> {
  const now = ctx.now()
  const last = await lastSuccesses(ctx.db)
  const waiting = await oldestWaiting(ctx.db, now)
  const inbox = await inboxAge(ctx.db)
  const age = (since: Date | null) =>
    since === null ? 0 : Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000))
  const part = (lastAt: Date | null, oldest: number): StatusPart => ({ word: wordFor(lastAt, oldest), lastAt })
  const sweeps = await listSweeps(ctx.db)
  const bridge = sweeps.find(sweep => sweep.name === 'bridge')
  const parts = {
    work: part(last.work, age(inbox.oldestAt)),
    checking: part(last.checking, age(waiting.checking)),
    records: part(last.records, age(waiting.records)),
    pay: part(last.pay, age(waiting.pay)),
  }
  const weekAgo = new Date(now.getTime() - 7 * 86_400_000)
  const { wanted, sent, givenUp, oldestAt } = await openTransactions(ctx.db, weekAgo)
  const first = new Date(now.getTime() - (DAYS - 1) * 86_400_000).toISOString().slice(0, 10)
  const known = new Map((await daysSince(ctx.db, first)).map(row => [row.day, row.word]))
  return {
    ...parts,
    queues: [
      { name: 'events', oldestSeconds: age(inbox.oldestAt) },
      { name: 'checks', oldestSeconds: age(waiting.checking) },
      { name: 'records', oldestSeconds: age(waiting.records) },
      { name: 'payments', oldestSeconds: age(waiting.pay) },
    ],
    days: Array.from({ length: DAYS }, (_, index) => {
      const date = new Date(now.getTime() - (DAYS - 1 - index) * 86_400_000).toISOString().slice(0, 10)
      return { date, word: known.get(date) ?? 'not used yet' }
    }),
    chain: await readChainWord(ctx),
    signers: await readSignerTroubles(ctx),
    transactions: { wanted, sent, givenUp, oldestSeconds: age(oldestAt) },
    books: {
      word: bridge === undefined ? 'not checked yet' : bridge.failure === null ? 'equal' : 'different',
      at: bridge?.lastRunAt ?? null,
      equations: bridge?.note == null ? [] : (JSON.parse(bridge.note) as Status['books']['equations']),
    },
  }
}

function wordFor(lastAt: Date | null, oldestSeconds: number): StatusWord {
  if (oldestSeconds > STOPPED_SECONDS) return 'stopped'
  if (oldestSeconds > SLOW_SECONDS) return 'slow'
  return lastAt === null ? 'not used yet' : 'working'
}

/** Keeps the day's worst word, for the strip of past days. A sweep calls it. */
export async function recordStatusDay(ctx: Context): Promise<number> {
  const status = await readStatus(ctx)
  const words = [status.work.word, status.checking.word, status.records.word, status.pay.word]
  const word = words.includes('stopped') ? 'stopped' : words.includes('slow') ? 'slow' : 'working'
  await recordDay(ctx.db, ctx.now().toISOString().slice(0, 10), word)
  return 0
}
