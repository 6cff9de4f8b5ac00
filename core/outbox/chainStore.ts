import { and, asc, desc, eq, gt, gte, inArray, isNotNull, like, lte, max, or } from 'drizzle-orm'
import type { Context } from '../context.ts'
import type { Database } from '../database/database.ts'
import type { Hash } from '../ids.ts'
import type { ChainCall, Signer } from './chain.ts'
import { writeChainText } from './chainText.ts'
import { chainTransactions } from './tables.ts'

export type ChainTransaction = typeof chainTransactions.$inferSelect

/** Asks for an effect on the chain. `purpose` names the effect: wanted again, nothing happens and the answer is false. */
export async function wantTransaction(
  ctx: Pick<Context, 'db' | 'newId' | 'now'>,
  wanted: { purpose: string; call: ChainCall },
): Promise<boolean> {
  const rows = await ctx.db
    .insert(chainTransactions)
    .values({
      id: ctx.newId(),
      purpose: wanted.purpose,
      signer: wanted.call.signer,
      call: writeChainText(wanted.call),
      state: 'wanted',
      attempts: 0,
      nextTryAt: ctx.now(),
      createdAt: ctx.now(),
    })
    .onConflictDoNothing()
    .returning({ id: chainTransactions.id })
  return rows.length === 1
}

/** Nothing is ever put off longer; a time further ahead was written before the clock was set back. */
const LONGEST_WAIT_SECONDS = 300

/** Whether it is time to try again. */
export function isDue(nextTryAt: Date, now: Date): boolean {
  return nextTryAt <= now || nextTryAt.getTime() > now.getTime() + LONGEST_WAIT_SECONDS * 1000
}

/** A wait that doubles with each attempt, up to the longest. */
export function waitAfter(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(LONGEST_WAIT_SECONDS, 2 ** Math.min(attempts, 9)) * 1000)
}

/** The oldest that waits to be signed. With `dueAt` the oldest that is due by then: one that was put off does not stop the others. */
export async function nextWanted(db: Database, signer: Signer, dueAt?: Date): Promise<ChainTransaction | undefined> {
  const { nextTryAt } = chainTransactions
  const absurd = dueAt === undefined ? undefined : new Date(dueAt.getTime() + LONGEST_WAIT_SECONDS * 1000)
  const due = dueAt && absurd ? or(lte(nextTryAt, dueAt), gt(nextTryAt, absurd)) : undefined
  const rows = await db
    .select()
    .from(chainTransactions)
    .where(and(eq(chainTransactions.signer, signer), eq(chainTransactions.state, 'wanted'), due))
    .orderBy(asc(chainTransactions.createdAt), asc(chainTransactions.id))
    .limit(1)
  return rows[0]
}

/** Signed and not yet seen in a block, in order of nonce. */
export async function signedBy(db: Database, signer: Signer): Promise<ChainTransaction[]> {
  return db
    .select()
    .from(chainTransactions)
    .where(and(eq(chainTransactions.signer, signer), eq(chainTransactions.state, 'signed')))
    .orderBy(asc(chainTransactions.nonce))
}

/** Of one account, however many signers share it. */
export async function highestNonce(db: Database, signers: readonly Signer[]): Promise<number | undefined> {
  const rows = await db
    .select({ nonce: max(chainTransactions.nonce) })
    .from(chainTransactions)
    .where(inArray(chainTransactions.signer, [...signers]))
  return rows[0]?.nonce ?? undefined
}

/** Why one failed whose nonce was used while its hash stayed unknown. */
export const LOST = 'another transaction took its nonce'

/** Failed for that reason alone: each may turn out to have been there all the time. */
export async function lostBy(db: Database, signer: Signer): Promise<ChainTransaction[]> {
  return db
    .select()
    .from(chainTransactions)
    .where(
      and(
        eq(chainTransactions.signer, signer),
        eq(chainTransactions.state, 'failed'),
        eq(chainTransactions.failure, LOST),
        isNotNull(chainTransactions.hash),
      ),
    )
    .orderBy(asc(chainTransactions.nonce))
}

/** Those in blocks above `block`, reverted ones too: their block may still vanish. */
export async function minedAbove(db: Database, signer: Signer, block: number): Promise<ChainTransaction[]> {
  return db
    .select()
    .from(chainTransactions)
    .where(
      and(
        eq(chainTransactions.signer, signer),
        inArray(chainTransactions.state, ['mined', 'failed']),
        gt(chainTransactions.blockNumber, block),
      ),
    )
    .orderBy(asc(chainTransactions.nonce))
}

/** Used nonces from `nonce` on whose transaction was in a block: a chain that counts fewer has lost that block. */
export async function minedFrom(db: Database, signer: Signer, nonce: number): Promise<ChainTransaction[]> {
  return db
    .select()
    .from(chainTransactions)
    .where(
      and(
        eq(chainTransactions.signer, signer),
        inArray(chainTransactions.state, ['mined', 'failed']),
        gte(chainTransactions.nonce, nonce),
      ),
    )
    .orderBy(asc(chainTransactions.nonce))
}

/** From wanted to signed. False when somebody else was quicker; then what was just signed is thrown away unsent. */
export async function storeSigned(
  ctx: Pick<Context, 'db' | 'now'>,
  id: string,
  signed: { nonce: number; raw: Hash; hash: Hash },
): Promise<boolean> {
  const rows = await ctx.db
    .update(chainTransactions)
    .set({ ...signed, state: 'signed', attempts: 0, failure: null, nextTryAt: ctx.now() })
    .where(and(eq(chainTransactions.id, id), eq(chainTransactions.state, 'wanted')))
    .returning({ id: chainTransactions.id })
  return rows.length === 1
}

export async function updateTransaction(
  db: Database,
  id: string,
  change: Partial<Omit<ChainTransaction, 'id' | 'signer'>>,
): Promise<void> {
  await db.update(chainTransactions).set(change).where(eq(chainTransactions.id, id))
}

export async function findTransaction(db: Database, purpose: string): Promise<ChainTransaction | undefined> {
  return (await db.select().from(chainTransactions).where(eq(chainTransactions.purpose, purpose)))[0]
}

/** All whose purpose begins so, newest first. */
export async function transactionsUnder(db: Database, prefix: string): Promise<ChainTransaction[]> {
  return db
    .select()
    .from(chainTransactions)
    .where(like(chainTransactions.purpose, `${prefix}%`))
    .orderBy(desc(chainTransactions.createdAt), desc(chainTransactions.id))
}

/** Wanted ones under `prefix` that are not under `except`: overtaken by something newer before they were signed. */
export async function giveUpWanted(db: Database, prefix: string, except: string, failure: string): Promise<void> {
  const rows = await db
    .select({ id: chainTransactions.id, purpose: chainTransactions.purpose })
    .from(chainTransactions)
    .where(and(like(chainTransactions.purpose, `${prefix}%`), eq(chainTransactions.state, 'wanted')))
  const ids = rows.filter(row => !row.purpose.startsWith(except)).map(row => row.id)
  if (ids.length > 0) {
    await db.update(chainTransactions).set({ state: 'failed', failure }).where(inArray(chainTransactions.id, ids))
  }
}
