// A copy of the contracts in a folder of its own, with all switchable mutants in it, on which the tests are run.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Mutant, withMutant, withSwitches } from './mutants.ts'

export type Verdict = 'killed' | 'does not compile' | 'survived'

/** Left out at first: what measures, and what walks for minutes. */
const slow = 'GasTest|InvariantsTest'
const root = join(import.meta.dirname, '../../..')

/** Compiled by the older generator: nothing is measured here, only the logic matters. */
const settings = `
via_ir = false
optimizer = true
optimizer_runs = 1
code_size_limit = 200000
[fuzz]
runs = 24
seed = "0x5045524c45"
[invariant]
runs = 12
depth = 48
fail_on_revert = false
[lint]
lint_on_build = false
`

export async function openWorkbench(mutants: readonly Mutant[]) {
  const folder = mkdtempSync(join(tmpdir(), 'perle-mutation-'))
  mkdirSync(join(folder, 'contracts'))
  for (const part of ['src', 'test', 'solc.cjs']) {
    cpSync(join(root, 'contracts', part), join(folder, 'contracts', part), { recursive: true })
  }
  quickVersion(join(folder, 'contracts/solc.cjs'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  const toml = readFileSync(join(root, 'foundry.toml'), 'utf8')
  const wanted = /^(src|test|libs|remappings|auto_detect_remappings|solc|offline|evm_version) =/
  const shared = (toml.split('[fmt]')[0] ?? '').split('\n').filter(line => wanted.test(line))
  writeFileSync(join(folder, 'foundry.toml'), `[profile.default]\n${shared.join('\n')}${settings}`)
  const forge = (...args: string[]) => run(folder, args)

  const close = () => rmSync(folder, { recursive: true, force: true })
  for (const file of new Set(mutants.map(mutant => mutant.file))) {
    const text = readFileSync(join(root, file), 'utf8')
    writeFileSync(
      join(folder, file),
      withSwitches(
        text,
        mutants.filter(one => one.file === file),
      ),
    )
  }
  const first = await forge('test', '--no-match-contract', slow, '--block-base-fee-per-gas', '1000')
  if (first.code !== 0) {
    close()
    throw new Error(`the tests fail without any mutant:\n${first.output.slice(-3_000)}`)
  }

  /** Unit and fuzz tests first; what they let live meets the invariants. */
  const test = async (...flags: string[]): Promise<Verdict> => {
    const tests = await forge('test', '--fail-fast', '--no-match-contract', slow, ...flags)
    if (/Compiler run failed|Compilation failed/i.test(tests.output)) return 'does not compile'
    if (tests.code !== 0) return 'killed'
    const walks = await forge('test', '--fail-fast', '--match-contract', 'InvariantsTest', ...flags)
    return walks.code === 0 ? 'survived' : 'killed'
  }
  return {
    async judge(mutant: Mutant): Promise<Verdict> {
      if (mutant.way !== 'replace') return test('--block-base-fee-per-gas', String(mutant.number))
      const path = join(folder, mutant.file)
      const original = readFileSync(path)
      writeFileSync(path, withMutant(readFileSync(join(root, mutant.file), 'utf8'), mutant))
      try {
        return await test()
      } finally {
        writeFileSync(path, original)
      }
    },
    close,
  }
}

/** forge asks for the version at each start, and solc-js takes a second to load only to say it. */
function quickVersion(wrapper: string): void {
  const version = execFileSync(process.execPath, [join(root, 'contracts/solc.cjs'), '--version'], { encoding: 'utf8' })
  const compile = wrapper.replace(/solc\.cjs$/, 'compile.cjs')
  cpSync(wrapper, compile)
  const script = `case "$*" in *--version*) printf '%s' '${version}' ;; *) exec '${process.execPath}' '${compile}' "$@" ;; esac`
  writeFileSync(wrapper, `#!/bin/sh\n${script}\n`)
}

function run(folder: string, args: string[]): Promise<{ code: number; output: string }> {
  const manifest = createRequire(import.meta.url).resolve('@foundry-rs/forge-linux-amd64/package.json')
  const forge = join(dirname(manifest), 'bin/forge')
  return new Promise((resolve, reject) => {
    const child = spawn('nice', ['-n', '10', forge, ...args], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', part => (output += part))
    child.once('error', reject)
    child.once('exit', code => resolve({ code: code ?? 1, output }))
  })
}
