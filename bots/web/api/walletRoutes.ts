// The wallet page's half of linking: show, sign, prove. The last word is said in the chat.
import {
  balanceWaiting,
  formatPrl,
  proveWallet,
  type Refusal,
  readWalletLink,
  runTurn,
  walletMessage,
} from '@perle/core'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { createPublicClient, type Hex, http, toHex, verifyMessage } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import { z } from 'zod'
import { fail } from '../fail.ts'
import type { WebDoor } from '../webDoor.ts'
import { words } from '../words.ts'

const WORDS: Partial<Record<Refusal['code'], string>> = {
  'wallet.link_closed': words.unknownLink,
  'wallet.bad_address': 'This is not a wallet address: 0x and 40 hex digits are expected.',
  'wallet.bad_signature': 'The signature does not belong to this address and this message. Nothing was linked.',
  'wallet.taken': 'This wallet belongs to another Perle account. Nothing was linked.',
}

const address = z.strictObject({ address: z.string().max(100) })
const signed = z.strictObject({ address: z.string().max(100), signature: z.string().regex(/^0x[0-9a-fA-F]{2,20000}$/) })

export function walletRoutes(server: FastifyInstance, door: WebDoor): void {
  const { base, config, database, rpcUrl } = door.composition
  const refused = (reply: FastifyReply, refusal: Refusal) =>
    fail(reply, 409, refusal.code, WORDS[refusal.code] ?? words.malformed)

  server.get<{ Params: { once: string } }>('/api/wallet/:once', async (request, reply) => {
    const found = await runTurn(database, base, async ctx => {
      const link = await readWalletLink(ctx, request.params)
      if (link === undefined) return undefined
      return { link, sum: await balanceWaiting(ctx, { contributorId: link.contributorId }) }
    })
    if (found === undefined) return fail(reply, 404, 'wallet.link_closed', words.unknownLink)
    const { state, expiresAt, address: linked } = found.link
    return {
      state: state === 'refused' ? 'expired' : state,
      words: found.link.words,
      sum: `${formatPrl(found.sum)} PRL`,
      expiresAt: expiresAt.toISOString(),
      mode: config.mode,
      address: linked,
    }
  })

  server.post<{ Params: { once: string } }>('/api/wallet/:once/message', async (request, reply) => {
    const body = address.safeParse(request.body)
    if (!body.success) return fail(reply, 400, 'request.malformed', words.malformed)
    const result = await runTurn(database, base, ctx => walletMessage(ctx, { ...request.params, ...body.data }))
    return result.ok ? result.value : refused(reply, result.refusal)
  })

  server.post<{ Params: { once: string } }>('/api/wallet/:once/signature', async (request, reply) => {
    const body = signed.safeParse(request.body)
    if (!body.success) return fail(reply, 400, 'request.malformed', words.malformed)
    return prove(reply, request.params.once, body.data.address, body.data.signature as Hex)
  })

  /** A wallet made for this link: its key is thrown away, so this PRL is for looking at. Local mode only. */
  server.post<{ Params: { once: string } }>('/api/wallet/:once/test', async (request, reply) => {
    if (config.mode !== 'local') return fail(reply, 403, 'mode.local_only', words.localOnly)
    const wallet = privateKeyToAccount(toHex(base.randomBytes(32)))
    const asked = await runTurn(database, base, ctx =>
      walletMessage(ctx, { once: request.params.once, address: wallet.address }),
    )
    if (!asked.ok) return refused(reply, asked.refusal)
    const signature = await wallet.signMessage({ message: asked.value.message })
    return prove(reply, request.params.once, wallet.address, signature)
  })

  async function prove(reply: FastifyReply, once: string, by: string, signature: Hex) {
    const link = await runTurn(database, base, ctx => readWalletLink(ctx, { once }))
    const isVerified = link?.message != null && (await isSignedBy(by as Hex, link.message, signature))
    const result = await runTurn(database, base, ctx => proveWallet(ctx, { once, address: by, signature, isVerified }))
    if (!result.ok) return refused(reply, result.refusal)
    door.updates.changed()
    return { state: 'signed', address: result.value.address }
  }

  /** An ordinary account first, which needs no chain; then a contract wallet by ERC-1271. */
  async function isSignedBy(by: Hex, message: string, signature: Hex): Promise<boolean> {
    const given = { address: by, message, signature }
    if (await verifyMessage(given).catch(() => false)) return true
    const client = createPublicClient({ transport: http(rpcUrl), cacheTime: 0 })
    return client.verifyMessage(given).catch(() => false)
  }
}
