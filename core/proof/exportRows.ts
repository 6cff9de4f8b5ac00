// A dataset that proves itself: the lines of an export. The first line says what it was recorded under, each other line is one answer
// with its way to the chain, or the tombstone of an erased one.
import { canonicalJson, type Json } from './canonical.ts'
import * as shape from './shape.ts'

export const EXPORT_VERSION = 'perle.export.1'

const header = shape.object({
  prevHead: shape.hash,
  epoch: shape.whole,
  batchRoot: shape.hash,
  contributionsRoot: shape.hash,
  reputationRoot: shape.hash,
  payoutRoot: shape.hash,
  total: shape.sum,
  heldDelta: shape.difference,
  debitsHash: shape.hash,
  manifestHash: shape.hash,
})

/** An epoch that rows of this export were recorded in, and its path in the history tree of the newest header. */
const epoch = shape.object({ epoch: shape.whole, batchRoot: shape.hash, historyPath: shape.list(shape.hash) })

const exportHeader = shape.object({
  version: shape.oneOf(EXPORT_VERSION),
  campaignId: shape.hash,
  termsHash: shape.hash,
  chainId: shape.whole,
  settlement: shape.address,
  token: shape.address,
  epochs: shape.list(epoch),
  /** The newest epoch when the export was made. Everything is proven under it; later headers come from the chain's events. */
  newest: header,
  /** Lines that follow. */
  rows: shape.whole,
  /** Of the pay formula; with them `evidence` gives q. Absent in exports without evidence. */
  reward: shape.maybe(shape.object({ alpha: shape.whole, qMin: shape.whole })),
  generatedAt: shape.text,
})

const proofFields = {
  row: shape.whole,
  epoch: shape.whole,
  commitment: shape.hash,
  leaf: shape.hash,
  batchPath: shape.list(shape.hash),
}

/** The settled row of the epoch's manifest that paid this answer. */
const pay = shape.object({
  rowId: shape.hash,
  peff: shape.sum,
  q: shape.whole,
  mBps: shape.whole,
  cap: shape.sum,
  pay: shape.sum,
})

/** What q came from, ppm. `basis` "auto" means that q was fixed without evidence; `shared` divides q among members of one cluster. */
const evidence = shape.object({
  basis: shape.text,
  t: shape.whole,
  e: shape.whole,
  n: shape.whole,
  factor: shape.whole,
  accepted: shape.truth,
  shared: shape.whole,
})

const genuine = shape.object({
  ...proofFields,
  /** The canonical text that was hashed, as it was hashed. */
  answer: shape.text,
  salt: shape.hash,
  /** Pseudonym within this campaign. */
  contributor: shape.text,
  guideVersion: shape.maybe(shape.json),
  consent: shape.maybe(shape.json),
  pay: shape.maybe(pay),
  evidence: shape.maybe(evidence),
  /** Anything else that helps to use the row, as `{ name: value }`. What also stands in the answer must be equal to it. */
  columns: shape.maybe(shape.record(shape.json)),
})

const tombstone = shape.object({ ...proofFields, erased: shape.oneOf(true), pay: shape.maybe(pay) })

export type ExportHeader = shape.ShapeOf<typeof exportHeader>
export type ExportEpoch = shape.ShapeOf<typeof epoch>
export type ExportAnswer = shape.ShapeOf<typeof genuine>
export type ExportTombstone = shape.ShapeOf<typeof tombstone>
export type ExportRow = ExportAnswer | ExportTombstone
export type ExportPay = shape.ShapeOf<typeof pay>
export type ExportEvidence = shape.ShapeOf<typeof evidence>

/** One line, without its end. */
export function writeExportHeader(value: ExportHeader): string {
  return canonicalJson(shape.toJson(value))
}

export function writeExportRow(value: ExportRow): string {
  return canonicalJson(shape.toJson(value))
}

/** Throws SyntaxError or ShapeError. */
export function parseExportHeader(line: string): ExportHeader {
  return exportHeader(JSON.parse(line) as Json, '')
}

/** Throws SyntaxError or ShapeError. */
export function parseExportRow(line: string): ExportRow {
  const value = JSON.parse(line) as Json
  const isErased = typeof value === 'object' && value !== null && 'erased' in value
  return isErased ? tombstone(value, '') : genuine(value, '')
}
