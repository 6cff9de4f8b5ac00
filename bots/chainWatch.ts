// What the status page is told about the chain: at once when it changes, else once a minute.
import { type ChainWord, Fault, noteChain, plainMessage, runTurn } from '@perle/core'
import type { Composition } from './compose.ts'

const EVERY_MS = 60_000

/** Called after each pass with what it threw, or nothing. Never throws: a database that is away has its own alarm. */
export function createChainWatch({ base, database, log }: Pick<Composition, 'base' | 'database' | 'log'>) {
  let last: { word: ChainWord; at: number } | undefined
  return async (error?: unknown): Promise<void> => {
    const word = error === undefined ? 'working' : error instanceof Fault && error.retry === 'never' ? 'apart' : 'away'
    const now = base.now().getTime()
    // A note from the future was written before the clock was set back.
    if (last?.word === word && now >= last.at && now < last.at + EVERY_MS) return
    try {
      const failure = plainMessage(error)
      await runTurn(database, base, ctx => noteChain(ctx, { word, ...(error === undefined ? {} : { failure }) }))
      last = { word, at: now }
    } catch (unnoted) {
      log.warn({}, `the state of the chain could not be noted: ${plainMessage(unnoted)}`)
    }
  }
}
