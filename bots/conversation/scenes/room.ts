// S40: setting up a group, private to its moderators; S00: what stands in the group then. The door asks the platform who is a moderator and
// what is missing before the step, and passes it in as a fact.
import {
  type CampaignId,
  listCampaignCards,
  type Room,
  type RoomId,
  type RoomWish,
  readRoom,
  setUpRoom,
} from '@perle/core'
import { type Press, pack } from '../buttons.ts'
import type { StateOf } from '../state.ts'
import type { Button, View } from '../view.ts'
import type { Words } from '../words/index.ts'
import { refusedState } from './refused.ts'
import { button, drawer, para, type Scene, type Shown, STALE, type Talk } from './scene.ts'

/** Campaigns on one screen of a phone, beside the other buttons. */
const SHOWN = 3

type Card = { campaignId: CampaignId; title: string }

export const room: Scene<StateOf<'room'>> = {
  async show(talk, state) {
    const roomId = state.roomId as RoomId
    const found = await readRoom(talk.ctx, { contributorId: talk.person.id, roomId })
    if (!found.ok) return { instead: refusedState(talk, found.refusal) }
    return draw(talk, found.value, await campaignsOf(talk), state.page ?? 0)
  },

  async press(talk, press, state) {
    if (press.id === undefined) return STALE
    const roomId = press.id as RoomId
    const page = press.verb === 'page' ? Number(press.arg) || 0 : state.scene === 'room' ? (state.page ?? 0) : 0
    const wish = await wishOf(talk, press)
    if (wish === 'stale') return STALE
    const input = { contributorId: talk.person.id, roomId }
    const done = wish === undefined ? await readRoom(talk.ctx, input) : await setUpRoom(talk.ctx, { ...input, wish })
    return done.ok ? { to: { scene: 'room', roomId, page } } : done
  },
}

async function campaignsOf({ ctx }: Talk): Promise<Card[]> {
  return (await listCampaignCards(ctx)).map(({ campaignId, title }) => ({ campaignId, title }))
}

/** Undefined: only looked at again. */
async function wishOf(talk: Talk, press: Press): Promise<RoomWish | undefined | 'stale'> {
  switch (press.verb) {
    case 'go':
    case 'page':
      return undefined
    case 'start':
      return { kind: 'open' }
    case 'stop':
      return { kind: 'close' }
    case 'yes':
    case 'no':
      return { kind: 'welcomeAll', isAll: press.verb === 'yes' }
    case 'choose': {
      // `y3` welcomes the third campaign, `n3` does not any more.
      const [, sign, index] = /^([yn])(\d{1,4})$/.exec(press.arg) ?? []
      const chosen = (await campaignsOf(talk))[Number(index)]
      return chosen === undefined
        ? 'stale'
        : { kind: 'welcome', campaignId: chosen.campaignId, isWelcome: sign === 'y' }
    }
    default:
      return 'stale'
  }
}

function draw({ w }: Talk, found: Room, campaigns: Card[], page: number): Shown {
  const { roomId, missing, state, welcomesAll, welcomes } = found
  const canPost = !missing.includes('post')
  const isWelcoming = welcomesAll || welcomes.length > 0
  // Moderators are whom the platform names, so that one is always done.
  const done = 1 + (canPost ? 1 : 0) + (isWelcoming ? 1 : 0)
  return {
    heading:
      state === 'open'
        ? w.say('room.headingOpen')
        : done === 3
          ? w.say('room.headingReady')
          : w.say('room.heading', { count: 3 - done }),
    line: w.say('room.line', { n: done }),
    blocks: [
      { type: 'list', ordered: true, items: [placeOf(w, found), w.spans('room.moderators'), welcomeOf(w, found)] },
      ...(canPost ? [] : [para(w.spans('room.cannotPost'))]),
      ...(missing.includes('pin') ? [para(w.spans('room.cannotPin'))] : []),
      para(w.spans('room.leaving')),
    ],
    rows: [...choices(w, found, campaigns, page), ...lastRow(w, roomId, state, done === 3, canPost)],
  }
}

function placeOf(w: Words, { topic }: Room) {
  return topic === null ? w.spans('room.placeWhole') : w.spans('room.placeTopic')
}

function welcomeOf(w: Words, { welcomesAll, welcomes }: Room) {
  if (welcomesAll) return w.spans('room.campaignsAll')
  return welcomes.length === 0
    ? w.spans('room.campaignsNone')
    : w.spans('room.campaignsSome', { count: welcomes.length })
}

function choices(w: Words, { roomId, welcomesAll, welcomes }: Room, campaigns: Card[], page: number): Button[][] {
  const d = drawer(w)
  if (welcomesAll) return [[d.press('chooseThem', 'room', 'no', roomId)]]
  const from = page * SHOWN
  const one = ({ campaignId, title }: Card, index: number) => {
    const isIn = welcomes.includes(campaignId)
    const n = [...title].slice(0, 30).join('')
    const label = isIn ? w.say('button.welcomes', { n }) : w.say('button.welcomesNot', { n })
    return [button(label, pack('room', 'choose', roomId, `${isIn ? 'n' : 'y'}${from + index}`))]
  }
  const turns = [
    ...(page === 0 ? [] : [d.press('newer', 'room', 'page', roomId, page - 1)]),
    ...(from + SHOWN >= campaigns.length ? [] : [d.press('older', 'room', 'page', roomId, page + 1)]),
  ]
  return [[d.press('welcomeAll', 'room', 'yes', roomId), ...turns], ...campaigns.slice(from, from + SHOWN).map(one)]
}

function lastRow(w: Words, roomId: RoomId, state: Room['state'], isReady: boolean, canPost: boolean): Button[][] {
  const d = drawer(w)
  const again = d.press('checkAgain', 'room', 'go', roomId, '', { primary: !canPost })
  const close = d.press('close', 'work', 'go')
  if (state === 'open') return [[d.press('closeRoom', 'room', 'stop', roomId), again], [close]]
  return [[...(isReady ? [d.first('openRoom', 'room', 'start', roomId)] : []), again], [close]]
}

/** S00, to stand in the group, pinned where that may be. */
export function publicWelcome(w: Words): View {
  const d = drawer(w)
  return {
    scene: 'room',
    audience: 'public',
    before: [],
    heading: w.say('room.worksHeading'),
    line: w.say('room.worksLine'),
    blocks: [para(w.spans('room.works'))],
    rows: [[d.first('startInPrivate', 'refused', 'go'), d.press('whatIsThis', 'howPay', 'go')]],
  }
}

/** Said once in a group that let us in: the way to its set-up. */
export function publicInvitation(w: Words, roomId: string): View {
  return {
    scene: 'room',
    audience: 'public',
    before: [],
    heading: w.say('room.joinedHeading'),
    line: w.say('room.joined'),
    blocks: [para(w.spans('room.joined'))],
    rows: [[button(w.say('button.setUp'), pack('room', 'go', roomId), { primary: true })]],
  }
}
