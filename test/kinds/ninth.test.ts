// A ninth kind, entered in the two indexes and nowhere else, goes the whole way: import, answers, review, second look, payday, export.
import { expect, it } from 'vitest'
import { z } from 'zod'
import { answerOf } from '../../bots/cli/crowd/actor.ts'
import { judge } from '../../bots/cli/crowd/judging.ts'
import { talks } from '../../bots/conversation/kinds/index.ts'
import type { KindTalk, Packer, Step } from '../../bots/conversation/kinds/kindTalk.ts'
import { button } from '../../bots/conversation/scenes/scene.ts'
import { campaignSpec } from '../../core/campaigns/terms.ts'
import { kinds } from '../../core/kinds/index.ts'
import type { Kind, KindName } from '../../core/kinds/kind.ts'
import { wholeLoop } from '../conversation/journeys/wholeLoop.ts'
import type { Sample } from '../support/kindSamples.ts'

type Ask = { question: string }
type Content = { text: string }
type Answer = { flag: 'yes' | 'no' }

const flag: Kind<Ask, Content, Answer, boolean> = {
  name: 'flag' as KindName,
  isComparable: true,
  ask: z.strictObject({ question: z.string() }),
  content: z.strictObject({ text: z.string() }),
  truth: () => z.boolean(),
  answer: () => z.strictObject({ flag: z.enum(['yes', 'no']) }),
  questions: () => ['flag'],
  classes: () => ['yes', 'no'],
  labels: (_item, answer) => [answer.flag],
  truthLabels: (_item, truth) => [truth ? 'yes' : 'no'],
  agreement: (_item, one, other) => Number(one.flag === other.flag),
  isRight: (_item, answer, truth) => (answer.flag === 'yes') === truth,
  exportFields: (_item, answer) => ({ flag: answer.flag === 'yes' }),
  right: (_item, truth) => ({ flag: truth ? 'yes' : 'no' }),
  slip: (_item, truth) => ({ flag: truth ? 'no' : 'yes' }),
  wrong: (_item, truth) => [{ flag: truth ? 'no' : 'yes' }],
}

const said = (answer: unknown) => ((answer as Answer).flag === 'yes' ? 'Flagged' : 'Not flagged')
const flagTalk: KindTalk<Ask, Content> = {
  sections: (_w, { item }) => [{ key: 'q', text: item.content.text }],
  draw: (_w, { item }, packer: Packer) => ({
    heading: item.ask.question,
    line: item.ask.question,
    below: [],
    rows: [[button('Flag it', packer('answer', 'yes')), button('Leave it', packer('answer', 'no'))]],
  }),
  step: (_asking, verb, arg): Step =>
    verb === 'answer' && /^(yes|no)$/.test(arg) ? { answer: { flag: arg } } : 'stale',
  inWords: (_w, _item, answer) => said(answer),
}

// The two lines that a new kind adds.
Object.assign(kinds, { flag })
Object.assign(talks, { flag: flagTalk })
const name = 'flag' as KindName

const sample: Sample = {
  ask: { question: 'Should a person look at this?' },
  item: n => ({ content: { text: `Shop ${n} asks for your card number.` }, truth: true }),
  untruth: () => false,
  told: 'Flagged',
  exported: { flag: true },
  isOneTap: true,
}

wholeLoop(name, sample, (_view, { truth }) => ({ press: truth === true ? 'Flag it' : 'Leave it' }))

it('is a kind that campaigns may have, where one that nobody entered is refused by name', () => {
  const kindIn = (kind: string) =>
    campaignSpec.safeParse({ kind }).error?.issues.find(issue => issue.path[0] === 'kind')
  expect(kindIn('flag')).toBeUndefined()
  expect(kindIn('flags')?.message).toMatch(/^one of choice, .*, flag$/)
  expect(kindIn('toString')?.message).toMatch(/^one of/)
})

it('is answered and judged by the simulated crowd', () => {
  const item = { kind: name, ask: sample.ask, content: sample.item(1).content }
  const sure = { name: 'sure', accuracy: 1, pace: 1 }
  const known = { truth: true, why: 'It asks for a card number.', rule: 2 }
  expect(answerOf(sure, item, true, () => 0.5)).toEqual({ flag: 'yes' })
  expect(judge(sure, { item, answer: { flag: 'yes' }, known, rules: [2] }, () => 0.5)).toEqual({ choice: 'accept' })
  expect(judge(sure, { item, answer: { flag: 'no' }, known, rules: [2] }, () => 0.5)).toMatchObject({
    choice: 'reject',
    rule: 2,
  })
})
