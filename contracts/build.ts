// Compiles the contracts with solc-js and writes contracts/bindings/abi.ts: ABIs and creation bytecode, byte for byte the
// same on every machine. `--check` writes nothing and fails if the committed file is not what the sources give.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'

type Contract = { abi: unknown[]; evm: { bytecode: { object: string } } }
type Output = {
  errors?: { severity: 'error' | 'warning' | 'info'; formattedMessage: string }[]
  contracts?: Record<string, Record<string, Contract>>
}
type Solc = { version(): string; compile(input: string, callbacks: { import(name: string): object }): string }

const root = new URL('../', import.meta.url)
const bindings = new URL('contracts/bindings/abi.ts', root)
const openZeppelin = '@openzeppelin/contracts/'

/** The contracts that are deployed: name in the bindings, source, name in the source. */
const deployed = [
  ['prl', 'contracts/src/PRL.sol', 'PRL'],
  ['settlement', 'contracts/src/Settlement.sol', 'Settlement'],
  ['timelock', `${openZeppelin}governance/TimelockController.sol`, 'TimelockController'],
] as const

function source(name: string): string {
  const path = name.startsWith(openZeppelin) ? `node_modules/${name}` : name
  return readFileSync(new URL(path, root), 'utf8')
}

/** The same settings as foundry.toml; read from it, so that what is tested is what is deployed. */
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
    outputSelection: { '*': { '*': ['abi', 'evm.bytecode.object'] } },
  }
}

function compile(): Record<string, Record<string, Contract>> {
  const solc: Solc = createRequire(import.meta.url)('solc')
  const sources = Object.fromEntries(deployed.map(([, path]) => [path, { content: source(path) }]))
  const input = { language: 'Solidity', sources, settings: settings() }
  const readImport = (name: string) => {
    try {
      return { contents: source(name) }
    } catch (error) {
      return { error: `${name}: ${error}` }
    }
  }
  const output: Output = JSON.parse(solc.compile(JSON.stringify(input), { import: readImport }))
  const failures = (output.errors ?? []).filter(error => error.severity === 'error')
  if (failures.length > 0 || output.contracts === undefined) {
    throw new Error(`solc ${solc.version()} refuses:\n${failures.map(error => error.formattedMessage).join('\n')}`)
  }
  return output.contracts
}

function render(contracts: Record<string, Record<string, Contract>>): string {
  const parts = deployed.map(([name, path, contractName]) => {
    const contract = contracts[path]?.[contractName]
    if (contract === undefined) throw new Error(`solc gave no ${contractName}`)
    return [
      `export const ${name}Abi = ${JSON.stringify(contract.abi, null, 2)} as const`,
      `export const ${name}Bytecode = '0x${contract.evm.bytecode.object}'`,
    ].join('\n\n')
  })
  return `// Written by contracts/build.ts from the Solidity sources; never edited.\n\n${parts.join('\n\n')}\n`
}

function committed(): string {
  try {
    return readFileSync(bindings, 'utf8')
  } catch {
    return ''
  }
}

const text = render(compile())
if (!process.argv.includes('--check')) {
  writeFileSync(bindings, text)
} else if (committed() !== text) {
  console.error('contracts/bindings/abi.ts is not what the Solidity sources give. Run: npm run contracts:build')
  process.exitCode = 1
}
