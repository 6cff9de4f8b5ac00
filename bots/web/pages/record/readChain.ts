// What the contract says, asked by this browser itself: Perle's server is not in between.
import { type Hash, type Header, hashText, headerHash } from '@perle/core/proof'
import type { ChainRef } from '../api/shapes.ts'

/** The chain could not be asked, or not the right one: then nothing is called checked. */
export class ChainAway extends Error {}

const HEAD = hashText('head()').slice(0, 10)
const SETTLED = hashText(
  'Settled(uint256,(bytes32,uint256,bytes32,bytes32,bytes32,bytes32,uint256,int256,bytes32,bytes32))',
)
const WAIT_MS = 8_000

export type HeadOnChain = { head: Hash; headersAfter: (epoch: number) => Promise<Header[]> }

/** Newest head of the settlement contract. Throws ChainAway. */
export async function readHead(chain: ChainRef & { rpcUrl: string }): Promise<HeadOnChain> {
  const call = (method: string, params: unknown[]) => callRpc(chain.rpcUrl, method, params)
  if (Number(await call('eth_chainId', [])) !== chain.chainId) throw new ChainAway('another chain')
  const head = await call('eth_call', [{ to: chain.settlement, data: HEAD }, 'latest'])
  if (typeof head !== 'string' || !/^0x[0-9a-f]{64}$/.test(head)) throw new ChainAway('no contract there')
  return {
    head: head as Hash,
    headersAfter: async epoch => {
      const filter = { address: chain.settlement, topics: [SETTLED], fromBlock: 'earliest', toBlock: 'latest' }
      const logs = await call('eth_getLogs', [filter])
      if (!Array.isArray(logs)) throw new ChainAway('no logs')
      return logs.map(log => headerIn(String(log.data))).filter(header => header.epoch > epoch)
    },
  }
}

/** Whether `own` is the head, or an ancestor of it by the headers that the contract wrote. Throws ChainAway. */
export async function isOnChain(own: Header, chain: HeadOnChain): Promise<boolean> {
  const wanted = headerHash(own)
  if (chain.head === wanted) return true
  const later = new Map((await chain.headersAfter(own.epoch)).map(header => [headerHash(header), header]))
  for (let at = later.get(chain.head); at; at = later.get(at.prevHead)) if (at.prevHead === wanted) return true
  return false
}

/** A static struct is its ten words one after another. */
function headerIn(data: string): Header {
  const word = (place: number) => `0x${data.slice(2 + 64 * place, 66 + 64 * place)}` as Hash
  return {
    prevHead: word(0),
    epoch: Number(word(1)),
    batchRoot: word(2),
    contributionsRoot: word(3),
    reputationRoot: word(4),
    payoutRoot: word(5),
    total: BigInt(word(6)),
    heldDelta: BigInt.asIntN(256, BigInt(word(7))),
    debitsHash: word(8),
    manifestHash: word(9),
  }
}

async function callRpc(url: string, method: string, params: unknown[]): Promise<unknown> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      signal: AbortSignal.timeout(WAIT_MS),
    })
    const reply = (await response.json()) as { result?: unknown; error?: unknown }
    if (reply.error !== undefined || reply.result === undefined) throw new ChainAway(`${method} was refused`)
    return reply.result
  } catch (cause) {
    throw cause instanceof ChainAway ? cause : new ChainAway(`${method} did not come back`)
  }
}
