import { existsSync } from 'node:fs'
import { type CampaignCard, listCampaignCards, readAsk, runTurn } from '@perle/core'
import { type Command, Option } from 'commander'
import type { Composition } from '../../compose.ts'
import { CommandFailed } from '../failed.ts'
import { gatherFor } from '../importing/gatherFor.ts'
import { type GatheredFile, importAll, type Rehearsal, rehearse } from '../importing/importAll.ts'
import { SHAPE_NAMES } from '../importing/shapes.ts'
import { type ItemsFile, openItemsFile } from '../itemsFile.ts'
import { tell, withComposition } from '../openCli.ts'
import { importSentence } from '../seed.ts'

type Options = {
  campaign: string
  format?: string
  text?: string
  truth?: string
  id?: string
  role?: string
  why?: string
  setAside?: string
  dryRun?: boolean
  json?: boolean
}

const ROLES = ['live', 'practice', 'test', 'check']

const ABOUT = `Add items to a campaign: all or nothing, and the same file twice adds nothing.

Known shapes, recognised by the first row:
  perle        our own form: JSONL with id and content, or a table with the fields as columns
  preferences  prompt, chosen, rejected; or prompt, response_a, response_b and perhaps winner; texts or messages
  chat         messages with role and content; tool calls stay visible
  steps        PRM800K, Math-Shepherd, ProcessBench, or problem and steps with labels
  diffs        a .diff or .patch file, or a folder of them; one commit is one item
  labels       a table with a text and perhaps its label
  export       a dataset that \`perle export\` wrote: its items once more

Rows of our own form may bring pictures, sound, films and documents: media, a list of { file | url, alt, transcript, at, name }; in a
table the columns media, alt, transcript. Paths count from the file's own folder. Addresses are fetched once, from the public internet
alone. Pictures need alt; sound and films need transcript or alt. GPS, names of cameras and people and the like are taken out.`

export function addImport(program: Command): void {
  program
    .command('import')
    .argument('<file>', 'JSONL, CSV or TSV, a .diff or .patch file, or a folder of those')
    .requiredOption('-c, --campaign <short name>', 'the campaign that the items belong to')
    .description(ABOUT)
    .addOption(new Option('--format <shape>', 'the shape, where it is not to be recognised').choices(SHAPE_NAMES))
    .option('--text <column>', 'the column of the text')
    .option('--truth <column>', 'the column of the right answer')
    .option('--id <column>', 'the column of the id; without one ids are made of the content')
    .addOption(new Option('--role <role>', 'what rows are that do not say so themselves').choices(ROLES))
    .option('--why <sentence>', 'why the right answers are right, for rows that do not say so themselves')
    .option('--set-aside <file>', 'write bad rows there with the reason, and import the others')
    .option(
      '--dry-run',
      'show the first three items as people will see them, and what would be refused; change nothing',
    )
    .option('--json', 'print the figures and the hash of the file')
    .action(runImport)
}

async function runImport(path: string, options: Options): Promise<void> {
  if (options.setAside !== undefined && existsSync(options.setAside))
    throw new CommandFailed(`${options.setAside} is there already. Name a file that is not.`, 2)
  await withComposition(async composition => {
    const card = await cardOf(composition, options.campaign)
    const { database, base } = composition
    const ask = await runTurn(database, base, ctx => readAsk(ctx, { campaignId: card.campaignId }))
    const open = () =>
      openItemsFile(path, card.kind, { ...options, ask }).catch((error: Error) => {
        throw new CommandFailed(error.message, 2)
      })
    const { campaignId } = card
    const isPatient = options.dryRun === true || options.setAside !== undefined
    const { rows } = await open()
    const findMedia = await gatherFor(composition, { path, campaignId, rows, isPatient }, tell)
    const file = { ...(await open()), findMedia }
    tell(`Read as ${file.shape}.`)
    if (options.dryRun === true) await showRehearsal(composition, card, file, options)
    else await keep(composition, card, file, options)
  })
}

async function cardOf({ database, base }: Composition, slug: string): Promise<CampaignCard> {
  const cards = await runTurn(database, base, ctx => listCampaignCards(ctx))
  const card = cards.find(one => one.slug === slug)
  if (card !== undefined) return card
  const names = cards.map(one => one.slug).join(', ') || 'none yet'
  throw new CommandFailed(`There is no campaign ${slug}. There are: ${names}.`, 2)
}

