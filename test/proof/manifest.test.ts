import { SimpleMerkleTree } from '@openzeppelin/merkle-tree'
import { describe, expect, it } from 'vitest'
import { canonicalStrict } from '../../core/proof/canonical.ts'
import {
  hashText,
  historyRoot,
  type Json,
  type Manifest,
  type ManifestInput,
  merkleProof,
  partHash,
  payoutLeaf,
  recomputeManifest,
  verifyProof,
  ZERO_HASH,
} from '../../core/proof/index.ts'
import {
  alice,
  bob,
  campaign,
  domain,
  firstEpoch,
  previousOf,
  row,
  secondEpoch,
  textsOf,
  treasury,
} from './sampleEpochs.ts'

const first = firstEpoch()
const second = secondEpoch(first)

function differencesOf(
  manifest: Manifest,
  headText = manifest.headText,
  texts = textsOf(manifest),
  previous?: Manifest,
) {
  const result = recomputeManifest(headText, texts, previous === undefined ? undefined : previousOf(previous))
  return result.ok ? [] : result.differences
}

/** The head with one member changed, written canonically again: what a dishonest publisher would publish. */
function forgeHead(manifest: Manifest, field: string, value: Json): string {
  const head = JSON.parse(manifest.headText) as Record<string, Json>
  const path = field.split('.')
  const last = path.pop() as string
  const target = path.reduce((at, key) => at[key] as Record<string, Json>, head)
  target[last] = value
  return canonicalStrict(head)
}

/** A part with one line changed, and a head that names the changed part: lies that hashes alone do not show. */
function forgePart(manifest: Manifest, name: string, change: (cells: Json[]) => void) {
  const part = manifest.parts.find(entry => entry.name === name)
  if (part === undefined) throw new Error(`no part ${name}`)
  const cells = JSON.parse(part.text.split('\n')[0] as string) as Json[]
  change(cells)
  const text = [canonicalStrict(cells), ...part.text.split('\n').slice(1)].join('\n')
  const texts = textsOf(manifest).set(partHash(text), text)
  const parts = manifest.head.parts.map(entry =>
    entry.sha256 === part.sha256 ? { ...entry, sha256: partHash(text) } : entry,
  )
  const headText = forgeHead(manifest, 'parts', parts)
  return { headText, texts }
}

describe('a manifest', () => {
  it('pays, takes the fee in two floors and splits it between commons and treasury', () => {
    const [own] = first.head.campaigns
    expect(own).toMatchObject({ rows: 4, pay: 1_430_000n, votes: 90_002n, fee: 71_500n + 4_500n, debit: 1_596_002n })
    expect(first.head.totals).toMatchObject({ feeCommons: 30_400n, feeTreasury: 45_600n, publishedTreasury: 45_000n })
    expect(first.head).toMatchObject({ treasury: 600n, commons: 30_400n, accruedSum: 620_002n, heldAfter: 651_002n })
  })

  it('keeps published + held equal to the sum of all debits over two epochs', () => {
    const debits = first.head.totals.debit + second.head.totals.debit
    expect(second.head.published + second.head.heldAfter).toBe(debits)
    expect(second.header.total).toBe(first.header.total + second.head.totals.debit - second.header.heldDelta)
  })

  it('chains heads, appends the history and proves every account', () => {
    expect(first.header.prevHead).toBe(ZERO_HASH)
    expect(second.header.prevHead).toBe(first.headerHash)
    expect(second.header.contributionsRoot).toBe(historyRoot(domain, [first.header.batchRoot, second.header.batchRoot]))
    expect(second.accounts.map(account => account.address)).toEqual([treasury, alice, bob])
    second.accounts.forEach((account, i) => {
      const leaf = payoutLeaf(domain, account.address, account.cumulative)
      expect(verifyProof(second.header.payoutRoot, leaf, merkleProof(second.payoutTree, i))).toBe(true)
    })
    const leaves = second.accounts.map(account => payoutLeaf(domain, account.address, account.cumulative))
    expect(second.header.payoutRoot).toBe(SimpleMerkleTree.of(leaves, { sortLeaves: false }).root)
  })

  it('does not depend on the order of its input', () => {
    const rows = [
      row('vote', { kind: 'vote', peff: 100_003n }),
      row('three', { q: 0 }),
      row('two', { q: 53 }),
      row('one'),
    ]
    expect(firstEpoch({ rows }).headText).toBe(first.headText)
  })

  it('recomputes from its files alone', () => {
    const result = recomputeManifest(first.headText, textsOf(first))
    expect(result).toMatchObject({
      ok: true,
      headerHash: first.headerHash,
      header: first.header,
      rows: 4,
      succession: true,
    })
    const next = recomputeManifest(second.headText, textsOf(second), previousOf(first))
    expect(next).toMatchObject({ ok: true, headerHash: second.headerHash, header: second.header, succession: true })
  })

  it('says that succession is unchecked when the previous epoch is not at hand', () => {
    expect(recomputeManifest(second.headText, textsOf(second))).toMatchObject({ ok: true, succession: false })
  })

  it('recomputes an epoch in which nothing happened', () => {
    const empty = secondEpoch(first, { rows: [], contributions: [], credits: [], campaigns: [] })
    expect(empty.header).toMatchObject({ batchRoot: ZERO_HASH, total: first.header.total, heldDelta: 0n })
    expect(differencesOf(empty, empty.headText, textsOf(empty), first)).toEqual([])
  })
})

