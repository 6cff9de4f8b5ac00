// The environment, read once: names, defaults, and one sentence for each thing that is wrong.
import { resolve } from 'node:path'
import type { SignerSource } from '@perle/contracts'
import { parseEther } from 'viem'
import { z } from 'zod'
import { SIGNER_PREFIXES, signerFrom } from './signers.ts'

const port = z.coerce.number().int().min(0).max(65_535)
const httpUrl = z.url({ protocol: /^https?$/ }).transform(url => url.replace(/\/+$/, ''))

const environment = z.object({
  PERLE_HOME: z.string().min(1).default('./.perle'),
  PERLE_MODE: z.enum(['local', 'live']).default('local'),
  PERLE_ROLE: z.enum(['all', 'web', 'telegram', 'discord', 'jobs', 'chain', 'wallet']).default('all'),
  PORT: port.default(7373),
  PUBLIC_URL: httpUrl.optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'a postgres:// address')
    .optional(),
  CHAIN_RPC_URL: httpUrl.optional(),
  CHAIN_DEPLOYMENT: z.string().min(1).optional(),
  CHAIN_SPEND_CAP: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,18})?$/, 'coins of the chain a day, like 0.05')
    .optional(),
  CHAIN_CLAIM_LEAST: z
    .string()
    .regex(/^\d{1,9}(\.\d{1,18})?$/, 'whole tokens, like 0.5')
    .optional(),
  PERLE_KEY_FILE: z.string().min(1).optional(),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('warn'),
  DISCORD_TOKEN: z.string().min(1).optional(),
  TELEGRAM_BOT_TOKEN: z
    .string()
    .regex(/^\d+:[A-Za-z0-9_-]+$/, 'a token as @BotFather gives it: digits, a colon, letters')
    .optional(),
  TELEGRAM_API_ROOT: httpUrl.optional(),
})

export type Config = {
  home: string
  mode: 'local' | 'live'
  role: z.infer<typeof environment>['PERLE_ROLE']
  port: number
  /** Loopback in local mode: personas and test wallets are for the person at this machine alone. */
  host: string
  publicUrl: string | undefined
  databaseUrl: string | undefined
  chain:
    | { kind: 'local' }
    | {
        kind: 'remote'
        rpcUrl: string
        deploymentFile: string
        /** Settles; relays claims too where no key of its own is set for that. */
        signer: SignerSource | undefined
        relayer: SignerSource | undefined
        /** Wei that each account may spend on fees in a day (UTC); undefined: as much as it has. */
        spendCap: bigint | undefined
      }
  /** Whole tokens, as text: what somebody must be owed before we send it and pay the fee. */
  claimLeast: string
  keyFile: string
  logLevel: z.infer<typeof environment>['LOG_LEVEL']
  /** Doors and what keeps them closed; said at the start. */
  doors: { name: string; isOn: boolean; why: string }[]
  /** Undefined keeps the door closed. */
  telegram: { token: string; apiRoot: string | undefined } | undefined
}

/** Thrown with one line per variable: its name and what was expected. Values are never repeated, some are secrets. */
export class ConfigError extends Error {}

/** An empty variable counts as absent, as in most shells' `VAR= command`. */
export function readConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environment.safeParse(given)
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map(issue => `${issue.path.join('.')}: expected ${issue.message}`).join('\n'),
    )
  }
  const e = parsed.data
  const home = resolve(e.PERLE_HOME)
  const signers = SIGNER_PREFIXES.map(prefix => signerFrom(given, prefix))
  const wrong = signers.filter(one => typeof one === 'string')
  if (wrong.length > 0) throw new ConfigError(wrong.join('\n'))
  const [signer, relayer] = signers as (SignerSource | undefined)[]
  if (e.PERLE_MODE === 'live' && e.CHAIN_RPC_URL === undefined) {
    throw new ConfigError('CHAIN_RPC_URL: expected the address of a node, because PERLE_MODE is live')
  }
  if (e.PERLE_MODE === 'live' && e.PUBLIC_URL === undefined) {
    throw new ConfigError('PUBLIC_URL: expected the https address of this server, because PERLE_MODE is live')
  }
  if (e.CHAIN_RPC_URL !== undefined && e.CHAIN_DEPLOYMENT === undefined) {
    throw new ConfigError('CHAIN_DEPLOYMENT: expected the deployment file of the chain behind CHAIN_RPC_URL')
  }
  return {
    home,
    mode: e.PERLE_MODE,
    role: e.PERLE_ROLE,
    port: e.PORT,
    host: e.PERLE_MODE === 'local' ? '127.0.0.1' : '0.0.0.0',
    publicUrl: e.PUBLIC_URL,
    databaseUrl: e.DATABASE_URL,
    chain:
      e.CHAIN_RPC_URL === undefined
        ? { kind: 'local' }
        : {
            kind: 'remote',
            rpcUrl: e.CHAIN_RPC_URL,
            deploymentFile: resolve(e.CHAIN_DEPLOYMENT as string),
            signer,
            relayer,
            spendCap: e.CHAIN_SPEND_CAP === undefined ? undefined : parseEther(e.CHAIN_SPEND_CAP),
          },
    claimLeast: e.CHAIN_CLAIM_LEAST ?? '0',
    keyFile: e.PERLE_KEY_FILE === undefined ? resolve(home, 'keys/master.key') : resolve(e.PERLE_KEY_FILE),
    logLevel: e.LOG_LEVEL,
    doors: [
      { name: 'Web chat', isOn: true, why: 'on' },
      notBuilt('Discord', e.DISCORD_TOKEN),
      telegramDoor(e.TELEGRAM_BOT_TOKEN, e.PERLE_ROLE, e.PUBLIC_URL),
    ],
    telegram:
      e.TELEGRAM_BOT_TOKEN === undefined || !opensTelegram(e.PERLE_ROLE)
        ? undefined
        : { token: e.TELEGRAM_BOT_TOKEN, apiRoot: e.TELEGRAM_API_ROOT },
  }
}

/** This door is not built yet: a token does not open it, and that is said rather than ignored. */
function notBuilt(name: string, token: string | undefined): Config['doors'][number] {
  return { name, isOn: false, why: token === undefined ? 'off, no token' : 'off, this version has no such door yet' }
}

const opensTelegram = (role: Config['role']) => role === 'all' || role === 'telegram'

function telegramDoor(
  token: string | undefined,
  role: Config['role'],
  publicUrl: string | undefined,
): Config['doors'][number] {
  if (token === undefined) return { name: 'Telegram', isOn: false, why: 'off, no token' }
  if (!opensTelegram(role)) return { name: 'Telegram', isOn: false, why: 'off, in another process' }
  return { name: 'Telegram', isOn: true, why: publicUrl === undefined ? 'on, asks for updates' : 'on, by webhook' }
}
