// One look of the guardian at the chain: is the newest epoch pending, is it false, and if it is, veto it. Needs nothing of the platform but
// its public files: no database, no account, no trust.
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type SettlementReader, sendUnwind, sendVeto } from '@perle/contracts'
import { type EpochVerdict, type Header, headerHash, verifyEpoch } from '@perle/core/proof'
import type { LocalAccount } from 'viem'
import { type FileSource, gatherFiles } from './epochFiles.ts'

export type Guardian = {
  rpcUrl: string
  reader: SettlementReader
  source: FileSource
  account: LocalAccount
  /** Where reports are written. */
  folder: string
  /** How much of the delay is left, in ppm, when files that cannot be had are held to be withheld. */
  lastPpm: bigint
  /** The delay of the contract, seconds. */
  delay: bigint
  tell(sentence: string): void
  /** Unix seconds, for reports. */
  now(): number
  /** Where reports are also sent. */
  inbox?: string | undefined
}

/** `unwound`: a veto stood already, and its debits were given back. */
export type GuardianPass = {
  epoch: number
  did: 'nothing settled' | 'active' | 'good' | 'waiting' | 'vetoed' | 'unwound' | 'vetoed before'
  verdict?: EpochVerdict
}

/**
 * Vetoes where something is false whoever looks, and where files cannot be had until the delay is nearly over. Whatever cannot be found out
 * for a fault of the node or the network is thrown on: a guardian that cannot see vetoes nothing, and comes again. `known`: heads that were
 * found good already.
 */
export async function guardianPass(guardian: Guardian, known: Set<string>): Promise<GuardianPass> {
  const { reader, source } = guardian
  const { epoch, now, activeAt } = await reader.newest()
  if (epoch === 0) return { epoch, did: 'nothing settled' }
  const header = await reader.settled(epoch)
  if (header === undefined) return { epoch, did: 'nothing settled' }
  if (activeAt === undefined) return { epoch, did: await giveBack(guardian, header) }
  const name = headerHash(header)
  if (known.has(name)) return { epoch, did: now >= activeAt ? 'active' : 'good' }
  const before = epoch === 1 ? undefined : await reader.settled(epoch - 1)
  const files = await gatherFiles(source, header, before)
  const verdict = await verifyEpoch(reader.settlement, epoch, files, reader)
  if (verdict.kind === 'good') {
    known.add(name)
    guardian.tell(`Epoch ${epoch}: ${verdict.rows} rows recompute, ${verdict.accounts} accounts, no fault.`)
    return { epoch, did: 'good', verdict }
  }
  if (verdict.kind === 'not settled') return { epoch, did: 'nothing settled', verdict }
  if (now >= activeAt) {
    guardian.tell(`Epoch ${epoch} is active already and cannot be vetoed. ${sentenceOf(verdict)}`)
    await report(guardian, header, verdict)
    return { epoch, did: 'active', verdict }
  }
  if (verdict.kind === 'missing' && (activeAt - now) * 1_000_000n > guardian.delay * guardian.lastPpm) {
    guardian.tell(`Epoch ${epoch}: ${sentenceOf(verdict)} Looked for again until the delay is nearly over.`)
    return { epoch, did: 'waiting', verdict }
  }
  await report(guardian, header, verdict)
  guardian.tell(`Epoch ${epoch}: ${sentenceOf(verdict)} Vetoing it.`)
  const { hash, status } = await sendVeto({ ...guardian, settlement: reader.settlement }, epoch)
  guardian.tell(
    status === 'success' ? `Epoch ${epoch} is vetoed (${hash}).` : `The veto of epoch ${epoch} reverted (${hash}).`,
  )
  return { epoch, did: status === 'success' ? 'vetoed' : 'waiting', verdict }
}

/** Nothing settles after a veto until its debits are given back, which anybody may do. */
async function giveBack(guardian: Guardian, header: Header): Promise<GuardianPass['did']> {
  const { reader, tell } = guardian
  const given = await reader.settleArguments(header.epoch)
  if (given === undefined) {
    tell(`Epoch ${header.epoch} is vetoed; its debits have to be given back by hand (unwind).`)
    return 'vetoed before'
  }
  const { status } = await sendUnwind({ ...guardian, settlement: reader.settlement }, header, given.ids, given.words)
  tell(
    `The debits of vetoed epoch ${header.epoch} ${status === 'success' ? 'were given back' : 'were not given back'}.`,
  )
  return status === 'success' ? 'unwound' : 'vetoed before'
}

const SHOWN = 3

export function sentenceOf(verdict: EpochVerdict): string {
  switch (verdict.kind) {
    case 'good':
      return `All ${verdict.rows} rows recompute.`
    case 'not settled':
      return 'It is not settled on the chain.'
    case 'missing':
      return `${verdict.files.length} files cannot be had: ${verdict.files.slice(0, SHOWN).join(', ')}.`
    case 'faulty': {
      const shown = verdict.faults.slice(0, SHOWN).map(({ part, row, field, found, expected }) => {
        return `${[part, row, field].filter(one => one !== '').join(' ')} is ${short(found)}, expected ${short(expected)}`
      })
      return `${verdict.faults.length} faults: ${shown.join('; ')}.`
    }
  }
}

function short(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 60)}...`
}

/** Signed by the guardian's key over the text itself, so that anybody can see who says it. Written before the veto is sent. */
async function report(guardian: Guardian, header: Header, verdict: EpochVerdict): Promise<void> {
  const { account, folder, reader, now, inbox, tell } = guardian
  const findings =
    verdict.kind === 'faulty'
      ? { faults: verdict.faults }
      : verdict.kind === 'missing'
        ? { missing: verdict.files }
        : {}
  const place = { chainId: await reader.chainId(), settlement: reader.settlement, epoch: header.epoch }
  const text = JSON.stringify({
    ...place,
    manifestHash: header.manifestHash,
    headerHash: headerHash(header),
    verdict: verdict.kind,
    ...findings,
    at: new Date(now() * 1000).toISOString(),
    guardian: account.address.toLowerCase(),
  })
  const signed = JSON.stringify({ text, signature: await account.signMessage({ message: text }) })
  await mkdir(folder, { recursive: true })
  const path = join(folder, `report-${header.epoch}-${headerHash(header).slice(2, 18)}.json`)
  await writeFile(`${path}.new`, signed)
  await rename(`${path}.new`, path)
  if (inbox === undefined) return
  const headers = { 'content-type': 'application/json' }
  const reply = await fetch(inbox, {
    method: 'POST',
    headers,
    body: signed,
    signal: AbortSignal.timeout(10_000),
  }).catch(() => undefined)
  // The veto does not wait for anybody to read why.
  if (reply?.ok !== true) tell(`The report could not be sent to ${new URL(inbox).host}; it is in ${path}.`)
}
