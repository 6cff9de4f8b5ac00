// Loaded into the process under test before its own code (`node --import`). It changes nothing that Perle does: it reads what is about
// to be sent to the database, to the chain and to browsers, says so on file descriptor 3, and can hold the process at one such moment,
// so that the kill falls into it and not beside it. On PGlite, which nobody else can open, it also reads for the checks.
import { writeSync } from 'node:fs'
import { ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { basename } from 'node:path'
import { toFunctionSelector } from 'viem'
import { settlementAbi } from '../../../contracts/bindings/abi.ts'
import { createFollower, type Moment, momentOfCall } from './moments.ts'
import { createWireReader } from './wireStatements.ts'

const TOLD = 3
/** Longer than any parent needs to kill us; then we go on, and the parent sees that it missed. */
const HOLD_MS = 20_000

export type Hold = { moment: Moment; count: number }
/** What the parent says: hold there, or answer this query. */
export type Asked = { hold: Hold } | { id: number; text: string }

type Reader = { query(text: string): Promise<{ rows: unknown[] }> }

if (basename(process.argv[1] ?? '') === 'start.js') await observe()

async function observe(): Promise<void> {
  const { at, hold } = atMoment()
  observePostgres(at)
  observeCalls(at)
  observeReplies(at)
  const reader = await observePglite(at)
  process.on('message', (asked: Asked) => {
    if ('hold' in asked) return hold(asked.hold)
    const answer = (found: object) => process.send?.({ id: asked.id, ...found })
    reader()
      .query(asked.text)
      .then(
        ({ rows }) => answer({ rows }),
        (error: unknown) => answer({ error: String(error) }),
      )
  })
  process.channel?.unref()
}

/** Asked to hold, the process stops before the n-th of these moments from now on, and waits there to be killed. */
function atMoment(): { at: At; hold: (hold: Hold) => void } {
  let wanted: Hold | undefined
  return {
    hold: hold => {
      wanted = { ...hold }
    },
    at: moment => {
      const isHeld = wanted?.moment === moment && --wanted.count === 0
      writeSync(TOLD, `${isHeld ? 'held ' : ''}${moment}\n`)
      if (isHeld) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, HOLD_MS)
    },
  }
}

type At = (moment: Moment) => void

function observePostgres(at: At): void {
  const port = Number(new URL(process.env['DATABASE_URL'] ?? 'none://127.0.0.1:0').port)
  if (port === 0) return
  const connections = new WeakMap<Socket, (bytes: Uint8Array) => void>()
  const write = Socket.prototype.write
  Socket.prototype.write = function (this: Socket, ...given: unknown[]) {
    if (this.remotePort === port && given[0] instanceof Uint8Array) {
      const follow = connections.get(this) ?? followWire(at)
      connections.set(this, follow)
      follow(given[0])
    }
    return (write as (...all: unknown[]) => boolean).apply(this, given)
  } as typeof write
}

async function observePglite(at: At): Promise<() => Reader> {
  // Not a dependency of the tests but of the core, so named where no tool looks for it.
  const driver = '@electric-sql/pglite'
  const { PGlite } = (await import(driver)) as { PGlite: { prototype: Record<string, unknown> } }
  let reader: Reader | undefined
  const remember = (found: Reader) => {
    reader = found
  }
  const follow = followWire(at)
  const send = PGlite.prototype['execProtocolRaw'] as (...all: unknown[]) => unknown
  PGlite.prototype['execProtocolRaw'] = function (this: Reader, ...given: unknown[]) {
    remember(this)
    if (given[0] instanceof Uint8Array) follow(given[0])
    return send.apply(this, given)
  }
  return () => {
    if (reader === undefined) throw new Error('no PGlite is open here')
    return reader
  }
}

function followWire(at: At): (bytes: Uint8Array) => void {
  const [read, follow] = [createWireReader(), createFollower()]
  return bytes => {
    for (const text of read(bytes)) {
      const moment = follow(text)
      if (moment !== undefined) at(moment)
    }
  }
}

function observeCalls(at: At): void {
  const selectorOf = (name: 'settle' | 'claim' | 'claimMany' | 'claimSubtree') => {
    const item = settlementAbi.find(one => one.type === 'function' && one.name === name)
    if (item?.type !== 'function') throw new Error(`no ${name} in the contract`)
    return toFunctionSelector(item).slice(2)
  }
  const selectors = {
    settle: selectorOf('settle'),
    claims: (['claim', 'claimMany', 'claimSubtree'] as const).map(selectorOf),
  }
  const call = globalThis.fetch
  globalThis.fetch = async (input, init) => {
    const moment = typeof init?.body === 'string' ? momentOfCall(init.body, selectors) : undefined
    if (moment !== undefined) at(moment)
    const reply = await call(input, init)
    if (moment === 'send.settle' || moment === 'send.claim') at(moment.replace('send', 'sent') as Moment)
    return reply
  }
}

function observeReplies(at: At): void {
  const end = ServerResponse.prototype.end
  ServerResponse.prototype.end = function (this: ServerResponse, ...given: unknown[]) {
    if (this.req?.url === '/api/chat/events') at('reply')
    return (end as (...all: unknown[]) => ServerResponse).apply(this, given)
  } as typeof end
}