describe('a forged manifest', () => {
  it('is found in the pay of a row', () => {
    const forged = forgePart(first, 'rows', cells => {
      cells[8] = '999999999'
    })
    const id = first.rows[0]?.rowId
    const found = differencesOf(first, forged.headText, forged.texts)
    expect(found).toContainEqual({
      part: 'rows',
      row: id,
      field: 'pay',
      found: '999999999',
      expected: String(first.rows[0]?.pay),
    })
  })

  it('is found in an account that is lower than before', () => {
    const forged = forgePart(second, 'accounts', cells => {
      cells[1] = '1'
    })
    const found = differencesOf(second, forged.headText, forged.texts, first)
    expect(found).toContainEqual(
      expect.objectContaining({ part: 'accounts', row: treasury, field: 'cumulative', found: '1' }),
    )
  })

  it.each<[string, Json]>([
    ['payoutRoot', hashText('x')],
    ['batchRoot', hashText('x')],
    ['reputationRoot', hashText('x')],
    ['prevHead', hashText('x')],
    ['prevManifestHash', hashText('x')],
    ['history.root', hashText('x')],
    ['history.size', 1],
    ['published', '5'],
    ['withheld', '5'],
    ['heldBefore', '5'],
    ['heldAfter', '5'],
    ['accruedSum', '5'],
    ['commons', '5'],
    ['treasury', '5'],
    ['totals.income', '5'],
    ['totals.publishedTreasury', '5'],
    ['campaigns.0.debit', '5'],
    ['campaigns.0.fee', '5'],
    ['campaigns.0.rows', 5],
    ['epoch', 9],
  ])('is found in %s', (field, value) => {
    const found = differencesOf(second, forgeHead(second, field, value), textsOf(second), first)
    expect(found.map(difference => difference.field)).toContain(field)
  })

  it.each<[string, string, Json]>([
    ['a reserve above the balance', 'campaigns.0.reservedAfter', '50000001'],
    ['a cut-off before the last one', 'cutOffAt', 1],
    ['another unit', 'decimals', 6],
    ['a step of nothing', 'parameters.publishQuantum', '0'],
    ['a fee above the bound', 'campaigns.0.feeBps', 1001],
    ['a member that does not belong there', 'note', 'hello'],
  ])('is found with %s', (_, field, value) => {
    const found = differencesOf(second, forgeHead(second, field, value), textsOf(second), first)
    const [last] = field.split('.').slice(-1)
    expect(found.map(difference => difference.field.split('.').at(-1))).toContain(last)
  })

  it('names the campaign whose debit is wrong', () => {
    const headText = forgeHead(second, 'campaigns.0.debit', '1')
    const found = differencesOf(second, headText, textsOf(second), first)
    expect(found.find(difference => difference.field === 'campaigns.0.debit')?.row).toBe(campaign)
  })

  it('is found when a part is missing or not the one that the head names', () => {
    const part = first.parts.find(entry => entry.name === 'rows')!
    const texts = textsOf(first)
    texts.delete(part.sha256)
    expect(differencesOf(first, first.headText, texts)).toMatchObject([{ part: 'rows', field: 'file' }])
    texts.set(part.sha256, part.text.replace('"answer"', '"repair"'))
    expect(differencesOf(first, first.headText, texts)[0]).toMatchObject({ part: 'rows', field: 'sha256' })
  })

  it('is found when accounts of another epoch are passed off as the previous ones', () => {
    const previous = { headText: first.headText, accountTexts: previousOf(second).accountTexts }
    const result = recomputeManifest(second.headText, textsOf(second), previous)
    expect(result).toMatchObject({ ok: false, differences: [{ part: 'previous', field: 'accounts' }] })
  })

  it('is found when its head is not canonical', () => {
    expect(differencesOf(first, `${first.headText} `)).toMatchObject([{ part: 'head', field: 'text' }])
  })
})

