import { sql } from 'drizzle-orm'
import { privateKeyToAccount } from 'viem/accounts'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../core/database/database.ts'
import { type ContributorId, codeFrom, readCode } from '../../core/ids.ts'
import { confirmAge } from '../../core/people/confirmAge.ts'
import { confirmWallet } from '../../core/people/confirmWallet.ts'
import { listCases } from '../../core/people/listCases.ts'
import { meet } from '../../core/people/meet.ts'
import { openCase } from '../../core/people/openCase.ts'
import { openWalletLink } from '../../core/people/openWalletLink.ts'
import { proveWallet } from '../../core/people/proveWallet.ts'
import { readWallet } from '../../core/people/readWallet.ts'
import { readWalletLink } from '../../core/people/readWalletLink.ts'
import { createVault } from '../../core/people/vault.ts'
import { walletMessage } from '../../core/people/walletMessage.ts'
import { aPerson, must, refusalOf } from '../support/builders.ts'
import { aWorld, type World } from '../support/world.ts'

const KEY = `0x${'1'.repeat(64)}` as const
const OTHER_KEY = `0x${'2'.repeat(64)}` as const

describe('people', () => {
  let world: World
  beforeEach(async () => {
    world = await aWorld()
  })
  afterEach(() => world.close())

  it('are entered once, under an alias that is not their account', async () => {
    const account = { platform: 'telegram' as const, platformId: '42424242' }
    const first = await world.turn(ctx => meet(ctx, account))
    const again = await world.turn(ctx => meet(ctx, account))
    expect(first.isNew).toBe(true)
    expect(again).toMatchObject({ isNew: false, identityId: first.identityId })
    expect(first.person.alias).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/)
    expect(JSON.stringify(first.person)).not.toContain('42424242')
  })

  it('under age are let go and forgotten', async () => {
    const met = await world.turn(ctx => meet(ctx, { platform: 'web', platformId: 'young' }))
    const answer = await world.turn(ctx => confirmAge(ctx, { contributorId: met.person.id, isAdult: false }))
    expect(refusalOf(answer)).toBe('contributor.underage')
    const again = await world.turn(ctx => meet(ctx, { platform: 'web', platformId: 'young' }))
    expect(again.person.id).not.toBe(met.person.id)
  })

  it('can write to a person, sealed', async () => {
    const person = await aPerson(world)
    must(
      await world.turn(ctx => openCase(ctx, { contributorId: person, topic: 'pay', text: 'Where is my pay, please' })),
    )
    const stored = await world.turn(ctx =>
      rowsOf<{ question: string }>(ctx.db, sql`select question from support_cases`),
    )
    expect(stored[0]?.question).not.toContain('pay')
    expect(await world.turn(ctx => listCases(ctx, { contributorId: person }))).toMatchObject([
      { topic: 'pay', reply: null },
    ])
    const long = { contributorId: person, topic: 'pay' as const, text: 'x'.repeat(2001) }
    expect(refusalOf(await world.turn(ctx => openCase(ctx, long)))).toBe('text.too_long')
  })

  describe('link a wallet', () => {
    let person: ContributorId
    const account = privateKeyToAccount(KEY)
    beforeEach(async () => {
      person = await aPerson(world)
    })

    async function sign(who: ContributorId, key: `0x${string}`) {
      const wallet = privateKeyToAccount(key)
      const link = await world.turn(ctx => openWalletLink(ctx, { contributorId: who }))
      const asked = must(await world.turn(ctx => walletMessage(ctx, { once: link.once, address: wallet.address })))
      const signature = await wallet.signMessage({ message: asked.message })
      const proof = { once: link.once, address: wallet.address, signature, isVerified: true }
      return { link, asked, proof, result: await world.turn(ctx => proveWallet(ctx, proof)) }
    }

    it('only after the signature and the last word in the chat', async () => {
      const { link, asked, result } = await sign(person, KEY)
      expect(asked.message).toContain(link.words.join(' '))
      expect(asked.message).toContain(account.address)
      must(result)
      expect(await world.turn(ctx => readWallet(ctx, { contributorId: person }))).toBeUndefined()
      must(await world.turn(ctx => confirmWallet(ctx, { contributorId: person, isYes: true })))
      const wallet = await world.turn(ctx => readWallet(ctx, { contributorId: person }))
      expect(wallet?.address).toBe(account.address.toLowerCase())
    })

    it('not with a signature that was not verified, not late, not twice', async () => {
      const link = await world.turn(ctx => openWalletLink(ctx, { contributorId: person }))
      must(await world.turn(ctx => walletMessage(ctx, { once: link.once, address: account.address })))
      const bad = { once: link.once, address: account.address, signature: '0x00', isVerified: false }
      expect(refusalOf(await world.turn(ctx => proveWallet(ctx, bad)))).toBe('wallet.bad_signature')
      world.advance(301)
      expect((await world.turn(ctx => readWalletLink(ctx, { once: link.once })))?.state).toBe('expired')
      const late = { ...bad, isVerified: true }
      expect(refusalOf(await world.turn(ctx => proveWallet(ctx, late)))).toBe('wallet.link_closed')
    })

    it('not one that belongs to somebody else', async () => {
      must((await sign(person, KEY)).result)
      must(await world.turn(ctx => confirmWallet(ctx, { contributorId: person, isYes: true })))
      const other = await aPerson(world)
      const link = await world.turn(ctx => openWalletLink(ctx, { contributorId: other }))
      const taken = await world.turn(ctx => walletMessage(ctx, { once: link.once, address: account.address }))
      expect(refusalOf(taken)).toBe('wallet.taken')
    })

    it('and a changed one counts only later', async () => {
      for (const key of [KEY, OTHER_KEY]) {
        must((await sign(person, key)).result)
        must(await world.turn(ctx => confirmWallet(ctx, { contributorId: person, isYes: true })))
      }
      const wallet = await world.turn(ctx => readWallet(ctx, { contributorId: person }))
      const wait = (wallet?.countsFrom.getTime() ?? 0) - world.now().getTime()
      expect(wait).toBe(world.settings.parameters.walletSettleSeconds * 1000)
    })
  })
})

describe('sealed text', () => {
  const vault = createVault(new Uint8Array(32).fill(7))
  const nonce = new Uint8Array(12).fill(1)

  it('opens with the same salt only, and not after it was changed', () => {
    const sealed = vault.seal('Zürich 🙂', 'salt', nonce)
    expect(vault.open(sealed, 'salt')).toBe('Zürich 🙂')
    expect(() => vault.open(sealed, 'other')).toThrow()
    const broken = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}` as typeof sealed
    expect(() => vault.open(broken, 'salt')).toThrow()
  })
})

describe('public codes', () => {
  it('are ten characters that survive being read out', () => {
    const code = codeFrom(Uint8Array.from({ length: 10 }, (_, index) => index * 29))
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/)
    expect(readCode(` ${code.toLowerCase().slice(0, 5)} ${code.slice(5)}`)).toBe(code)
    expect(readCode('OIL0000000')).toBe('0110000000')
    expect(readCode('short')).toBeUndefined()
  })
})
