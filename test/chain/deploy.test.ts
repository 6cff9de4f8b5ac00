// `perle chain deploy` and `perle chain check`, as an operator runs them, on a chain of the test's own.
import { type ChildProcess, spawn } from 'node:child_process'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTestClient, createWalletClient, encodeFunctionData, http, publicActions } from 'viem'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type AnvilNode, endAnvil, spawnAnvil } from '../../contracts/bindings/anvilNode.ts'
import { checkDeployment, type DeploymentReport } from '../../contracts/bindings/checkDeployment.ts'
import {
  type Deployment,
  type DeployParameters,
  dangersOf,
  deploymentSchema,
  deployToFile,
  liveTimes,
  openSigner,
  settlementAbi,
  timelockAbi,
} from '../../contracts/bindings/index.ts'
import { aLyingNode, type LyingNode } from '../emulators/lyingNode.ts'
import { runCli } from '../support/perle.ts'
import { temporaryFolder } from './openLocalChain.ts'

/** anvil's first account; the roles are others of it. */
const KEY = '0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80'
const DEPLOYER = '0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266'
const PUBLISHER = '0x70997970c51812dc3a010c7d01b50e0d17dc79c8'
const GUARDIAN = '0x3c44cdddb6a900fa2b585dd299e03d12fa4293bc'
const TREASURY = '0x90f79bf6eb2c4f870365e785982e1f101e93b906'
const PROPOSER = '0x15d34aaf54267db7d7c367839aaf71a00a2c6a65'
const roles = { publisher: PUBLISHER, guardian: GUARDIAN, treasury: TREASURY } as const
const token = { name: 'Perle', symbol: 'PRL' }
const parameters: DeployParameters = { ...roles, proposers: [PROPOSER], token, ...liveTimes }

let folder: string
let anvil: AnvilNode
let node: LyingNode
let snapshot: `0x${string}`
const test = () =>
  createTestClient({ mode: 'anvil', transport: http(anvil.rpcUrl), cacheTime: 0 }).extend(publicActions)
const file = () => join(folder, 'deployment.json')
const count = () => test().getTransactionCount({ address: DEPLOYER })
const rolesGiven = `--publisher ${PUBLISHER} --guardian ${GUARDIAN} --treasury ${TREASURY} --proposer ${PROPOSER}`
const args = (...more: string[]) =>
  ['chain', 'deploy', '--rpc', node.url, '--out', file()].concat(rolesGiven.split(' '), more)
const deploy = (...more: string[]) => runCli(args(...more), { CHAIN_SIGNER_KEY: KEY })
const deployHere = async (change: Partial<DeployParameters> = {}) => {
  const deployer = await openSigner({ kind: 'key', key: KEY })
  return deployToFile({ rpcUrl: node.url, deployer, parameters: { ...parameters, ...change }, file: file() })
}
const written = async (): Promise<Deployment> => deploymentSchema.parse(JSON.parse(await readFile(file(), 'utf8')))

