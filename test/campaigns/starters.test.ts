import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { STARTER_FOLDERS } from '../../bots/cli/seed.ts'
import { readItemRow } from '../../core/campaigns/itemRow.ts'
import { campaignSpec, completeTerms } from '../../core/campaigns/terms.ts'
import type { CodeReviewAnswer } from '../../core/kinds/codeReview.ts'
import { parseDiff } from '../../core/kinds/diff.ts'
import { kindOf } from '../../core/kinds/index.ts'
import type { StepsTruth } from '../../core/kinds/steps.ts'
import { PLATFORM_DEFAULTS } from '../../core/money/platformParameters.ts'
import { isHonestTry } from '../../core/skills/exam.ts'

type Line = {
  id: string
  role: string
  kind?: string
  content: Record<string, unknown>
  truth: unknown
  why: string
  rule: number
  hard: boolean
}
type Ask = { question: string; min?: number; max?: number; scales?: { id: string; question: string }[] }

const isPair = (line: Line): line is Line & { content: { prompt: string; a: string; b: string } } => 'a' in line.content
const words = (text: string) => text.split(/\s+/).filter(word => word !== '').length
const share = <T>(things: T[], of: (thing: T) => boolean) => things.filter(of).length / things.length
const largestShare = (labels: string[]) =>
  Math.max(...[...new Set(labels)].map(label => share(labels, one => one === label)))

/** How likely a text of the first list is longer than one of the second: one half where length tells nothing. */
function longerShare(some: Line[], others: Line[]): number {
  const length = (line: Line) => (line.content.text as string).length
  const pairs = some.flatMap(one => others.map(other => Math.sign(length(one) - length(other))))
  return pairs.reduce((sum, sign) => sum + (sign + 1) / 2, 0) / pairs.length
}

/** Every answer that gives each of the scales one of the points. */
function allScores(ids: string[], points: number): Record<string, number>[] {
  return ids.reduce<Record<string, number>[]>(
    (answers, id) =>
      answers.flatMap(answer => Array.from({ length: points }, (_, at) => ({ ...answer, [id]: at + 1 }))),
    [{}],
  )
}

/** How likely at least `least` of independent guesses with these chances are right. */
function tail(chances: number[], least: number): number {
  let likely = [1]
  for (const chance of chances)
    likely = [...likely, 0].map((one, right) => one * (1 - chance) + (likely[right - 1] ?? 0) * chance)
  return likely.slice(least).reduce((sum, one) => sum + one, 0)
}

const stepsOf = (line: Line) => line.content.steps as string[]
const mistakeOf = (line: Line) => (line.truth as StepsTruth).mistake
const reviewOf = (line: Line) => line.truth as CodeReviewAnswer

/** Lines that a change adds or takes away. */
function changedLines(line: Line): { file: string; line: number; side: 'new' | 'old' }[] {
  const read = parseDiff(line.content.diff as string)
  if (!read.ok) throw new Error(`${line.id} has no diff`)
  return read.files.flatMap(({ path, hunks }) =>
    hunks
      .flat()
      .filter(({ mark }) => mark !== 'same')
      .map(({ mark, number }) => ({ file: path, line: number, side: mark === 'removed' ? 'old' : 'new' }) as const),
  )
}

/** How likely a guess is right that knows the kind, but has not read: any step or none, safe or any changed line. */
function chanceOf(kind: string, line: Line, truths: number): number {
  if (kind === 'steps') return 1 / (stepsOf(line).length + 1)
  if (kind !== 'codeReview') return 1 / truths
  const truth = reviewOf(line)
  if (truth.decision !== 'needs_changes') return truth.decision === 'safe' ? 1 / 2 : 0
  const pointers = changedLines(line).map(
    place => ({ decision: 'needs_changes', comments: [{ ...place, weight: 'must' }] }) as const,
  )
  const item = { kind: 'codeReview', ask: {}, content: line.content } as const
  return share(pointers, answer => kindOf('codeReview').isRight(item, answer, truth) === true) / 2
}

