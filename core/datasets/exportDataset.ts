// What a requester takes home: every recorded answer of a campaign with its way to the chain, line by line.
import { findCampaign } from '../campaigns/store.ts'
import type { Context } from '../context.ts'
import type { Sealed } from '../database/columns.ts'
import type { OpenDatabase } from '../database/database.ts'
import type { CampaignId, Hash } from '../ids.ts'
import { type BaseContext, runTurn } from '../inbox/runTurn.ts'
import { openAll } from '../people/seal.ts'
import { EXPORT_VERSION, type ExportHeader, writeExportHeader, writeExportRow } from '../proof/index.ts'
import { type Only, ok, type Result, refuse } from '../refusals.ts'
import { type Anchor, batchPaths, historyPathOf, newestAnchor } from '../settlement/contributionProof.ts'
import { exportRow } from './exportRow.ts'
import { type Place, type RecordedRow, recordedCount, recordedEpochs, recordedPage } from './store.ts'

/** Rows of one short transaction: a long read would hold PGlite's only connection. */
const PAGE = 1000

export type Exporting = { database: OpenDatabase; base: BaseContext }

/**
 * Lines without their ends: the header first, then one row a recorded answer in order of epoch and leaf; the same state gives the same rows.
 * Everything is proven under the newest active epoch, since one that may still be vetoed proves nothing. Refused where the campaign is
 * unknown, or nothing of it is recorded.
 */
export async function exportDataset(
  { database, base }: Exporting,
  input: { campaignId: CampaignId },
): Promise<Result<AsyncIterable<string>, Only<'campaign.unknown' | 'submission.unknown'>>> {
  const { campaignId } = input
  const opened = await runTurn(database, base, ctx => openExport(ctx, campaignId))
  if (!opened.ok) return opened
  const { header, anchor } = opened.value
  async function* lines(): AsyncIterable<string> {
    yield writeExportHeader(header)
    const paths = new Map<number, (position: number) => Hash[]>()
    let after: Place = { epoch: 0, position: -1 }
    let row = 0
    for (;;) {
      const page = await runTurn(database, base, ctx => readPage(ctx, campaignId, anchor, after))
      for (const { found, annotation } of page) {
        const { epoch, position } = found.leaf
        const known = paths.get(epoch)
        const pathOf = known ?? (await runTurn(database, base, ctx => batchPaths(ctx, epoch)))
        // Rows come by epoch: an older tree is not needed again.
        if (known === undefined) {
          paths.clear()
          paths.set(epoch, pathOf)
        }
        yield writeExportRow(exportRow(++row, found, annotation, pathOf(position)))
        after = { epoch, position }
      }
      if (page.length < PAGE) return
    }
  }
  return ok(lines())
}

async function openExport(
  ctx: Context,
  campaignId: CampaignId,
): Promise<Result<{ header: ExportHeader; anchor: Anchor }, Only<'campaign.unknown' | 'submission.unknown'>>> {
  const campaign = await findCampaign(ctx.db, campaignId)
  if (campaign === undefined) return refuse({ code: 'campaign.unknown' })
  const anchor = await newestAnchor(ctx)
  if (anchor === undefined || campaign.chainId === null) return refuse({ code: 'submission.unknown' })
  const upTo = anchor.header.epoch
  const rows = await recordedCount(ctx.db, campaignId, upTo)
  if (rows === 0) return refuse({ code: 'submission.unknown' })
  const epochs = await recordedEpochs(ctx.db, campaignId, upTo)
  const { chainId, settlement, token } = ctx.settings.chain
  const { alpha, qMin } = ctx.settings.parameters
  const header: ExportHeader = {
    version: EXPORT_VERSION,
    campaignId: campaign.chainId,
    termsHash: campaign.termsHash,
    chainId,
    settlement,
    token,
    epochs: epochs.map(epoch => ({
      epoch,
      batchRoot: anchor.batchRoots[epoch - 1] as Hash,
      historyPath: historyPathOf(ctx, anchor, epoch),
    })),
    newest: anchor.header,
    rows,
    reward: { alpha, qMin },
    generatedAt: ctx.now().toISOString(),
  }
  return ok({ header, anchor })
}

async function readPage(
  ctx: Context,
  campaignId: CampaignId,
  anchor: Anchor,
  after: Place,
): Promise<{ found: RecordedRow; annotation: string | undefined }[]> {
  const page = await recordedPage(ctx.db, campaignId, { upToEpoch: anchor.header.epoch, after, size: PAGE })
  const texts = await openAll(
    ctx,
    page.map(({ leaf, submission }) => ({
      contributorId: submission.contributorId,
      sealed: leaf.annotation as Sealed | null,
    })),
  )
  return page.map((found, index) => ({ found, annotation: texts[index] }))
}
