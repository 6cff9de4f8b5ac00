// Two epochs of one campaign in small numbers, for the tests of manifests and exports.
import {
  buildManifest,
  commitment,
  contributionLeaf,
  type Hash,
  hashText,
  type Manifest,
  type ManifestInput,
  type PreviousEpoch,
} from '../../core/proof/index.ts'

export const domain = { chainId: 31337, settlement: '0x5fbdb2315678afecb367f032d93f642f64180aa3' } as const
export const alice = `0x${'a1'.repeat(20)}` as const
export const bob = `0x${'b0'.repeat(20)}` as const
export const treasury = `0x${'77'.repeat(20)}` as const
export const campaign = hashText('campaign')

type Row = ManifestInput['rows'][number]

export function row(name: string, change: Partial<Row> = {}): Row {
  const price = 1_000_000n
  return {
    rowId: hashText(name),
    campaignId: campaign,
    kind: 'answer',
    basis: 'posterior',
    peff: price,
    q: 90,
    mBps: 10_000,
    cap: 2n * price,
    linkCommit: hashText(`link ${name}`),
    repairs: '',
    ...change,
  }
}

export function answerOf(name: string): { text: string; salt: Hash; commitment: Hash; leaf: Hash } {
  const text = `{"answer":"${name}","contributor":"c-1"}`
  const salt = hashText(`salt ${name}`)
  const committed = commitment(salt, text)
  return { text, salt, commitment: committed, leaf: contributionLeaf(domain, campaign, committed) }
}

export function input(change: Partial<ManifestInput> = {}): ManifestInput {
  return {
    chainId: domain.chainId,
    contract: domain.settlement,
    token: `0x${'70'.repeat(20)}`,
    decimals: 18,
    cutOffAt: 1_800_000_000,
    rewardVersion: 'reward.1',
    parameters: { publishQuantum: '1000', maxIncrease: 1, alpha: 500_000 },
    campaigns: [
      {
        id: campaign,
        termsHash: hashText('terms'),
        peff: 1_000_000n,
        feeBps: 500,
        commonsShareBps: 4000,
        balanceAfter: 50_000_000n,
        reservedAfter: 40_000_000n,
      },
    ],
    rows: [],
    contributions: [],
    reputation: [],
    credits: [],
    treasuryAddress: treasury,
    bondSum: 0n,
    toCommons: 0n,
    moves: [],
    ...change,
  }
}

/** Three answers, a vote; alice has a wallet, the others' pay stays accrued. */
export function firstEpoch(change: Partial<ManifestInput> = {}): Manifest {
  return buildManifest(
    input({
      rows: [row('one'), row('two', { q: 53 }), row('three', { q: 0 }), row('vote', { kind: 'vote', peff: 100_003n })],
      contributions: ['one', 'two', 'three'].map(name => answerOf(name).leaf),
      reputation: [hashText('reputation')],
      credits: [{ address: alice, amount: 900_000n, inFull: false }],
      ...change,
    }),
  )
}

export function previousOf(manifest: Manifest): PreviousEpoch {
  const accountTexts = manifest.parts.filter(part => part.name === 'accounts').map(part => part.text)
  return { headText: manifest.headText, accountTexts }
}

/** A repair, a stipend, bob's wallet, alice paid to the last unit. */
export function secondEpoch(first: Manifest, change: Partial<ManifestInput> = {}): Manifest {
  const paid = { peff: 20_000n, q: 100, cap: 20_000n }
  return buildManifest(
    input({
      previous: previousOf(first),
      cutOffAt: 1_800_300_000,
      rows: [
        row('four'),
        row('repair', { ...paid, kind: 'repair', repairs: hashText('two') }),
        row('stipend', { ...paid, kind: 'stipend', campaignId: '' }),
      ],
      contributions: [answerOf('four').leaf],
      credits: [
        { address: alice, amount: 900_001n, inFull: true },
        { address: bob, amount: 530_000n, inFull: false },
      ],
      ...change,
    }),
  )
}

export function textsOf(manifest: Manifest): Map<Hash, string> {
  return new Map(manifest.parts.map(part => [part.sha256, part.text]))
}
