// Where a key may be kept. The two keystores are the test vectors of the Web3 Secret Storage Definition.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recoverTransactionAddress } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ConfigError, readConfig } from '../../bots/config.ts'
import { openSigner } from '../../contracts/bindings/index.ts'

const KEY = '0x7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d'
const ADDRESS = privateKeyToAddress(KEY)
const pbkdf2 = {
  crypto: {
    cipher: 'aes-128-ctr',
    cipherparams: { iv: '6087dab2f9fdbbfaddc31a909735c1e6' },
    ciphertext: '5318b4d5bcd28de64ee5559e671353e16f075ecae9f99c7a79a38af5f869aa46',
    kdf: 'pbkdf2',
    kdfparams: {
      c: 262144,
      dklen: 32,
      prf: 'hmac-sha256',
      salt: 'ae3cd4e7013836a3df6bd7241b12db061dbe2c6785853cce422d148a624ce0bd',
    },
    mac: '517ead924a9d0dc3124507e3393d175ce3ff7c1e96529c6c555ce9e51205e9b2',
  },
  id: '3198bc9c-6672-5ab3-d995-4942343ae5b6',
  version: 3,
}
const scrypt = {
  crypto: {
    cipher: 'aes-128-ctr',
    cipherparams: { iv: '83dbcc02d8ccb40e466191a123791e0e' },
    ciphertext: 'd172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c',
    kdf: 'scrypt',
    kdfparams: {
      dklen: 32,
      n: 262144,
      r: 1,
      p: 8,
      salt: 'ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19',
    },
    mac: '2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097',
  },
  id: '3198bc9c-6672-5ab3-d995-4942343ae5b6',
  version: 3,
}

describe('a signer', () => {
  let folder: string
  const write = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const keystore = async (content: object, password = 'testpassword') => {
    const file = await write('key.json', JSON.stringify(content))
    return openSigner({ kind: 'keystore', file, password: { text: password } })
  }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'perle-keys-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  it('is read from a keystore with scrypt or pbkdf2, the password from text or from a file with its line end', async () => {
    expect((await keystore(scrypt)).address).toBe(ADDRESS)
    expect((await keystore({ ...pbkdf2, address: ADDRESS.slice(2) })).address).toBe(ADDRESS)
    const file = await write('key.json', JSON.stringify({ Crypto: pbkdf2.crypto, version: 3 }))
    const password = { file: await write('password', 'testpassword\n') }
    expect((await openSigner({ kind: 'keystore', file, password })).address).toBe(ADDRESS)
  })

  it.each([
    ['another password', pbkdf2, 'hunter2', /its password is another one/],
    ['another version', { ...pbkdf2, version: 1 }, undefined, /field version is not as version 3 has it/],
    ['another address', { ...pbkdf2, address: '00'.repeat(20) }, undefined, /names another address than its key has/],
    [
      'an absurd cost',
      { ...scrypt, crypto: { ...scrypt.crypto, kdfparams: { ...scrypt.crypto.kdfparams, r: 512 } } },
      undefined,
      /more than 1 GB/,
    ],
    [
      'a cost that is no power of two',
      { ...scrypt, crypto: { ...scrypt.crypto, kdfparams: { ...scrypt.crypto.kdfparams, n: 1000 } } },
      undefined,
      /n \(a power of two\)/,
    ],
    ['another cipher', { ...scrypt, crypto: { ...scrypt.crypto, cipher: 'aes-256' } }, undefined, /crypto.cipher/],
  ])('refuses a keystore with %s, saying so and neither key nor password', async (_, content, password, sentence) => {
    const fault = await keystore(content, password).catch((error: unknown) => error as Error)
    expect(fault).toMatchObject({ name: 'Fault', retry: 'never' })
    expect((fault as Error).message).toMatch(sentence)
    expect((fault as Error).message).not.toMatch(/testpassword|hunter2|7a28b5ba/)
  })

  it('says which file is missing or no JSON', async () => {
    const password = { text: 'x' }
    await expect(openSigner({ kind: 'keystore', file: join(folder, 'none'), password })).rejects.toThrow(/none cannot/)
    const file = await write('key.json', 'nonsense')
    await expect(openSigner({ kind: 'keystore', file, password })).rejects.toThrow(/not JSON/)
  })

  it('is any viem account that a module of the operator exports, as a KMS gives one', async () => {
    const accounts = import.meta.resolve('viem/accounts')
    const file = await write(
      'kms.mjs',
      `import { privateKeyToAccount, toAccount } from '${accounts}'
       const { address, signTransaction, signMessage, signTypedData } = privateKeyToAccount('${KEY}')
       export default async () => toAccount({ address, signTransaction, signMessage, signTypedData })`,
    )
    const account = await openSigner({ kind: 'module', file })
    expect(account.address).toBe(ADDRESS)
    const raw = await account.signTransaction({ type: 'eip1559', chainId: 1, nonce: 0, gas: 21_000n })
    expect(await recoverTransactionAddress({ serializedTransaction: raw as `0x02${string}` })).toBe(ADDRESS)
    const empty = await write('empty.mjs', 'export const account = { address: 1 }')
    await expect(openSigner({ kind: 'module', file: empty })).rejects.toThrow(/exports no viem account/)
    await expect(openSigner({ kind: 'module', file: join(folder, 'no.mjs') })).rejects.toThrow(/cannot be used/)
  })

  it('is set by one variable, and wrong settings are named without their value', () => {
    const live = { CHAIN_RPC_URL: 'http://127.0.0.1:1', CHAIN_DEPLOYMENT: 'd.json' }
    const of = (env: Record<string, string>) => readConfig({ ...live, ...env }).chain
    expect(of({})).toMatchObject({ signer: undefined, relayer: undefined, spendCap: undefined })
    expect(of({ CHAIN_SIGNER_KEY: KEY, CHAIN_RELAYER_MODULE: '/kms.mjs', CHAIN_SPEND_CAP: '0.05' })).toMatchObject({
      signer: { kind: 'key', key: KEY },
      relayer: { kind: 'module', file: '/kms.mjs' },
      spendCap: 5n * 10n ** 16n,
    })
    expect(of({ CHAIN_SIGNER_KEYSTORE: '/k.json', CHAIN_SIGNER_PASSWORD_FILE: '/p' })).toMatchObject({
      signer: { kind: 'keystore', file: '/k.json', password: { file: '/p' } },
    })
    for (const [env, sentence] of [
      [{ CHAIN_SIGNER_KEY: '0x1234' }, /CHAIN_SIGNER_KEY: expected 0x and 64 hex digits/],
      [{ CHAIN_SIGNER_KEYSTORE: '/k.json' }, /CHAIN_SIGNER_PASSWORD_FILE: expected/],
      [{ CHAIN_RELAYER_KEY: KEY, CHAIN_RELAYER_MODULE: '/m' }, /CHAIN_RELAYER: expected one of/],
      [{ CHAIN_SPEND_CAP: 'lots' }, /CHAIN_SPEND_CAP: expected/],
    ] as const) {
      expect(() => of(env)).toThrow(sentence)
      expect(() => of(env)).toThrow(ConfigError)
      expect(() => of(env)).not.toThrow(/0x1234|k\.json|lots/)
    }
  })
})
