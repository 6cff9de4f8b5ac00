// What happened while somebody was away, in words. The compiler asks for a new code here.
import type { Notice, NoticeCode } from '@perle/core'
import { type Said, said, type Words } from './words/index.ts'

type Values = Notice['values']
type Telling = { [C in NoticeCode]: (w: Words, values: Values, count: number) => Said }

function sum(w: Words, values: Values): string {
  const given = values['sum']
  return typeof given === 'string' && /^\d+$/.test(given) ? w.sum(BigInt(given)) : w.sum(0n)
}

function number(values: Values, name: string): number {
  const given = values[name]
  return typeof given === 'number' ? given : 0
}

const notices = {
  'answer.accepted': (_w, _values, count) => said('notice.answer.accepted', { count }),
  'answer.rejected': (_w, _values, count) => said('notice.answer.rejected', { count }),
  'appeal.won': (_w, values) =>
    said('notice.appeal.won', { accepts: number(values, 'accepts'), of: number(values, 'of') }),
  'appeal.lost': (_w, values) =>
    said('notice.appeal.lost', { rejects: number(values, 'rejects'), of: number(values, 'of') }),
  'appeal.unseated': () => said('notice.appeal.unseated'),
  payday: (w, values) => {
    if (number(values, 'hasWallet') === 0) return said('notice.paydayNoWallet', { sum: sum(w, values) })
    const count = number(values, 'answers')
    return count === 0
      ? said('notice.paydaySum', { sum: sum(w, values) })
      : said('notice.payday', { sum: sum(w, values), count })
  },
  'pay.sent': (w, values) => said('notice.pay.sent', { sum: sum(w, values) }),
  'pay.arrived': (w, values) => said('notice.pay.arrived', { sum: sum(w, values) }),
  'round.closed': (_w, values, count) =>
    said('notice.round.closed', { count, held: number(values, 'held'), of: number(values, 'of') }),
  'test.stipend': (w, values) => said('notice.test.stipend', { sum: sum(w, values) }),
  'wallet.changed': () => said('notice.wallet.changed'),
  'guide.changed': (_w, values) => {
    const { campaign = '', rule = '', text = '' } = values
    return number(values, 'isNew') === 1
      ? said('notice.guide.changed', { campaign, rule, text })
      : said('notice.guideRuleChanged', { campaign, rule, text })
  },
  'guide.answered': (_w, values) => {
    const { campaign = '', rule = '', text = '' } = values
    return said('notice.guide.answered', { campaign, rule, text, count: number(values, 'people') })
  },
  'skill.paused': (w, values) =>
    said('notice.skill.paused', {
      skill: String(values['skill'] ?? ''),
      date: w.day(new Date(String(values['until'] ?? ''))),
      missed: number(values, 'missed'),
      asked: number(values, 'asked'),
    }),
  'review.invited': () => said('notice.review.invited'),
} satisfies Telling

/** Told one by one only where each says something of its own; the others are counted. */
const COUNTED: NoticeCode[] = ['answer.accepted', 'answer.rejected']
const TOGETHER: NoticeCode[] = [...COUNTED, 'round.closed']
/** Lines above a screen; more would push the screen away. */
const MOST = 4

/** Sentences for what is new, the newest last. What `skip` names is told elsewhere on the same screen. */
export function tellNotices(w: Words, news: Notice[], skip: NoticeCode[] = []): Said[] {
  const told: Said[] = []
  for (const code of COUNTED) {
    const count = news.filter(one => one.code === code).length
    if (count > 0 && !skip.includes(code)) told.push(notices[code](w, {}, count))
  }
  const closed = news.filter(one => one.code === 'round.closed')
  if (closed.length > 0 && !skip.includes('round.closed')) {
    const total = (name: string) => closed.reduce((sum, one) => sum + number(one.values, name), 0)
    told.push(notices['round.closed'](w, { held: total('held'), of: total('of') }, closed.length))
  }
  for (const one of news) {
    if (TOGETHER.includes(one.code) || skip.includes(one.code)) continue
    told.push(notices[one.code](w, one.values, 1))
  }
  if (told.length <= MOST) return told
  return [...told.slice(-MOST), said('notice.more', { count: told.length - MOST })]
}
