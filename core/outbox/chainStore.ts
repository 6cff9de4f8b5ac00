import { and, asc, eq, gt, gte, inArray, isNotNull, like, lte, max, or, sql } from 'drizzle-orm'
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

/** Everything that this signer wants waits until then, for the same reason. */
export async function putOffWanted(
  db: Database,
  signer: Signer,
  change: { failure: string; nextTryAt: Date },
): Promise<void> {
  const { state } = chainTransactions
  await db
    .update(chainTransactions)
    .set(change)
    .where(and(eq(chainTransactions.signer, signer), eq(state, 'wanted')))
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

/** Wei that this account spent, or may yet spend, on what was first signed since then. */
export async function spentSince(db: Database, signers: readonly Signer[], since: Date): Promise<bigint> {
  const rows = await db
    .select({ sum: sql<string | null>`sum(${chainTransactions.cost})` })
    .from(chainTransactions)
    .where(and(inArray(chainTransactions.signer, [...signers]), gte(chainTransactions.signedAt, since)))
  return BigInt(rows[0]?.sum ?? 0)
}

/** A version of a transaction: what was signed, and its hash. */
export type Version = { hash: Hash; raw: Hash }

/** The newest first, then those that it replaced. */
export function versionsOf(row: Pick<ChainTransaction, 'hash' | 'raw' | 'replaced'>): Version[] {
  const { hash, raw, replaced } = row
  const before = replaced === null ? [] : (JSON.parse(replaced) as Version[])
  return hash === null || raw === null ? before : [{ hash, raw }, ...before]
}

/** From wanted to signed. False when somebody else was quicker; then what was just signed is thrown away unsent. */
export async function storeSigned(
  ctx: Pick<Context, 'db' | 'now'>,
  id: string,
  signed: { nonce: number; raw: Hash; hash: Hash; cost: bigint },
): Promise<boolean> {
  const now = ctx.now()
  const rows = await ctx.db
    .update(chainTransactions)
    .set({ ...signed, state: 'signed', attempts: 0, failure: null, nextTryAt: now, signedAt: now, offeredAt: now })
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

/** Everything that is not done, in the order of its nonces, and what failed since `since`. */
export async function unfinished(db: Database, since: Date): Promise<ChainTransaction[]> {
  const { state, createdAt, signer, nonce, id } = chainTransactions
  return db
    .select()
    .from(chainTransactions)
    .where(or(inArray(state, ['wanted', 'signed']), and(eq(state, 'failed'), gte(createdAt, since))))
    .orderBy(asc(signer), asc(nonce), asc(createdAt), asc(id))
}
