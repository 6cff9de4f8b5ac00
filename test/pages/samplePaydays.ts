// Two paydays made by the project's own manifest builder: what the explorer checks is real, only the chain's answers are canned.
import type { ContributionClaim, Hash, Manifest, ManifestInput } from '../../core/proof/index.ts'
import {
  buildManifest,
  commitment,
  contributionLeaf,
  hashText,
  historyProof,
  merkleProof,
} from '../../core/proof/index.ts'

export const domain = { chainId: 31337, settlement: '0x5fbdb2315678afecb367f032d93f642f64180aa3' } as const
const PRL = 10n ** 18n
const campaign = hashText('the more useful reply')
const treasury = `0x${'7e'.repeat(20)}` as const

function addressOf(place: number): `0x${string}` {
  return `0x${hashText(`wallet ${place}`).slice(26)}`
}

function leafOf(name: string): { leaf: Hash; commitment: Hash } {
  const committed = commitment(hashText(`salt ${name}`), `{"answer":"${name}"}`)
  return { leaf: contributionLeaf(domain, campaign, committed), commitment: committed }
}

function input(epoch: number, answers: number, change: Partial<ManifestInput>): ManifestInput {
  const names = Array.from({ length: answers }, (_, place) => `answer ${epoch}.${place}`)
  return {
    chainId: domain.chainId,
    contract: domain.settlement,
    token: `0x${'70'.repeat(20)}`,
    decimals: 18,
    cutOffAt: 1_795_000_000 + 604_800 * epoch,
    rewardVersion: 'reward.1',
    parameters: { publishQuantum: String(PRL / 1000n), maxIncrease: 1_000_000 },
    campaigns: [
      {
        id: campaign,
        termsHash: hashText('terms'),
        peff: 2n * PRL,
        feeBps: 500,
        commonsShareBps: 4000,
        balanceAfter: 5_000n * PRL,
        reservedAfter: 4_000n * PRL,
      },
    ],
    rows: names.map((name, place) => ({
      rowId: hashText(name),
      campaignId: campaign,
      kind: place % 7 === 6 ? 'vote' : 'answer',
      basis: 'posterior',
      peff: place % 7 === 6 ? PRL / 2n : 2n * PRL,
      q: 70 + (place % 30),
      mBps: 10_000,
      cap: 3n * PRL,
      linkCommit: hashText(`link ${name}`),
      repairs: '',
    })),
    contributions: names.map(name => leafOf(name).leaf),
    reputation: [],
    credits: [],
    treasuryAddress: treasury,
    bondSum: 0n,
    toCommons: 0n,
    moves: [],
    ...change,
  }
}

function creditsOf(wallets: number): ManifestInput['credits'] {
  return Array.from({ length: wallets }, (_, place) => ({
    address: addressOf(place),
    amount: (BigInt((place * 7) % 19) + 1n) * (PRL / 2n),
    inFull: false,
  }))
}

export const first = buildManifest(input(1, 90, { credits: creditsOf(20) }))
export const second = buildManifest(
  input(2, 120, {
    credits: creditsOf(33),
    previous: {
      headText: first.headText,
      accountTexts: first.parts.filter(part => part.name === 'accounts').map(part => part.text),
    },
  }),
)

/** `HeaderJson` of the pages: numbers too large for JSON as text. */
function headerJson(manifest: Manifest) {
  const { total, heldDelta, ...rest } = manifest.header
  return { ...rest, total: total.toString(), heldDelta: heldDelta.toString() }
}

/** An answer of the first payday, proven by the header of the second. */
export function sampleProof() {
  const { leaf, commitment: committed } = leafOf('answer 1.3')
  const { header: _, ...claim } = {
    domain,
    campaignId: campaign,
    commitment: committed,
    leaf,
    epoch: 1,
    batchPath: merkleProof(first.batchTree, first.contributions.indexOf(leaf)),
    batchRoot: first.header.batchRoot,
    historyPath: historyProof(domain, [first.header.batchRoot, second.header.batchRoot], 1),
    header: second.header,
  } satisfies ContributionClaim
  return { ...claim, header: headerJson(second) }
}

export function paydayJson(manifest: Manifest, rpcUrl: string | null) {
  const { head } = manifest
  const before = manifest === second ? first : undefined
  const campaigns = head.campaigns
  const sum = (pick: (one: (typeof campaigns)[number]) => bigint) =>
    campaigns.reduce((total, one) => total + pick(one), 0n).toString()
  const rises = manifest.accounts.map(account => {
    const old = before?.accounts.find(other => other.address === account.address)
    return { ...account, increase: account.cumulative - (old?.cumulative ?? 0n) }
  })
  const edges = [2n, 5n, 10n, null]
  let from = 0n
  const sizes = edges.map(edge => {
    const upTo = edge === null ? null : edge * PRL
    const count = rises.filter(({ increase }) => increase > from && (upTo === null || increase <= upTo)).length
    from = upTo ?? from
    return { upTo: upTo?.toString() ?? null, count }
  })
  return {
    epoch: head.epoch,
    state: 'active',
    cutOffAt: new Date(head.cutOffAt * 1000).toISOString(),
    activeAt: new Date((head.cutOffAt + 86_400) * 1000).toISOString(),
    tx: hashText(`transaction ${head.epoch}`),
    headText: manifest.headText,
    parts: manifest.parts.map(part => ({
      name: part.name,
      sha256: part.sha256,
      bytes: Buffer.byteLength(part.text),
    })),
    totals: {
      debit: head.totals.debit.toString(),
      pay: sum(one => one.pay),
      votes: sum(one => one.votes),
      fee: sum(one => one.fee),
      back: (31n * PRL).toString(),
      published: head.published.toString(),
      heldBefore: head.heldBefore.toString(),
      heldAfter: head.heldAfter.toString(),
      withheld: head.withheld.toString(),
    },
    sizes,
    accounts: rises.map(account => ({
      address: account.address,
      cumulative: account.cumulative.toString(),
      increase: account.increase.toString(),
    })),
    previous: before
      ? {
          headText: before.headText,
          accountsSha256: before.parts.find(part => part.name === 'accounts')?.sha256 ?? '',
        }
      : null,
    chain: { ...domain, rpcUrl },
  }
}
