// `npm run -s bench -- NAME [--json]`: one measurement, with a peer or a limit beside it in the same run. Never part of the tests.
import { assign } from './assign.ts'
import { pictures } from './pictures.ts'
import { telegram } from './telegram.ts'
import { trees } from './trees.ts'
import { turn } from './turn.ts'

/** Figures by name; `ratio` is ours over the peer's. */
export type Figures = Record<string, number | string | boolean>
export type Bench = { name: string; about: string; run(args: string[]): Promise<Figures> }

const BENCHES: readonly Bench[] = [turn, assign, pictures, telegram, trees]

const [name, ...args] = process.argv.slice(2)
const bench = BENCHES.find(one => one.name === name)
if (bench === undefined) {
  console.error(
    `Usage: npm run -s bench -- NAME [--json]\n${BENCHES.map(one => `  ${one.name}: ${one.about}`).join('\n')}`,
  )
  process.exitCode = 2
} else {
  const figures = await bench.run(args.filter(arg => arg !== '--json'))
  if (args.includes('--json')) console.log(JSON.stringify(figures))
  else for (const [figure, value] of Object.entries(figures)) console.log(`${figure.padEnd(28)} ${value}`)
}
