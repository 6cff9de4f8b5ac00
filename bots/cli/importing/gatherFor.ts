// The media that the rows of a file name: fetched before the transaction that adds the rows, with progress on stderr.
import { dirname, join } from 'node:path'
import type { CampaignId, FindMedia, GivenRow } from '@perle/core'
import type { Composition } from '../../compose.ts'
import { PUBLIC_ONLY } from '../../media/fetchMedia.ts'
import { gatherMedia } from '../../media/gatherMedia.ts'
import { openMediaStore } from '../../media/mediaStore.ts'
import { openThumbnails } from '../../media/thumbnail/thumbnails.ts'

/** Paths count from the folder of the file at `path`. `isPatient` goes on after a file that cannot be had. */
export async function gatherFor(
  { config, database, base }: Pick<Composition, 'config' | 'database' | 'base'>,
  file: { path: string; campaignId: CampaignId; rows: AsyncIterable<GivenRow>; isPatient: boolean },
  tell: (sentence: string) => void,
): Promise<FindMedia> {
  const store = await openMediaStore(join(config.home, 'media'))
  const thumbnails = openThumbnails()
  try {
    const place = { database, base, store, thumbnails, reaching: PUBLIC_ONLY, tell }
    return await gatherMedia(place, { ...file, folder: dirname(file.path) })
  } finally {
    await thumbnails.close()
  }
}
