// Seals text under a key of its author. Keys are derived from a master key outside the database and a salt on the person:
// emptying the salt makes every sealed text of that person unreadable, in backups of this database too once they age out.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from 'node:crypto'
import type { Sealed } from '../database/columns.ts'

/** 32 bytes of master key; the random source is the context's, so that a simulation repeats itself. */
export type Vault = {
  seal(text: string, keySalt: string, nonce: Uint8Array): Sealed
  /** Throws when the text was tampered with or the key is another one. */
  open(sealed: Sealed, keySalt: string): string
  /** Keyed hash for likeness of texts: tells nothing to who lacks the key. Hex. */
  keyedHash(text: string): string
}

const VERSION = 'v1'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM (NIST SP 800-38D), keys by HKDF-SHA-256 (RFC 5869). Format: `v1.` and base64url of nonce, tag, cipher text. */
export function createVault(masterKey: Uint8Array): Vault {
  if (masterKey.length !== 32) throw new Error('the master key has 32 bytes')
  const keys = new Map<string, Buffer>()
  const keyOf = (salt: string) => {
    const known = keys.get(salt)
    if (known !== undefined) return known
    const key = Buffer.from(hkdfSync('sha256', masterKey, Buffer.from(salt, 'utf8'), 'perle.seal.1', 32))
    // Bounded: one key per active person, dropped all at once rather than tracked by age.
    if (keys.size > 5000) keys.clear()
    keys.set(salt, key)
    return key
  }
  const hashKey = Buffer.from(hkdfSync('sha256', masterKey, Buffer.alloc(0), 'perle.sketch.1', 32))
  return {
    seal(text, keySalt, nonce) {
      if (nonce.length !== NONCE_BYTES) throw new Error('a nonce has 12 bytes')
      const cipher = createCipheriv('aes-256-gcm', keyOf(keySalt), nonce)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}` as Sealed
    },
    open(sealed, keySalt) {
      if (!sealed.startsWith(`${VERSION}.`)) throw new Error('sealed text of an unknown version')
      const bytes = Buffer.from(sealed.slice(VERSION.length + 1), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', keyOf(keySalt), bytes.subarray(0, NONCE_BYTES))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]).toString(
        'utf8',
      )
    },
    keyedHash: text => createHmac('sha256', hashKey).update(text, 'utf8').digest('hex'),
  }
}
