// Mutants that are the same contract: no call can tell them apart, so no test can. Each with its reason.
import type { Mutant } from './mutants.ts'

type Equivalent = { file: string; before: string; after: string; why: string }

const equivalents: readonly Equivalent[] = []

export function equivalentOf(mutant: Mutant): string | undefined {
  const same = (one: Equivalent) =>
    mutant.file.endsWith(one.file) && mutant.before === one.before && mutant.after.trim() === one.after
  return equivalents.find(same)?.why
}
