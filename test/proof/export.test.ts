import { describe, expect, it } from 'vitest'
import {
  type ExportChain,
  type ExportHeader,
  type ExportRow,
  type Hash,
  type Header,
  hashText,
  headerHash,
  historyProof,
  type Manifest,
  merkleProof,
  verifyContribution,
  verifyExport,
  writeExportHeader,
  writeExportRow,
} from '../../core/proof/index.ts'
import { answerOf, campaign, domain, firstEpoch, secondEpoch } from './sampleEpochs.ts'

const first = firstEpoch()
const second = secondEpoch(first)
const third = secondEpoch(second, { rows: [], contributions: [], credits: [], cutOffAt: 1_800_600_000 })
const batchRoots = [first.header.batchRoot, second.header.batchRoot]

const header: ExportHeader = {
  version: 'perle.export.1',
  campaignId: campaign,
  termsHash: hashText('terms'),
  ...domain,
  token: first.head.token,
  epochs: [1, 2].map(epoch => ({
    epoch,
    batchRoot: batchRoots[epoch - 1] as Hash,
    historyPath: historyProof(domain, batchRoots, epoch),
  })),
  newest: second.header,
  rows: 4,
  reward: { alpha: 500_000, qMin: 20 },
  generatedAt: '2026-11-23T00:00:00.000Z',
}

function rowOf(row: number, name: string, epoch: Manifest): ExportRow {
  const { text, salt, commitment, leaf } = answerOf(name)
  const settled = epoch.rows.find(entry => entry.rowId === hashText(name))!
  const { rowId, peff, q, mBps, cap, pay } = settled
  return {
    row,
    epoch: epoch.header.epoch,
    answer: text,
    salt,
    commitment,
    leaf,
    batchPath: merkleProof(epoch.batchTree, epoch.contributions.indexOf(leaf)),
    contributor: 'c-1',
    guideVersion: 2,
    consent: { termsHash: header.termsHash, at: '2026-11-20' },
    pay: { rowId, peff, q, mBps, cap, pay },
  }
}

const one = rowOf(1, 'one', first)
const two = rowOf(2, 'two', first)
const four = rowOf(4, 'four', second)
const erased: ExportRow = { row: 3, erased: true, ...pick(rowOf(3, 'three', first)) }

function pick({ epoch, commitment, leaf, batchPath }: ExportRow) {
  return { epoch, commitment, leaf, batchPath }
}

const lines = [writeExportHeader(header), ...[one, two, erased, four].map(writeExportRow)]

/** The chain after these epochs; events hold every header, vetoed ones too. */
function chainAt(head: Header, events: readonly Header[] = []): ExportChain {
  return {
    chainId: async () => domain.chainId,
    head: async () => headerHash(head),
    headersAfter: async (_, epoch) => events.filter(event => event.epoch > epoch),
  }
}

const manifestRows = [first, second].flatMap(epoch =>
  epoch.parts.filter(part => part.name === 'rows').flatMap(part => part.text.trimEnd().split('\n')),
)

