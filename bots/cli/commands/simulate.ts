import { type Command, InvalidArgumentError } from 'commander'
import { readConfig } from '../../config.ts'
import { CommandFailed } from '../failed.ts'
import { tell } from '../openCli.ts'
import { FEWEST } from '../simulate/membersOf.ts'
import { printFigures } from '../simulate/printFigures.ts'
import { printScenario } from '../simulate/printScenario.ts'
import { runScenario } from '../simulate/runScenario.ts'
import { SCENARIOS } from '../simulate/scenarios/index.ts'
import type { Scenario } from '../simulate/scenarios/scenario.ts'
import { simulate } from '../simulate/simulate.ts'

type Options = {
  contributors: number
  items: number
  seed: number
  classes: number
  scenario?: Scenario
  people?: number
  answers?: number
  seeds: number
  json?: boolean
}

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new InvalidArgumentError(`expected a whole number from ${least} to ${most}`)
}

function scenarioNamed(name: string): Scenario {
  const found = SCENARIOS.find(one => one.name === name)
  if (found !== undefined) return found
  throw new InvalidArgumentError(`there is ${SCENARIOS.map(one => one.name).join(', ')}`)
}

const HELP = `
Without --scenario the crowd comes through the chat, with a database and a chain; with it, large crowds run in memory by the same rules.
Scenarios:
${SCENARIOS.map(one => `  ${one.name.padEnd(11)} ${one.about}`).join('\n')}`

/** Options that say nothing in a run of the other sort. */
const CHAT_ONLY = ['contributors', 'items', 'seed', 'classes'] as const
const MEMORY_ONLY = ['people', 'answers', 'seeds'] as const

function checkFit(command: Command, hasScenario: boolean): void {
  const foreign = (hasScenario ? CHAT_ONLY : MEMORY_ONLY).find(name => command.getOptionValueSource(name) === 'cli')
  if (foreign === undefined) return
  const why = hasScenario ? 'does not go with --scenario' : 'needs --scenario'
  throw new CommandFailed(`--${foreign} ${why}.`, 2)
}

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .description('A made-up crowd works a made-up campaign to the end of all holds; everything of it is thrown away.')
    .option('--contributors <n>', 'people who answer', whole(FEWEST, 1000), 40)
    .option('--items <m>', 'items to answer', whole(1, 10_000), 200)
    .option('--seed <s>', 'the same seed gives the same figures', whole(0, 2 ** 31 - 1), 7)
    .option('--classes <k>', 'labels to choose from', whole(2, 4), 3)
    .option('--scenario <name>', 'run this one in memory instead; see below', scenarioNamed)
    .option('--people <p>', 'with --scenario: people who answer', whole(20, 20_000))
    .option('--answers <a>', 'with --scenario: answers of all people together, in each case', whole(20, 1_000_000))
    .option('--seeds <k>', 'with --scenario: seeds 1 to k, for intervals', whole(1, 20), 5)
    .option('--json', 'print the figures as JSON')
    .addHelpText('after', HELP)
    .action(async (options: Options, command: Command) => {
      checkFit(command, options.scenario !== undefined)
      if (options.scenario !== undefined) {
        const { people, answers, seeds } = options
        const figures = runScenario(options.scenario, { people, answers, seeds, tell })
        console.log(options.json ? JSON.stringify(figures) : printScenario(figures))
        return
      }
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