describe.each(STARTER_FOLDERS)('the starter campaign in %s', folder => {
  const spec = campaignSpec.parse(JSON.parse(readFileSync(`${folder}/campaign.json`, 'utf8')))
  const terms = completeTerms(spec, PLATFORM_DEFAULTS)
  const ask = terms.ask as Ask
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
  })

  it('has a pass mark at which guessing earns next to nothing, and a slip may happen', () => {
    const tests = byRole('test')
    expect(spec.passMark).toBeLessThan(tests.length)
    // A guesser leaves "cannot tell" and "cannot judge" alone, and so chooses among the truths that do occur.
    const truths = new Set(tests.map(line => JSON.stringify(line.truth))).size
    const classes = kindOf(spec.kind).classes(terms.ask).length || 4
    const isHonest = (right: number) =>
      isHonestTry({
        answers: tests.map((_, index) => ({ isRight: index < right, seconds: 60 })),
        total: tests.length,
        classes,
        pass: spec.passMark,
        leastSeconds: 1,
      })
    const least = tests.findIndex((_, right) => isHonest(right))
    expect(least).toBeGreaterThan(0)
    const chances = tests.map(line => chanceOf(spec.kind, line, truths))
    expect(tail(chances, least)).toBeLessThanOrEqual(0.07)
  })

  it('fits a phone screen with its title and question, and a minute with its guide', () => {
    expect(spec.title.length).toBeLessThanOrEqual(40)
    for (const question of [
      ask.question,
      ...(ask.scales ?? []).map(scale => scale.question),
      ...lines.flatMap(line => ('ask' in line ? [(line.ask as Ask).question] : [])),
    ])
      expect(question.length).toBeLessThanOrEqual(45)
    expect(spec.guide.length).toBeGreaterThanOrEqual(4)
    expect(spec.guide.length).toBeLessThanOrEqual(8)
    expect(rules).toEqual(rules.map((_, index) => index + 1))
  })

  it('says of each truth in one sentence why it is one, by a rule of the guide', () => {
    for (const line of lines) {
      expect(line.why, line.id).toMatch(/^\P{Ll}.*\.$/u)
      expect(line.why.length, line.id).toBeGreaterThanOrEqual(30)
      expect(line.why.length, line.id).toBeLessThanOrEqual(300)
      expect(rules, line.id).toContain(line.rule)
      // People see the sides in another order than the file, so a letter would name the wrong one.
      expect(line.why, line.id).not.toMatch(
        /(?<![°\p{L}])[B-E]\b|\b(reply|version|summary|text) A\b|\bA (is|has|says)\b/u,
      )
    }
    expect(new Set(lines.map(line => line.why)).size).toBe(lines.length)
  })

  it('repeats nothing, and names no real place on the net', () => {
    expect(new Set(lines.map(line => line.id)).size).toBe(lines.length)
    expect(new Set(lines.map(line => JSON.stringify(line.content))).size).toBe(lines.length)
    // In code a dot says nothing; there a place is what ends as places do, or what is fetched or written to.
    const names =
      spec.kind === 'codeReview'
        ? (text.match(/\b[a-z0-9-]+\.(com|org|net|edu|gov|info|io|dev|app|ai)\b|(?<=:\/\/|\w@)[\w.-]+/gi) ?? [])
        : (text.match(/(?<![\w.`])[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}\b(?!@)/gi) ?? [])
    expect(names.filter(name => !/\.(example|html)$/i.test(name))).toEqual([])
    expect(text).not.toMatch(/\+\d{6,}|\b\d{3}[ -]\d{3}[ -]\d{4}\b/)
  })

  it('holds what real content holds: markup, quotation marks, smileys, names from everywhere', () => {
    const contents = lines.map(line => JSON.stringify(line.content)).join('\n')
    for (const mark of [/<b>|`|\*\*/, /\\"/, /\p{Extended_Pictographic}/u, /[^\P{L}\p{ASCII}]/u])
      expect(contents).toMatch(mark)
  })

  it('spreads its truths, so that a constant answer earns nothing', () => {
    const labels = lines.flatMap(line => {
      // The first step alone is nearly always right; what a constant answer would have to hit is the place.
      if (spec.kind === 'steps') return [String(mistakeOf(line))]
      const row = readItemRow(line, { kind: spec.kind, ask: terms.ask, rules })
      if (!row.ok || row.row.truthText === null) return []
      const item = JSON.parse(row.row.contentText)
      const truth = kindOf(item.kind).truthLabels(item, line.truth) ?? []
      // One mark is yes or no, so one of them is always common; what is guessed is the set.
      return item.kind === 'tags' ? [truth.join()] : truth.slice(0, 1)
    })
    expect(labels.length).toBeGreaterThanOrEqual(15)
    expect(largestShare(labels)).toBeLessThanOrEqual(0.45)
  })

  const sided = lines.filter(isPair).filter(line => line.truth === 'a' || line.truth === 'b')
  if (sided.length > 0)
    it('puts the better one first as often as second, and asks for ties and both bad too', () => {
      const first = share(sided, line => line.truth === 'a')
      expect(first).toBeGreaterThanOrEqual(0.4)
      expect(first).toBeLessThanOrEqual(0.6)
      for (const role of ['test', 'check'])
        expect(new Set(byRole(role).map(line => line.truth))).toEqual(new Set(['a', 'b', 'tie', 'both_bad']))
    })

  if (spec.kind === 'pairwise')
    it('has long replies, and length does not give the better one away', () => {
      const long = lines.filter(isPair).filter(line => Math.max(line.content.a.length, line.content.b.length) >= 600)
      expect(long.length).toBeGreaterThanOrEqual(3)
      const longer = share(sided, line => line.content.a.length > line.content.b.length === (line.truth === 'a'))
      expect(longer).toBeGreaterThanOrEqual(0.35)
      expect(longer).toBeLessThanOrEqual(0.65)
    })

  if (spec.kind === 'choice')
    it('gives each label about the same share, in every part', () => {
      for (const role of ['live', 'test', 'check']) {
        const truths = byRole(role).map(line => String(line.truth))
        expect(new Set(truths).size).toBeGreaterThanOrEqual(3)
        expect(largestShare(truths)).toBeLessThanOrEqual(0.4)
      }
    })

  if (spec.kind === 'tags')
    it('has every set of marks, no mark or set too common, and length tells none of them', () => {
      const ids = (ask as unknown as { labels: { id: string }[] }).labels.map(label => label.id)
      const marks = (line: Line) => line.truth as string[]
      const sets = lines.map(line => marks(line).join())
      expect(new Set(sets).size).toBe(2 ** ids.length)
      expect(largestShare(sets)).toBeLessThanOrEqual(0.15)
      for (const role of ['test', 'check'])
        expect(new Set(byRole(role).map(line => marks(line).join())).size, role).toBe(byRole(role).length)
      for (const id of ids) {
        for (const role of ['live', 'test', 'check']) {
          const marked = share(byRole(role), line => marks(line).includes(id))
          expect(marked, `${id} in ${role}`).toBeGreaterThanOrEqual(0.3)
          expect(marked, `${id} in ${role}`).toBeLessThanOrEqual(0.6)
        }
        const longer = longerShare(
          lines.filter(line => marks(line).includes(id)),
          lines.filter(line => !marks(line).includes(id)),
        )
        expect(longer, id).toBeGreaterThanOrEqual(0.35)
        expect(longer, id).toBeLessThanOrEqual(0.65)
      }
    })

  if (spec.kind === 'rating')
    it('spreads each scale over all points, in every part, and neither one answer nor length is often right', () => {
      const ids = (ask.scales ?? []).map(scale => scale.id)
      const { points } = terms.ask as { points: number }
      const score = (line: Line, id: string) => (line.truth as Record<string, number>)[id] as number
      for (const id of ids) {
        for (const role of ['live', 'test', 'check']) {
          const scores = byRole(role).map(line => score(line, id))
          expect(new Set(scores).size, `${id} in ${role}`).toBe(points)
          expect(largestShare(scores.map(String)), `${id} in ${role}`).toBeLessThanOrEqual(0.4)
        }
        const longer = longerShare(
          lines.filter(line => score(line, id) > (points + 1) / 2),
          lines.filter(line => score(line, id) < (points + 1) / 2),
        )
        expect(longer, id).toBeGreaterThanOrEqual(0.35)
        expect(longer, id).toBeLessThanOrEqual(0.65)
      }
      // A point beside the truth is right too, so the middle of every scale must not do.
      const kind = kindOf(spec.kind)
      for (const scores of allScores(ids, points))
        for (const role of ['live', 'test', 'check']) {
          const isRight = (line: Line) =>
            kind.isRight({ kind: spec.kind, ask: terms.ask, content: line.content }, { scores }, line.truth) === true
          expect(share(byRole(role), isRight), `${JSON.stringify(scores)} in ${role}`).toBeLessThanOrEqual(1 / 3)
        }
    })

  if (spec.kind === 'ranking')
    it('has ties in about a third, and no letter that is often best or worst', () => {
      const orders = lines.map(line => line.truth as string[][])
      const ties = share(orders, order => order.some(group => group.length > 1))
      expect(ties).toBeGreaterThanOrEqual(0.25)
      expect(ties).toBeLessThanOrEqual(0.45)
      for (const [at, order] of orders.entries()) {
        const texts = lines[at]?.content.texts as { id: string }[]
        expect(order.flat().sort(), lines[at]?.id).toEqual(texts.map(one => one.id).sort())
      }
      expect(largestShare(orders.flatMap(order => order[0] ?? []))).toBeLessThanOrEqual(0.4)
      expect(largestShare(orders.flatMap(order => order.at(-1) ?? []))).toBeLessThanOrEqual(0.4)
    })

  if (spec.kind === 'steps') {
    const wrong = lines.filter(line => mistakeOf(line) !== null)
    it('has mistakes at every place, and about a quarter without any', () => {
      expect(share(lines, line => mistakeOf(line) === null)).toBeGreaterThanOrEqual(0.2)
      expect(share(lines, line => mistakeOf(line) === null)).toBeLessThanOrEqual(0.3)
      expect(largestShare(lines.map(line => String(mistakeOf(line))))).toBeLessThanOrEqual(0.3)
      const fromBehind = lines.map(line => String(stepsOf(line).length - (mistakeOf(line) ?? Number.NaN)))
      expect(largestShare(fromBehind)).toBeLessThanOrEqual(0.4)
      for (const role of ['test', 'check']) {
        const places = byRole(role).map(line => String(mistakeOf(line)))
        expect(new Set(places).size).toBeGreaterThanOrEqual(5)
        expect(places).toContain('null')
      }
    })

    it('gives no mistake away by the number of steps or by the length of one', () => {
      for (const line of lines) {
        expect(stepsOf(line).length, line.id).toBeGreaterThanOrEqual(3)
        expect(stepsOf(line).length, line.id).toBeLessThanOrEqual(7)
      }
      for (const some of [
        lines.filter(line => stepsOf(line).length <= 3),
        lines.filter(line => stepsOf(line).length >= 5),
      ]) {
        expect(share(some, line => mistakeOf(line) === null)).toBeGreaterThanOrEqual(0.15)
        expect(share(some, line => mistakeOf(line) === null)).toBeLessThanOrEqual(0.45)
      }
      const longest = share(wrong, line => {
        const lengths = stepsOf(line).map(step => step.length)
        return lengths[(mistakeOf(line) ?? 0) - 1] === Math.max(...lengths)
      })
      expect(longest).toBeLessThanOrEqual(0.45)
    })
  }

  if (spec.kind === 'codeReview') {
    const decisions = (some: Line[]) => some.map(line => reviewOf(line).decision)
    it('is safe to merge in about two of five, and asks for all three decisions in every part', () => {
      expect(share(decisions(lines), one => one === 'safe')).toBeGreaterThanOrEqual(0.35)
      for (const role of ['live', 'practice', 'test', 'check']) {
        expect(new Set(decisions(byRole(role))).size).toBe(3)
        expect(largestShare(decisions(byRole(role)))).toBeLessThanOrEqual(0.5)
      }
    })

    it('points to changed lines, says what goes wrong there, and has a must only where changes are needed', () => {
      for (const line of lines) {
        const { decision, comments } = reviewOf(line)
        expect(
          comments.some(one => one.weight === 'must'),
          line.id,
        ).toBe(decision === 'needs_changes')
        for (const { file, line: number, side } of comments)
          expect(changedLines(line), line.id).toContainEqual({ file, line: number, side })
      }
    })

    it('gives no decision away by length or language', () => {
      const clear = lines.filter(line => reviewOf(line).decision !== 'cannot_judge')
      for (const length of [
        (line: Line) => changedLines(line).length,
        (line: Line) => (line.content.diff as string).length,
        (line: Line) => (line.content.claim as string).length,
      ]) {
        const longer = clear
          .toSorted((one, other) => length(other) - length(one))
          .slice(0, Math.floor(clear.length / 2))
        const needing = share(decisions(longer), one => one === 'needs_changes')
        expect(needing).toBeGreaterThanOrEqual(0.35)
        expect(needing).toBeLessThanOrEqual(0.65)
      }
      const ending = (line: Line) => changedLines(line)[0]?.file.split('.').at(-1)
      const endings = new Set(lines.map(ending))
      expect(endings.size).toBeGreaterThanOrEqual(6)
      for (const one of endings)
        expect(new Set(decisions(lines.filter(line => ending(line) === one))).size, one).toBeGreaterThanOrEqual(2)
    })
  }

  if (spec.kind === 'text')
    it('gives every text its facts, and an example by its own guide and limits', () => {
      const { min = 0, max = Number.POSITIVE_INFINITY } = ask
      for (const line of byRole('live')) {
        const { facts, example } = line.truth as { facts: string[]; example: string }
        expect(words(line.content.source as string), line.id).toBeGreaterThanOrEqual(20)
        expect(words(line.content.source as string), line.id).toBeLessThanOrEqual(60)
        expect(facts.length, line.id).toBeGreaterThanOrEqual(2)
        expect(facts.length, line.id).toBeLessThanOrEqual(5)
        expect([...example].length, line.id).toBeGreaterThanOrEqual(min)
        expect([...example].length, line.id).toBeLessThanOrEqual(max)
        for (const sentence of example.split(/(?<=[.?!:])\s+|\n/))
          expect(words(sentence), `${line.id}: ${sentence}`).toBeLessThanOrEqual(25)
      }
    })
})
