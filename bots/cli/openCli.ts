// What a command opens: the data folder for itself alone, the database, and the chain where it is needed.

import { join } from 'node:path'
import { type OpenDatabase, openDatabase } from '@perle/core'
import { type Composition, compose } from '../compose.ts'
import { type Config, readConfig } from '../config.ts'
import { takeDataFolder } from '../dataFolder.ts'

/** Progress goes to stderr: stdout is for the answer, which may be JSON for a program. */
export const tell = (sentence: string) => console.error(sentence)

/** Runs `work` with everything open, and closes it in any case. The embedded database serves one process at a time. */
export async function withComposition<T>(work: (composition: Composition) => Promise<T>): Promise<T> {
  const config = readConfig()
  return withFolder(config, async holder => {
    const composition = await compose(config, tell, holder)
    try {
      return await work(composition)
    } finally {
      await composition.localChain?.dumpState()
      await composition.close()
    }
  })
}

/** Only the database. */
export async function withDatabase<T>(work: (database: OpenDatabase, config: Config) => Promise<T>): Promise<T> {
  const config = readConfig()
  return withFolder(config, async () => {
    const database = await openDatabase(config.databaseUrl ?? join(config.home, 'db'))
    try {
      return await work(database, config)
    } finally {
      await database.close()
    }
  })
}

/** On Postgres several processes may work side by side, so the folder's lock is not asked for. */
async function withFolder<T>(config: Config, work: (holder?: string) => Promise<T>): Promise<T> {
  if (config.databaseUrl !== undefined) return work()
  const folder = await takeDataFolder(config.home)
  try {
    return await work(folder.holder)
  } finally {
    await folder.release()
  }
}
