import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { checkDeployment } from '@perle/contracts'
import { balanceSummary, runTurn } from '@perle/core'
import type { Command } from 'commander'
import { checkTelegram, type Finding } from '../../checkTelegram.ts'
import type { Composition } from '../../compose.ts'
import { readConfig } from '../../config.ts'
import { CommandFailed } from '../failed.ts'
import { withComposition } from '../openCli.ts'

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('Look at everything that has to work, and say what to do where it does not.')
    .option('--json', 'print the findings')
    .action(async (options: { json?: boolean }) => {
      const config = readConfig()
      const findings: Finding[] = [
        { part: 'node', ok: true, says: `Node ${process.versions.node}` },
        { part: 'settings', ok: true, says: `${config.mode} mode, data in ${config.home}` },
        ...config.doors.map(door => ({ part: door.name, ok: true, says: door.why })),
      ]
      const running = await askRunning(config.home)
      if (running !== undefined) findings.push(...running, ...(await checkTelegram(config, undefined)))
      else findings.push(...(await withComposition(lookInside)))
      if (options.json) console.log(JSON.stringify(findings))
      else for (const one of findings) console.log(`${one.ok ? 'ok ' : 'NO '} ${one.part.padEnd(12)} ${one.says}`)
      const bad = findings.filter(one => !one.ok)
      if (bad.length > 0) throw new CommandFailed(`${bad.length} of ${findings.length} parts need you.`)
    })
}

/** While Perle runs, its own health page answers; the folder is its alone. */
async function askRunning(home: string): Promise<Finding[] | undefined> {
  const text = await readFile(join(home, 'main.json'), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { url, pid } = JSON.parse(text) as { url: string; pid: number }
  const reply = await fetch(`${url}/healthz`).catch(() => undefined)
  if (reply === undefined) return undefined
  const health = (await reply.json()) as Record<string, { ok?: boolean }>
  return [
    { part: 'running', ok: true, says: `process ${pid} at ${url}` },
    ...['database', 'chain', 'jobs'].map(part => {
      const { ok = false, ...rest } = health[part] ?? {}
      return { part, ok, says: JSON.stringify(rest) }
    }),
  ]
}

async function lookInside(composition: Composition): Promise<Finding[]> {
  const { database, base, chain, rpcUrl, deployment } = composition
  const sum = await runTurn(database, base, ctx => balanceSummary(ctx))
  const latest = await chain.latest()
  const clock = Math.abs(Number(latest.timestamp) - base.now().getTime() / 1000)
  const warnings = (await checkDeployment(rpcUrl, deployment)).dangers
  return [
    { part: 'database', ok: true, says: database.kind },
    { part: 'ledger', ok: sum === 0n, says: sum === 0n ? 'all postings sum to zero' : `postings are off by ${sum}` },
    { part: 'chain', ok: true, says: `chain ${chain.chainId}, block ${latest.number}` },
    {
      part: 'clock',
      ok: composition.localChain !== undefined || clock < 900,
      says: `${Math.round(clock)} s from the newest block`,
    },
    // A chain of one's own is fast on purpose; elsewhere each of these wants a person.
    ...warnings.map(({ says }) => ({ part: 'contract', ok: composition.localChain !== undefined, says })),
    ...(warnings.length === 0 ? [{ part: 'contract', ok: true, says: deployment.settlement }] : []),
    ...(await checkTelegram(composition.config, database)),
  ]
}
