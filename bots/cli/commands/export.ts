import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exportDataset, listCampaignCards, runTurn } from '@perle/core'
import type { Command } from 'commander'
import { type MediaStore, openMediaStore } from '../../media/mediaStore.ts'
import { CommandFailed } from '../failed.ts'
import { withComposition } from '../openCli.ts'

export function addExport(program: Command): void {
  program
    .command('export')
    .argument('<short name>', 'the campaign')
    .requiredOption('-o, --out <file>', 'where the dataset goes (JSONL)')
    .description("Write a campaign's recorded answers with their proofs: what `perle verify` checks against the chain.")
    .option('--media <folder>', 'put the files that rows name there, each under its SHA-256')
    .option('--json', 'print rows, erased and the file')
    .action(async (slug: string, options: { out: string; media?: string; json?: boolean }) => {
      const written = await withComposition(async ({ config, database, base }) => {
        const card = (await runTurn(database, base, ctx => listCampaignCards(ctx))).find(one => one.slug === slug)
        if (card === undefined)
          throw new CommandFailed(`There is no campaign ${slug}. \`perle campaigns\` lists them.`, 2)
        const lines = await exportDataset({ database, base }, { campaignId: card.campaignId })
        if (!lines.ok)
          throw new CommandFailed('Nothing of this campaign is recorded yet. Rows appear with the first payday.')
        if (options.media === undefined) return writeLines(options.out, lines.value)
        const store = await openMediaStore(join(config.home, 'media'))
        return writeLines(options.out, withFiles(lines.value, store, options.media))
      })
      if (options.json) console.log(JSON.stringify({ rows: written, file: options.out }))
      else
        console.log(
          `${written} rows in ${options.out}. Check them with: perle verify ${options.out} --rpc <address of a node>`,
        )
    })
}

/** Written beside and renamed, so that a half written file never has the name that was asked for. Answers the rows. */
async function writeLines(path: string, lines: AsyncIterable<string>): Promise<number> {
  const part = `${path}.part`
  const file = createWriteStream(part)
  let rows = -1
  try {
    for await (const line of lines) {
      rows += 1
      if (!file.write(`${line}\n`)) await once(file, 'drain')
    }
    file.end()
    await once(file, 'finish')
    await rename(part, path)
  } catch (error) {
    file.destroy()
    await rm(part, { force: true })
    throw error
  }
  return rows
}

type Row = { columns?: { media?: { sha256: string }[] } }

/** The same lines; each file that a row names is written before the row is. */
async function* withFiles(lines: AsyncIterable<string>, store: MediaStore, folder: string): AsyncIterable<string> {
  await mkdir(folder, { recursive: true })
  for await (const line of lines) {
    for (const { sha256 } of (JSON.parse(line) as Row).columns?.media ?? []) {
      const path = join(folder, sha256)
      if (await isThere(path)) continue
      const bytes = await store.read(sha256)
      if (bytes === undefined)
        throw new CommandFailed(`The file ${sha256} is not in the media folder. Restore it, or export without --media.`)
      await writeFile(`${path}.part`, bytes)
      await rename(`${path}.part`, path)
    }
    yield line
  }
}

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  )
