// A JSON-RPC node that lies on demand: a real socket in front of a real anvil. What a lie does not touch is passed through.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type RpcCall = { method: string; params: unknown[] }
/** Gives a result in place of the node's own, or one of the misdeeds below; `truth` asks the real node. */
export type Lie = (call: RpcCall, truth: () => Promise<unknown>) => unknown

/** An HTTP answer as it is, whatever it holds. */
export type Raw = { raw: true; status: number; type: string; body: string }
export const raw = (status: number, body: string, type = 'text/html'): Raw => ({ raw: true, status, type, body })
/** Accepts the request and never answers. */
export const SILENCE = Symbol('silence')
/** Ends the connection in the middle of the answer. */
export const TORN = Symbol('torn')

/** A refusal in the words of JSON-RPC. */
export class RpcRefusal {
  readonly code: number
  readonly message: string
  constructor(code: number, message: string) {
    this.code = code
    this.message = message
  }
}

export type LyingNode = Awaited<ReturnType<typeof aLyingNode>>

export async function aLyingNode(truthUrl: string, port = 0) {
  let lie: Lie | undefined
  const asked: string[] = []
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy())
  })

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    // A page that reads the chain from a browser asks first.
    response.setHeader('access-control-allow-origin', '*')
    response.setHeader('access-control-allow-headers', '*')
    if (request.method === 'OPTIONS') return void response.writeHead(204).end()
    const body = await bodyOf(request)
    const call = JSON.parse(body) as RpcCall & { id: number }
    asked.push(call.method)
    const truth = async () => {
      const headers = { 'content-type': 'application/json' }
      const reply = (await (await fetch(truthUrl, { method: 'POST', headers, body })).json()) as Reply
      if (reply.error !== undefined) throw new NodeError(reply.error)
      return reply.result
    }
    try {
      const result = lie === undefined ? await truth() : await lie(call, truth)
      if (result === SILENCE) return
      if (result instanceof RpcRefusal) {
        const { code, message } = result
        return send(response, { jsonrpc: '2.0', id: call.id, error: { code, message } })
      }
      if (result === TORN) {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4096' })
        response.write(`{"jsonrpc":"2.0","id":${call.id},"result":"0x`)
        return void setTimeout(() => response.destroy(), 5)
      }
      if (isRaw(result)) return void response.writeHead(result.status, { 'content-type': result.type }).end(result.body)
      send(response, { jsonrpc: '2.0', id: call.id, result })
    } catch (error) {
      if (!(error instanceof NodeError)) throw error
      send(response, { jsonrpc: '2.0', id: call.id, error: error.rpc })
    }
  }

  await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** Methods that were asked for, in order. */
    asked,
    lie(next: Lie | undefined) {
      lie = next
    },
    close: () =>
      new Promise<void>(done => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

/** The node's own refusal, passed on as it was. */
class NodeError extends Error {
  readonly rpc: unknown
  constructor(rpc: unknown) {
    super('the node refused')
    this.rpc = rpc
  }
}

type Reply = { result?: unknown; error?: unknown }

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && 'raw' in value
}

function send(response: ServerResponse, reply: object): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(reply))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}
