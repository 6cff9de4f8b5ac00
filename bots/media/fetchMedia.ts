// Fetches one file of the public internet: the address is checked after it is resolved and the connection goes to the checked address,
// at every redirect anew, so a name that answers differently the second time leads nowhere else.
import { type LookupAddress, lookup } from 'node:dns'
import { type IncomingMessage, request as plainRequest } from 'node:http'
import { request as secureRequest } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublicAddress } from './addresses.ts'
import { MOST_OF_ANY } from './prepareMedia.ts'

/** For one file with all its redirects, and until the first byte of an answer. */
const WHOLE_MS = 120_000
const SILENT_MS = 15_000
const MOST_REDIRECTS = 5

export type Reaching = {
  /** Whether an address may be connected to; only tests put another rule here, for servers of their own on this machine. */
  isAllowed: (address: string) => boolean
  resolve: (host: string) => Promise<LookupAddress[]>
  wholeMs?: number
  silentMs?: number
}

export const PUBLIC_ONLY: Reaching = {
  isAllowed: isPublicAddress,
  resolve: host =>
    new Promise((done, failed) =>
      lookup(host, { all: true }, (error, addresses) => (error === null ? done(addresses) : failed(error))),
    ),
}

export type Fetched = { ok: true; bytes: Buffer } | { ok: false; expected: string }

class Refused extends Error {}

/** Never throws for what a server or an address can do; `expected` says what was wrong, without repeating what the server said. */
export async function fetchMedia(address: string, reaching: Reaching = PUBLIC_ONLY): Promise<Fetched> {
  const signal = AbortSignal.timeout(reaching.wholeMs ?? WHOLE_MS)
  try {
    return { ok: true, bytes: await follow(address, reaching, signal) }
  } catch (error) {
    if (error instanceof Refused) return { ok: false, expected: error.message }
    if (signal.aborted) return { ok: false, expected: 'an answer that is complete within two minutes' }
    const { code } = error as NodeJS.ErrnoException
    return { ok: false, expected: `a server that can be reached (${code ?? 'no answer'})` }
  }
}

async function follow(address: string, reaching: Reaching, signal: AbortSignal): Promise<Buffer> {
  let url = urlOf(address)
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await ask(url, reaching, signal)
    const { statusCode = 0, headers } = response
    if (statusCode === 200) return readAll(response)
    response.destroy()
    if (![301, 302, 303, 307, 308].includes(statusCode) || headers.location === undefined) {
      throw new Refused(`a file at this address, and it answers ${statusCode}`)
    }
    const isSecure = url.protocol === 'https:'
    url = urlOf(new URL(headers.location, url).href)
    if (isSecure && url.protocol !== 'https:') throw new Refused('an address that does not lead from https to http')
  }
  throw new Refused(`at most ${MOST_REDIRECTS} redirects`)
}

function urlOf(address: string): URL {
  const url = URL.parse(address)
  if (url === null || !/^https?:$/.test(url.protocol))
    throw new Refused('an address that begins with https:// or http://')
  if (url.username !== '' || url.password !== '') throw new Refused('an address without a name or password in it')
  return url
}

/** Every address of the name must be allowed: of a name with one private address nothing is believed. */
async function checkedAddress(url: URL, { isAllowed, resolve }: Reaching): Promise<LookupAddress> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const found = family > 0 ? [{ address: host, family }] : await resolve(host)
  const [first] = found
  if (first === undefined) throw new Refused('an address that is known to the name service')
  if (!found.every(one => isAllowed(one.address))) {
    throw new Refused('an address on the public internet; private, local and reserved ones are not fetched')
  }
  return first
}

async function ask(url: URL, reaching: Reaching, signal: AbortSignal): Promise<IncomingMessage> {
  const checked = await checkedAddress(url, reaching)
  // What the socket asks the name service would be another answer than the checked one, so it is not asked.
  const pinned: LookupFunction = (_host, options, done) =>
    options.all === true ? done(null, [checked]) : done(null, checked.address, checked.family)
  const send = url.protocol === 'https:' ? secureRequest : plainRequest
  return new Promise((done, failed) => {
    const sent = send(url, {
      lookup: pinned,
      agent: false,
      signal,
      timeout: reaching.silentMs ?? SILENT_MS,
      // Compressed answers could unpack to more than is read.
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'Perle media import' },
    })
    sent.once('response', done)
    sent.once('timeout', () => sent.destroy(new Refused('a server that answers within 15 seconds')))
    sent.once('error', failed)
    sent.end()
  })
}

async function readAll(response: IncomingMessage): Promise<Buffer> {
  const tooLarge = new Refused(`at most ${MOST_OF_ANY / 2 ** 20} MB`)
  const said = Number(response.headers['content-length'] ?? 0)
  const encoding = response.headers['content-encoding'] ?? 'identity'
  if (said > MOST_OF_ANY || encoding !== 'identity') response.destroy()
  if (said > MOST_OF_ANY) throw tooLarge
  if (encoding !== 'identity') throw new Refused('a file that is sent as it is, not compressed')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > MOST_OF_ANY) throw tooLarge
    chunks.push(chunk)
  }
  if (said > 0 && bytes !== said) throw new Refused('an answer that is as long as it says')
  return Buffer.concat(chunks)
}