describe('an export', () => {
  it('proves every row under the head of the chain', async () => {
    const report = await verifyExport(lines, chainAt(second.header), manifestRows)
    expect(report).toEqual({ rows: 4, genuine: 3, erased: 1, faults: [], head: second.headerHash, epochsSince: 0 })
  })

  it('names the row and the field when one byte of an answer changes, whichever byte it is', async () => {
    const { text } = answerOf('two')
    const line = lines[2] as string
    for (let at = 0; at < text.length; at++) {
      const changed = `${text.slice(0, at)}${text[at] === 'x' ? 'y' : 'x'}${text.slice(at + 1)}`
      const forged = [...lines]
      forged[2] = line.replace(JSON.stringify(text), JSON.stringify(changed))
      expect(forged[2]).not.toBe(line)
      const report = await verifyExport(forged, chainAt(second.header))
      expect(report.genuine).toBe(2)
      expect(report.faults[0]).toMatchObject({ row: 2, field: 'answer', expected: two.commitment })
    }
  })

  it.each<[string, Partial<Record<string, unknown>>, string]>([
    ['a salt', { salt: hashText('x') }, 'answer'],
    ['a commitment', { commitment: hashText('x') }, 'leaf'],
    ['a leaf', { leaf: hashText('x') }, 'batchPath'],
    ['a path', { batchPath: [hashText('x')] }, 'batchPath'],
    ['an epoch', { epoch: 2 }, 'batchPath'],
    ['an unknown epoch', { epoch: 3 }, 'epoch'],
    ['a pseudonym that the hashed text denies', { contributor: 'c-2' }, 'contributor'],
    ['a number of the row', { row: 7 }, 'row'],
    ['a pay', { pay: { ...one.pay!, pay: 5n } }, 'pay.pay'],
    ['a price and its pay', { pay: { ...one.pay!, peff: 2_000_000n, pay: 1_800_000n } }, 'pay.peff'],
    ['a row of the manifest', { pay: { ...one.pay!, rowId: hashText('two') } }, 'pay.q'],
    ['an unknown row of the manifest', { pay: { ...one.pay!, rowId: hashText('x') } }, 'pay.rowId'],
  ])('shows %s that was changed', async (_, change, field) => {
    const forged = [lines[0]!, writeExportRow({ ...one, ...change } as ExportRow), ...lines.slice(2)]
    const report = await verifyExport(forged, chainAt(second.header), manifestRows)
    expect(report.faults).toContainEqual(expect.objectContaining({ row: 1, field }))
    expect(report.genuine).toBe(2)
  })

  it('shows a q that does not follow from the evidence', async () => {
    const evidence = { basis: 'posterior', t: 970_000, e: 0, n: 0, factor: 876_470, accepted: true, shared: 1 }
    const check = async (q: number) => {
      const row = writeExportRow({ ...one, pay: { ...one.pay!, q, pay: BigInt(q) * 10_000n }, evidence } as ExportRow)
      return (await verifyExport([lines[0]!, row, ...lines.slice(2)], chainAt(second.header))).faults
    }
    expect(await check(86)).toEqual([])
    expect(await check(87)).toEqual([{ row: 1, field: 'pay.q', found: '87', expected: '86' }])
  })

  it('shows rows that are missing, doubled or not JSON', async () => {
    const fields = async (changed: string[]) =>
      (await verifyExport(changed, chainAt(second.header))).faults.map(fault => fault.field)
    expect(await fields(lines.slice(0, -1))).toEqual(['rows'])
    expect(await fields([...lines, lines[1]!])).toEqual(['row', 'leaf', 'rows'])
    expect(await fields([...lines.slice(0, 4), '{'])).toEqual(['line'])
    expect(await fields([])).toEqual(['line'])
  })

  it('stays good under a later head, past a vetoed one', async () => {
    const vetoed = { ...third.header, manifestHash: hashText('vetoed') }
    const report = await verifyExport(lines, chainAt(third.header, [vetoed, third.header]))
    expect(report).toMatchObject({ genuine: 3, faults: [], epochsSince: 1, head: third.headerHash })
  })

  it('is refused when the chain does not know its newest epoch', async () => {
    const report = await verifyExport(lines, chainAt(first.header, [third.header]))
    expect(report.faults).toMatchObject([{ row: 0, field: 'newest' }])
  })

  it('is refused on another chain and with a batch of its own making', async () => {
    const other = { ...chainAt(second.header), chainId: async () => 1 }
    expect((await verifyExport(lines, other)).faults).toMatchObject([{ field: 'chainId' }])
    const epochs = header.epochs.map(epoch => ({ ...epoch, batchRoot: hashText('mine') }))
    const forged = [writeExportHeader({ ...header, epochs }), ...lines.slice(1)]
    const faults = (await verifyExport(forged, chainAt(second.header))).faults.map(fault => fault.field)
    expect(faults).toContain('epochs 1')
  })
})

describe('a contribution', () => {
  const { text, salt, commitment, leaf } = answerOf('one')
  const claim = {
    domain,
    campaignId: campaign,
    answer: text,
    salt,
    commitment,
    leaf,
    epoch: 1,
    batchPath: one.batchPath,
    batchRoot: first.header.batchRoot,
    historyPath: header.epochs[0]!.historyPath,
    header: second.header,
  }
  const outcome = (steps: ReturnType<typeof verifyContribution>) => steps.map(step => [step.name, step.ok])

  it('is proven step by step, values included', () => {
    const steps = verifyContribution(claim, third.headerHash, [third.header])
    expect(outcome(steps)).toEqual([
      ['commitment', true],
      ['leaf', true],
      ['batch', true],
      ['history', true],
      ['header', true],
    ])
    expect(steps[0]!.values).toMatchObject({ answer: text, salt, answerHash: hashText(text) })
  })

  it('fails at the step where it stops being true', () => {
    const failed = (change: Partial<typeof claim>, head = second.headerHash) =>
      verifyContribution({ ...claim, ...change }, head)
        .filter(step => !step.ok)
        .map(step => step.name)
    expect(failed({ answer: `${text} ` })).toEqual(['commitment'])
    expect(failed({ campaignId: hashText('x') })).toEqual(['leaf'])
    expect(failed({ batchPath: [] })).toEqual(['batch'])
    expect(failed({ epoch: 2 })).toEqual(['history'])
    expect(failed({}, hashText('another chain'))).toEqual(['header'])
    expect(failed({ batchPath: ['0x12' as Hash] })).toEqual(['batch'])
  })

  it('that was erased is proven without its text', () => {
    const steps = verifyContribution({ ...claim, answer: undefined, salt: undefined }, second.headerHash)
    expect(outcome(steps).map(([name]) => name)).toEqual(['leaf', 'batch', 'history', 'header'])
    expect(steps.every(step => step.ok)).toBe(true)
  })
})
