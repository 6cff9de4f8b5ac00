// A group from its first day: let in, set up by its moderator and nobody else, a review with nine reviewers, put out.
import { afterEach, describe, expect, it } from 'vitest'
import type { ContributorId } from '../../core/ids.ts'
import { closeDueRounds } from '../../core/review/closeDueRounds.ts'
import { openDueRounds } from '../../core/review/openDueRounds.ts'
import { rooms } from '../../core/review/tables.ts'
import { faultsOf } from '../conversation/measure.ts'
import { type Talking, talking, talkingAs } from '../conversation/transcript.ts'
import type { Person } from '../emulators/control.ts'
import { aSitting, newestRound } from '../review/sitting.ts'
import { aWorld, type World } from '../support/world.ts'
import { onTelegram, type TelegramWorld } from './telegramWorld.ts'

const ROOM = '-1001234'
let world: World
let over: TelegramWorld
let owner: Person
let me: Talking

async function begin(): Promise<void> {
  world = await aWorld({ seed: 5 })
  over = await onTelegram(world)
  owner = over.person('owner')
  me = talking(world, 'owner')
}
afterEach(async () => {
  await over.close()
  await world.close()
})

const inRoom = (who: Person, topic?: string) =>
  over.telegram.seen(who, { room: ROOM, ...(topic === undefined ? {} : { topic }) }).filter(one => one.from === 'bot')

/** Follows a button of the room into the private talk, and answers what is there then. */
async function follows(who: Person, label: string): Promise<string> {
  const before = over.telegram.seen(who).length
  over.telegram.presses(who, label, { room: ROOM })
  await over.telegram.until(() => over.telegram.seen(who).length >= before + 2)
  return over.telegram.seen(who).at(-1)?.text ?? ''
}

async function setsUp(): Promise<void> {
  await over.telegram.until(() => inRoom(owner).length >= 1)
  await follows(owner, 'Set it up')
  await me.looks()
  await me.presses('Welcome all campaigns')
  await me.presses('Begin here')
}

describe('setting up a group', () => {
  it('is for its moderators, names each right that is missing, and begins when all is there', async () => {
    await begin()
    const { telegram } = over
    telegram.opensRoom(owner, ROOM, 'Reviewers', { rights: { can_post: true } })
    await telegram.until(() => inRoom(owner).length === 1)
    expect(inRoom(owner)[0]?.text).toContain('A moderator sets me up in private')
    const stranger = over.person('stranger')
    telegram.joins(stranger, ROOM)
    expect(await follows(stranger, 'Set it up')).toContain('Only moderators of that group can do this.')
    telegram.grants(ROOM, { can_post: false }, false)
    const text = await follows(owner, 'Set it up')
    expect(text).toContain('2 things and this group is ready')
    expect(text).toContain('the right “Send messages” is off')
    expect(text).toContain('the right “Pin messages” is off')
    await me.looks()
    expect(faultsOf(me.view(), 'en')).toEqual([])
    telegram.grants(ROOM, { can_post: true, can_pin_messages: true })
    await me.presses('Check again')
    me.shows('1 thing and this group is ready', 'Campaigns you welcome**: none yet')
    expect(me.has('Begin here')).toBe(false)
    await me.presses('Welcome all campaigns')
    me.shows('# This group is ready.')
    await me.presses('Begin here')
    me.shows('# Reviews are posted here.')
    await telegram.until(() => inRoom(owner).some(one => /Perle works here/.test(one.text)))
    expect(telegram.bench.rooms.get(Number(ROOM))?.pinned.size).toBe(1)
    expect(await follows(stranger, 'What is this?')).toContain('How pay works')
    // Who is no moderator any more cannot go on with buttons from before.
    telegram.joins(owner, ROOM, 'member')
    await me.presses('Stop posting here')
    me.shows('Only moderators of that group can do this.')
    expect(telegram.faults).toEqual([])
  })

  it('sends reviews to the topic in which a moderator writes /here, and not where anybody else does', async () => {
    await begin()
    const { telegram } = over
    telegram.opensRoom(owner, ROOM, 'Reviewers', { isForum: true })
    const topic = telegram.opensTopic(ROOM, 'Reviews')
    const other = telegram.opensTopic(ROOM, 'Talk')
    const stranger = over.person('stranger')
    telegram.joins(stranger, ROOM)
    telegram.says(owner, '/here', { room: ROOM, topic })
    await telegram.until(() => inRoom(owner, topic).some(one => /Reviews go here/.test(one.text)))
    telegram.says(stranger, '/here', { room: ROOM, topic: other })
    await telegram.until(() => inRoom(stranger, other).some(one => /Only moderators/.test(one.text)))
    expect((await world.turn(ctx => ctx.db.select().from(rooms)))[0]?.topic).toBe(topic)
    // The answer to a moderator is seen by that moderator alone.
    expect(inRoom(stranger, topic).some(one => /Reviews go here/.test(one.text))).toBe(false)
  })

  it('answers what is private with the way to the private talk, and follows it there', async () => {
    await begin()
    const { telegram } = over
    telegram.opensRoom(owner, ROOM, 'Reviewers')
    const stranger = over.person('stranger')
    telegram.joins(stranger, ROOM)
    telegram.says(stranger, '/me', { room: ROOM })
    await telegram.until(() => inRoom(stranger).some(one => /This is private/.test(one.text)))
    expect(inRoom(owner).some(one => /This is private/.test(one.text))).toBe(false)
    expect(await follows(stranger, 'Go on in private')).toContain('Today 0')
  })
})

