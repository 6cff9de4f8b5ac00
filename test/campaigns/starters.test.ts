import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { STARTER_FOLDERS } from '../../bots/cli/seed.ts'
import { readItemRow } from '../../core/campaigns/itemRow.ts'
import { campaignSpec, completeTerms } from '../../core/campaigns/terms.ts'
import { kindOf } from '../../core/kinds/index.ts'
import { PLATFORM_DEFAULTS } from '../../core/money/platformParameters.ts'

type Line = {
  id: string
  role: string
  content: Record<string, unknown>
  truth: unknown
  why: string
  rule: number
  hard: boolean
}

describe.each(STARTER_FOLDERS)('the starter campaign in %s', folder => {
  const spec = campaignSpec.parse(JSON.parse(readFileSync(`${folder}/campaign.json`, 'utf8')))
  const terms = completeTerms(spec, PLATFORM_DEFAULTS)
  const text = readFileSync(`${folder}/items.jsonl`, 'utf8')
  const lines = text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as Line)
  const rules = spec.guide.map(rule => rule.rule)
  const byRole = (role: string) => lines.filter(line => line.role === role)

  it('is read whole by the import, row by row', () => {
    for (const line of lines)
      expect(readItemRow(line, { kind: spec.kind, ask: terms.ask, rules }), line.id).toMatchObject({ ok: true })
  })

  it('has 25 live items, half of them not easy, and enough to practise, test and check', () => {
    expect(byRole('live').length).toBe(25)
    expect(byRole('live').filter(line => line.hard).length).toBeGreaterThanOrEqual(13)
    expect(byRole('practice').length).toBe(3)
    expect(byRole('check').length).toBe(6)
    // Three choices want a dozen questions, four or more want six: else random takers pass too often.
    const choices = kindOf(spec.kind).classes(terms.ask).length
    expect(byRole('test').length).toBe(spec.kind === 'choice' && choices <= 4 ? 12 : 6)
    expect(spec.passMark).toBeLessThanOrEqual(byRole('test').length)
    expect(spec.passMark).toBeGreaterThan(byRole('test').length / 2)
  })

  it('says of each truth why it is one, by a rule of the guide', () => {
    for (const line of lines) {
      expect(line.why.length, line.id).toBeGreaterThanOrEqual(30)
      expect(line.why.length, line.id).toBeLessThanOrEqual(300)
      expect(rules, line.id).toContain(line.rule)
    }
  })

  it('repeats nothing, and names no real place on the net', () => {
    expect(new Set(lines.map(line => line.id)).size).toBe(lines.length)
    expect(new Set(lines.map(line => JSON.stringify(line.content))).size).toBe(lines.length)
    const domains = text.match(/\b[a-z0-9-]+\.(com|org|net|io|co|info|biz|gov|eu|uk|de)\b/gi) ?? []
    expect(domains).toEqual([])
  })

  it('spreads its truths, so that a constant answer earns nothing', () => {
    const labels = lines.flatMap(line => {
      const row = readItemRow(line, { kind: spec.kind, ask: terms.ask, rules })
      if (!row.ok || row.row.truthText === null) return []
      const item = JSON.parse(row.row.contentText)
      return (kindOf(item.kind).truthLabels(item, line.truth) ?? []).slice(0, 1)
    })
    const most = Math.max(
      ...Object.values(
        Map.groupBy(labels, label => label)
          .values()
          .toArray(),
      ).map(group => group.length),
    )
    if (labels.length > 0) expect(most / labels.length).toBeLessThanOrEqual(0.6)
  })

  it('gives every text an example within its own limits', () => {
    const { min = 0, max = Number.POSITIVE_INFINITY } = terms.ask as { min?: number; max?: number }
    for (const line of lines) {
      const example = (line.truth as { example?: string } | null)?.example
      if (example === undefined) continue
      expect([...example].length, line.id).toBeGreaterThanOrEqual(min)
      expect([...example].length, line.id).toBeLessThanOrEqual(max)
    }
  })
})
