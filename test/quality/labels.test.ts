import { describe, expect, it } from 'vitest'
import {
  agreementOf,
  answersByItem,
  evidenceOf,
  fitLabels,
  fitWithoutFailures,
  leaveOutPosteriors,
} from '../../core/quality/index.ts'
import { aCrowd, labelInput, mostLikely } from './crowd.ts'

const crowd = aCrowd({
  items: 300,
  classes: 3,
  people: [...Array(6).fill({ accuracy: 0.85 }), { accuracy: 1 / 3 }, { always: 0 }],
  share: 0.7,
  seed: 11,
})

describe('the label model', () => {
  it('finds a clear majority and is sure of it', () => {
    const rows = [0, 1, 2].flatMap(item => [0, 1, 2, 3].map((w): [number, number, number] => [item, w, item % 2]))
    const fit = fitLabels(labelInput(3, 4, 2, rows))
    expect([0, 1, 2].map(item => mostLikely(fit.posterior, 2, item))).toEqual([0, 1, 0])
    expect(Math.min(...[0, 1, 2].map(item => fit.posterior[item * 2 + (item % 2)] as number))).toBeGreaterThan(0.9)
    expect(fit.hasConverged).toBe(true)
  })

  it('recovers the truth of a mixed crowd and tells spammers from workers', () => {
    const fit = fitLabels(crowd.input)
    const right = crowd.truth.filter((truth, item) => mostLikely(fit.posterior, 3, item) === truth).length
    expect(right / 300).toBeGreaterThan(0.95)
    const [random, constant] = [fit.accuracy[6] as number, fit.accuracy[7] as number]
    const workers = fit.accuracy.subarray(0, 6)
    expect(Math.min(...workers)).toBeGreaterThan(0.75)
    expect(Math.max(random, constant)).toBeLessThan(0.45)
    // What a constant answerer says tells nothing of the truth: the columns of the matrix are alike.
    const matrix = fit.confusion.subarray(7 * 9, 8 * 9)
    expect(Math.min(matrix[0] as number, matrix[1] as number, matrix[2] as number)).toBeGreaterThan(0.85)
  })

  it('gives probabilities that sum to one, also where nobody answered', () => {
    const fit = fitLabels(
      labelInput(3, 2, 3, [
        [0, 0, 1],
        [0, 1, 1],
      ]),
    )
    for (const item of [0, 1, 2]) {
      const shares = fit.posterior.subarray(item * 3, item * 3 + 3)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    }
    for (const c of [0, 1, 2]) {
      const column = [0, 1, 2].map(l => fit.confusion[l * 3 + c] as number)
      expect(column.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
    }
  })

  it('lets gold overrule a majority, and learns from it who was wrong', () => {
    const rows = Array.from({ length: 40 }, (_, item) =>
      [0, 1, 2].map((w): [number, number, number] => [item, w, w === 0 ? item % 2 : 1 - (item % 2)]),
    ).flat()
    const input = labelInput(40, 3, 2, rows)
    const gold = Int32Array.from({ length: 40 }, (_, item) => (item < 30 ? item % 2 : -1))
    expect(mostLikely(fitLabels(input).posterior, 2, 35)).toBe(0)
    const fit = fitLabels({ ...input, gold })
    expect(mostLikely(fit.posterior, 2, 0)).toBe(0)
    expect(fit.posterior[0]).toBe(1)
    expect(mostLikely(fit.posterior, 2, 35)).toBe(1)
    expect(fit.accuracy[0]).toBeGreaterThan(0.9)
  })

  it('gives the same bits for the same input', () => {
    const again = aCrowd({
      items: 300,
      classes: 3,
      people: [...Array(6).fill({ accuracy: 0.85 }), { accuracy: 1 / 3 }, { always: 0 }],
      share: 0.7,
      seed: 11,
    })
    expect(Buffer.from(fitLabels(again.input).posterior.buffer)).toEqual(
      Buffer.from(fitLabels(crowd.input).posterior.buffer),
    )
  })

  it('counts the last of several answers of one person to one item', () => {
    const twice = labelInput(2, 2, 2, [
      [0, 0, 1],
      [1, 0, 1],
      [0, 1, 0],
      [0, 0, 0],
    ])
    const once = labelInput(2, 2, 2, [
      [1, 0, 1],
      [0, 1, 0],
      [0, 0, 0],
    ])
    expect(fitLabels(twice).posterior).toEqual(fitLabels(once).posterior)
    expect([...answersByItem(twice).order]).toEqual([2, 3, 1])
  })

  it('refuses indexes out of range', () => {
    expect(() => fitLabels(labelInput(1, 1, 2, [[0, 0, 2]]))).toThrow(RangeError)
    expect(() => fitLabels(labelInput(1, 1, 2, [[1, 0, 0]]))).toThrow(RangeError)
    expect(() => fitLabels(labelInput(1, 1, 2, [[0, 1, 0]]))).toThrow(RangeError)
  })
})

describe('the leave-out posterior', () => {
  const fit = fitLabels(crowd.input)

  it('does not move when the own answer changes', () => {
    const changed = { ...crowd.input, label: crowd.input.label.slice() }
    changed.label[5] = ((changed.label[5] as number) + 1) % 3
    const before = leaveOutPosteriors(crowd.input, fit)
    const after = leaveOutPosteriors(changed, fit)
    expect(after.subarray(15, 18)).toEqual(before.subarray(15, 18))
    const sameItem = crowd.input.itemIndex.findIndex((item, k) => item === crowd.input.itemIndex[5] && k !== 5)
    expect(after.subarray(sameItem * 3, sameItem * 3 + 3)).not.toEqual(before.subarray(sameItem * 3, sameItem * 3 + 3))
  })

  it('leaves out a whole cluster at once', () => {
    const rows: [number, number, number][] = [
      [0, 0, 1],
      [0, 1, 1],
      [0, 2, 1],
      [0, 3, 0],
    ]
    const input = labelInput(1, 4, 2, rows)
    const own = fitLabels(input)
    const alone = leaveOutPosteriors(input, own)
    const together = leaveOutPosteriors(input, own, Int32Array.of(7, 7, 7, 3))
    // Only the fourth person's answer 0 is left: prior times what that person says under each class.
    const said = (c: number) => (own.classPrior[c] as number) * (own.confusion[3 * 4 + c] as number)
    expect(together[1]).toBeCloseTo(said(1) / (said(0) + said(1)), 12)
    expect(together[1]).toBeLessThan(alone[1] as number)
    expect(together.subarray(6, 8)).toEqual(alone.subarray(6, 8))
  })

  it('is the class prior where nobody else answered, and the truth where there is gold', () => {
    const input = {
      ...labelInput(2, 1, 2, [
        [0, 0, 1],
        [1, 0, 1],
      ]),
      gold: Int32Array.of(-1, 0),
    }
    const own = fitLabels(input)
    const posterior = leaveOutPosteriors(input, own)
    expect(posterior[0]).toBeCloseTo(own.classPrior[0] as number, 12)
    expect([posterior[2], posterior[3]]).toEqual([1, 0])
  })
})

describe('people who fail gold', () => {
  it('are left out of the second fit, so that a ring does not own the consensus', () => {
    const honest = Array(5).fill({ accuracy: 0.8 })
    const { input, truth } = aCrowd({
      items: 200,
      classes: 2,
      people: [...honest, ...Array(4).fill({ always: 1 })],
      seed: 5,
    })
    // The ring answers the opposite of the truth everywhere but on gold it is found out.
    const ring = {
      ...input,
      label: input.label.map((label, k) =>
        (input.contributorIndex[k] as number) > 4 ? 1 - (truth[input.itemIndex[k] as number] as number) : label,
      ),
    }
    const gated = fitWithoutFailures(ring, w => w > 4)
    const right = (posterior: Float64Array) =>
      truth.filter((t, item) => mostLikely(posterior, 2, item) === t).length / 200
    expect([...gated.leftOut]).toEqual([5, 6, 7, 8])
    expect(right(gated.first.posterior)).toBeLessThan(0.5)
    expect(right(gated.fit.posterior)).toBeGreaterThan(0.9)
    const evidence = evidenceOf(gated.input, gated.fit)
    const ringAnswer = ring.contributorIndex.indexOf(5)
    expect(evidence.t[ringAnswer]).toBeLessThan(500_000)
  })

  it('are asked about once each, and nobody out means one fit', () => {
    const asked: number[] = []
    const gated = fitWithoutFailures(crowd.input, w => {
      asked.push(w)
      return false
    })
    expect(asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(gated.fit).toBe(gated.first)
  })
})

describe('agreement', () => {
  it('is one when all agree, and about nothing when everybody guesses', () => {
    const same = labelInput(2, 2, 2, [
      [0, 0, 1],
      [0, 1, 1],
      [1, 0, 0],
      [1, 1, 0],
    ])
    expect(agreementOf(same)).toMatchObject({ items: 2, answers: 4, observed: 1, alpha: 1, ac1: 1, kappa: 1 })
    const guess = aCrowd({ items: 2_000, classes: 4, people: Array(4).fill({ accuracy: 0.25 }), seed: 3 })
    expect(Math.abs(agreementOf(guess.input)?.alpha ?? 1)).toBeLessThan(0.02)
  })

  it('is undefined where no item has two answers', () => {
    expect(
      agreementOf(
        labelInput(2, 2, 2, [
          [0, 0, 1],
          [1, 1, 0],
        ]),
      ),
    ).toBeUndefined()
  })
})
