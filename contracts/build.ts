// Compiles the contracts with solc-js and writes contracts/bindings/abi.ts: ABIs and creation bytecode, byte for byte the
// same on every machine. `--check` writes nothing and fails if the committed file is not what the sources give.
import { readFileSync, writeFileSync } from 'node:fs'
import { type Contract, compile, openZeppelin } from './compile.ts'

const bindings = new URL('bindings/abi.ts', import.meta.url)

/** The contracts that are deployed: name in the bindings, source, name in the source. */
const deployed = [
  ['prl', 'contracts/src/PRL.sol', 'PRL'],
  ['settlement', 'contracts/src/Settlement.sol', 'Settlement'],
  ['timelock', `${openZeppelin}governance/TimelockController.sol`, 'TimelockController'],
] as const

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

const text = render(compile(deployed.map(([, path]) => path)))
if (!process.argv.includes('--check')) {
  writeFileSync(bindings, text)
} else if (committed() !== text) {
  console.error('contracts/bindings/abi.ts is not what the Solidity sources give. Run: npm run contracts:build')
  process.exitCode = 1
}
