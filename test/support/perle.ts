// The real thing in a process of its own: started as `npm start` starts it, driven over HTTP, stopped by pid.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import type { Action } from '../../bots/conversation/event.ts'
import type { Button, View } from '../../bots/conversation/view.ts'
import { type DatabaseKind, POSTGRES } from './database.ts'

const ROOT = join(import.meta.dirname, '../..')
const STARTED_BY = 60_000

export type Perle = {
  url: string
  home: string
  env: Record<string, string>
  pid: number
  output: () => string
  /** SIGTERM or SIGKILL to main, and only main: its chain goes on. Answers the exit code. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<number | null>
  /** The same folder and port again. */
  restart(): Promise<void>
  /** Stops everything, the chain too, and removes the folder. */
  end(): Promise<void>
}

/** A data folder and, on Postgres, a database of its own. */
export async function startPerle(kind: DatabaseKind = 'pglite', more: Record<string, string> = {}): Promise<Perle> {
  const home = await mkdtemp(join(tmpdir(), 'perle-home-'))
  const port = await freePort()
  const database = kind === 'postgres' ? await ownDatabase() : undefined
  const env = {
    PERLE_HOME: home,
    PORT: String(port),
    ...(database === undefined ? {} : { DATABASE_URL: database.url }),
    ...more,
  }
  const url = `http://127.0.0.1:${port}`
  let running = await launch(env, url)
  return {
    url,
    home,
    env,
    get pid() {
      return running.child.pid as number
    },
    output: () => running.output(),
    stop: signal => end(running.child, signal ?? 'SIGTERM'),
    async restart() {
      running = await launch(env, url)
    },
    async end() {
      await end(running.child, 'SIGKILL')
      const node = JSON.parse(await readFile(join(home, 'chain/anvil.json'), 'utf8').catch(() => '{}')) as {
        pid?: number
      }
      if (node.pid !== undefined) {
        try {
          process.kill(node.pid, 'SIGKILL')
        } catch {
          // It is gone already.
        }
      }
      await database?.drop()
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Starts it and gives what it says until it ends: for starts that must not succeed. */
export async function tryToStart(env: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { child, output } = begin(env)
  const code = await new Promise<number | null>(done => child.once('exit', done))
  return { code, output: output() }
}

/** Runs `perle ...` against a folder. */
export async function runCli(args: string[], env: Record<string, string>) {
  const child = spawn(process.execPath, ['bots/cli/perle.js', ...args], { cwd: ROOT, env: { ...process.env, ...env } })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', chunk => {
    stdout += String(chunk)
  })
  child.stderr.on('data', chunk => {
    stderr += String(chunk)
  })
  const code = await new Promise<number | null>(done => child.once('close', done))
  return { code, stdout, stderr }
}

function begin(env: Record<string, string>) {
  const child = spawn(process.execPath, ['bots/start.js'], { cwd: ROOT, env: { ...process.env, ...env } })
  let text = ''
  const add = (chunk: unknown) => {
    text += String(chunk)
  }
  child.stdout.on('data', add)
  child.stderr.on('data', add)
  return { child, output: () => text }
}

async function launch(env: Record<string, string>, url: string) {
  const running = begin(env)
  const until = Date.now() + STARTED_BY
  for (;;) {
    if (running.child.exitCode !== null) throw new Error(`Perle did not start:\n${running.output()}`)
    const reply = await fetch(`${url}/healthz`).catch(() => undefined)
    if (reply?.status === 200) return running
    if (Date.now() > until) {
      running.child.kill('SIGKILL')
      throw new Error(`Perle was not healthy in time:\n${running.output()}`)
    }
    await new Promise(done => setTimeout(done, 100))
  }
}

function end(child: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode)
  return new Promise(done => {
    child.once('exit', code => done(code))
    child.kill(signal)
  })
}

