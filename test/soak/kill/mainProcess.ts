// Perle's main process under test: begun, asked, killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Asked, Hold } from './observer.ts'

const ROOT = join(import.meta.dirname, '../../..')
const OBSERVER = join(import.meta.dirname, 'observer.ts')
/** A start that takes longer is a finding. */
const HEALTHY_WITHIN_MS = 90_000
const ASKED_WITHIN_MS = 30_000

export type MainProcess = {
  pid: number
  output(): string
  /** What it was last about to do, and when. */
  last(): { moment: string; at: number } | undefined
  /** Stops it before the n-th of such moments from now on; `held` resolves once it stands there. */
  hold(hold: Hold): void
  held: Promise<void>
  hasEnded(): boolean
  /** Rows of a query on its PGlite. */
  query(text: string): Promise<unknown[]>
  /** SIGKILL; with `home` to its chain as well. */
  kill(home?: string): Promise<void>
  terminate(): Promise<number | null>
}

/** As `npm start` does, with an observer loaded beside it. */
export function beginMain(env: Record<string, string>): MainProcess {
  const child = spawn(process.execPath, ['--import', OBSERVER, 'bots/start.js'], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'ipc'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', chunk => {
      output += String(chunk)
    })
  }
  const told = listen(child.stdio[3] as Readable)
  const ended = new Promise<number | null>(done => child.once('exit', code => done(code)))
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null
  return {
    pid: child.pid as number,
    output: () => output,
    last: told.last,
    hold: hold => tell(child, { hold }),
    held: told.held,
    hasEnded,
    query: asker(child),
    async kill(home) {
      child.kill('SIGKILL')
      if (home !== undefined) await killChain(home)
      await ended
      // What it said last may still be on its way to us.
      await sleep(20)
      ;(child.stdio[3] as Readable).destroy()
    },
    async terminate() {
      if (!hasEnded()) child.kill('SIGTERM')
      return ended
    },
  }
}

function listen(stream: Readable) {
  let last: { moment: string; at: number } | undefined
  let rest = ''
  let hold = () => {}
  const held = new Promise<void>(done => {
    hold = done
  })
  stream.on('error', () => {})
  stream.on('data', chunk => {
    const lines = (rest + String(chunk)).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      last = { moment: line.replace('held ', ''), at: Date.now() }
      if (line.startsWith('held ')) hold()
    }
  })
  return { last: () => last, held }
}

function asker(child: ChildProcess): MainProcess['query'] {
  const waiting = new Map<number, { done: (rows: unknown[]) => void; failed: (error: Error) => void }>()
  child.on('message', (answer: { id: number; rows?: unknown[]; error?: string }) => {
    const one = waiting.get(answer.id)
    waiting.delete(answer.id)
    if (answer.rows !== undefined) one?.done(answer.rows)
    else one?.failed(new Error(answer.error))
  })
  let next = 0
  return text =>
    new Promise((done, failed) => {
      const id = ++next
      waiting.set(id, { done, failed })
      setTimeout(() => failed(new Error(`no rows after ${ASKED_WITHIN_MS} ms: ${text}`)), ASKED_WITHIN_MS).unref()
      tell(child, { id, text }, failed)
    })
}

function tell(child: ChildProcess, asked: Asked, failed: (error: Error) => void = () => {}): void {
  child.send(asked, error => (error === null ? undefined : failed(error)))
}

/** Milliseconds until it says that it is healthy; throws where it ends or takes too long. */
export async function untilHealthy(main: MainProcess, url: string): Promise<number> {
  const from = Date.now()
  for (;;) {
    if (main.hasEnded()) throw new Error(`Perle ended at its start:\n${main.output()}`)
    const reply = await fetch(`${url}/healthz`).catch(() => undefined)
    if (reply?.status === 200) return Date.now() - from
    if (Date.now() - from > HEALTHY_WITHIN_MS) throw new Error(`Perle was not healthy in time:\n${main.output()}`)
    await sleep(50)
  }
}

/** The chain of a data folder, by the pid that is written down there. False where there is none yet, or it is gone. */
export async function killChain(home: string): Promise<boolean> {
  const node = JSON.parse(await readFile(join(home, 'chain/anvil.json'), 'utf8').catch(() => '{}')) as { pid?: number }
  if (node.pid === undefined) return false
  try {
    process.kill(node.pid, 'SIGKILL')
    return true
  } catch {
    return false
  }
}
