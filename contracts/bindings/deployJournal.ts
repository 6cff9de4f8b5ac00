// What a deployment has done so far, written before each transaction is sent: killed at any moment, the next run goes on from here.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Fault } from '../../core/refusals.ts'
import { replaceFile } from './files.ts'

const text = z.templateLiteral(['0x', z.string()])
/** `sent`: every version of the transaction that was signed, the newest last. All have one nonce, so one of them at most is mined. */
const step = z.strictObject({
  name: z.enum(['token', 'timelock', 'settlement']),
  nonce: z.int().nonnegative(),
  sent: z
    .array(z.strictObject({ hash: text, raw: text, maxFeePerGas: z.string(), maxPriorityFeePerGas: z.string() }))
    .min(1),
})
const schema = z.strictObject({
  chainId: z.int().positive(),
  genesisHash: text,
  deployer: text,
  /** Of the parameters: another run with others must not go on from here. */
  parameters: z.string(),
  steps: z.array(step),
})

export type DeployStep = z.output<typeof step>
export type DeployJournal = z.output<typeof schema>

export type JournalStore = {
  read(): Promise<DeployJournal | undefined>
  write(journal: DeployJournal): Promise<void>
}

/** For a deployment that nobody will go on with: a chain of one's own. */
export function memoryJournal(): JournalStore {
  let kept: DeployJournal | undefined
  return {
    read: async () => kept,
    write: async journal => {
      kept = structuredClone(journal)
    },
  }
}

/** One file, replaced as a whole and synced. */
export function fileJournal(path: string): JournalStore {
  return {
    async read() {
      const found = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined
        throw new Fault(`${path} cannot be read (${error.code ?? 'unknown'})`, { retry: 'never', cause: error })
      })
      if (found === undefined) return undefined
      try {
        return schema.parse(JSON.parse(found))
      } catch (cause) {
        throw new Fault(`${path} is no journal of a deployment; move it away to begin anew`, { retry: 'never', cause })
      }
    },
    write: journal => replaceFile(path, `${JSON.stringify(journal, null, 2)}\n`),
  }
}
