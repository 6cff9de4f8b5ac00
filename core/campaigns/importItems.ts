import type { Context } from '../context.ts'
import type { CampaignId, ItemId } from '../ids.ts'
import type { ItemContent } from '../kinds/kind.ts'
import type { FindMedia } from '../kinds/media.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { type ItemRow, type RowFault, readItemRow } from './itemRow.ts'
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

export type ImportReport = {
  rows: number
  added: number
  /** Rows that were set aside, each named to whoever asked for that. */
  setAside: number
  fileHash: string
}

/**
 * A row as a file gives it. `names` says what a field of the item is called in that file, so that a fault names what its author wrote;
 * `given` is the row as it stood there, where the item was made of it.
 */
export type GivenRow = { row: number; given?: unknown } & (
  | { value: unknown; names?: Record<string, string> | undefined }
  | { fault: RowFault }
)

/** Told on the way. With `setAside` a bad row is handed over and the others go on; without it the first one refuses the file. */
type Onlooker = {
  taken?: (row: number, item: ItemContent, truth: unknown) => void
  setAside?: (row: number, fault: RowFault, given: unknown) => void
}

type Waiting = { row: number; item: ItemRow; names: Record<string, string> | undefined; given: unknown }
type Bad = { row: number; fault: RowFault; names?: Record<string, string> | undefined; given?: unknown }

/**
 * Adds items to a campaign, all or nothing: the first bad row refuses the file and names row and field. The same file
 * again, or rows that are there already with the same content, add nothing. `fileHash` gives the hash of the bytes read.
 */
export async function importItems(
  ctx: Context,
  input: {
    campaignId: CampaignId
    fileName: string
    rows: AsyncIterable<GivenRow>
    fileHash: () => string
    /** What `gatherMedia` found beforehand; a row with media that are not there is refused. */
    findMedia?: FindMedia
  } & Onlooker,
): Promise<Result<ImportReport, Only<'campaign.unknown' | 'import.bad_row' | 'import.bad_file'>>> {
  const campaign = await findCampaign(ctx.db, input.campaignId)
  const guide = await findGuide(ctx.db, input.campaignId)
  if (campaign === undefined || guide === undefined) return refuse({ code: 'campaign.unknown' })
  const terms = {
    kind: campaign.kind,
    ask: JSON.parse(campaign.ask) as unknown,
    rules: (JSON.parse(guide.rules) as { rule: number }[]).map(rule => rule.rule),
    findMedia: input.findMedia,
  }
  let position = await itemCount(ctx.db, input.campaignId)
  let [rows, added, setAside] = [0, 0, 0]
  /** A refusal, or undefined where the row was set aside and the next may follow. */
  const bad = ({ row, fault, names, given }: Bad) => {
    const said = inTheirWords(fault, names)
    if (input.setAside === undefined)
      return refuse({ code: 'import.bad_row' as const, file: input.fileName, row, ...said })
    setAside += 1
    input.setAside(row, said, given)
    return undefined
  }
  let batch: Waiting[] = []
  const flush = async () => {
    const outcome = await addBatch(ctx, input.campaignId, campaign.overlapMin, position, batch)
    position += batch.length
    added += outcome.added
    batch = []
    for (const one of outcome.bad) {
      const refusal = bad(one)
      if (refusal !== undefined) return refusal
    }
    return undefined
  }
  for await (const entry of input.rows) {
    rows += 1
    const read = 'fault' in entry ? undefined : readItemRow(entry.value, terms)
    if ('fault' in entry || read === undefined || !read.ok) {
      const refusal = bad('fault' in entry ? entry : { ...entry, fault: (read as { fault: RowFault }).fault })
      if (refusal !== undefined) return refusal
      continue
    }
    const { item, truth } = read
    input.taken?.(entry.row, item, truth)
    batch.push({ row: entry.row, item: read.row, names: entry.names, given: entry.given ?? entry.value })
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
  return ok({ rows, added, setAside, fileHash })
}

/** The longest name that fits decides: `content.steps` stands for `content.steps.3` too. */
function inTheirWords(fault: RowFault, names: Record<string, string> = {}): RowFault {
  const found = Object.keys(names)
    .filter(name => fault.field === name || fault.field.startsWith(`${name}.`))
    .sort((one, other) => other.length - one.length)[0]
  return found === undefined ? fault : { ...fault, field: names[found] + fault.field.slice(found.length) }
}

type BatchOutcome = { added: number; bad: Bad[] }

async function addBatch(
  ctx: Context,
  campaignId: CampaignId,
  wanted: number,
  position: number,
  batch: Waiting[],
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
  const skipped = batch.filter(({ item }) => !added.has(item.externalId)).map(({ item }) => item.externalId)
  const there = await itemsByExternalId(ctx.db, campaignId, skipped)
  const known = new Map(there.map(row => [row.externalId, row]))
  const first = new Map<string, ItemRow>()
  const bad: Bad[] = []
  for (const { item, ...given } of batch) {
    const before = first.get(item.externalId)
    if (before === undefined) first.set(item.externalId, item)
    const isAdded = added.has(item.externalId)
    const fault =
      before !== undefined
        ? differsFrom(item, before, 'stands in this file')
        : isAdded
          ? undefined
          : clash(item, known.get(item.externalId))
    if (fault !== undefined) bad.push({ ...given, fault })
  }
  return { added: added.size, bad }
}

type Same = Pick<ItemRow, 'externalId' | 'contentHash' | 'role' | 'truthText'>

function clash(item: ItemRow, there: Same | undefined): RowFault | undefined {
  if (there === undefined)
    return { field: 'content', expected: 'content that is not in the campaign yet under another id' }
  return differsFrom(item, there, 'is in the campaign')
}

/** A row that comes again must say the same: one that is left out though it says something else would be lost without a word. */
function differsFrom(item: ItemRow, there: Same, where: string): RowFault | undefined {
  const { externalId } = item
  if (item.contentHash !== there.contentHash || item.role !== there.role)
    return { field: 'id', expected: `an id of its own: ${externalId} ${where} with other content` }
  if (item.truthText !== null && item.truthText !== there.truthText)
    return { field: 'truth', expected: `no truth but the one that ${externalId} ${where} with` }
  return undefined
}
