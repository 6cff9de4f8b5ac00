// Real servers on this machine. That they are reached at all is a rule which only tests set: `isAllowed` lets their one port's address
// through, and `resolve` gives names to them.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { isPublicAddress } from '../../bots/media/addresses.ts'
import { fetchMedia, PUBLIC_ONLY, type Reaching } from '../../bots/media/fetchMedia.ts'
import { aPng } from './sampleMedia.ts'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(done => server.close(done))
  }
})

async function serving(handle: (request: IncomingMessage, response: ServerResponse) => void): Promise<number> {
  const server = createServer(handle)
  servers.push(server)
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  return (server.address() as AddressInfo).port
}

const HERE = [{ address: '127.0.0.1', family: 4 }]
const toHere: Reaching = { isAllowed: address => address === '127.0.0.1', resolve: async () => HERE }

describe('an address of the internet', () => {
  it.each([
    '127.0.0.1',
    '0.0.0.0',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '::127.0.0.1',
    '64:ff9b::10.0.0.1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2001:db8::1',
    '2001::1',
    'not an address',
  ])('is not %s', address => expect(isPublicAddress(address)).toBe(false))

  it.each(['93.184.216.34', '172.32.0.1', '2606:2800:220:1::1', '::ffff:93.184.216.34', '64:ff9b::8.8.8.8'])(
    'is %s',
    address => expect(isPublicAddress(address)).toBe(true),
  )
})

type Handle = (request: IncomingMessage, response: ServerResponse) => void
type Slow = [what: string, handle: Handle, sentence: RegExp]

