import type { Context } from '../context.ts'
import type { CampaignId, ItemId } from '../ids.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { type ItemRow, readItemRow } from './itemRow.ts'
import {
  findCampaign,
  findGuide,
  findImport,
  insertImport,
  insertItems,
  itemCount,
  itemsByExternalId,
} from './store.ts'

/** Rows a statement; 13 columns each keep well under the 65,535 parameters of one statement. */
const BATCH = 500

export type ImportReport = { rows: number; added: number; fileHash: string }

/**
 * Adds items to a campaign, all or nothing: the first bad row refuses the file and names row and field. The same file
 * again, or rows that are there already with the same content, add nothing. `finish` gives the hash of the bytes read.
 */
export async function importItems(
  ctx: Context,
  input: {
    campaignId: CampaignId
    fileName: string
    rows: AsyncIterable<{ row: number; value: unknown } | { row: number; fault: { field: string; expected: string } }>
    fileHash: () => string
  },
): Promise<Result<ImportReport, Only<'campaign.unknown' | 'import.bad_row' | 'import.bad_file'>>> {
  const campaign = await findCampaign(ctx.db, input.campaignId)
  const guide = await findGuide(ctx.db, input.campaignId)
  if (campaign === undefined || guide === undefined) return refuse({ code: 'campaign.unknown' })
  const terms = {
    kind: campaign.kind,
    ask: JSON.parse(campaign.ask) as unknown,
    rules: (JSON.parse(guide.rules) as { rule: number }[]).map(rule => rule.rule),
  }
  const bad = (row: number, fault: { field: string; expected: string }) =>
    refuse({ code: 'import.bad_row' as const, file: input.fileName, row, ...fault })
  let position = await itemCount(ctx.db, input.campaignId)
  let [rows, added] = [0, 0]
  let batch: { row: number; item: ItemRow }[] = []
  const flush = async () => {
    const outcome = await addBatch(ctx, input.campaignId, campaign.overlapMin, position, batch)
    if (!outcome.ok) return bad(outcome.row, outcome.fault)
    position += batch.length
    added += outcome.added
    batch = []
    return undefined
  }
  for await (const entry of input.rows) {
    rows += 1
    if ('fault' in entry) return bad(entry.row, entry.fault)
    const read = readItemRow(entry.value, terms)
    if (!read.ok) return bad(entry.row, read.fault)
    batch.push({ row: entry.row, item: read.row })
    const refusal = batch.length >= BATCH ? await flush() : undefined
    if (refusal !== undefined) return refusal
  }
  const refusal = await flush()
  if (refusal !== undefined) return refusal
  if (rows === 0) return refuse({ code: 'import.bad_file', file: input.fileName, expected: 'at least one row' })
  const fileHash = input.fileHash()
  if ((await findImport(ctx.db, input.campaignId, fileHash)) === undefined) {
    await insertImport(ctx.db, {
      id: ctx.newId(),
      campaignId: input.campaignId,
      fileName: input.fileName,
      fileHash,
      rows,
      added,
      createdAt: ctx.now(),
    })
  }
  return ok({ rows, added, fileHash })
}

type BatchOutcome = { ok: true; added: number } | { ok: false; row: number; fault: { field: string; expected: string } }

async function addBatch(
  ctx: Context,
  campaignId: CampaignId,
  wanted: number,
  position: number,
  batch: { row: number; item: ItemRow }[],
): Promise<BatchOutcome> {
  const added = await insertItems(
    ctx.db,
    batch.map(({ item }, index) => ({
      ...item,
      id: ctx.newId() as ItemId,
      campaignId,
      position: position + index,
      state: 'open' as const,
      wanted,
      taken: 0,
      confidencePpm: 0,
      createdAt: ctx.now(),
    })),
  )
  const skipped = batch.filter(({ item }) => !added.has(item.externalId))
  const known = new Map(
    (
      await itemsByExternalId(
        ctx.db,
        campaignId,
        skipped.map(({ item }) => item.externalId),
      )
    ).map(row => [row.externalId, row]),
  )
  const seen = new Map<string, string>()
  for (const { row, item } of batch) {
    const before = seen.get(item.externalId)
    if (before !== undefined && before !== item.contentHash)
      return clash(row, item, 'stands in this file with other content')
    seen.set(item.externalId, item.contentHash)
  }
  for (const { row, item } of skipped) {
    const there = known.get(item.externalId)
    if (there === undefined)
      return clash(row, item, 'content that is not in the campaign yet under another id', 'content')
    if (there.contentHash !== item.contentHash || there.role !== item.role) {
      return clash(row, item, 'is in the campaign with other content')
    }
  }
  return { ok: true, added: added.size }
}

function clash(row: number, item: ItemRow, what: string, field = 'id'): BatchOutcome {
  const expected = field === 'id' ? `an id of its own: ${item.externalId} ${what}` : what
  return { ok: false, row, fault: { field, expected } }
}
