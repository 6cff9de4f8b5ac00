// One anvil, found again after our own process was killed. It is started detached, so it outlives us; a small record says
// which pid and port it has and which genesis, and all three must agree before it is adopted.
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { Fault } from '../../core/refusals.ts'
import { rpcClient } from './viemChain.ts'

const start_ms_max = 20_000
const stop_ms_max = 5_000
const poll_ms = 25
/** Ports are asked for, then given away: somebody else may be quicker. */
const portAttempts = 3

export const localChainId = 31_337

const recordSchema = z.strictObject({
  pid: z.number().int().positive(),
  port: z.number().int().positive(),
  genesisHash: z.templateLiteral(['0x', z.string()]),
})

export type AnvilNode = z.output<typeof recordSchema> & { rpcUrl: string }

/**
 * The anvil of this folder, if it still runs. One that runs but serves another chain, or does not answer, is ended; a pid
 * that now belongs to another program is left alone.
 */
export async function adoptAnvil(folder: string): Promise<AnvilNode | undefined> {
  const record = readRecord(folder)
  if (record === undefined || !isAnvil(record)) return undefined
  const rpcUrl = `http://127.0.0.1:${record.port}`
  const genesisHash = await genesisOf(rpcUrl)
  if (genesisHash === record.genesisHash) return { ...record, rpcUrl }
  await endAnvil(folder, record)
  return undefined
}

/** Starts anvil on a free port, from `stateFile` if given, and records it. Throws `Fault` (never) with anvil's own words. */
export async function spawnAnvil(folder: string, stateFile?: string): Promise<AnvilNode> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort()
    const rpcUrl = `http://127.0.0.1:${port}`
    const log = join(folder, 'anvil.log')
    const child = launch(port, log, stateFile)
    const genesisHash = await untilReady(child, rpcUrl)
    if (genesisHash !== undefined && child.pid !== undefined) {
      const record = { pid: child.pid, port, genesisHash }
      await writeFile(join(folder, 'anvil.json.new'), JSON.stringify(record))
      await rename(join(folder, 'anvil.json.new'), join(folder, 'anvil.json'))
      return { ...record, rpcUrl }
    }
    child.kill('SIGKILL')
    const words = readFileSync(log, 'utf8').trim().split('\n').slice(-3).join(' ')
    if (attempt < portAttempts && /address (already )?in use/i.test(words)) continue
    throw new Fault(`the local chain did not start: ${words || 'anvil says nothing'} (${log})`, { retry: 'never' })
  }
}

/** SIGTERM, then SIGKILL; returns when the process is gone. */
export async function endAnvil(folder: string, node: Pick<AnvilNode, 'pid' | 'port'>): Promise<void> {
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    if (!isAnvil(node)) break
    process.kill(node.pid, signal)
    for (let waited_ms = 0; waited_ms < stop_ms_max && isAnvil(node); waited_ms += poll_ms) await sleep(poll_ms)
  }
  rmSync(join(folder, 'anvil.json'), { force: true })
}

function readRecord(folder: string): z.output<typeof recordSchema> | undefined {
  try {
    return recordSchema.parse(JSON.parse(readFileSync(join(folder, 'anvil.json'), 'utf8')))
  } catch {
    return undefined
  }
}

/** Pids are reused: only a process whose command line is anvil on our port is ours. A zombie has an empty one. */
function isAnvil({ pid, port }: Pick<AnvilNode, 'pid' | 'port'>): boolean {
  try {
    const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')
    return /(^|\/)anvil$/.test(words[0] ?? '') && words[words.indexOf('--port') + 1] === String(port)
  } catch {
    return false
  }
}

function launch(port: number, log: string, stateFile?: string): ChildProcess {
  const flags = ['--host', '127.0.0.1', '--port', String(port), '--chain-id', String(localChainId), '--quiet']
  // With the default of 32, `finalized` lags 64 blocks behind; with 1 it lags two.
  flags.push('--slots-in-an-epoch', '1')
  if (stateFile !== undefined) flags.push('--load-state', stateFile)
  writeFileSync(log, '')
  const out = openSync(log, 'a')
  try {
    const child = spawn(anvilPath(), flags, { detached: true, stdio: ['ignore', out, out] })
    child.on('error', error => writeFileSync(log, anvilMissing(error), { flag: 'a' }))
    child.unref()
    return child
  } finally {
    closeSync(out)
  }
}

/** The package's own binary; where there is none for this system, an anvil on the PATH. */
function anvilPath(): string {
  try {
    return createRequire(import.meta.url).resolve('@foundry-rs/anvil-linux-amd64/bin/anvil')
  } catch {
    return 'anvil'
  }
}

function anvilMissing(error: Error): string {
  const absent = 'code' in error && error.code === 'ENOENT'
  if (!absent) return error.message
  return 'anvil is not installed. On Linux x64 `npm ci` brings it; elsewhere install Foundry, or set CHAIN_RPC_URL.'
}

async function untilReady(child: ChildProcess, rpcUrl: string): Promise<`0x${string}` | undefined> {
  let hasFailed = false
  child.once('error', () => {
    hasFailed = true
  })
  for (let waited_ms = 0; waited_ms < start_ms_max; waited_ms += poll_ms) {
    if (hasFailed || child.exitCode !== null || child.signalCode !== null) return undefined
    const genesisHash = await genesisOf(rpcUrl)
    if (genesisHash !== undefined) return genesisHash
    await sleep(poll_ms)
  }
  return undefined
}

async function genesisOf(rpcUrl: string): Promise<`0x${string}` | undefined> {
  try {
    const client = rpcClient(rpcUrl)
    if ((await client.getChainId()) !== localChainId) return undefined
    return (await client.getBlock({ blockNumber: 0n })).hash
  } catch {
    return undefined
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise(resolve => server.close(resolve))
  if (address === null || typeof address === 'string') throw new Error('bug: a TCP server without a port')
  return address.port
}
