// Checks a whole dataset with nothing but its lines and the contract's head.
import { canonicalJson, type Json } from './canonical.ts'
import {
  type ExportAnswer,
  type ExportHeader,
  type ExportPay,
  type ExportRow,
  parseExportHeader,
  parseExportRow,
} from './exportRows.ts'
import type { Header } from './header.ts'
import { type ManifestRow, parseRow } from './manifestParts.ts'
import { payOf, qualityOf } from './payFormula.ts'
import { ShapeError } from './shape.ts'
import { contributionSteps, headerStep, historyStep, type Step } from './verifySteps.ts'
import type { Address, Hash } from './words.ts'

/** What is asked of the chain; an adapter over any RPC gives it. */
export type ExportChain = {
  chainId(): Promise<number>
  /** `head` of the settlement contract. */
  head(settlement: Address): Promise<Hash>
  /** Headers of Settled events with an epoch above this one. Asked only when the export is older than the head. */
  headersAfter(settlement: Address, epoch: number): Promise<readonly Header[]>
}

/** `row` is the number of the row in the export; 0 for its first line. */
export type ExportFault = { row: number; field: string; found: string; expected: string }

export type ExportReport = {
  rows: number
  /** Rows whose text, leaf and path are all as recorded. */
  genuine: number
  erased: number
  faults: ExportFault[]
  /** The contract's head that everything was proven under. */
  head: Hash
  /** Epochs settled since the export was made. */
  epochsSince: number
}

/**
 * `manifestRows`: rows parts of the epochs' manifests (their lines), where at hand; then the pay of each row is compared with the row that
 * was settled. Faults are collected, never thrown; errors of `chain` are thrown on.
 */
export async function verifyExport(
  lines: AsyncIterable<string> | Iterable<string>,
  chain: ExportChain,
  manifestRows: Iterable<string> = [],
): Promise<ExportReport> {
  const report: ExportReport = { rows: 0, genuine: 0, erased: 0, faults: [], head: '0x', epochsSince: 0 }
  const settled = new Map<Hash, ManifestRow>()
  for (const line of manifestRows) {
    const row = parseRow(line)
    settled.set(row.rowId, row)
  }
  const seen = new Set<Hash>()
  let header: ExportHeader | undefined
  for await (const line of lines) {
    if (line === '') continue
    if (header === undefined) {
      header = await readHeader(line, chain, report)
      if (header === undefined) return report
      continue
    }
    report.rows++
    report.faults.push(...checkLine(line, header, report, seen, settled))
  }
  if (header === undefined) report.faults.push(faultOf(0, 'line', 'nothing', 'the first line of an export'))
  else if (report.rows !== header.rows) {
    report.faults.push(faultOf(0, 'rows', String(report.rows), String(header.rows)))
  }
  return report
}

async function readHeader(line: string, chain: ExportChain, report: ExportReport): Promise<ExportHeader | undefined> {
  const header = parse(line, 0, parseExportHeader, report.faults)
  if (header === undefined) return undefined
  const { settlement, newest } = header
  const chainId = await chain.chainId()
  if (chainId !== header.chainId) report.faults.push(faultOf(0, 'chainId', String(header.chainId), String(chainId)))
  report.head = await chain.head(settlement)
  let step = headerStep(newest, report.head, [])
  if (!step.ok) step = headerStep(newest, report.head, await chain.headersAfter(settlement, newest.epoch))
  if (!step.ok) report.faults.push(faultOf(0, 'newest', step.found, `an ancestor of the chain's head ${report.head}`))
  report.epochsSince = (step.values['laterHeads'] ?? []).length
  const domain = { chainId: header.chainId, settlement }
  for (const epoch of header.epochs) {
    const history = historyStep({ domain, header: newest, ...epoch })
    if (!history.ok) report.faults.push(faultOf(0, `epochs ${epoch.epoch}`, history.found, history.expected))
  }
  return header
}

