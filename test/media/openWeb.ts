// The chat over HTTP on a world of a test, with a media folder of its own and no page, chain or background.
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fastify } from 'fastify'
import { type ItemsFile, openItemsFile } from '../../bots/cli/itemsFile.ts'
import type { Composition } from '../../bots/compose.ts'
import { PUBLIC_ONLY } from '../../bots/media/fetchMedia.ts'
import { gatherMedia } from '../../bots/media/gatherMedia.ts'
import { openMediaStore } from '../../bots/media/mediaStore.ts'
import { openThumbnails } from '../../bots/media/thumbnail/thumbnails.ts'
import { webDoor } from '../../bots/web/door.ts'
import { createUpdates } from '../../bots/web/updates.ts'
import { importItems } from '../../core/campaigns/importItems.ts'
import type { ContributorId, IdentityId } from '../../core/ids.ts'
import { insertIdentity } from '../../core/people/store.ts'
import { somePictures } from '../pictures/samplePictures.ts'
import { type BuiltCampaign, must } from '../support/builders.ts'
import { Visitor } from '../support/perle.ts'
import type { World } from '../support/world.ts'

export type Web = Awaited<ReturnType<typeof openWeb>>

/** `pagesDir` has the built pages where a browser is to look at them. */
export async function openWeb(world: World, pagesDir?: string) {
  const home = await mkdtemp(join(tmpdir(), 'perle-web-'))
  const pictures = await somePictures()
  const media = await openMediaStore(join(home, 'media'))
  const server = fastify()
  const { database, base } = world
  const config = { mode: 'local', role: 'all', home } as Composition['config']
  // Nobody asks the chain here; its place is all that is looked at.
  const chain = { chainId: 31_337, settlement: base.settings.chain.settlement }
  const place = { config, database, base, chain, log: base.log, rpcUrl: 'http://127.0.0.1:1', holder: 'a test' }
  const none = async () => ''
  await server.register(webDoor, {
    composition: place as unknown as Composition,
    updates: createUpdates(),
    pictures,
    media,
    pagesDir: pagesDir ?? home,
    play: none,
    payOut: none,
    pulse: () => [],
  })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })

  /** Rows with their files beside them, as `perle import` takes them. */
  async function load(campaign: BuiltCampaign, rows: unknown[], files: Record<string, Buffer>): Promise<void> {
    for (const [name, bytes] of Object.entries(files)) await writeFile(join(home, name), bytes)
    const path = join(home, 'items.jsonl')
    await writeFile(path, rows.map(row => JSON.stringify(row)).join('\n'))
    await loadFile(campaign, path, () => openItemsFile(path, 'choice'))
  }

  async function loadFile({ campaignId }: BuiltCampaign, path: string, open: () => Promise<ItemsFile>): Promise<void> {
    const thumbnails = openThumbnails()
    try {
      const place = { database, base, store: media, thumbnails, reaching: PUBLIC_ONLY, tell: () => {} }
      const findMedia = await gatherMedia(place, { campaignId, folder: dirname(path), ...(await open()) })
      const file = await open()
      await world.turn(async ctx => must(await importItems(ctx, { campaignId, ...file, findMedia })))
    } finally {
      await thumbnails.close()
    }
  }

  /** The browser of somebody whom a builder made. */
  async function visitorOf(contributorId: ContributorId): Promise<Visitor> {
    const name = contributorId.slice(-12)
    await world.turn(ctx =>
      insertIdentity(ctx.db, {
        id: ctx.newId() as IdentityId,
        contributorId,
        platform: 'web',
        platformId: `local:${name}`,
        createdAt: ctx.now(),
      }),
    )
    const visitor = new Visitor(url)
    visitor.keep(`perle_session=l.${name}`)
    await visitor.look()
    return visitor
  }

  return {
    url,
    home,
    media,
    load,
    loadFile,
    visitorOf,
    async close() {
      server.server.closeAllConnections()
      await server.close()
      await pictures.end()
      await rm(home, { recursive: true, force: true })
    },
  }
}
