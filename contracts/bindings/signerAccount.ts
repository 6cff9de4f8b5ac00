// Who signs, from where an operator keeps the key: in the environment, in a keystore file, or anywhere else behind a module of their own.
import { readFile } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { LocalAccount } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Hash } from '../../core/ids.ts'
import { Fault } from '../../core/refusals.ts'
import { openKeystore } from './keystore.ts'

/**
 * `module`: a file that exports (as `account` or as its default) a viem account, or a function that gives one. What it signs with is its
 * affair: a cloud's KMS, a hardware module, a threshold signer. `toAccount` of viem makes one from an address and `signTransaction`.
 */
export type SignerSource =
  | { kind: 'key'; key: Hash }
  | { kind: 'keystore'; file: string; password: { text: string } | { file: string } }
  | { kind: 'module'; file: string }

/** Throws `Fault` (never): what is wrong and where, never the key or the password. */
export async function openSigner(source: SignerSource): Promise<LocalAccount> {
  switch (source.kind) {
    case 'key':
      return privateKeyToAccount(source.key)
    case 'keystore': {
      const text = await read(source.file)
      const { password } = source
      // An editor ends a file with a line feed; a password does not.
      const secret = 'text' in password ? password.text : (await read(password.file)).replace(/\r?\n$/, '')
      return privateKeyToAccount(await openKeystore(text, secret))
    }
    case 'module':
      return fromModule(source.file)
  }
}

async function fromModule(file: string): Promise<LocalAccount> {
  const refuse = (why: string, cause?: unknown) =>
    new Fault(`The signer module ${file} cannot be used: ${why}.`, { retry: 'never', cause })
  let account: unknown
  try {
    const loaded = (await import(pathToFileURL(file).href)) as { account?: unknown; default?: unknown }
    const exported = loaded.account ?? loaded.default
    account = typeof exported === 'function' ? await exported() : exported
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), error)
  }
  if (!isAccount(account)) throw refuse('it exports no viem account (an address, signTransaction and signMessage)')
  return account
}

function isAccount(value: unknown): value is LocalAccount {
  if (typeof value !== 'object' || value === null) return false
  const { address, signTransaction, signMessage } = value as Record<string, unknown>
  const isAddress = typeof address === 'string' && /^0x[0-9a-fA-F]{40}$/.test(address)
  return isAddress && typeof signTransaction === 'function' && typeof signMessage === 'function'
}

function read(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Fault(`${file} cannot be read (${error.code ?? 'unknown'}).`, { retry: 'never', cause: error })
  })
}
