// Connections that a transaction has for itself. One that closes is never asked again: what was left of its transaction would otherwise be
// sent over a new connection, where it would stand by itself.
import postgres from 'postgres'
import { Fault } from '../refusals.ts'
import { corkedSocket } from './corkedSocket.ts'

export type Options = NonNullable<Parameters<typeof postgres>[1]>
export type Answer = Promise<unknown> & { values(): Answer }
/** What drizzle's session asks of a connection. */
export type Asked = { unsafe(text: string, values?: unknown[]): Answer }

export type Connection = {
  asked: Asked
  /** Rejects when the connection closes; never resolves. */
  lost: Promise<never>
  isLost(): boolean
  end(): Promise<void>
}

export function transactionPool(url: string, options: Options, size: number) {
  const idle: Connection[] = []
  const waiting: { give: (connection: Connection) => void; fail: (error: unknown) => void }[] = []
  let open = 0
  let isClosed = false

  const openOne = async (): Promise<Connection> => {
    open += 1
    try {
      return await connect(url, options)
    } catch (error) {
      open -= 1
      throw error
    }
  }

  const handOver = (connection: Connection) => {
    const next = waiting.shift()
    if (next === undefined) idle.push(connection)
    else next.give(connection)
  }

  return {
    async take(): Promise<Connection> {
      if (isClosed) throw new Error('bug: the database was closed before this transaction began')
      for (let known = idle.pop(); known !== undefined; known = idle.pop()) {
        if (!known.isLost()) return known
        open -= 1
      }
      if (open < size) return openOne()
      return new Promise((give, fail) => void waiting.push({ give, fail }))
    },
    give(connection: Connection): void {
      if (!connection.isLost() && !isClosed) {
        handOver(connection)
        return
      }
      open -= 1
      void connection.end()
      // Whoever waits for this one gets a new one in its place.
      if (!isClosed && waiting.length > 0) {
        openOne().then(handOver, error => waiting.shift()?.fail(error))
      }
    },
    async close(): Promise<void> {
      isClosed = true
      for (const one of waiting.splice(0)) one.fail(new Error('the database was closed'))
      await Promise.all(idle.splice(0).map(connection => connection.end()))
    },
  }
}

async function connect(url: string, options: Options): Promise<Connection> {
  let isLost = false
  let lose: (error: unknown) => void = () => {}
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })
  lost.catch(() => {})
  const refused = Object.assign(lost, { values: () => refused, execute: () => refused }) as unknown as ReturnType<
    Asked['unsafe']
  >
  const client = postgres(url, {
    ...options,
    max: 1,
    max_lifetime: null,
    ...(isOneHost(url) ? { socket: corkedSocket as never } : {}),
    onclose: () => {
      isLost = true
      lose(new Fault('The connection to the database was lost. What was under way did not happen.', { retry: 'later' }))
    },
  })
  transparent(client.options as never)
  try {
    const reserved = await client.reserve()
    const asked: Asked = {
      unsafe: (...given) => {
        return isLost ? refused : (reserved.unsafe as unknown as Asked['unsafe'])(...given)
      },
    }
    return { asked, lost, isLost: () => isLost, end: () => client.end({ timeout: 1 }) }
  } catch (cause) {
    await client.end({ timeout: 1 })
    throw new Fault('The database of DATABASE_URL does not answer.', { retry: 'later', cause })
  }
}

function isOneHost(url: string): boolean {
  const { host, searchParams } = new URL(url)
  return host !== '' && !host.includes(',') && !searchParams.has('host')
}

/** Dates and JSON go through as text: drizzle's columns do the reading. What its own `drizzle(client)` sets, for a client it has not seen. */
function transparent(options: { parsers: Record<string, unknown>; serializers: Record<string, unknown> }): void {
  const asIs = (value: unknown) => value
  for (const type of ['1184', '1082', '1083', '1114', '1182', '1185', '1115', '1231']) {
    options.parsers[type] = asIs
    options.serializers[type] = asIs
  }
  for (const type of ['114', '3802']) options.serializers[type] = asIs
}
