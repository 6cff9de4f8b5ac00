// What putting a database right with its chain found, one sentence each. Pure.
import type { Hash } from '../ids.ts'

/** `note`: worth knowing, nothing to do. `missing`: cannot be made good from what is here, so nothing at all is changed. */
export type Finding = { kind: 'done' | 'note' | 'missing'; says: string }

const plural = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** Base units as whole tokens with what is left, as people read sums. */
function sumOf(units: bigint): string {
  const whole = units / 10n ** 18n
  const rest = (units % 10n ** 18n).toString().padStart(18, '0').replace(/0+$/, '')
  return rest === '' ? `${whole} PRL` : `${whole}.${rest} PRL`
}

export const findings = {
  rebuilt: (epoch: number): Finding => ({
    kind: 'done',
    says: `Payday ${epoch} was settled on the chain and was not here. It was closed again from the answers at hand, byte for byte as the chain has it.`,
  }),
  settled: (epoch: number): Finding => ({
    kind: 'done',
    says: `Payday ${epoch} was closed here; the chain has settled it.`,
  }),
  takenBack: (epoch: number): Finding => ({
    kind: 'done',
    says: `This database had closed another payday ${epoch} since it was restored. That one was never on the chain and was taken back.`,
  }),
  events: (kind: 'claims' | 'deposits' | 'refunds', count: number, sum: bigint): Finding => ({
    kind: 'done',
    says: `${plural(count, kind.slice(0, -1), kind)}, ${sumOf(sum)} in all.`,
  }),
  terms: (count: number): Finding => ({
    kind: 'done',
    says: `${plural(count, 'change', 'changes')} of campaigns or vetoes.`,
  }),
  transactions: (signers: string, from: number, count: number, adopted: number): Finding => ({
    kind: 'done',
    says: `${plural(count, 'transaction', 'transactions')} of the ${signers}, from nonce ${from} on; ${adopted} of them were still wanted here and count as sent.`,
  }),
  foreign: (id: Hash, sum: bigint): Finding => ({
    kind: 'note',
    says: `${sumOf(sum)} lie in campaign ${id}, which is not known here and was not paid by this platform's own key. They are its depositor's.`,
  }),
  again: (count: number): Finding => ({
    kind: 'note',
    says: `The chain has lost ${plural(count, 'transaction', 'transactions')} of ours. They are kept as they were signed, and Perle sends them again by itself when it starts.`,
  }),
  vanished: (blocks: number, block: bigint): Finding => ({
    kind: 'note',
    says: `The chain is older than this database: ${plural(blocks, 'block', 'blocks')} above block ${block} are gone. Start Perle: it goes back to that block, sends its own transactions again and reads on. Deposits that others sent in those blocks are gone until they send them again.`,
  }),
  noFile: (epoch: number, name: string, place: string): Finding => ({
    kind: 'missing',
    says: `Payday ${epoch} was settled on the chain, and neither this database nor ${place} has it. Put ${name} there: from this machine's newer copy of the folder, or from anybody who kept the page /api/epochs/${epoch}. Or restore a database from after that payday.`,
  }),
  notRebuilt: (epoch: number): Finding => ({
    kind: 'missing',
    says: `Payday ${epoch} was settled on the chain, and the answers, votes and decisions in this database do not give it: some came after this copy was made, or their authors have left. Restore a database from after that payday closed. Who earned what in it stands nowhere else.`,
  }),
  waitsFor: (epoch: number, missing: number): Finding => ({
    kind: 'missing',
    says: `Payday ${epoch} stands on payday ${missing} and waits for it.`,
  }),
  unpaid: (count: number, sum: bigint): Finding => ({
    kind: 'missing',
    says: `${plural(count, 'claim', 'claims')} of ${sumOf(sum)} were paid out of a payday that is missing here.`,
  }),
  lostCampaign: (id: Hash, sum: bigint): Finding => ({
    kind: 'missing',
    says: `This platform put ${sumOf(sum)} into campaign ${id}, which is not in this database: it was made after this copy. Restore a database from after that.`,
  }),
  both: (): Finding => ({
    kind: 'missing',
    says: 'The chain has lost blocks that this database has read, and has transactions of ours that it does not know. Neither is older than the other: bring the database and the chain of one and the same time together.',
  }),
  books: (wrong: string): Finding => ({
    kind: 'missing',
    says: `With all of that, the ledger and the contract still differ: ${wrong}`,
  }),
}
