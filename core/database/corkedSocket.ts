// A socket to Postgres that writes once a tick. postgres.js writes a kilobyte as soon as it has one; a turn sends several statements at once,
// and each write is a call into the kernel.
import { connect, type Socket } from 'node:net'

type Place = { host: string[]; port: number[]; path: string | boolean | undefined }

/** For postgres.js' option `socket`, a Unix one too; it connects by itself where there are several hosts to try. */
export function corkedSocket(given: unknown): Promise<Socket> {
  const { host, port, path } = given as Place
  const [name, number] = [host[0] as string, port[0] as number]
  return new Promise((done, fail) => {
    const socket = typeof path === 'string' ? connect(path) : connect({ host: name, port: number })
    // postgres.js reads these for TLS.
    Object.assign(socket, { host: name, port: number })
    if (typeof path !== 'string') socket.setNoDelay(true)
    socket.once('error', fail)
    socket.once('connect', () => {
      socket.removeListener('error', fail)
      done(cork(socket))
    })
  })
}

function cork(socket: Socket): Socket {
  const write = socket.write.bind(socket) as Socket['write']
  let isCorked = false
  socket.write = ((...given: Parameters<Socket['write']>) => {
    if (!isCorked) {
      isCorked = true
      socket.cork()
      setImmediate(() => {
        isCorked = false
        socket.uncork()
      })
    }
    return write(...given)
  }) as Socket['write']
  return socket
}