async function keep(composition: Composition, card: CampaignCard, file: GatheredFile, options: Options): Promise<void> {
  const result = await importAll(composition, card, file, options.setAside)
  if (!result.ok) throw new CommandFailed(importSentence(result.refusal))
  const { rows, added, setAside } = result.value
  const notTaken = Object.fromEntries(file.leftOut.columns)
  for (const sentence of notesOn(file)) tell(sentence)
  if (options.json) {
    console.log(JSON.stringify({ ...result.value, shape: file.shape, notTaken }))
    return
  }
  const there = rows - added - setAside
  if (added === 0 && setAside === 0) console.log(`All ${rows} rows are in ${card.slug} already. Nothing was added.`)
  else console.log(`${added} of ${rows} rows added to ${card.slug}.`)
  if (there > 0 && added > 0) console.log(`${there} stood there already, or twice in the file.`)
  if (setAside > 0) console.log(`Set aside: ${counted(setAside)}; ${options.setAside} says why.`)
}

async function showRehearsal(
  composition: Composition,
  card: CampaignCard,
  file: GatheredFile,
  options: Options,
): Promise<void> {
  const result = await rehearse(composition, card, file)
  if (!result.ok) throw new CommandFailed(importSentence(result.refusal))
  const notes = notesOn(file)
  if (options.json) console.log(JSON.stringify(asJson(result.value, file)))
  else for (const line of rehearsalLines(result.value, card, file)) console.log(line)
  for (const sentence of notes) tell(sentence)
  if (result.value.setAside > 0)
    throw new CommandFailed(
      `${counted(result.value.setAside)} would be refused, and with that the file. Mend it, or import the others with --set-aside <file>.`,
    )
}

function asJson(rehearsal: Rehearsal, file: ItemsFile): Record<string, unknown> {
  const { rows, added, setAside, fileHash, faults, pages, longest, shown } = rehearsal
  return {
    rows,
    wouldAdd: added,
    wouldRefuse: setAside,
    there: rows - added - setAside,
    fileHash,
    shape: file.shape,
    notTaken: Object.fromEntries(file.leftOut.columns),
    faults,
    pages: Object.fromEntries(pages),
    longest,
    shown,
  }
}

function rehearsalLines(rehearsal: Rehearsal, card: CampaignCard, file: ItemsFile): string[] {
  const { rows, added, setAside, shown, faults } = rehearsal
  const there = rows - added - setAside
  const more = setAside - faults.length
  return [
    ...shown.flatMap(({ row, text }, index) => [`--- Item ${index + 1}, row ${row}, as it will look ---`, text, '']),
    `${rows} rows: ${added} would be added to ${card.slug}, ${there} are there already or come twice, ${setAside} would be refused.`,
    ...pageLines(rehearsal),
    ...faults.map(
      ({ row, field, expected }) => `  ${file.fileName}, line ${row}, field ${field}: expected ${expected}.`,
    ),
    ...(more > 0 ? [`  ... and ${more} more.`] : []),
    'Nothing was changed.',
  ]
}

function pageLines({ pages, longest }: Rehearsal): string[] {
  const one = pages.get(1) ?? 0
  const longer = [...pages].filter(([count]) => count > 1).reduce((sum, [, items]) => sum + items, 0)
  if (one + longer === 0) return []
  const some =
    longer === 0 ? '' : `, ${longer} take more; the longest, row ${longest.row}, takes about ${longest.pages}`
  return [`Screens to read: ${one} items take one${some}.`]
}

const counted = (rows: number) => (rows === 1 ? '1 row' : `${rows.toLocaleString('en')} rows`)

/** What of the file is not in the items. */
function notesOn({ leftOut }: ItemsFile): string[] {
  const skipped = [...leftOut.skipped].map(([what, rows]) => `${what} (${counted(rows)})`)
  const columns = [...leftOut.columns].map(([name, rows]) => `${name} (${counted(rows)})`)
  return [
    ...(skipped.length === 0 ? [] : [`Passed over, since they are no items: ${skipped.join(', ')}.`]),
    ...(columns.length === 0 ? [] : [`Not taken: ${columns.join(', ')}.`]),
    ...(leftOut.files.length === 0
      ? []
      : [`Not read, since they are no .diff or .patch: ${leftOut.files.join(', ')}.`]),
    ...(leftOut.idsMade === 0
      ? []
      : [
          `Without an id that the records can hold: ${counted(leftOut.idsMade)}; it is made of the content, or of what stood there.`,
        ]),
  ]
}