beforeAll(async () => {
  folder = await temporaryFolder()
  anvil = await spawnAnvil(folder)
  node = await aLyingNode(anvil.rpcUrl)
  snapshot = await test().snapshot()
})
afterAll(async () => {
  await node.close()
  await endAnvil(folder, anvil)
  await rm(folder, { recursive: true })
})
describe('perle chain deploy', { timeout: 120_000 }, () => {
  beforeEach(async () => {
    node.lie(undefined)
    await test().revert({ id: snapshot })
    snapshot = await test().snapshot()
    await rm(file(), { force: true })
    await rm(`${file()}.journal`, { force: true })
  })

  it('puts everything there, says where, and sends nothing the second time', async () => {
    const first = await deploy('--json')
    expect(first.stderr).toContain('Deployed;')
    expect(first.code).toBe(0)
    expect(await count()).toBe(3)
    const deployment = await written()
    expect(deployment.roles).toEqual(roles)
    const { facts, dangers } = JSON.parse(first.stdout) as DeploymentReport
    expect(facts).toMatchObject({
      isOurCode: true,
      timelockDelay: 172_800,
      activationDelay: 172_800,
      minActivationDelay: 21_600,
      maxActivationDelay: 1_209_600,
      maxIncrease: 1_000_000,
      noticeDays: 14,
      graceDays: 30,
      pausedUntil: 0,
      roles: { admin: [deployment.timelock], proposer: [PROPOSER], canceller: [PROPOSER], executor: ['anybody'] },
      waitingChanges: 0,
    })
    expect(dangers.map(danger => danger.code)).toEqual(['publisher.key'])

    const again = await deploy()
    expect(again.code).toBe(0)
    expect(again.stderr).toContain('Nothing was sent')
    expect(await count()).toBe(3)
    expect(await written()).toEqual(deployment)

    const check = await runCli(['chain', 'check', '--rpc', node.url, '--deployment', file()], {})
    expect(check.code).toBe(1)
    expect(check.stdout).toContain(`guardian                 ${GUARDIAN} (one key`)
    expect(check.stdout).toContain('WARNING  the publisher is one key')
  })

  it('goes on after SIGKILL before and after each of its transactions, and deploys nothing twice', async () => {
    const bindings = join(import.meta.dirname, '../../contracts/bindings/index.ts')
    const program = `
      import { deployToFile, openSigner } from '${bindings}'
      const [rpcUrl, file] = process.argv.slice(1)
      const deployer = await openSigner({ kind: 'key', key: '${KEY}' })
      await deployToFile({ rpcUrl, file, deployer, parameters: ${JSON.stringify(parameters)} })`
    // Before the first, after it, before the second ...: each run is killed one moment later than the one before.
    for (const moment of ['before', 'after', 'before', 'after', 'before', 'after']) {
      let child: ChildProcess | undefined
      node.lie(async (call, truth) => {
        if (call.method !== 'eth_sendRawTransaction') return truth()
        const before = await count()
        if (moment === 'after') await truth()
        // What was sent again from the journal is not the moment meant here.
        if (moment === 'after' && (await count()) === before) return null
        child?.kill('SIGKILL')
        return new Promise(() => {})
      })
      child = spawn(process.execPath, ['--input-type=module', '-e', program, node.url, file()], { stdio: 'ignore' })
      await new Promise(done => child?.once('exit', done))
      expect(child.signalCode).toBe('SIGKILL')
    }
    expect(await count()).toBe(3)
    node.lie(undefined)
    expect(await deployHere()).toMatchObject({ isNew: true })
    expect(await count()).toBe(3)
    const { dangers } = await checkDeployment(anvil.rpcUrl, await written(), { isDeep: true })
    expect(dangers.map(danger => danger.code)).toEqual(['publisher.key'])
  })

  it('refuses to go on with other parameters, another key or on another chain', async () => {
    node.lie((call, truth) => (call.method === 'eth_sendRawTransaction' ? Promise.reject(new Error('down')) : truth()))
    await expect(deployHere()).rejects.toMatchObject({ retry: 'later' })
    node.lie(undefined)
    await expect(deployHere({ graceDays: 40 })).rejects.toThrow('begun here with other parameters')
    expect(await deployHere()).toMatchObject({ isNew: true })
    const moved = { ...(await written()), chainId: 1 }
    await writeFile(file(), JSON.stringify(moved))
    await expect(deployHere()).rejects.toThrow('is a deployment on another chain')
  })

  it('says what is wrong before anything costs money', async () => {
    const wrong: [Partial<DeployParameters>, string][] = [
      [{ guardian: PUBLISHER }, 'the publisher cannot be the guardian too'],
      [{ activationDelay: 3_600 }, 'activationDelay: expected between'],
      [{ treasury: '0x12' }, 'treasury: expected 0x and 40 hex digits'],
      [{ proposers: [] }, 'proposers: without one nothing can ever be changed'],
      [{ token: TREASURY }, 'there is no token at'],
      [{ graceDays: 3 }, 'graceDays: '],
    ]
    for (const [change, sentence] of wrong) await expect(deployHere(change)).rejects.toThrow(sentence)
    expect((await deploy('--set', 'nonsense=3')).stderr).toContain('expected name=number with one of timelockDelay')
    expect((await runCli(args(), { CHAIN_SIGNER_KEY: '' })).stderr).toContain('CHAIN_SIGNER_KEY: expected')
    expect(await count()).toBe(0)
  })

  it('raises the fee of what no block takes, at the same nonce', async () => {
    const deployer = await openSigner({ kind: 'key', key: KEY })
    await test().setAutomine(false)
    const said: string[] = []
    const options = { rpcUrl: anvil.rpcUrl, deployer, parameters, file: file(), patience_ms: 30_000, reprice_ms: 200 }
    const tell = (sentence: string) => {
      said.push(sentence)
      // A block that would take only the dearer one.
      if (sentence.startsWith('token: still')) void test().setAutomine(true)
    }
    const { deployment } = await deployToFile({ ...options, tell })
    expect(said).toContain('token: still not in a block; offered again for a higher fee')
    expect(await count()).toBe(3)
    expect((await test().getCode({ address: deployment.settlement }))?.length).toBeGreaterThan(100)
  })

  it('sends the same again, to the same addresses, when a reorg took the contracts after the file was written', async () => {
    const before = await test().snapshot()
    const { deployment } = await deployHere()
    await test().revert({ id: before })
    expect(await count()).toBe(0)
    const again = await deployHere()
    expect(again).toEqual({ deployment: await written(), isNew: true })
    expect(again.deployment.settlement).toBe(deployment.settlement)
    expect(await count()).toBe(3)
  })
})

