import { and, asc, desc, eq, inArray, isNull, like, sql } from 'drizzle-orm'
import type { Database } from '../database/database.ts'
import { rowsIn } from '../database/rows.ts'
import { ask, once, remember, remembered, send } from '../database/running.ts'
import type { Address, CampaignId, ContributorId, IdentityId } from '../ids.ts'
import type { Account } from '../inbox/store.ts'
import { agreements, consents, contributors, identities, supportCases, walletLinks, wallets } from './tables.ts'

const rowOf = (id: ContributorId) => `contributor:${id}`

export async function keySaltsOf(db: Database, ids: ContributorId[]): Promise<Map<ContributorId, string>> {
  if (ids.length === 0) return new Map()
  // Most often one seals and opens one's own, and one's own row is locked already.
  const [one] = ids
  const known =
    ids.length === 1 ? await remembered<ContributorRow | undefined>(db, rowOf(one as ContributorId)) : undefined
  if (known !== undefined) return new Map(known.keySalt === null ? [] : [[known.id, known.keySalt]])
  const rows = await db
    .select({ id: contributors.id, keySalt: contributors.keySalt })
    .from(contributors)
    .where(and(inArray(contributors.id, ids), isNull(contributors.erasedAt)))
  return new Map(rows.flatMap(row => (row.keySalt === null ? [] : [[row.id, row.keySalt]])))
}

export type ContributorRow = typeof contributors.$inferSelect

export async function findContributor(db: Database, id: ContributorId): Promise<ContributorRow | undefined> {
  return (await db.select().from(contributors).where(eq(contributors.id, id)))[0]
}

/** Locks the person's row, once a turn: what makes two tabs of one person wait for each other. */
export function lockContributor(db: Database, id: ContributorId): Promise<ContributorRow | undefined> {
  return once(
    db,
    rowOf(id),
    async () => (await db.select().from(contributors).where(eq(contributors.id, id)).for('no key update'))[0],
  )
}

const PERSON = rowsIn(contributors)
const BEHIND = `select i.id, v.state, v.turn,
    exists (select 1 from notices n where n.contributor_id = c.id and n.shown_at is null),
    exists (select 1 from inbox e where e.event_key = $3 and e.state = 'new'), ${PERSON.select('c')}
  from identities i join contributors c on c.id = i.contributor_id left join conversations v on v.identity_id = i.id
  where i.platform = $1 and i.platform_id = $2 for no key update of c`

/**
 * The person behind an account, locked; where their conversation was left, whether there is something to tell them, and whether nobody has
 * handled the event yet that they are met by. The account is locked already, and an event has one account: nobody else changes these.
 */
export async function lockIdentity(db: Database, account: Account, eventKey?: string) {
  const row = (await ask(db, BEHIND, [account.platform, account.platformId, eventKey ?? null]))[0]
  if (row === undefined) return undefined
  const [identityId, state, turn, hasNews, isUnhandled] = row as [
    IdentityId,
    string | null,
    number | null,
    boolean,
    boolean,
  ]
  const contributor = PERSON.read(row, 5)
  remember(db, rowOf(contributor.id), { is: contributor })
  const conversation = state === null || turn === null ? undefined : { state, turn }
  return { identityId, contributor, hasNews, isUnhandled, conversation }
}

export async function insertContributor(db: Database, row: typeof contributors.$inferInsert): Promise<void> {
  await db.insert(contributors).values(row)
}

/** False when somebody else just made the same identity. */
export async function insertIdentity(db: Database, row: typeof identities.$inferInsert): Promise<boolean> {
  return (await db.insert(identities).values(row).onConflictDoNothing().returning()).length === 1
}

export async function setReachable(
  db: Database,
  account: { platform: 'telegram' | 'discord'; platformId: string },
  unreachableAt: Date | null,
): Promise<void> {
  await db
    .update(identities)
    .set({ unreachableAt })
    .where(and(eq(identities.platform, account.platform), eq(identities.platformId, account.platformId)))
}

/** Accounts of a person on a platform to which a message can be sent. */
export async function reachableAccounts(db: Database, id: ContributorId, platform: 'telegram'): Promise<string[]> {
  const rows = await db
    .select({ platformId: identities.platformId })
    .from(identities)
    .where(and(eq(identities.contributorId, id), eq(identities.platform, platform), isNull(identities.unreachableAt)))
  return rows.map(row => row.platformId)
}

export async function updateContributor(
  db: Database,
  id: ContributorId,
  change: Partial<typeof contributors.$inferInsert>,
): Promise<void> {
  await db.update(contributors).set(change).where(eq(contributors.id, id))
  remember(db, rowOf(id))
}

/** Empties what names or unlocks a person: identities, key salt, account key, wallet rows' proofs stay only as addresses paid. */
export async function eraseContributor(db: Database, id: ContributorId, erasedAt: Date): Promise<void> {
  await db.delete(identities).where(eq(identities.contributorId, id))
  await db.delete(walletLinks).where(eq(walletLinks.contributorId, id))
  await db.delete(wallets).where(eq(wallets.contributorId, id))
  await db
    .update(contributors)
    .set({ alias: 'Erased', locale: 'en', keySalt: null, accountKey: null, seesHardAt: null, erasedAt })
    .where(eq(contributors.id, id))
  remember(db, rowOf(id))
}

// Agreements and consent

export type AgreementRow = typeof agreements.$inferSelect

export async function latestAgreement(db: Database, campaignId: CampaignId): Promise<AgreementRow | undefined> {
  const rows = await db
    .select()
    .from(agreements)
    .where(eq(agreements.campaignId, campaignId))
    .orderBy(desc(agreements.version))
    .limit(1)
  return rows[0]
}