describe('fetching', () => {
  it('brings the bytes of a public server, whatever the server calls them', async () => {
    const port = await serving((_request, response) => response.setHeader('content-type', 'text/html').end(aPng()))
    expect(await fetchMedia(`http://pictures.example:${port}/a.png`, toHere)).toEqual({ ok: true, bytes: aPng() })
  })

  it('never connects to this machine or its network, by name, by number, or in disguise', async () => {
    let asked = 0
    const port = await serving((_request, response) => {
      asked += 1
      response.end('secret')
    })
    const names: Record<string, string> = { 'inside.example': '127.0.0.1', 'six.example': '::ffff:127.0.0.1' }
    const reaching: Reaching = {
      ...PUBLIC_ONLY,
      resolve: async host => [{ address: names[host] ?? '127.0.0.1', family: host === 'six.example' ? 6 : 4 }],
    }
    const hosts = [
      '127.0.0.1',
      'localhost',
      '[::1]',
      '[::ffff:127.0.0.1]',
      '2130706433',
      '0x7f.1',
      '0',
      ...Object.keys(names),
    ]
    for (const host of hosts) {
      const outcome = await fetchMedia(`http://${host}:${port}/`, reaching)
      expect(outcome, host).toMatchObject({ ok: false, expected: expect.stringContaining('public internet') })
    }
    expect(asked).toBe(0)
  })

  it('believes nothing of a name of which one address is private', async () => {
    const both = [
      { address: '93.184.216.34', family: 4 },
      { address: '10.0.0.1', family: 4 },
    ]
    const outcome = await fetchMedia('http://half.example/', { ...PUBLIC_ONLY, resolve: async () => both })
    expect(outcome).toMatchObject({ ok: false, expected: expect.stringContaining('public internet') })
  })

  it('connects to the address that was checked: a name that answers otherwise the second time is not asked again', async () => {
    const port = await serving((request, response) => response.end(request.headers.host))
    let asked = 0
    const rebinding: Reaching = {
      isAllowed: address => address === '127.0.0.1',
      // The second answer would be another machine, and nobody would be there.
      resolve: async () => (asked++ === 0 ? HERE : [{ address: '127.0.0.99', family: 4 }]),
    }
    const outcome = await fetchMedia(`http://rebinds.example:${port}/`, rebinding)
    expect(outcome).toEqual({ ok: true, bytes: Buffer.from(`rebinds.example:${port}`) })
    expect(asked).toBe(1)
  })

  it('checks every redirect anew, and follows five of them', async () => {
    const port = await serving((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '', 'http://x')
      const left = Number(searchParams.get('left') ?? 0)
      if (pathname === '/inside') response.writeHead(302, { location: 'http://169.254.169.254/latest/meta-data' }).end()
      else if (pathname === '/file') response.writeHead(302, { location: 'file:///etc/passwd' }).end()
      else if (left > 0) response.writeHead(307, { location: `/?left=${left - 1}` }).end()
      else response.end('there')
    })
    const at = (path: string) => fetchMedia(`http://pictures.example:${port}${path}`, toHere)
    expect(await at('/?left=5')).toMatchObject({ ok: true })
    expect(await at('/?left=6')).toEqual({ ok: false, expected: 'at most 5 redirects' })
    expect(await at('/inside')).toMatchObject({ ok: false, expected: expect.stringContaining('public internet') })
    expect(await at('/file')).toMatchObject({ ok: false, expected: expect.stringContaining('https://') })
  })

  it('reads no more than it takes, whether the server says how much comes or not', async () => {
    let sent = 0
    const port = await serving((request, response) => {
      if (request.url === '/said') {
        response.writeHead(200, { 'content-length': 10 ** 10 })
        response.write('x')
        return
      }
      const more = () => {
        if (response.destroyed) return
        sent += 2 ** 20
        response.write(Buffer.alloc(2 ** 20), () => setImmediate(more))
      }
      more()
    })
    expect(await fetchMedia(`http://large.example:${port}/said`, toHere)).toEqual({
      ok: false,
      expected: 'at most 50 MB',
    })
    expect(await fetchMedia(`http://large.example:${port}/`, toHere)).toEqual({ ok: false, expected: 'at most 50 MB' })
    expect(sent).toBeLessThan(80 * 2 ** 20)
  })

  it.each([
    ['a server that says nothing', () => {}, /answers within/],
    [
      'a server that drips',
      (_request: IncomingMessage, response: ServerResponse) => {
        const drip = setInterval(() => response.write('.'), 50)
        response.once('close', () => clearInterval(drip))
      },
      /complete within/,
    ],
    [
      'an address with nothing behind it',
      (_q: IncomingMessage, r: ServerResponse) => void r.writeHead(404).end(),
      /answers 404/,
    ],
    [
      'an answer that unpacks to more',
      (_q: IncomingMessage, r: ServerResponse) => void r.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
      /not compressed/,
    ],
    [
      'an answer that breaks off',
      (_q: IncomingMessage, r: ServerResponse) => {
        r.writeHead(200, { 'content-length': 100 })
        r.write('half', () => r.destroy())
      },
      /can be reached/,
    ],
  ] satisfies Slow[])('ends with a sentence at %s', async (_what, handle, sentence) => {
    const port = await serving(handle)
    const outcome = await fetchMedia(`http://slow.example:${port}/`, { ...toHere, silentMs: 400, wholeMs: 900 })
    expect(outcome).toMatchObject({ ok: false, expected: expect.stringMatching(sentence) })
  })

  it('takes no other address than one of the web, and none with a password', async () => {
    for (const address of [
      'ftp://a.example/x',
      'data:image/png;base64,AA',
      'gopher://x',
      'http://me:secret@a.example/',
      'nothing',
    ]) {
      expect(await fetchMedia(address, toHere)).toMatchObject({ ok: false })
    }
    const away: Reaching = {
      ...toHere,
      resolve: () => Promise.reject(Object.assign(new Error(), { code: 'ENOTFOUND' })),
    }
    expect(await fetchMedia('http://nowhere.example/', away)).toEqual({
      ok: false,
      expected: 'a server that can be reached (ENOTFOUND)',
    })
  })
})
