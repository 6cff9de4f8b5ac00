// The whole check of one payday, from the published files to the chain. Runs in a worker: ten thousand rows take a while.
import { type Difference, type Hash, parseHead, recomputeManifest } from '@perle/core/proof'
import type { Payday } from '../api/proofShapes.ts'
import { ChainAway, isOnChain, readHead } from '../record/readChain.ts'

export type Stage = { at: 'reading'; done: number; total: number } | { at: 'working' } | { at: 'comparing' }

export type Outcome =
  /** `chain`: the same there; could not be asked; or the payday is not there yet. */
  | { kind: 'same'; rows: number; succession: boolean; chain: 'same' | 'away' | 'notThere' }
  | { kind: 'differs'; differences: Difference[] }
  | { kind: 'unread' }

/** `chainField` names the head on the chain in the words of the page. */
export async function recomputePayday(
  payday: Payday,
  chainField: string,
  onStage: (stage: Stage) => void,
): Promise<Outcome> {
  const before = payday.previous
    ? { headText: payday.previous.headText, files: accountFilesOf(payday.previous.headText) }
    : undefined
  const total = payday.parts.length + (before?.files.length ?? 0)
  let done = 0
  const read = async (epoch: number, sha256: string) => {
    onStage({ at: 'reading', done: ++done, total })
    return readPart(epoch, sha256)
  }
  const texts = new Map<Hash, string>()
  const accountTexts: string[] = []
  for (const part of payday.parts) {
    const text = await read(payday.epoch, part.sha256)
    if (text === undefined) return { kind: 'unread' }
    // Under the name that the head knows it by; what it really holds is compared further on.
    texts.set(prefixed(part.sha256), text)
  }
  for (const file of before?.files ?? []) {
    const text = await read(payday.epoch - 1, spelledAs(payday, file))
    if (text === undefined) return { kind: 'unread' }
    accountTexts.push(text)
  }
  onStage({ at: 'working' })
  const found = recomputeManifest(payday.headText, texts, before && { headText: before.headText, accountTexts })
  if (!found.ok) return { kind: 'differs', differences: found.differences }
  const same = { kind: 'same', rows: found.rows, succession: found.succession } as const
  if (payday.tx === null) return { ...same, chain: 'notThere' }
  const { rpcUrl } = payday.chain
  if (rpcUrl === null) return { ...same, chain: 'away' }
  onStage({ at: 'comparing' })
  try {
    const there = await readHead({ ...payday.chain, rpcUrl })
    if (await isOnChain(found.header, there)) return { ...same, chain: 'same' }
    const difference = { part: 'head', row: '', field: chainField, found: there.head, expected: found.headerHash }
    return { kind: 'differs', differences: [difference] }
  } catch (error) {
    if (!(error instanceof ChainAway)) throw error
    return { ...same, chain: 'away' }
  }
}

/** Not a manifest: recomputeManifest says so, with the field. */
function accountFilesOf(headText: string): Hash[] {
  try {
    return parseHead(headText)
      .parts.filter(part => part.name === 'accounts')
      .map(part => part.sha256)
  } catch {
    return []
  }
}

function prefixed(sha256: string): Hash {
  return (sha256.startsWith('0x') ? sha256 : `0x${sha256}`) as Hash
}

/** Files are named with or without 0x, as the server lists them. */
function spelledAs(payday: Payday, file: Hash): string {
  const sample = payday.parts[0]?.sha256 ?? payday.previous?.accountsSha256 ?? ''
  return sample.startsWith('0x') ? file : file.slice(2)
}

async function readPart(epoch: number, sha256: string): Promise<string | undefined> {
  try {
    const response = await fetch(`/api/epochs/${epoch}/parts/${sha256}`)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}