export async function insertAgreement(db: Database, row: typeof agreements.$inferInsert): Promise<void> {
  await db.insert(agreements).values(row).onConflictDoNothing()
}

/** A consent that stands, with the agreement it was given to. */
export async function liveConsent(db: Database, contributorId: ContributorId, campaignId: CampaignId) {
  const rows = await db
    .select()
    .from(consents)
    .innerJoin(agreements, eq(agreements.id, consents.agreementId))
    .where(
      and(eq(consents.contributorId, contributorId), eq(consents.campaignId, campaignId), isNull(consents.withdrawnAt)),
    )
  return rows[0]
}

/** Everybody whose agreement to a campaign stands, in a fixed order. */
export async function agreedTo(db: Database, campaignId: CampaignId): Promise<ContributorId[]> {
  const rows = await db
    .select({ contributorId: consents.contributorId })
    .from(consents)
    .where(and(eq(consents.campaignId, campaignId), isNull(consents.withdrawnAt)))
    .orderBy(asc(consents.contributorId))
  return rows.map(row => row.contributorId)
}

export async function consentsOf(db: Database, contributorId: ContributorId) {
  return db
    .select()
    .from(consents)
    .innerJoin(agreements, eq(agreements.id, consents.agreementId))
    .where(eq(consents.contributorId, contributorId))
    .orderBy(asc(consents.agreedAt), asc(consents.id))
}

export async function insertConsent(db: Database, row: typeof consents.$inferInsert): Promise<void> {
  await db.insert(consents).values(row)
}

export async function endConsent(
  db: Database,
  contributorId: ContributorId,
  campaignId: CampaignId,
  withdrawnAt: Date,
): Promise<boolean> {
  const rows = await db
    .update(consents)
    // Never before it was given, even where the clock was set back since.
    .set({ withdrawnAt: sql`greatest(${consents.agreedAt}, ${withdrawnAt.toISOString()}::timestamptz)` })
    .where(
      and(eq(consents.contributorId, contributorId), eq(consents.campaignId, campaignId), isNull(consents.withdrawnAt)),
    )
    .returning({ id: consents.id })
  return rows.length > 0
}

// Wallets

export async function liveWallet(db: Database, contributorId: ContributorId) {
  const rows = await db
    .select()
    .from(wallets)
    .where(and(eq(wallets.contributorId, contributorId), isNull(wallets.replacedAt)))
  return rows[0]
}

export async function walletOwner(db: Database, address: Address): Promise<ContributorId | undefined> {
  const rows = await db
    .select({ contributorId: wallets.contributorId })
    .from(wallets)
    .where(and(eq(wallets.address, address), isNull(wallets.replacedAt)))
  return rows[0]?.contributorId
}

/** False when the address has become somebody else's in this very moment; then the turn must not stand. */
export async function replaceWallet(db: Database, row: typeof wallets.$inferInsert): Promise<boolean> {
  await db
    .update(wallets)
    .set({ replacedAt: row.confirmedAt })
    .where(and(eq(wallets.contributorId, row.contributorId), isNull(wallets.replacedAt)))
  return (await db.insert(wallets).values(row).onConflictDoNothing().returning({ id: wallets.id })).length === 1
}

export type WalletLinkRow = typeof walletLinks.$inferSelect

export async function insertWalletLink(db: Database, row: typeof walletLinks.$inferInsert): Promise<void> {
  await db.insert(walletLinks).values(row)
}

export async function findWalletLink(db: Database, once: string): Promise<WalletLinkRow | undefined> {
  return (await db.select().from(walletLinks).where(eq(walletLinks.once, once)).for('no key update'))[0]
}

export async function newestWalletLink(db: Database, contributorId: ContributorId): Promise<WalletLinkRow | undefined> {
  const rows = await db
    .select()
    .from(walletLinks)
    .where(eq(walletLinks.contributorId, contributorId))
    .orderBy(desc(walletLinks.createdAt), desc(walletLinks.id))
    .limit(1)
  return rows[0]
}

export async function updateWalletLink(
  db: Database,
  id: string,
  change: Partial<typeof walletLinks.$inferInsert>,
): Promise<void> {
  await db.update(walletLinks).set(change).where(eq(walletLinks.id, id))
}

export async function expireWalletLinks(db: Database, contributorId: ContributorId): Promise<void> {
  await db
    .update(walletLinks)
    .set({ state: 'expired' })
    .where(and(eq(walletLinks.contributorId, contributorId), inArray(walletLinks.state, ['open', 'signed'])))
}

// Talking to a person

export async function insertCase(db: Database, row: typeof supportCases.$inferInsert): Promise<void> {
  await db.insert(supportCases).values(row)
}

export async function casesOf(db: Database, contributorId: ContributorId) {
  return db
    .select()
    .from(supportCases)
    .where(eq(supportCases.contributorId, contributorId))
    .orderBy(desc(supportCases.createdAt))
}

/** Of a person whose row is locked. */
export function touchContributor(db: Database, person: ContributorRow, seenAt: Date): void {
  if (seenAt <= person.lastSeenAt) return
  send(db, db.update(contributors).set({ lastSeenAt: seenAt }).where(eq(contributors.id, person.id)))
  remember(db, rowOf(person.id), { is: { ...person, lastSeenAt: seenAt } })
}

/** Living people with an account on a platform whose id begins so; simulated ones left out. */
export async function peopleOn(db: Database, platform: 'web' | 'telegram' | 'discord', prefix: string) {
  return db
    .select()
    .from(identities)
    .innerJoin(contributors, eq(contributors.id, identities.contributorId))
    .where(
      and(
        eq(identities.platform, platform),
        like(identities.platformId, `${prefix}%`),
        isNull(contributors.erasedAt),
        isNull(contributors.actor),
      ),
    )
    .orderBy(asc(contributors.createdAt), asc(contributors.id))
}
