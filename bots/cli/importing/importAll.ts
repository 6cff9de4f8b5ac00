// An import as a whole: one transaction that keeps everything or nothing, or keeps nothing on purpose to show what would happen.
import { closeSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { type CampaignCard, type ImportReport, type ItemContent, importItems, type Result, runTurn } from '@perle/core'
import type { Composition } from '../../compose.ts'
import type { ItemsFile } from '../itemsFile.ts'
import { itemText, pagesOfItem } from './preview.ts'

type Outcome = Awaited<ReturnType<typeof importItems>>
type Place = Pick<Composition, 'database' | 'base'>
type Onlooker = Pick<Parameters<typeof importItems>[1], 'taken' | 'setAside'>
/** With what was gathered of its media beforehand; without, a row that names some is refused. */
export type GatheredFile = ItemsFile & Pick<Parameters<typeof importItems>[1], 'findMedia'>

/** Leaves the transaction as an error, so that nothing of it is kept, and is a value again outside. */
class Undo extends Error {
  readonly outcome: Outcome
  constructor(outcome: Outcome) {
    super('nothing is kept')
    this.outcome = outcome
  }
}

async function importWith(place: Place, card: CampaignCard, file: GatheredFile, onlooker: Onlooker, isKept: boolean) {
  try {
    return await runTurn(place.database, place.base, async ctx => {
      const { fileName, rows, fileHash, findMedia } = file
      const input = { campaignId: card.campaignId, fileName, rows, fileHash, ...onlooker }
      const outcome = await importItems(ctx, findMedia === undefined ? input : { ...input, findMedia })
      if (!outcome.ok || !isKept) throw new Undo(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Undo) return error.outcome
    throw error
  }
}

/** All or nothing. With `setAside` bad rows are written to that file, one a line with field and reason, and the others are kept. */
export async function importAll(
  place: Place,
  card: CampaignCard,
  file: GatheredFile,
  setAside?: string,
): Promise<Outcome> {
  if (setAside === undefined) return importWith(place, card, file, {}, true)
  const part = `${setAside}.part`
  const lines = openSync(part, 'w')
  try {
    const outcome = await importWith(
      place,
      card,
      file,
      { setAside: (row, fault, given) => void writeSync(lines, `${JSON.stringify({ row, ...fault, given })}\n`) },
      true,
    )
    if (outcome.ok && outcome.value.setAside > 0) renameSync(part, setAside)
    return outcome
  } finally {
    closeSync(lines)
    rmSync(part, { force: true })
  }
}

export type Fault = { row: number; field: string; expected: string }

export type Rehearsal = ImportReport & {
  /** The first items as people will see them. */
  shown: { row: number; text: string }[]
  /** How many items take so many screens. */
  pages: Map<number, number>
  longest: { row: number; pages: number }
  /** The first of the rows that would be refused; `setAside` counts them all. */
  faults: Fault[]
}

/** Items and faults that are shown. */
const SHOWN = 3
const FAULTS = 20

/** The same import with the same reader, undone at its end: what it tells is what would happen. Nothing is changed. */
export async function rehearse(
  place: Place,
  card: CampaignCard,
  file: GatheredFile,
): Promise<Result<Rehearsal, Refusal>> {
  const shown: Rehearsal['shown'] = []
  const faults: Fault[] = []
  const pages = new Map<number, number>()
  let longest = { row: 0, pages: 0 }
  const taken = (row: number, item: ItemContent, truth: unknown) => {
    const count = pagesOfItem(item)
    pages.set(count, (pages.get(count) ?? 0) + 1)
    if (count > longest.pages) longest = { row, pages: count }
    if (shown.length < SHOWN) shown.push({ row, text: itemText(item, truth, card) })
  }
  const setAside = (row: number, fault: Omit<Fault, 'row'>) => {
    if (faults.length < FAULTS) faults.push({ row, ...fault })
  }
  const outcome = await importWith(place, card, file, { taken, setAside }, false)
  return outcome.ok ? { ok: true, value: { ...outcome.value, shown, pages, longest, faults } } : outcome
}

type Refusal = Extract<Outcome, { ok: false }>['refusal']
