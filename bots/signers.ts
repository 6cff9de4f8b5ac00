// Where each key is, from the environment: `PREFIX_KEY`, or `PREFIX_KEYSTORE` with its password, or `PREFIX_MODULE`.
import { resolve } from 'node:path'
import type { SignerSource } from '@perle/contracts'

/** The ones that settle, relay claims (where apart), and veto. */
export const SIGNER_PREFIXES = ['CHAIN_SIGNER', 'CHAIN_RELAYER', 'CHAIN_GUARDIAN'] as const

type Environment = Record<string, string | undefined>

/** Undefined where nothing is set; a string is what is wrong, with the variable's name first and never its value. */
export function signerFrom(
  env: Environment,
  prefix: (typeof SIGNER_PREFIXES)[number],
): SignerSource | string | undefined {
  const of = (name: string) => env[`${prefix}_${name}`] || undefined
  const [key, keystore, module] = [of('KEY'), of('KEYSTORE'), of('MODULE')]
  const [text, file] = [of('PASSWORD'), of('PASSWORD_FILE')]
  if ([key, keystore, module].filter(one => one !== undefined).length > 1) {
    return `${prefix}: expected one of _KEY, _KEYSTORE and _MODULE, not several`
  }
  if (key !== undefined) {
    return /^0x[0-9a-fA-F]{64}$/.test(key)
      ? { kind: 'key', key: key as `0x${string}` }
      : `${prefix}_KEY: expected 0x and 64 hex digits`
  }
  if (module !== undefined) return { kind: 'module', file: resolve(module) }
  if (keystore === undefined) return undefined
  if (file !== undefined) return { kind: 'keystore', file: resolve(keystore), password: { file: resolve(file) } }
  if (text !== undefined) return { kind: 'keystore', file: resolve(keystore), password: { text } }
  return `${prefix}_PASSWORD_FILE: expected the file with the password of ${prefix}_KEYSTORE (or ${prefix}_PASSWORD)`
}