/** An empty database of the suite's Postgres. */
export async function ownDatabase() {
  if (POSTGRES === undefined) throw new Error('no Postgres here')
  const name = `perle_home_${randomUUID().replaceAll('-', '')}`
  const run = async (statement: string) => {
    const admin = postgres(POSTGRES as string, { max: 1, onnotice: () => {} })
    await admin.unsafe(statement)
    await admin.end()
  }
  await run(`create database ${name}`)
  return {
    url: Object.assign(new URL(POSTGRES), { pathname: `/${name}` }).toString(),
    drop: () => run(`drop database if exists ${name} with (force)`),
  }
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}

export type ChatReply = {
  status: number
  view: View
  you: { id: string; alias: string }
  error?: { code: string; sentence: string }
}

/** One person's browser, without the browser: the same requests, a cookie of its own. */
export class Visitor {
  readonly url: string
  #cookie = ''
  view: View | undefined

  constructor(url: string) {
    this.url = url
  }

  async enter(person: string): Promise<void> {
    const reply = await this.send('/api/chat/enter', { person })
    this.keep(reply.headers.get('set-cookie')?.split(';')[0])
  }

  /** Whose browser this is, from now on. */
  keep(cookie: string | undefined): void {
    if (cookie !== undefined) this.#cookie = cookie
  }

  send(path: string, body: unknown): Promise<Response> {
    return fetch(`${this.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-perle': '1', cookie: this.#cookie },
      body: JSON.stringify(body),
    })
  }

  async get(path: string): Promise<Response> {
    return fetch(`${this.url}${path}`, { headers: { cookie: this.#cookie } })
  }

  async look(): Promise<View> {
    const reply = (await (await this.get('/api/chat')).json()) as ChatReply
    this.view = reply.view
    return reply.view
  }

  async act(action: Action, key: string = randomUUID()): Promise<ChatReply> {
    const response = await this.send('/api/chat/events', { key, action })
    const reply = (await response.json()) as ChatReply
    if (reply.view !== undefined) this.view = reply.view
    return { ...reply, status: response.status }
  }

  says(command: string): Promise<ChatReply> {
    return this.act({ kind: 'command', name: command.replace('/', '') as never })
  }

  /** Presses the button with this label, or the first whose label fits. */
  presses(label: string | RegExp): Promise<ChatReply> {
    return this.act({ kind: 'press', payload: this.button(label) })
  }

  button(label: string | RegExp): string {
    const buttons = (this.view?.rows ?? [])
      .flat()
      .filter((one): one is Extract<Button, { kind: 'press' }> => one.kind === 'press')
    const found = buttons.find(one => (typeof label === 'string' ? one.label === label : label.test(one.label)))
    if (found === undefined) {
      throw new Error(`no button ${label}; there are: ${buttons.map(one => one.label).join(' | ')}\n${this.text()}`)
    }
    return found.payload
  }

  has(label: string | RegExp): boolean {
    return (this.view?.rows ?? [])
      .flat()
      .some(one => (typeof label === 'string' ? one.label === label : label.test(one.label)))
  }

  /** Everything that is to be read, as plain text. */
  text(): string {
    return this.view === undefined ? '' : textOf(this.view)
  }
}

export function textOf(view: View): string {
  const spans = (list: (string | { bold: string })[]) =>
    list.map(span => (typeof span === 'string' ? span : span.bold)).join('')
  const block = (one: View['blocks'][number]): string => {
    switch (one.type) {
      case 'text':
      case 'mark':
        return spans(one.spans)
      case 'content':
      case 'foot':
        return one.text
      case 'option':
        return `${one.label} ${one.text}`
      case 'diff':
        return [one.file, ...one.lines.map(line => (line.mark === 'gap' ? '' : line.text))].join('\n')
      case 'list':
        return one.items.map(spans).join('\n')
      case 'picture':
        return one.alt
      case 'media':
        return [one.label, one.alt, one.transcript ?? ''].filter(Boolean).join('\n')
    }
  }
  const rows = view.rows.map(row => row.map(one => `[${one.label}]${one.primary ? '*' : ''}`).join(' '))
  return [...view.before.map(block), `**${view.heading}**`, ...view.blocks.map(block), ...rows]
    .join('\n')
    .replace(/[\u2066-\u2069]/g, '')
}
