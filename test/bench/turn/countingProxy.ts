// Stands between a client and Postgres and counts what the client makes it do (protocol 3.0, PostgreSQL manual chapter 54).
import { connect, createServer, type Socket } from 'node:net'

export type Counted = { statements: number; roundTrips: number }

const [EXECUTE, QUERY] = ['E'.charCodeAt(0), 'Q'.charCodeAt(0)]
/** How long an answer takes to come back: longer than a process needs between two things it does not wait for. */
const ANSWER_MS = 3
const READY = 'Z'.charCodeAt(0)
const [SYNC, FLUSH] = ['S'.charCodeAt(0), 'H'.charCodeAt(0)]

/**
 * A round trip begins when the client asks something while nothing it asked is unanswered: what it sends before the answer came is on the
 * same trip. A Flush waits for its answer like a Sync does; it is answered by whatever comes next. Answers are held back for a moment, as a
 * network would: else what does not wait, and is merely a tick late, would count as one more trip.
 */
export async function countingProxy(target: { host: string; port: number }) {
  const counted: Counted = { statements: 0, roundTrips: 0 }
  const sockets = new Set<Socket>()
  const server = createServer(client => {
    const upstream = connect(target)
    let open = 0
    let isFlushed = false
    const asks = frames(true, (type, _size) => {
      if (type === EXECUTE || type === QUERY) counted.statements += 1
      if (type !== SYNC && type !== FLUSH && type !== QUERY) return
      if (open === 0 && !isFlushed) counted.roundTrips += 1
      if (type === FLUSH) isFlushed = true
      else open += 1
    })
    const answers = frames(false, type => {
      if (type === READY && open > 0) open -= 1
      isFlushed = false
    })
    client.on('data', chunk => {
      asks(chunk)
      upstream.write(chunk)
    })
    upstream.on('data', chunk => {
      setTimeout(() => {
        answers(chunk)
        if (!client.destroyed) client.write(chunk)
      }, ANSWER_MS)
    })
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.setNoDelay(true)
      socket.on('error', () => {})
      socket.on('close', () => {
        client.destroy()
        upstream.destroy()
      })
    }
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('bug: a TCP server without a port')
  return {
    port: address.port,
    counted,
    close: () => {
      for (const socket of sockets) socket.destroy()
      server.close()
    },
  }
}

/** Cuts a stream into messages: a type byte (the start-up message of a client has none), a length that counts itself, the rest. */
function frames(hasStartUp: boolean, see: (type: number, size: number) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0)
  let isStarting = hasStartUp
  return chunk => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    for (;;) {
      const head = isStarting ? 0 : 1
      if (rest.length < head + 4) return
      const size = head + rest.readInt32BE(head)
      if (rest.length < size) return
      if (!isStarting) see(rest[0] as number, size)
      isStarting = false
      rest = rest.subarray(size)
    }
  }
}
