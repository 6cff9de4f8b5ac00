import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { hashText } from '../../core/proof/index.ts'
import { partHash } from '../../core/proof/manifest.ts'

describe('hashes', () => {
  it('are Keccak-256 of the EVM and SHA-256', () => {
    expect(hashText('')).toBe('0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470')
    expect(partHash('abc')).toBe('0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  })

  // A process of its own: the hash library keeps what it has compiled.
  it('are the same on a page that may not compile WebAssembly', () => {
    const program = `
      let refused = 0
      WebAssembly.compile = async () => { refused++; throw new WebAssembly.CompileError('forbidden by policy') }
      const { keccak, sha256 } = await import(process.argv[1])
      const hex = bytes => '0x' + Buffer.from(bytes).toString('hex')
      console.log(JSON.stringify([refused, hex(keccak(Buffer.from('perle'))), hex(sha256(Buffer.from('perle')))]))`
    const file = join(import.meta.dirname, '../../core/proof/hash.ts')
    const output = execFileSync('node', ['--input-type=module', '-e', program, file], { encoding: 'utf8' })
    expect(JSON.parse(output)).toEqual([2, hashText('perle'), partHash('perle')])
  })
})
