import type { Context } from '../context.ts'
import { listSweeps, recordSweep } from '../inbox/store.ts'

/** Apart from `chain`, under which the database remembers which chain it belongs to. */
const NAME = 'chain.pass'

/** `away`: it will be tried again by itself. `apart`: database and chain do not fit together, and a person must look. */
export type ChainWord = 'working' | 'away' | 'apart'

/** Keeps how the last pass over the chain went, for the status page: it may be another process that does the passes. */
export async function noteChain(ctx: Context, pass: { word: ChainWord; failure?: string }): Promise<void> {
  const { word, failure } = pass
  const note = { name: NAME, at: ctx.now(), note: word }
  await recordSweep(ctx.db, word === 'working' ? note : { ...note, failure: failure ?? word })
}

/** `lastAt`: when a pass last went well; null where none has. */
export async function readChainWord(ctx: Context): Promise<{ word: ChainWord; lastAt: Date | null }> {
  const row = (await listSweeps(ctx.db)).find(sweep => sweep.name === NAME)
  return { word: (row?.note as ChainWord | null | undefined) ?? 'working', lastAt: row?.lastRunAt ?? null }
}
