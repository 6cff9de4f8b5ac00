// S27. Where pay goes: a page for one wallet, two words to know it by, and the last word here in the chat.
import {
  type Address,
  confirmWallet,
  latestWalletLink,
  nextPayday,
  openWalletLink,
  readMe,
  readWallet,
  type WalletLink,
} from '@perle/core'
import { type Press, pack } from '../buttons.ts'
import type { StateOf } from '../state.ts'
import { shortAddress } from '../words/formats.ts'
import { said } from '../words/index.ts'
import { button, drawer, lineOf, type Move, para, picture, type Scene, type Shown, STALE, type Talk } from './scene.ts'

export const wallet: Scene<StateOf<'wallet'>> = {
  async show(talk, state) {
    const { ctx, person } = talk
    const link = await latestWalletLink(ctx, { contributorId: person.id })
    if (link?.state === 'signed' && link.address !== null) return confirm(talk, link.address)
    const known = await readWallet(ctx, { contributorId: person.id })
    const isLinking = known === undefined || state.isChange === true
    if (isLinking && link?.state === 'open') return openPage(talk, link)
    if (isLinking && (known === undefined || link?.state === 'expired')) return closed(talk)
    return known === undefined ? closed(talk) : linked(talk, known.address, known.confirmedAt, known.countsFrom)
  },

  async press(talk, press) {
    switch (press.verb) {
      case 'go':
        return enter(talk)
      case 'next':
        await openWalletLink(talk.ctx, { contributorId: talk.person.id })
        return { to: { scene: 'wallet', isChange: true } }
      case 'yes':
      case 'no':
        return decide(talk, press)
      default:
        return STALE
    }
  },
}

/** Somebody without a wallet gets a page at once; a page that waits for its yes, or a linked wallet, is shown as it is. */
async function enter(talk: Talk): Promise<Move> {
  const { ctx, person } = talk
  const link = await latestWalletLink(ctx, { contributorId: person.id })
  const known = await readWallet(ctx, { contributorId: person.id })
  const isWaiting = link?.state === 'open' || link?.state === 'signed'
  if (known === undefined && !isWaiting) await openWalletLink(ctx, { contributorId: person.id })
  return { to: { scene: 'wallet' } }
}

/** The end of the address stands in the button: a yes for one address must not count for another that came since. */
function mark(address: Address): string {
  return address.slice(-8)
}

async function decide(talk: Talk, press: Press): Promise<Move> {
  const { ctx, person, w } = talk
  const link = await latestWalletLink(ctx, { contributorId: person.id })
  if (link?.state === 'signed' && (link.address === null || mark(link.address) !== press.arg)) return STALE
  const choice = await confirmWallet(ctx, { contributorId: person.id, isYes: press.verb === 'yes' })
  if (!choice.ok) return choice
  if (!choice.value.isLinked) return { to: { scene: 'me' }, says: [said('wallet.notLinked')] }
  const { countsFrom } = choice.value
  const isLater = countsFrom > ctx.now()
  const says = [said('wallet.linked', { day: w.weekday(await nextPayday(ctx)) })]
  if (isLater) says.push(said('wallet.countsFrom', { date: w.day(countsFrom) }))
  return { to: { scene: 'wallet' }, says }
}

async function openPage({ ctx, person, w }: Talk, link: WalletLink): Promise<Shown> {
  const { waiting } = await readMe(ctx, { contributorId: person.id })
  const sum = w.sum(waiting)
  const [first, second] = link.words
  const address = `${ctx.settings.publicUrl}/w/${link.once}`
  const d = drawer(w)
  return {
    heading: w.say('wallet.heading'),
    line: lineOf(waiting === 0n ? w.say('wallet.nothingLine') : w.say('wallet.line', { sum })),
    blocks: [
      para(waiting === 0n ? w.spans('wallet.nothingWaiting') : w.spans('wallet.waiting', { sum })),
      para(w.spans('wallet.confirm')),
      para(w.spans('wallet.words', { first, second })),
      picture(w, {
        kind: 'qr',
        title: w.say('wallet.scanTitle'),
        content: address,
        lines: [isHere(address) ? w.say('wallet.scanHere') : w.say('wallet.scan')],
      }),
    ],
    rows: [
      [d.link('openWalletPage', `/w/${link.once}`, { primary: true })],
      [d.press('noWallet', 'noWallet', 'go'), d.press('later', 'me', 'go')],
    ],
    refreshSeconds: Math.max(1, Math.ceil((link.expiresAt.getTime() - ctx.now().getTime()) / 1000)),
  }
}

/** An address that no other device can open. */
function isHere(address: string): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(new URL(address).hostname)
}

function confirm({ w }: Talk, full: Address): Shown {
  const address = shortAddress(full)
  return {
    heading: w.say('wallet.useHeading', { address }),
    line: w.say('wallet.useLine', { address }),
    blocks: [{ type: 'content', text: full }, para(w.spans('wallet.use'))],
    rows: [
      [button(w.say('button.yesUseIt'), pack('wallet', 'yes', undefined, mark(full)), { primary: true })],
      [button(w.say('button.no'), pack('wallet', 'no', undefined, mark(full)))],
    ],
  }
}

function closed({ w }: Talk): Shown {
  const d = drawer(w)
  return {
    heading: w.say('wallet.closedHeading'),
    line: w.say('wallet.closedLine'),
    blocks: [para(w.spans('wallet.closed'))],
    rows: [
      [d.first('newPage', 'wallet', 'next')],
      [d.press('noWallet', 'noWallet', 'go'), d.press('later', 'me', 'go')],
    ],
  }
}

function linked({ ctx, w }: Talk, full: Address, confirmedAt: Date, countsFrom: Date): Shown {
  const address = shortAddress(full)
  const d = drawer(w)
  return {
    heading: w.say('wallet.hasHeading', { address }),
    line: w.say('wallet.hasLine', { address }),
    blocks: [
      para(w.spans('wallet.has', { date: w.fullDay(confirmedAt) })),
      ...(countsFrom > ctx.now() ? [para(w.spans('wallet.countsFrom', { date: w.day(countsFrom) }))] : []),
    ],
    rows: [[d.first('myPay', 'pay', 'go')], [d.press('changeWallet', 'wallet', 'next'), d.press('back', 'me', 'go')]],
  }
}

export const noWallet: Scene<StateOf<'noWallet'>> = {
  async show({ w }) {
    const d = drawer(w)
    return {
      heading: w.say('wallet.noneHeading'),
      line: w.say('wallet.noneLine'),
      blocks: [para(w.spans('wallet.none')), para(w.spans('wallet.noneThen'))],
      rows: [[d.first('nextTask', 'work', 'next')], [d.press('back', 'wallet', 'go')]],
    }
  },

  async press() {
    return { to: { scene: 'noWallet' } }
  },
}
