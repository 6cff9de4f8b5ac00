import type { Context } from '../context.ts'
import { leafAccount, reversed } from '../money/ledger.ts'
import { balanceOf, post } from '../money/store.ts'
import type { Chain, ChainEvent } from '../outbox/chain.ts'
import { headerHash } from '../proof/index.ts'
import { activateDueEpochs } from './activateDueEpochs.ts'
import { adoptSent } from './adoptSent.ts'
import { applyChainEvent, eventKey } from './applyChainEvent.ts'
import { insertBlock, insertEvent } from './chainEventStore.ts'
import { checkBridge } from './checkBridge.ts'
import { deleteEpoch, findEpoch, lockSettlement } from './epochStore.ts'
import { finalizeEpochs } from './finalizeEpochs.ts'
import { type Finding, findings } from './finding.ts'
import { postingsUnder, renamePosting } from './postingStore.ts'
import { paydayFileName } from './readPaydayFile.ts'
import { rebuildEpoch } from './rebuildEpoch.ts'
import { namedCampaigns } from './resyncStore.ts'
import { logKey, type Survey, unwoundAfter } from './surveyChain.ts'
import { takeBackEpoch } from './takeBackEpoch.ts'

type Of<K extends ChainEvent['kind']> = Extract<ChainEvent, { kind: K }>
/** Of one kind of event: how many, and their sum. */
type Tally = { count: number; sum: bigint }

/**
 * Brings what the survey found into this database, in the order of the chain. One transaction: the caller rolls it back where a finding is
 * `missing`, so that a database is either right with its chain or as it was. `place` is where files of paydays are kept, for the sentences.
 */
export async function applySurvey(
  ctx: Context,
  survey: Survey,
  { chain, place }: { chain: Pick<Chain, 'encode'>; place: string },
): Promise<Finding[]> {
  await lockSettlement(ctx.db)
  const run = { ctx, survey, place, found: [] as Finding[], missing: undefined as number | undefined }
  const tallies = new Map<string, Tally>()
  const own = new Set(survey.accounts.flatMap(account => account.sent.map(one => one.hash)))
  const named = await namedCampaigns(ctx.db)
  const events = survey.read?.events ?? []
  const isUnwound = unwoundAfter(events)
  const add = (name: string, sum: bigint) => {
    const tally = tallies.get(name) ?? { count: 0, sum: 0n }
    tallies.set(name, { count: tally.count + 1, sum: tally.sum + sum })
  }
  for (const event of events) {
    const isFresh = await insertEvent(ctx.db, event, ctx.now())
    if (!isFresh && !survey.idle.has(logKey(event))) continue
    switch (event.kind) {
      case 'settled':
        await settle(run, event, isUnwound(event))
        continue
      case 'unwound':
      case 'vetoed':
        if ((await findEpoch(ctx.db, event.epoch))?.settledAt != null) await take(run, event)
        add('terms', 0n)
        continue
      case 'claimed':
        if ((await balanceOf(ctx.db, leafAccount(event.account))) < event.amount) add('unpaid', event.amount)
        else {
          await take(run, event)
          add('claims', event.amount)
        }
        continue
      case 'opened':
      case 'toppedUp':
        if (named.has(event.id)) add('deposits', event.amount)
        else run.found.push(findings[own.has(event.tx) ? 'lostCampaign' : 'foreign'](event.id, event.amount))
        break
      case 'refunded':
        if (named.has(event.id)) add('refunds', event.amount)
        break
      case 'closing':
      case 'extended':
        if (named.has(event.id)) add('terms', 0n)
        break
    }
    await take(run, event)
  }
  run.found.push(...talliedFindings(tallies))
  if (survey.read !== undefined) await insertBlock(ctx.db, survey.read.block, ctx.now())
  await finalizeEpochs(ctx, { block: Number(survey.finalized) })
  run.found.push(...(await adoptSent(ctx, chain, survey.accounts)))
  if (!run.found.some(finding => finding.kind === 'missing')) run.found.push(...(await compareBooks(ctx, survey)))
  return run.found
}

type Run = { ctx: Context; survey: Survey; place: string; found: Finding[]; missing: number | undefined }

function take({ ctx, survey }: Run, event: ChainEvent): Promise<void> {
  return applyChainEvent(ctx, event, survey.read?.activeAt ?? new Map())
}

async function settle(run: Run, event: Of<'settled'>, isUnwound: boolean): Promise<void> {
  const { ctx, survey, found } = run
  const { header } = event
  const row = await findEpoch(ctx.db, header.epoch)
  const isSame = row?.headHash === headerHash(header)
  // What was vetoed and unwound left nothing behind; only the database that had closed it need mirror that.
  if (isUnwound && !isSame) return
  if (run.missing !== undefined) return void found.push(findings.waitsFor(header.epoch, run.missing))
  if (isSame) found.push(findings.settled(header.epoch))
  else {
    const file = survey.files.get(header.manifestHash)
    if (file === undefined) {
      run.missing = header.epoch
      return void found.push(
        findings.noFile(header.epoch, paydayFileName(header.epoch, header.manifestHash), run.place),
      )
    }
    if (row?.state === 'closed') {
      await setClaimsBack(run, event)
      await takeBackEpoch(ctx, row, `resync:${event.block.hash}:${event.tx}:${ctx.newId()}`)
      await deleteEpoch(ctx.db, header.epoch)
      found.push(findings.takenBack(header.epoch))
    }
    if (!(await rebuildEpoch(ctx, { header, file }))) {
      run.missing = header.epoch
      return void found.push(findings.notRebuilt(header.epoch))
    }
    found.push(findings.rebuilt(header.epoch))
  }
  await take(run, event)
  await activateDueEpochs(ctx, { at: survey.at })
  // The next one closed only once this one was final.
  await finalizeEpochs(ctx, { block: Number(survey.finalized) })
}

/** Claims that were read against a payday of this database's own go back first: they are of the true one, and are taken in again after it. */
async function setClaimsBack({ ctx, survey }: Run, settled: Of<'settled'>): Promise<void> {
  const events = survey.read?.events ?? []
  const later = events.slice(events.indexOf(settled) + 1).filter(event => event.kind === 'claimed')
  for (const event of later.filter(one => !survey.idle.has(logKey(one)))) {
    const key = eventKey(event)
    for (const posting of await postingsUnder(ctx.db, key)) {
      const gone = `resync:${ctx.newId()}:${key}`
      await renamePosting(ctx.db, key, gone)
      await post(ctx, { key: `${gone}:back`, reason: 'resync', lines: reversed(posting.lines) })
      survey.idle.add(logKey(event))
    }
  }
}

function talliedFindings(tallies: ReadonlyMap<string, Tally>): Finding[] {
  return [...tallies].map(([name, { count, sum }]) => {
    if (name === 'unpaid') return findings.unpaid(count, sum)
    return name === 'terms' ? findings.terms(count) : findings.events(name as 'claims', count, sum)
  })
}

async function compareBooks(ctx: Context, survey: Survey): Promise<Finding[]> {
  const bridge = await checkBridge(ctx, { ...survey.state, campaigns: survey.slots })
  if (bridge === undefined || bridge.isEqual) return []
  const wrong = bridge.equations.filter(one => !one.isEqual)
  return [findings.books(wrong.map(one => `${one.name} is ${one.ledger} here and ${one.chain} there`).join(', '))]
}
