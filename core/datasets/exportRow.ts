// One recorded answer as a line of a dataset that proves itself. Pure.
import { kindOf, parseItem } from '../kinds/index.ts'
import type { ExportAnswer, ExportPay, ExportRow, Hash, Json } from '../proof/index.ts'
import type { RecordedRow } from './store.ts'

/**
 * `annotation` is the canonical text that was hashed; undefined for an erased answer, which leaves a tombstone: its proof still holds,
 * and so do all others.
 */
export function exportRow(
  row: number,
  found: RecordedRow,
  annotation: string | undefined,
  batchPath: readonly Hash[],
): ExportRow {
  const { leaf, reward } = found
  const pay = reward === null ? undefined : payOf(reward)
  const proof = {
    row,
    epoch: leaf.epoch,
    commitment: leaf.commitment,
    leaf: leaf.leaf,
    batchPath: [...batchPath],
    ...(pay === undefined ? {} : { pay }),
  }
  if (annotation === undefined || leaf.salt === null) return { ...proof, erased: true }
  const hashed = JSON.parse(annotation) as { answer: unknown; contributor: string; guideVersion: number; item: string }
  const consent = consentOf(found)
  return {
    ...proof,
    answer: annotation,
    salt: leaf.salt,
    contributor: hashed.contributor,
    guideVersion: hashed.guideVersion,
    ...(consent === undefined ? {} : { consent }),
    ...(reward === null ? {} : { evidence: evidenceOf(reward) }),
    columns: columnsOf(found, hashed),
  }
}

type Reward = NonNullable<RecordedRow['reward']>

function payOf({ rowId, peff, q, mBps, cap, pay }: Reward): ExportPay {
  return { rowId, peff, q, mBps, cap, pay }
}

/** What the requester recomputes q from. An answer that has a leaf was accepted. */
function evidenceOf({
  basis,
  truthPpm,
  elsewherePpm,
  needPpm,
  factorPpm,
}: Reward): NonNullable<ExportAnswer['evidence']> {
  return { basis, t: truthPpm, e: elsewherePpm, n: needPpm, factor: factorPpm, accepted: true, shared: 1 }
}

/** That its author agreed, and to which words: version and hash of the text, and the day. */
function consentOf({ agreedAt, agreementVersion, agreementHash }: RecordedRow): Json | undefined {
  if (agreedAt === null || agreementVersion === null || agreementHash === null) return undefined
  return { agreement: agreementVersion, agreementHash, agreedAt: agreedAt.toISOString() }
}

/** The item as it was shown, and the answer in flat fields of its kind. */
function columnsOf({ item }: RecordedRow, hashed: { answer: unknown; item: string }): Record<string, Json> {
  const shown = parseItem(item.contentText)
  const fields = kindOf(item.kind).exportFields(shown, hashed.answer)
  return {
    item: hashed.item,
    contentHash: item.contentHash,
    ask: shown.ask as Json,
    content: shown.content as Json,
    // Each with its SHA-256: whoever has the files can check that they are the ones that were shown.
    ...(shown.media === undefined ? {} : { media: shown.media as unknown as Json }),
    ...fields,
  }
}
