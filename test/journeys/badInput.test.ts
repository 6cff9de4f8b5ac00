// What goes wrong at the doors and at the start: each a clear sentence, nothing lost, nothing leaked.
import { execFileSync } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, type Perle, runCli, startPerle, tryToStart, Visitor } from '../support/perle.ts'

describe('bad input in the chat', () => {
  let perle: Perle
  let visitor: Visitor
  beforeAll(async () => {
    perle = await startPerle()
    visitor = new Visitor(perle.url)
    await visitor.enter('new')
    await visitor.look()
  })
  afterAll(() => perle.end())

  const stays = async (scene: string) => expect((await visitor.look()).scene).toBe(scene)

  it('an unknown command names the ones that help', async () => {
    await visitor.act({ kind: 'command', name: 'pizza' as never })
    expect(visitor.text()).toMatch(/\/task|\/help/)
    await stays('welcome')
  })

  it('a stale button shows where one is', async () => {
    const old = visitor.button('Try a question')
    await visitor.presses('Try a question')
    const practice = visitor.button('A is better')
    await visitor.presses('A is better')
    await visitor.says('/task')
    await visitor.act({ kind: 'press', payload: practice })
    expect(visitor.view?.scene).toBeDefined()
    await visitor.act({ kind: 'press', payload: '1|zz|zz||' })
    expect(visitor.text()).toContain('That message is from before')
    expect(old).not.toBe(practice)
  })

  it("somebody else's button changes nothing of theirs", async () => {
    const people = (await (await visitor.get('/api/chat/people')).json()) as { people: { id: string; alias: string }[] }
    const other = new Visitor(perle.url)
    await other.enter(people.people.find(person => person.alias === 'Plain Speech Lab')?.id ?? '')
    await other.look()
    for (const label of ['Try a question', 'A is better', 'Set me up', 'English', 'Yes, 18 or older']) {
      if (other.has(label)) await other.presses(label)
    }
    await other.says('/campaign')
    const pause = (other.view?.rows ?? []).flat().find(button => button.label === 'Pause')
    if (pause?.kind === 'press') {
      const reply = await visitor.act({ kind: 'press', payload: pause.payload })
      expect(reply.status).toBe(200)
      await other.says('/campaign')
      expect(other.has('Pause')).toBe(true)
    }
    expect(other.view).toBeDefined()
  })

  it.each([
    ['1 MB of text', 'x'.repeat(1_000_000)],
    ['emoji', '👩‍👩‍👧‍👦🏳️‍🌈'],
    ['right-to-left', 'مرحبا ‮gnp.exe'],
    ['NUL and controls', 'a\u0000b\u0007'],
    ['a lone surrogate', 'a\ud800b'],
    ['markup', '<script>alert(1)</script> **bold** [x](javascript:1)'],
    ['nothing', ''],
  ])('%s where no text was asked for is not stored and not echoed', async (_name, text) => {
    const reply = await visitor.act({ kind: 'text', text })
    expect(reply.status).toBe(200)
    expect(visitor.text()).toContain('I read buttons')
    expect(JSON.stringify(reply.view)).not.toContain('<script>')
  })

  it('a request that is none is refused in a sentence, and a foreign page cannot act', async () => {
    const bad = await visitor.send('/api/chat/events', { key: 'no uuid', action: { kind: 'dance' } })
    expect(bad.status).toBe(400)
    expect(((await bad.json()) as { error: { sentence: string } }).error.sentence).toMatch(/Nothing was changed/)
    const foreign = await fetch(`${perle.url}/api/local/payout`, { method: 'POST' })
    expect(foreign.status).toBe(403)
    expect((await fetch(`${perle.url}/api/nothing`)).status).toBe(404)
    expect((await fetch(`${perle.url}/api/contributions/zzz`)).status).toBe(404)
    expect((await fetch(`${perle.url}/api/epochs/99`)).status).toBe(404)
  })

  it('a second start on the same folder says who has it', async () => {
    const second = await tryToStart({ ...perle.env, PORT: '0' })
    expect(second.code).toBe(1)
    expect(second.output).toMatch(new RegExp(`running on .* already \\(process ${perle.pid}\\)`))
    expect((await fetch(`${perle.url}/healthz`)).status).toBe(200)
  })

  it('a command-line import names the broken row, and adds nothing', async () => {
    await perle.stop()
    const rows = Array.from({ length: 4800 }, (_, index) =>
      JSON.stringify({ id: `n${index}`, content: { text: `Message ${index}` } }),
    )
    rows[4710] = JSON.stringify({ id: 'n4710', content: { txt: 'Message' } })
    const file = join(perle.home, 'new.jsonl')
    await writeFile(file, rows.join('\n'))
    const broken = await runCli(['import', file, '-c', 'scam-or-advert'], perle.env)
    expect(broken.code).toBe(1)
    expect(broken.stderr).toContain('new.jsonl, line 4711, field content.')
    expect(broken.stderr).toContain('Nothing of this file was kept')
    await writeFile(file, rows.slice(0, 100).join('\n'))
    const good = await runCli(['import', file, '-c', 'scam-or-advert', '--json'], perle.env)
    expect(JSON.parse(good.stdout)).toMatchObject({ rows: 100, added: 100 })
    const again = await runCli(['import', file, '-c', 'scam-or-advert', '--json'], perle.env)
    expect(JSON.parse(again.stdout)).toMatchObject({ rows: 100, added: 0 })
    const unknown = await runCli(['import', file, '-c', 'nothing'], perle.env)
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('scam-or-advert')
    const early = await runCli(['export', 'scam-or-advert', '-o', join(perle.home, 'x.jsonl')], perle.env)
    expect(early.code).toBe(1)
    expect(early.stderr).toContain('Nothing of this campaign is recorded yet')
    const doctor = await runCli(['doctor', '--json'], perle.env)
    expect(doctor.code).toBe(0)
    expect(JSON.parse(doctor.stdout)).toContainEqual(expect.objectContaining({ part: 'ledger', ok: true }))
    expect((await runCli(['dance'], perle.env)).code).toBe(2)
    expect((await runCli(['--help'], perle.env)).stdout).toContain('verify')
  })
})

