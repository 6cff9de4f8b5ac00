import type { Context } from '../context.ts'
import type { CampaignId } from '../ids.ts'
import type { MediaFacts } from '../kinds/media.ts'
import { findMediaRow, insertMedia, insertMediaSource, type MediaRow, mediaFrom } from './mediaStore.ts'

/** Writes down a file that lies in the store, and where a campaign had it from. The bytes are there before the row is. */
export async function keepMedia(
  ctx: Context,
  input: { campaignId: CampaignId; source: string; facts: MediaFacts; thumbnail: string | undefined },
): Promise<void> {
  const { campaignId, source, facts } = input
  const now = ctx.now()
  const { sha256, type, bytes, width = null, height = null, seconds = null } = facts
  const thumbnail = input.thumbnail ?? null
  await insertMedia(ctx.db, { sha256, type, bytes, width, height, seconds, thumbnail, createdAt: now })
  await insertMediaSource(ctx.db, { campaignId, source, sha256, fetchedAt: now })
}

/** What a campaign has of these sources already, by source. */
export async function keptMedia(
  ctx: Context,
  input: { campaignId: CampaignId; sources: string[] },
): Promise<Map<string, MediaFacts>> {
  const rows = await mediaFrom(ctx.db, input.campaignId, input.sources)
  return new Map(rows.map(({ source, media }) => [source, factsOf(media)]))
}

/** A stored file by its hash, for whoever serves it. */
export async function findMedia(
  ctx: Context,
  input: { sha256: string },
): Promise<(MediaFacts & { thumbnail: string | null }) | undefined> {
  const row = await findMediaRow(ctx.db, input.sha256)
  return row === undefined ? undefined : { ...factsOf(row), thumbnail: row.thumbnail }
}

function factsOf({ sha256, type, bytes, width, height, seconds }: MediaRow): MediaFacts {
  return {
    sha256,
    type,
    bytes,
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(seconds === null ? {} : { seconds }),
  }
}