function checkLine(
  line: string,
  header: ExportHeader,
  report: ExportReport,
  seen: Set<Hash>,
  settled: ReadonlyMap<Hash, ManifestRow>,
): ExportFault[] {
  const number = report.rows
  const faults: ExportFault[] = []
  const row = parse(line, number, parseExportRow, faults)
  if (row === undefined) return faults
  if (row.row !== number) faults.push(faultOf(number, 'row', String(row.row), String(number)))
  if (seen.has(row.leaf)) faults.push(faultOf(number, 'leaf', row.leaf, 'a leaf that no earlier row has'))
  seen.add(row.leaf)
  faults.push(...checkProof(number, row, header))
  if (!('erased' in row)) faults.push(...checkColumns(number, row), ...checkEvidence(number, row, header))
  if (row.pay !== undefined) faults.push(...checkPay(number, row.pay, header, settled))
  if (faults.length === 0) {
    if ('erased' in row) report.erased++
    else report.genuine++
  }
  return faults
}

const STEP_FIELD: Record<Step['name'], string> = {
  commitment: 'answer',
  leaf: 'leaf',
  batch: 'batchPath',
  history: 'epoch',
  header: 'newest',
}

function checkProof(number: number, row: ExportRow, header: ExportHeader): ExportFault[] {
  const epoch = header.epochs.find(entry => entry.epoch === row.epoch)
  if (epoch === undefined) return [faultOf(number, 'epoch', String(row.epoch), 'one of the epochs of the first line')]
  const domain = { chainId: header.chainId, settlement: header.settlement }
  const steps = contributionSteps({ ...row, domain, campaignId: header.campaignId, batchRoot: epoch.batchRoot })
  return steps.filter(step => !step.ok).map(step => faultOf(number, STEP_FIELD[step.name], step.found, step.expected))
}

/** What stands beside the hashed text and inside it must be the same, or the text proves less than the row says. */
function checkColumns(number: number, row: ExportAnswer): ExportFault[] {
  const answer = parse(row.answer, number, text => JSON.parse(text) as Json, [])
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) return []
  const hashed = answer as { readonly [key: string]: Json }
  const { contributor, guideVersion, consent, columns } = row
  const faults: ExportFault[] = []
  for (const [name, value] of Object.entries({ ...columns, contributor, guideVersion, consent })) {
    if (value === undefined || !Object.hasOwn(hashed, name)) continue
    const [found, expected] = [canonicalJson(value), canonicalJson(hashed[name] as Json)]
    if (found !== expected) faults.push(faultOf(number, name, found, expected))
  }
  return faults
}

function checkEvidence(number: number, row: ExportAnswer, header: ExportHeader): ExportFault[] {
  const { evidence, pay } = row
  if (evidence === undefined || pay === undefined || header.reward === undefined || evidence.basis === 'auto') return []
  const { accepted, factor, t, shared } = evidence
  const q = Math.floor(qualityOf({ accepted, factor, truth: t, ...header.reward }) / Math.max(1, shared))
  return q === pay.q ? [] : [faultOf(number, 'pay.q', String(pay.q), String(q))]
}

function checkPay(
  number: number,
  pay: ExportPay,
  header: ExportHeader,
  settled: ReadonlyMap<Hash, ManifestRow>,
): ExportFault[] {
  const expected = payOf(pay)
  const faults = pay.pay === expected ? [] : [faultOf(number, 'pay.pay', String(pay.pay), String(expected))]
  if (settled.size === 0) return faults
  const row = settled.get(pay.rowId)
  if (row === undefined || row.campaignId !== header.campaignId) {
    return [...faults, faultOf(number, 'pay.rowId', pay.rowId, 'a row of this campaign in the manifests given')]
  }
  for (const field of ['peff', 'q', 'mBps', 'cap', 'pay'] as const) {
    if (row[field] !== pay[field]) faults.push(faultOf(number, `pay.${field}`, String(pay[field]), String(row[field])))
  }
  return faults
}

function parse<T>(line: string, row: number, read: (line: string) => T, faults: ExportFault[]): T | undefined {
  try {
    return read(line)
  } catch (error) {
    if (error instanceof ShapeError) faults.push(faultOf(row, error.field, error.found, error.expected))
    else if (error instanceof SyntaxError) faults.push(faultOf(row, 'line', error.message, 'one JSON object'))
    else throw error
    return undefined
  }
}

function faultOf(row: number, field: string, found: string, expected: string): ExportFault {
  return { row, field, found, expected }
}
