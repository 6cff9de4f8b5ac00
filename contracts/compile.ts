// solc-js with the settings of foundry.toml: what is tested, measured and deployed is compiled the same way.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

export type Contract = { abi: unknown[]; evm: { bytecode: { object: string } } }
type Output = {
  errors?: { severity: 'error' | 'warning' | 'info'; formattedMessage: string }[]
  contracts?: Record<string, Record<string, Contract>>
  sources?: Record<string, { ast: unknown }>
}
type Solc = { version(): string; compile(input: string, callbacks: { import(name: string): object }): string }

const root = new URL('../', import.meta.url)
export const openZeppelin = '@openzeppelin/contracts/'

/** Contracts by path and name. Paths are seen from the root of the repository. Throws with solc's own words. */
export function compile(paths: readonly string[]): Record<string, Record<string, Contract>> {
  const output = run(paths, { ...settings(), outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } } })
  if (output.contracts === undefined) throw new Error('solc gave no contracts')
  return output.contracts
}

/** Syntax trees of these files, and of what they import; nothing is generated. */
export function parse(paths: readonly string[]): Record<string, { ast: unknown }> {
  const output = run(paths, { outputSelection: { '*': { '': ['ast'] } } })
  if (output.sources === undefined) throw new Error('solc gave no syntax trees')
  return output.sources
}

function run(paths: readonly string[], settings: object): Output {
  const solc: Solc = createRequire(import.meta.url)('solc')
  const sources = Object.fromEntries(paths.map(path => [path, { content: source(path) }]))
  const readImport = (name: string) => {
    try {
      return { contents: source(name) }
    } catch (error) {
      return { error: `${name}: ${error}` }
    }
  }
  const input = JSON.stringify({ language: 'Solidity', sources, settings })
  const output: Output = JSON.parse(solc.compile(input, { import: readImport }))
  const failures = (output.errors ?? []).filter(error => error.severity === 'error')
  if (failures.length === 0) return output
  throw new Error(`solc ${solc.version()} refuses:\n${failures.map(error => error.formattedMessage).join('\n')}`)
}

function source(name: string): string {
  const path = name.startsWith(openZeppelin) ? `node_modules/${name}` : name
  return readFileSync(new URL(path, root), 'utf8')
}

function settings(): object {
  const toml = readFileSync(new URL('foundry.toml', root), 'utf8')
  const value = (key: string) => {
    const found = new RegExp(`^${key} = "?([^"\\n]+?)"?$`, 'm').exec(toml)?.[1]
    if (found === undefined) throw new Error(`foundry.toml has no ${key}`)
    return found
  }
  return {
    optimizer: { enabled: value('optimizer') === 'true', runs: Number(value('optimizer_runs')) },
    viaIR: value('via_ir') === 'true',
    evmVersion: value('evm_version'),
    // No metadata: it hashes comments and paths, and the bytecode would change with them.
    metadata: { bytecodeHash: 'none', appendCBOR: false },
  }
}