describe('a review in a group', () => {
  it('is posted, counts sealed votes of nine people, is edited now and then, and tells its decision', {
    timeout: 120_000,
  }, async () => {
    await begin()
    const { telegram } = over
    telegram.opensRoom(owner, ROOM, 'Reviewers', { isForum: true, isAdmin: true, rights: { can_pin_messages: true } })
    const topic = telegram.opensTopic(ROOM, 'Reviews')
    telegram.says(owner, '/here', { room: ROOM, topic })
    await telegram.until(() => inRoom(owner, topic).length > 0)
    await setsUp()
    await aSitting(world, {
      reviewers: 16,
      answers: 1,
      reviewShareBps: 4_000,
      panelSize: 9,
      deposit: 20_000n * 10n ** 18n,
    })
    await world.turn(ctx => openDueRounds(ctx, { isFlush: true }))
    const { seats, roundId } = await newestRound(world)
    const card = await telegram.until(() => inRoom(owner, topic).find(one => /Review open/.test(one.text)), 8000)
    expect(card.text).toContain('0 of')
    const judges = new Map<ContributorId, Talking>()
    for (const seat of seats) judges.set(seat, await telegramJudge(seat))
    const edits = () =>
      telegram.calls.filter(one => one.method === 'editMessageText' && String(one.params['chat_id']) === ROOM)
    for (const judge of judges.values()) {
      world.advance(2)
      await judge.presses('Start reviewing')
      while (judge.view().scene === 'vote') {
        await judge.presses('Accept')
        if (judge.has('Next')) await judge.presses('Next')
      }
    }
    world.advance(4)
    await telegram.until(() => /([1-9]\d*) of \d+ people have voted/.test(cardNow(topic)), 8000)
    expect(cardNow(topic)).not.toMatch(/accepted|not accepted/)
    const posted = telegram.calls.filter(
      one =>
        one.method === 'sendMessage' &&
        String(one.params['chat_id']) === ROOM &&
        /Review open/.test(String(one.params['text'])),
    )
    expect(posted).toHaveLength(1)
    expect(edits().length).toBeLessThanOrEqual(seats.length)
    world.advance(80 * 3600)
    await world.turn(ctx => closeDueRounds(ctx, { isFlush: true }))
    await telegram.until(() => /Review closed/.test(cardNow(topic)), 8000)
    expect(cardNow(topic)).toMatch(/\d+ accepted, \d+ not accepted/)
    expect(roundId).not.toBe('')
    nothingPrivate([...judges.values()])
    expect(telegram.faults).toEqual([])
    telegram.removesBot(owner, ROOM)
    await telegram.until(async () => (await world.turn(ctx => ctx.db.select().from(rooms)))[0]?.state === 'left')
  })

  const cardNow = (topic: string) =>
    inRoom(owner, topic).findLast(one => /Review (open|closed)/.test(one.text))?.text ?? ''

  /** A reviewer whose account is known, at the card of the round. */
  async function telegramJudge(seat: ContributorId): Promise<Talking> {
    const judge = await talkingAs(world, seat)
    await judge.says('/review')
    await judge.presses('Open 1')
    return judge
  }

  /** Whatever the room was sent by anybody: no name, no answer, no vote, no button that would do something there. */
  function nothingPrivate(people: Talking[]): void {
    const sent = over.telegram.calls.filter(one => String(one.params['chat_id']) === ROOM)
    const said = JSON.stringify(sent.map(one => one.params))
    for (const person of people) expect(said).not.toContain(person.person().alias)
    expect(said).not.toContain('callback_data')
    expect(said).not.toContain('The office')
    expect(said).not.toContain('web_app')
  }
})
