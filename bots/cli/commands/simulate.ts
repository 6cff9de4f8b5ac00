import { type Command, InvalidArgumentError } from 'commander'
import { readConfig } from '../../config.ts'
import { CommandFailed } from '../failed.ts'
import { tell } from '../openCli.ts'
import { FEWEST } from '../simulate/membersOf.ts'
import { printFigures } from '../simulate/printFigures.ts'
import { simulate } from '../simulate/simulate.ts'

type Options = { contributors: number; items: number; seed: number; classes: number; json?: boolean }

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}`)
}

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('A made-up crowd works a made-up campaign to the end of all holds; everything of it is thrown away.')
    .option('--contributors <n>', 'people who answer', whole(FEWEST, 1000), 40)
    .option('--items <m>', 'items to answer', whole(1, 10_000), 200)
    .option('--seed <s>', 'the same seed gives the same figures', whole(0, 2 ** 31 - 1), 7)
    .option('--classes <k>', 'labels to choose from', whole(2, 4), 3)
    .option('--json', 'print the figures as JSON')
    .action(async (options: Options) => {
      const { contributors, items, seed, classes } = options
      const { databaseUrl } = readConfig()
      const stop = new AbortController()
      for (const name of ['SIGINT', 'SIGTERM'] as const) {
        process.once(name, () => stop.abort(new CommandFailed('Stopped before the end; nothing is left of it.', 2)))
      }
      const { signal } = stop
      const figures = await simulate({ contributors, items, seed, classes, databaseUrl, tell, signal })
      console.log(options.json ? JSON.stringify(figures) : printFigures(figures))
    })
}
