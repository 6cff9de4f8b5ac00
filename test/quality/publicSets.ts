// Published crowd data sets (CSV with a header: answers.csv item,worker,label and truth.csv item,label). Not shipped: their licences are unclear.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { LabelInput } from '../../core/quality/index.ts'

export const DATA_FOLDER = process.env['PERLE_TEST_DATA'] ?? join(import.meta.dirname, '../../../shared/data')

export const hasSets = existsSync(join(DATA_FOLDER, 'bluebird', 'answers.csv'))

/** Sentence for the name of a test that cannot run here. */
export const absent = hasSets ? '' : ` (skipped: no data sets in ${DATA_FOLDER}, set PERLE_TEST_DATA)`

export type PublicSet = { input: LabelInput; truth: readonly (readonly [item: number, label: number])[] }

/** Read when asked for, and never before. */
export function readSet(name: string): PublicSet {
  const answers = readRows(name, 'answers.csv')
  const items = indexOf(answers.map(row => row[0] as string))
  const workers = indexOf(answers.map(row => row[1] as string))
  const label = Int32Array.from(answers, row => Number(row[2]))
  const known = readRows(name, 'truth.csv').map(row => [items.get(row[0] as string), Number(row[1])] as const)
  const truth = known.filter((entry): entry is readonly [number, number] => entry[0] !== undefined)
  return {
    truth,
    input: {
      items: items.size,
      contributors: workers.size,
      classes: Math.max(...label, ...truth.map(([, value]) => value)) + 1,
      itemIndex: Int32Array.from(answers, row => items.get(row[0] as string) as number),
      contributorIndex: Int32Array.from(answers, row => workers.get(row[1] as string) as number),
      label,
    },
  }
}

/** Share of items whose most likely class is the true one; ties count in parts. */
export function accuracyOf({ input, truth }: PublicSet, posterior: Float64Array): number {
  let right = 0
  for (const [item, label] of truth) {
    const shares = posterior.subarray(item * input.classes, (item + 1) * input.classes)
    const most = Math.max(...shares)
    const tied = shares.filter(share => share > most - 1e-12).length
    if ((shares[label] as number) > most - 1e-12) right += 1 / tied
  }
  return right / truth.length
}

function readRows(name: string, file: string): string[][] {
  const lines = readFileSync(join(DATA_FOLDER, name, file), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  return lines.map(line => line.trim().split(','))
}

function indexOf(names: readonly string[]): Map<string, number> {
  return new Map([...new Set(names)].map((name, i) => [name, i]))
}
