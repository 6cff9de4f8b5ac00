// One rule more in a guide, or another text for one that is there. Pure.

export type Rule = { rule: number; text: string }

type Changed = { ok: true; rules: Rule[]; rule: number; isNew: boolean; text: string } | { ok: false; expected: string }

/** As for the first version of a guide: a rule is a sentence or a few, and twenty are what people read. */
const SHORTEST = 10
const LONGEST = 600
const MOST = 20

export function withRule(rules: readonly Rule[], given: { text: string; rule?: number }): Changed {
  const text = given.text.trim()
  const length = [...text].length
  if (length < SHORTEST || length > LONGEST) return { ok: false, expected: `${SHORTEST} to ${LONGEST} characters` }
  if (given.rule !== undefined) {
    if (!rules.some(one => one.rule === given.rule)) {
      return { ok: false, expected: `a rule of the guide: ${rules.map(one => one.rule).join(', ')}` }
    }
    const changed = rules.map(one => (one.rule === given.rule ? { ...one, text } : one))
    return { ok: true, rules: changed, rule: given.rule, isNew: false, text }
  }
  if (rules.length >= MOST)
    return { ok: false, expected: `at most ${MOST} rules; name the one that this text replaces` }
  const rule = Math.max(0, ...rules.map(one => one.rule)) + 1
  return { ok: true, rules: [...rules, { rule, text }], rule, isNew: true, text }
}
