// anvil for gas runs: the rules of Osaka, no fees, any account may send. Whole transactions, as their receipts say.
import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type Abi,
  type Address,
  createTestClient,
  encodeDeployData,
  encodeFunctionData,
  type Hex,
  http,
  publicActions,
  walletActions,
} from 'viem'

/** EIP-7825: no transaction may carry more. */
const gasCap = 16_777_216n

export type Contract = { address: Address; abi: Abi }
export type Node = Awaited<ReturnType<typeof startNode>>

export async function startNode() {
  const port = await freePort()
  const anvil = createRequire(import.meta.url).resolve('@foundry-rs/anvil-linux-amd64/bin/anvil')
  const flags = ['--port', String(port), '--hardfork', 'osaka', '--base-fee', '0', '--gas-price', '0', '--silent']
  const child = spawn(anvil, [...flags, '--auto-impersonate', '--timestamp', '1800000000'], { stdio: 'ignore' })
  const transport = http(`http://127.0.0.1:${port}`)
  const client = createTestClient({ mode: 'anvil', transport, cacheTime: 0, pollingInterval: 5 })
    .extend(publicActions)
    .extend(walletActions)
  await untilReady(child, () => client.getChainId())

  /** Sends, expects success, and gives what it cost and where it deployed to. */
  async function send(from: Address, to: Address | undefined, data: Hex) {
    const hash = await client.sendTransaction({
      account: from,
      chain: null,
      data,
      gas: gasCap,
      gasPrice: 0n,
      ...(to === undefined ? {} : { to }),
    })
    const receipt = await client.waitForTransactionReceipt({ hash })
    if (receipt.status === 'success') return { gas: Number(receipt.gasUsed), address: receipt.contractAddress }
    await client.call({ account: from, data, ...(to === undefined ? {} : { to }) })
    throw new Error(`a transaction to ${to ?? 'a new contract'} was reverted`)
  }

  return {
    client,
    async deploy(from: Address, abi: Abi, bytecode: Hex, args: readonly unknown[]): Promise<Contract> {
      const { address } = await send(from, undefined, encodeDeployData({ abi, bytecode, args }))
      if (!address) throw new Error('nothing was deployed')
      return { address, abi }
    },
    async gas(from: Address, to: Contract, functionName: string, args: readonly unknown[]): Promise<number> {
      return (await send(from, to.address, encodeFunctionData({ abi: to.abi, functionName, args }))).gas
    },
    /** Moves the clock; the next block has at least this much more. */
    async pass(seconds: number): Promise<void> {
      await client.increaseTime({ seconds })
      await client.mine({ blocks: 1 })
    },
    async now(): Promise<bigint> {
      return (await client.getBlock({ blockTag: 'latest' })).timestamp
    },
    stop: () => child.kill('SIGTERM'),
  }
}

async function untilReady(child: ChildProcess, ask: () => Promise<unknown>): Promise<void> {
  for (let look = 0; look < 400 && child.exitCode === null; look++) {
    try {
      await ask()
      return
    } catch {
      await sleep(25)
    }
  }
  child.kill('SIGKILL')
  throw new Error('anvil did not start')
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise(done => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('bug: a TCP server without a port')
  return address.port
}
