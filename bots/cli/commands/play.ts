import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { readConfig } from '../../config.ts'
import { crowdPlays } from '../crowd/crowdPlays.ts'
import { CommandFailed } from '../failed.ts'
import { tell, withComposition } from '../openCli.ts'

export function addPlay(program: Command): void {
  program
    .command('play')
    .description('Let the simulated crowd play: it answers and votes once round. Also while Perle runs.')
    .option('--json', 'print the sentence as JSON')
    .action(async (options: { json?: boolean }) => {
      const config = readConfig()
      if (config.mode !== 'local') throw new CommandFailed('The simulated crowd plays in local mode only.', 2)
      const sentence = (await askRunning(config.home)) ?? (await playHere())
      console.log(options.json ? JSON.stringify({ sentence }) : sentence)
    })
}

async function playHere(): Promise<string> {
  let last = -1
  return withComposition(composition =>
    crowdPlays(composition, {
      tell: ({ done, total }) => {
        const tenth = total === null ? 0 : Math.floor((done / total) * 10)
        if (tenth > last) tell(`The crowd plays: ${tenth * 10} %`)
        last = Math.max(last, tenth)
      },
      onChange: () => {},
    }),
  )
}

/** The process that has the folder plays itself; undefined where none runs. */
async function askRunning(home: string): Promise<string | undefined> {
  const text = await readFile(join(home, 'main.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { url } = JSON.parse(text) as { url: string }
  const reply = await fetch(`${url}/api/local/play`, { method: 'POST', headers: { 'x-perle': '1' } }).catch(
    () => undefined,
  )
  if (reply === undefined) return undefined
  if (reply.status === 409) throw new CommandFailed('The crowd is playing already.')
  if (!reply.ok) throw new CommandFailed(`The running Perle at ${url} refused (${reply.status}).`, 2)
  return `The crowd has begun to play. Its progress is shown at ${url}.`
}