describe('a check of a deployment warns', () => {
  let report: DeploymentReport
  let deployment: Deployment
  beforeAll(async () => {
    const deployer = await openSigner({ kind: 'key', key: KEY })
    ;({ deployment } = await deployToFile({
      rpcUrl: anvil.rpcUrl,
      deployer,
      parameters,
      file: join(folder, 'own.json'),
    }))
    report = await checkDeployment(anvil.rpcUrl, deployment, { isDeep: true })
    // A contract as the publisher leaves nothing to warn of.
    report.facts.publisher.isOneKey = false
  })
  type Facts = DeploymentReport['facts']
  const STRANGER = `0x${'ee'.repeat(20)}` as const
  const withRoles = (facts: Facts, change: Partial<NonNullable<Facts['roles']>>): Partial<Facts> => ({
    roles: { ...(facts.roles as NonNullable<Facts['roles']>), ...change },
  })

  it('of nothing where all is as it should be', () => {
    expect(dangersOf(report.facts, deployment)).toEqual([])
  })

  it.each<[string, (facts: Facts) => Partial<Facts>]>([
    ['code.other', () => ({ isOurCode: false })],
    ['timelock.other', () => ({ timelock: STRANGER, roles: undefined })],
    ['delay.short', () => ({ activationDelay: 3_600, minActivationDelay: 3_600 })],
    ['delay.floor', () => ({ minActivationDelay: 60 })],
    ['paused', facts => ({ pausedUntil: facts.now + 1 })],
    ['publisher.replaced', facts => ({ publisher: { ...facts.publisher, address: STRANGER } })],
    ['guardian.replaced', facts => ({ guardian: { ...facts.guardian, address: STRANGER } })],
    ['publisher.key', facts => ({ publisher: { ...facts.publisher, isOneKey: true } })],
    ['guardian.poor', facts => ({ guardian: { ...facts.guardian, coins: 0n } })],
    ['treasury.shared', () => ({ treasury: GUARDIAN })],
    ['increase.high', () => ({ maxIncrease: 10_000_001 })],
    ['token.proxy', facts => ({ token: { ...facts.token, isProxy: true } })],
    ['timelock.short', () => ({ timelockDelay: 3_600 })],
    ['grace.short', () => ({ graceDays: 8 })],
    ['timelock.admin', facts => withRoles(facts, { admin: [facts.timelock, STRANGER] })],
    ['proposer.none', facts => withRoles(facts, { proposer: [] })],
    ['proposer.anybody', facts => withRoles(facts, { proposer: ['anybody'] })],
    ['proposer.publisher', facts => withRoles(facts, { proposer: [PROPOSER, PUBLISHER] })],
    ['proposer.guardian', facts => withRoles(facts, { proposer: [PROPOSER, GUARDIAN] })],
    ['executor.none', facts => withRoles(facts, { executor: [] })],
    ['changes.waiting', () => ({ waitingChanges: 1 })],
  ])('of %s, in one sentence', (code, change) => {
    const dangers = dangersOf({ ...report.facts, ...change(report.facts) }, deployment)
    expect(dangers.map(danger => danger.code)).toEqual([code])
    expect(dangers[0]?.says).toMatch(/^[^<>\n]{20,200}[^.]$/)
  })

  it('of a publisher that is one key without coins', () => {
    const publisher = { ...report.facts.publisher, isOneKey: true, coins: 0n }
    const codes = dangersOf({ ...report.facts, publisher }, deployment).map(danger => danger.code)
    expect(codes).toEqual(['publisher.key', 'publisher.poor'])
  })

  it('of what happened on the chain since: a pause, a change that waits, a key without coins', async () => {
    const before = await test().snapshot()
    const { settlement, timelock } = deployment
    await test().impersonateAccount({ address: GUARDIAN })
    await test().impersonateAccount({ address: PROPOSER })
    const wallet = createWalletClient({ transport: http(anvil.rpcUrl) })
    const own = { address: settlement, abi: settlementAbi, chain: null } as const
    await wallet.writeContract({ ...own, account: GUARDIAN, functionName: 'pause', args: [3600] })
    const data = encodeFunctionData({ abi: settlementAbi, functionName: 'setGraceDays', args: [40] })
    const zero = `0x${'0'.repeat(64)}` as const
    const change = [settlement, 0n, data, zero, zero, 172_800n] as const
    const proposal = { address: timelock, abi: timelockAbi, account: PROPOSER, chain: null } as const
    await wallet.writeContract({ ...proposal, functionName: 'schedule', args: change })
    await test().setBalance({ address: GUARDIAN, value: 1n })
    const { dangers } = await checkDeployment(anvil.rpcUrl, deployment, { isDeep: true })
    expect(dangers.map(danger => danger.code)).toEqual(['paused', 'publisher.key', 'guardian.poor', 'changes.waiting'])
    await test().revert({ id: before })
  })
})
