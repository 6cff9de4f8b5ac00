// `npm run soak -- mutation [--only FILE] [--workers N] [--every N]`: lets go of each require, role and bound of the
// contracts, one at a time, and expects a test to fail. Prints those that nobody missed; ends with 1 if there are any
// that are not argued to be the same contract.
import { readdirSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { parse } from '../../contracts/compile.ts'
import { openWorkbench, type Verdict } from './mutation/bench.ts'
import { equivalentOf } from './mutation/equivalents.ts'
import { type Kind, type Mutant, mutantsOf } from './mutation/mutants.ts'
import type { Soak } from './soak.ts'

const folder = 'contracts/src'
const order: readonly Kind[] = ['role', 'require', 'bound', 'branch']

export const mutation: Soak = {
  name: 'mutation',
  about: 'each require, role and bound of the contracts let go, one at a time [--only FILE] [--workers N] [--every N]',
  run,
}

async function run(args: string[]): Promise<void> {
  const options = {
    only: { type: 'string', default: '' },
    workers: { type: 'string', default: '2' },
    every: { type: 'string', default: '1' },
  } as const
  const { values } = parseArgs({ args, options })
  const mutants = allMutants(values.only).filter((_, index) => index % Number(values.every) === 0)
  console.log(`${mutants.length} mutants`)

  const verdicts = new Map<Mutant, Verdict>()
  // What guards comes first, so that a run that is cut short has seen the most important ones.
  const rank = (one: Mutant) => (one.way === 'replace' ? order.length : order.indexOf(one.kind))
  const queue = mutants.toSorted((one, other) => rank(one) - rank(other))
  const work = async () => {
    const bench = await openWorkbench(mutants)
    try {
      for (let mutant = queue.shift(); mutant !== undefined; mutant = queue.shift()) {
        const verdict = await bench.judge(mutant)
        verdicts.set(mutant, verdict)
        console.log(`${verdicts.size}/${mutants.length} ${verdict}: ${describe(mutant)}`)
      }
    } finally {
      bench.close()
    }
  }
  await Promise.all(Array.from({ length: Number(values.workers) }, work))
  report(mutants, verdicts)
}

function allMutants(only: string): Mutant[] {
  const files = readdirSync(folder)
    .filter(name => name.endsWith('.sol') && !/^ISettlement|Types\.sol$/.test(name) && name.includes(only))
    .map(name => `${folder}/${name}`)
  const trees = parse(files)
  const mutants: Mutant[] = []
  for (const file of files) {
    mutants.push(...mutantsOf(file, readFileSync(file, 'utf8'), trees[file]?.ast, 1_001 + mutants.length))
  }
  return mutants
}

function report(mutants: Mutant[], verdicts: ReadonlyMap<Mutant, Verdict>): void {
  const kinds = [...new Set(mutants.map(mutant => mutant.kind))]
  const count = (kind: string, verdict: Verdict) =>
    mutants.filter(mutant => mutant.kind === kind && verdicts.get(mutant) === verdict).length
  for (const kind of kinds) {
    const [killed, broken, survived] = [count(kind, 'killed'), count(kind, 'does not compile'), count(kind, 'survived')]
    console.log(`${kind.padEnd(8)} killed ${killed}, does not compile ${broken}, survived ${survived}`)
  }
  for (const mutant of mutants.filter(one => verdicts.get(one) === 'survived')) {
    const why = equivalentOf(mutant)
    console.log(
      `${why === undefined ? 'SURVIVED' : 'the same'}  ${describe(mutant)}${why === undefined ? '' : `  (${why})`}`,
    )
    if (why === undefined) process.exitCode = 1
  }
}

function describe({ file, line, kind, before, after }: Mutant): string {
  const short = (text: string) => text.replace(/\s+/g, ' ').slice(0, 90)
  return `${file}:${line} ${kind}: ${short(before)} -> ${short(after).trim() || '(gone)'}`
}
