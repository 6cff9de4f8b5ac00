// Keystore files, version 3 (Web3 Secret Storage Definition), as geth, clef, foundry and most wallets write them.
import { createDecipheriv, pbkdf2, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { scrypt as slowScrypt } from 'hash-wasm'
import { keccak256 } from 'viem'
import { privateKeyToAddress } from 'viem/accounts'
import { z } from 'zod'
import type { Hash } from '../../core/ids.ts'
import { Fault } from '../../core/refusals.ts'

/** More than any wallet asks for (geth: 256 MB): a file must not be able to take the machine. */
const scryptMemory_max = 1024 ** 3
const pbkdf2Rounds_max = 20_000_000

const hex = z.string().regex(/^(0x)?([0-9a-fA-F]{2})*$/, 'hex digits')
const rounds = z.number().int().positive()
const keyLength = z.number().int().min(32).max(64)
const schema = z.object({
  version: z.literal(3),
  address: hex.optional(),
  crypto: z.object({
    cipher: z.literal('aes-128-ctr'),
    cipherparams: z.object({ iv: hex }),
    ciphertext: hex,
    mac: hex,
    kdf: z.enum(['scrypt', 'pbkdf2']),
    kdfparams: z.object({
      dklen: keyLength,
      salt: hex,
      n: rounds.optional(),
      r: rounds.optional(),
      p: rounds.optional(),
      c: rounds.optional(),
      prf: z.string().optional(),
    }),
  }),
})

type Keystore = z.output<typeof schema>

/**
 * The private key in a keystore file. Throws `Fault` (never) that says what is wrong with the file, or that the password is; repeats neither.
 */
export async function openKeystore(text: string, password: string): Promise<Hash> {
  const { crypto, address } = parse(text)
  const derived = await deriveKey(crypto, password)
  const ciphertext = bytesOf(crypto.ciphertext)
  const mac = keccak256(Buffer.concat([derived.subarray(16, 32), ciphertext]), 'bytes')
  const expected = bytesOf(crypto.mac)
  if (expected.length !== 32 || !timingSafeEqual(mac, expected)) throw refuse('its password is another one')
  const decipher = createDecipheriv('aes-128-ctr', derived.subarray(0, 16), bytesOf(crypto.cipherparams.iv))
  const key = Buffer.concat([decipher.update(ciphertext), decipher.final()])
  if (key.length !== 32) throw refuse('it holds no key of 32 bytes')
  const privateKey: Hash = `0x${key.toString('hex')}`
  const own = privateKeyToAddress(privateKey).toLowerCase()
  if (address !== undefined && own !== `0x${address.replace(/^0x/, '').toLowerCase()}`) {
    throw refuse(`it names another address than its key has (${own})`)
  }
  return privateKey
}

function parse(text: string): Keystore {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw refuse('it is not JSON')
  }
  // Some old wallets wrote `Crypto`.
  if (typeof json === 'object' && json !== null && 'Crypto' in json) json = { ...json, crypto: json.Crypto }
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw refuse(`its field ${issue?.path.join('.') || '(all)'} is not as version 3 has it: ${issue?.message ?? ''}`)
}

async function deriveKey(crypto: Keystore['crypto'], password: string): Promise<Buffer> {
  const { dklen, salt, n, r, p, c, prf } = crypto.kdfparams
  const secret = Buffer.from(password.normalize('NFKC'), 'utf8')
  if (crypto.kdf === 'pbkdf2') {
    if (c === undefined || c > pbkdf2Rounds_max || (prf ?? 'hmac-sha256') !== 'hmac-sha256') {
      throw refuse('its kdfparams are not as version 3 has them: c and prf hmac-sha256 are expected')
    }
    return promisify(pbkdf2)(secret, bytesOf(salt), c, dklen, 'sha256')
  }
  if (n === undefined || r === undefined || p === undefined || n < 2 || (n & (n - 1)) !== 0) {
    throw refuse('its kdfparams are not as version 3 has them: n (a power of two), r and p are expected')
  }
  const memory = 128 * r * (n + p + 2)
  if (memory > scryptMemory_max) throw refuse('its kdfparams ask for more than 1 GB of memory')
  // OpenSSL holds to RFC 7914 (N below 2^(16 r)), which the definition's own example does not.
  if (n >= 2 ** Math.min(52, 16 * r)) {
    const options = { costFactor: n, blockSize: r, parallelism: p, hashLength: dklen, outputType: 'binary' } as const
    return Buffer.from(await slowScrypt({ password: secret, salt: bytesOf(salt), ...options }))
  }
  const derive = promisify<Buffer, Buffer, number, object, Buffer>(scrypt)
  return derive(secret, bytesOf(salt), dklen, { N: n, r, p, maxmem: 2 * memory })
}

function bytesOf(text: string): Buffer {
  return Buffer.from(text.replace(/^0x/, ''), 'hex')
}

function refuse(why: string): Fault {
  return new Fault(`The keystore file cannot be opened: ${why}.`, { retry: 'never' })
}
