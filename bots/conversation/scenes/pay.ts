// S28, what a payday brought, by campaign; S30, the first pay, the one warm moment.
import { nextPayday, readMe, readPay } from '@perle/core'
import type { StateOf } from '../state.ts'
import type { Block } from '../view.ts'
import type { Words } from '../words/index.ts'
import { restOf } from './me.ts'
import { drawer, para, type Scene, type Shown, type Talk } from './scene.ts'

type Payday = Awaited<ReturnType<typeof readPay>>['epochs'][number]
const EARLIER = 5

export const pay: Scene<StateOf<'pay'>> = {
  async show(talk, state) {
    const { epochs } = await readPay(talk.ctx, { contributorId: talk.person.id })
    const [latest, ...earlier] = [...epochs].sort((one, other) => other.epoch - one.epoch)
    if (latest === undefined) return noneYet(talk)
    if (state.isSums) return sums(talk.w, latest)
    const { waiting, wallet } = await readMe(talk.ctx, { contributorId: talk.person.id })
    const rest = wallet !== null && waiting > 0n && latest.state === 'paid' ? [restOf(talk.ctx, talk.w, waiting)] : []
    return payday(talk.w, latest, earlier.slice(0, EARLIER), rest)
  },

  async press(_talk, press) {
    return { to: { scene: 'pay', isSums: press.verb === 'more' } }
  },
}

async function noneYet({ ctx, w }: Talk): Promise<Shown> {
  const day = w.weekday(await nextPayday(ctx))
  const d = drawer(w)
  return {
    heading: w.say('pay.noneHeading'),
    line: w.say('pay.noneLine', { day }),
    blocks: [para(w.spans('pay.none', { day }))],
    rows: [[d.first('nextTask', 'work', 'next')], [d.press('back', 'me', 'go')]],
  }
}

function forWhat(w: Words, one: Payday): Block[] {
  const { answers, votes } = one
  if (answers > 0 && votes > 0) return [para(w.spans('pay.both', { answers, votes }))]
  if (answers > 0) return [para(w.spans('pay.answers', { count: answers }))]
  return votes > 0 ? [para(w.spans('pay.votes', { count: votes }))] : []
}

function stateOf(w: Words, one: Payday): Block {
  const sum = w.sum(one.sum)
  switch (one.state) {
    case 'waiting':
      return para(w.spans('pay.waiting'))
    case 'sent':
      return para(w.spans('pay.sent'))
    case 'paid':
      return para(
        one.paidAt === null ? w.spans('pay.paid', { sum }) : w.spans('pay.paidOn', { sum, date: w.day(one.paidAt) }),
      )
    case 'no_wallet':
      return para(w.spans('pay.noWallet', { sum }))
  }
}

function payday(w: Words, one: Payday, earlier: Payday[], rest: Block[]): Shown {
  const d = drawer(w)
  const sum = w.sum(one.sum)
  const states = { waiting: 'stateWaiting', sent: 'stateSent', paid: 'statePaid', no_wallet: 'stateNoWallet' } as const
  const lines = earlier.map(past =>
    w.spans('pay.earlierOne', { epoch: past.epoch, sum: w.sum(past.sum), state: w.say(`pay.${states[past.state]}`) }),
  )
  const isHomeless = one.state === 'no_wallet'
  return {
    heading: w.say('pay.heading', { sum }),
    line: w.say('pay.line', { sum }),
    blocks: [
      ...forWhat(w, one),
      stateOf(w, one),
      ...rest,
      ...(lines.length === 0
        ? []
        : [para(w.spans('pay.earlier')), { type: 'list' as const, ordered: false, items: lines }]),
    ],
    rows: [
      [isHomeless ? d.first('addWallet', 'wallet', 'go') : d.first('showSums', 'pay', 'more')],
      [
        ...(isHomeless ? [d.press('showSums', 'pay', 'more')] : []),
        ...(one.state === 'paid' || one.state === 'sent' ? [d.link('seeIt', `/e/${one.epoch}`)] : []),
        d.press('nextTask', 'work', 'next'),
      ],
      [d.press('back', 'me', 'go')],
    ],
  }
}

function sums(w: Words, one: Payday): Shown {
  const d = drawer(w)
  const sum = w.sum(one.sum)
  const items = one.lines.map(line =>
    line.answers === 0
      ? w.spans('pay.sumOther', { campaign: line.title, sum: w.sum(line.sum) })
      : w.spans('pay.sum', { campaign: line.title, sum: w.sum(line.sum), count: line.answers }),
  )
  return {
    heading: w.say('pay.sumsHeading'),
    line: w.say('pay.sumsLine', { sum }),
    blocks: [{ type: 'list', ordered: false, items }, para(w.spans('pay.total', { sum }))],
    rows: [[d.first('nextTask', 'work', 'next')], [d.press('back', 'pay', 'go')]],
  }
}

export const firstPay: Scene<StateOf<'firstPay'>> = {
  async show({ w }, state) {
    const sum = w.sum(BigInt(state.sum))
    const d = drawer(w)
    return {
      heading: w.say('pay.firstHeading'),
      line: w.say('pay.firstLine', { sum }),
      blocks: [
        para(
          state.answers === 0
            ? w.spans('pay.firstVotes', { sum })
            : w.spans('pay.first', { sum, count: state.answers }),
        ),
      ],
      rows: [
        [
          state.epoch === undefined
            ? d.first('myPay', 'pay', 'go')
            : d.link('seeIt', `/e/${state.epoch}`, { primary: true }),
        ],
        [d.press('nextTask', 'work', 'next')],
      ],
    }
  },
}