describe('a start that cannot be', () => {
  let home: string
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'perle-bad-'))
  })
  afterAll(() => rm(home, { recursive: true, force: true }))

  it('says that the port is in use, and leaves nothing locked', async () => {
    const port = await freePort()
    const server = createServer()
    await new Promise<void>(done => server.listen(port, '127.0.0.1', done))
    const started = await tryToStart({ PERLE_HOME: join(home, 'port'), PORT: String(port) })
    server.close()
    expect(started.code).toBe(1)
    expect(started.output).toContain(`Port ${port} is in use`)
    const node = JSON.parse(await readFile(join(home, 'port/chain/anvil.json'), 'utf8')) as { pid: number }
    process.kill(node.pid, 'SIGKILL')
  })

  it('says that the folder cannot be written', async () => {
    // Root may write everywhere, so the folder's name is a file's.
    const file = join(home, 'file')
    await writeFile(file, '')
    const started = await tryToStart({ PERLE_HOME: join(file, 'inside'), PORT: '0' })
    expect(started.code).toBe(1)
    expect(started.output).toMatch(/cannot be written \(ENOTDIR\)/)
    if (process.getuid?.() !== 0) {
      const locked = join(home, 'locked')
      execFileSync('mkdir', [locked])
      await chmod(locked, 0o500)
      expect((await tryToStart({ PERLE_HOME: locked, PORT: '0' })).output).toMatch(/cannot be written \(EACCES\)/)
    }
  })

  it('says that the node of the chain does not answer, without its path or key', async () => {
    const deployment = join(home, 'deployment.json')
    const zeros = (digits: number) => `0x${'1'.repeat(digits)}`
    const roles = { publisher: zeros(40), guardian: zeros(40), treasury: zeros(40) }
    const token = { address: zeros(40), symbol: 'PRL', decimals: 18 }
    const place = {
      chainId: 1,
      genesisHash: zeros(64),
      block: 0,
      token,
      settlement: zeros(40),
      timelock: zeros(40),
      roles,
    }
    await writeFile(deployment, JSON.stringify(place))
    const port = await freePort()
    const CHAIN_RPC_URL = `http://127.0.0.1:${port}/v1/secret-key`
    const started = await tryToStart({
      PERLE_HOME: join(home, 'rpc'),
      PORT: '0',
      CHAIN_RPC_URL,
      CHAIN_DEPLOYMENT: deployment,
    })
    expect(started.code).toBe(1)
    expect(started.output).toMatch(/node|chain/i)
    expect(started.output).not.toContain('secret-key')
    expect(started.output).not.toMatch(/\n\s+at /)
  })

  it('refuses a database that was used with another chain', async () => {
    const folder = join(home, 'mixed')
    const first = await startPerle('pglite', { PERLE_HOME: folder })
    await first.stop()
    const node = JSON.parse(await readFile(join(folder, 'chain/anvil.json'), 'utf8')) as { pid: number }
    process.kill(node.pid, 'SIGKILL')
    await rm(join(folder, 'chain'), { recursive: true })
    const started = await tryToStart({ PERLE_HOME: folder, PORT: '0' })
    expect(started.code).toBe(1)
    expect(started.output).toContain('belongs to another chain')
    const fresh = JSON.parse(await readFile(join(folder, 'chain/anvil.json'), 'utf8')) as { pid: number }
    process.kill(fresh.pid, 'SIGKILL')
    await first.end()
  })

  it('names each setting that is wrong, without its value', async () => {
    const started = await tryToStart({
      PORT: 'eighty',
      DATABASE_URL: 'mysql://root:hunter2@x',
      PERLE_HOME: join(home, 'config'),
    })
    expect(started.code).toBe(1)
    expect(started.output).toContain('PORT:')
    expect(started.output).toContain('DATABASE_URL:')
    expect(started.output).not.toContain('hunter2')
  })
})
