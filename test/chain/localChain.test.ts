import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkDeployment, type LocalChain, openChain, startLocalChain } from '../../contracts/bindings/index.ts'
import { amount } from '../../core/amount.ts'
import { send, temporaryFolder } from './openLocalChain.ts'

const open = (local: LocalChain) =>
  openChain({ rpcUrl: local.rpcUrl, deployment: local.deployment, accounts: local.accounts })

/** Returns once the process is gone, or a zombie that only its parent has not buried yet. */
async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  const status = () => readFile(`/proc/${pid}/status`, 'utf8').catch(() => 'State:\tZ')
  while (!/^State:\s+Z/m.test(await status())) await sleep(5)
}

describe('the local chain', () => {
  let folder: string
  let last: LocalChain | undefined
  const start = async () => {
    last = await startLocalChain({ folder })
    return last
  }

  beforeEach(async () => {
    folder = await temporaryFolder()
    last = undefined
  })
  afterEach(async () => {
    await last?.stop()
    await rm(folder, { recursive: true })
  })

  it('begins with contracts deployed, and a requester who has PRL', async () => {
    const local = await start()
    expect(local.origin).toBe('fresh')
    expect(await open(local).tokenBalance(local.accounts.requester.address)).toBe(10n ** 24n)
    const { dangers } = await checkDeployment(local.rpcUrl, local.deployment)
    expect(dangers.map(danger => danger.code)).toEqual(['delay.short', 'publisher.key', 'timelock.short'])
  })

  it('is adopted by a second start while it runs', async () => {
    const first = await start()
    await send(open(first), { kind: 'approve', signer: 'requester', amount: amount(1n) })
    const second = await start()
    expect(second).toMatchObject({ origin: 'adopted', pid: first.pid, deployment: first.deployment })
    expect(await open(second).transactionCount('requester')).toBe(1)
  })

  it('comes back from the last dump after SIGKILL, with its blocks, its clock and a finalized block', async () => {
    const first = await start()
    await send(open(first), { kind: 'approve', signer: 'requester', amount: amount(1n) })
    await first.passTime(400 * 86_400)
    await first.dumpState()
    const dumped = await open(first).latest()
    await send(open(first), { kind: 'approve', signer: 'requester', amount: amount(2n) })
    await kill(first.pid)

    const second = await start()
    expect(second).toMatchObject({ origin: 'restored', deployment: first.deployment })
    expect(second.pid).not.toBe(first.pid)
    const chain = open(second)
    expect(await chain.transactionCount('requester')).toBe(1)
    expect(await chain.blockHash(dumped.number)).toBe(dumped.hash)
    expect((await chain.latest()).timestamp).toBeGreaterThan(dumped.timestamp)
    const finalized = await chain.finalized()
    expect(finalized.number).toBeGreaterThanOrEqual(dumped.number)
    expect(await chain.state(finalized.number)).toMatchObject({ epoch: 0 })
    await send(chain, { kind: 'approve', signer: 'requester', amount: amount(3n) })
  })

  it('comes back from the dump before, if the last one is torn', async () => {
    const first = await start()
    await first.dumpState()
    await first.dumpState()
    await kill(first.pid)
    const state = join(folder, 'chain', 'state.json')
    await writeFile(state, (await readFile(state)).subarray(0, 1_000))
    expect(await start()).toMatchObject({ origin: 'restored', deployment: first.deployment })
  })

  it('leaves a process alone that merely has the recorded pid', async () => {
    const first = await start()
    await first.stop()
    const record = { pid: process.pid, port: 1, genesisHash: first.deployment.genesisHash }
    await writeFile(join(folder, 'chain', 'anvil.json'), JSON.stringify(record))
    expect(await start()).toMatchObject({ origin: 'restored' })
  })

  it('replaces an anvil that serves another chain than the recorded one', async () => {
    const first = await start()
    const path = join(folder, 'chain', 'anvil.json')
    const record = JSON.parse(await readFile(path, 'utf8'))
    await writeFile(path, JSON.stringify({ ...record, genesisHash: `0x${'1'.repeat(64)}` }))
    const second = await start()
    expect(second.origin).toBe('restored')
    expect(second.pid).not.toBe(first.pid)
  })

  it('says what to do if the deployment file is gone', async () => {
    const first = await start()
    await first.stop()
    last = undefined
    await rm(join(folder, 'chain', 'deployment.json'))
    await expect(startLocalChain({ folder })).rejects.toThrow(/no readable deployment.json; put it back, or delete/)
  })

  it('makes blocks final', async () => {
    const local = await start()
    const chain = open(local)
    await send(chain, { kind: 'approve', signer: 'requester', amount: amount(1n) })
    const { number } = await chain.latest()
    await local.mine(2)
    expect((await chain.finalized()).number).toBeGreaterThanOrEqual(number)
  })
})
