import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkDeployment, type Deployment, deploymentSchema, openChain } from '../../contracts/bindings/index.ts'
import { ZERO_HASH } from '../../core/proof/index.ts'
import { openLocalChain } from './openLocalChain.ts'

const somewhere = `0x${'ab'.repeat(20)}` as const
const deployment: Deployment = {
  chainId: 31_337,
  genesisHash: ZERO_HASH,
  block: 0,
  token: { address: somewhere, symbol: 'PRL', decimals: 18 },
  settlement: somewhere,
  timelock: somewhere,
  roles: { publisher: somewhere, guardian: somewhere, treasury: somewhere },
}

describe('a node that cannot be used', () => {
  let server: Server
  let port: number
  beforeAll(async () => {
    server = createServer((_request, response) => response.writeHead(429).end('slow down'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    port = (server.address() as AddressInfo).port
  })
  afterAll(() => server.close())

  it('gives a Fault to try later, naming the host and never the key in the address', async () => {
    const rpcUrl = 'http://127.0.0.1:1/v2/s3cret'
    const chain = openChain({ rpcUrl, deployment })
    const calls = [
      chain.latest(),
      chain.state(),
      chain.events(0n, 1n),
      chain.receipt(ZERO_HASH),
      chain.broadcast('0x02'),
    ]
    for (const call of calls) {
      const fault = await call.then(
        () => undefined,
        (error: unknown) => error,
      )
      expect(fault).toMatchObject({ name: 'Fault', retry: 'later' })
      expect(String((fault as Error).message)).toBe('the chain node at 127.0.0.1:1 does not answer')
      expect(String((fault as Error).cause)).not.toContain('s3cret')
    }
  })

  it('names the status of an HTTP refusal', async () => {
    const chain = openChain({ rpcUrl: `http://127.0.0.1:${port}`, deployment })
    await expect(chain.latest()).rejects.toThrow(`the chain node at 127.0.0.1:${port} does not answer (HTTP 429)`)
  })

  it('refuses to sign without a key, saying whose', async () => {
    const chain = openChain({ rpcUrl: 'http://127.0.0.1:1', deployment })
    expect(() => chain.address('publisher')).toThrow('no key is configured for the publisher')
  })
})

describe('a deployment file and a chain that do not belong together', () => {
  let opened: Awaited<ReturnType<typeof openLocalChain>>
  beforeAll(async () => {
    opened = await openLocalChain()
  })
  afterAll(() => opened.close())

  it('are told apart by chain id, genesis, contract and token', async () => {
    const { rpcUrl, deployment: right } = opened.local
    const wrong: [Partial<Deployment>, RegExp][] = [
      [{ chainId: 1 }, /the node serves chain 31337, the deployment file names chain 1/],
      [{ genesisHash: ZERO_HASH }, /begun anew/],
      [{ settlement: somewhere }, /no contract at 0xabab/],
      [{ token: { ...right.token, address: somewhere } }, /another token/],
    ]
    for (const [change, sentence] of wrong) {
      await expect(checkDeployment(rpcUrl, { ...right, ...change })).rejects.toThrow(sentence)
    }
  })

  it('survive a round trip through JSON', () => {
    expect(deploymentSchema.parse(JSON.parse(JSON.stringify(opened.local.deployment)))).toEqual(opened.local.deployment)
  })
})