describe('no manifest is written', () => {
  it.each<[string, Partial<ManifestInput>, string]>([
    [
      'when people would be owed less than nothing',
      { credits: [{ address: bob, amount: 9_000_000n, inFull: false }] },
      'accruedSum',
    ],
    [
      'for a credit that is no whole step',
      { credits: [{ address: bob, amount: 1_001n, inFull: false }] },
      'whole steps',
    ],
    ['for an answer of an unknown campaign', { rows: [row('x', { campaignId: hashText('other') })] }, 'campaignId'],
    ['for an answer at another price', { rows: [row('x', { peff: 5n })] }, 'peff'],
    ['for a row twice', { rows: [row('x'), row('x')] }, 'order'],
    [
      'when the commons cannot pay a stipend',
      { rows: [row('x', { kind: 'stipend', campaignId: '', q: 100 })] },
      'commons',
    ],
    [
      'for more than the contract lets through',
      { parameters: { publishQuantum: '1000', maxIncrease: 0 } },
      'totals.debit',
    ],
    [
      'for two credits of one address',
      { credits: [1n, 2n].map(amount => ({ address: bob, amount, inFull: true })) },
      'second credit',
    ],
  ])('%s', (_, change, words) => {
    expect(() => secondEpoch(first, change)).toThrow(words)
  })
})

describe('a leaf', () => {
  const leftOut = { address: alice, phase: 1 as const, amount: 900_000n, to: '' as const, reason: 'lost key' }

  it('that is left out stays withheld, and its rest goes to the new address later', () => {
    const out = secondEpoch(first, { moves: [leftOut], credits: [] })
    expect(out.head).toMatchObject({ withheld: 900_000n, withheldLeaves: [{ address: alice, amount: 900_000n }] })
    expect(out.accounts.map(account => account.address)).toEqual([treasury])
    expect(out.head.published).toBe(900_000n + (out.accounts[0]?.cumulative ?? 0n))
    const moved = { ...leftOut, phase: 2 as const, amount: 300_001n, to: bob }
    const change = { previous: previousOf(out), cutOffAt: 1_800_600_000, rows: [], contributions: [], credits: [] }
    const after = secondEpoch(first, { ...change, moves: [moved] })
    expect(after.accounts.find(account => account.address === bob)?.cumulative).toBe(300_001n)
    expect(after.head.published).toBe(out.head.published)
    expect(after.head.withheld).toBe(599_999n)
    expect(differencesOf(after, after.headText, textsOf(after), out)).toEqual([])
  })

  it('does not vanish unannounced', () => {
    const change = { rows: [], contributions: [], credits: [] }
    const out = secondEpoch(first, { ...change, moves: [leftOut] })
    const headText = forgeHead(out, 'moves', [])
    const found = differencesOf(out, headText, textsOf(out), first)
    expect(found).toContainEqual(expect.objectContaining({ part: 'accounts', row: alice, found: 'no leaf' }))
  })

  it('does not come back while its sum is withheld', () => {
    const out = secondEpoch(first, { moves: [leftOut], credits: [] })
    const next = { previous: previousOf(out), cutOffAt: 1_800_600_000, rows: [], contributions: [] }
    const credits = [{ address: alice, amount: 1_000n, inFull: false }]
    expect(() => secondEpoch(first, { ...next, credits })).toThrow('withheld')
    const back = { ...leftOut, phase: 3 as const }
    const returned = secondEpoch(first, { ...next, credits, moves: [back] })
    expect(returned.accounts.find(account => account.address === alice)?.cumulative).toBe(901_000n)
    expect(returned.head.withheld).toBe(0n)
  })
})
