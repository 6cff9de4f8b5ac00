// What an update means. Every one is read as something; what is private is never read out of a room.
import type { Update } from '@grammyjs/types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pack } from '../../bots/conversation/buttons.ts'
import { linkOfCommand, linkOfPress, readPromptLink, readStart } from '../../bots/telegram/links.ts'
import { readUpdate } from '../../bots/telegram/read.ts'
import { madeFault } from '../emulators/telegram/schema.ts'

const BOT = { id: 7373, username: 'perle_test_bot' }
const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const from = { id: 42, is_bot: false, first_name: 'Ada', language_code: 'es' }
const bot = { id: 7373, is_bot: true, first_name: 'Perle', username: BOT.username }
const talk = { id: 42, type: 'private' as const, first_name: 'Ada' }
const room = { id: -1001, type: 'supergroup' as const, title: 'Reviewers' }
const message = (more: object, chat: object = talk) => ({ message_id: 9, from, chat, date: 1, ...more })

function read(update: object) {
  const made = { update_id: 5, ...update } as Update
  expect(madeFault('Update', made)).toBeUndefined()
  return readUpdate(made, BOT)
}
const text = (said: string, chat: object = talk) => read({ message: message({ text: said }, chat) })
const press = (data: string, chat: object = talk, more: object = {}) =>
  read({
    callback_query: {
      id: '1',
      from,
      chat_instance: '1',
      data,
      message: message({ text: 'x', from: bot, ...more }, chat),
    },
  })

function action(reading: ReturnType<typeof readUpdate>) {
  if (reading.kind !== 'turn') throw new Error(`read as ${reading.kind}`)
  return reading.event.action
}

describe('the reader, in a private talk', () => {
  it('reads commands, with and without the name of the bot, and what follows them', () => {
    expect(action(text('/task'))).toEqual({ kind: 'command', name: 'task' })
    expect(action(text('/TASK@Perle_Test_Bot'))).toEqual({ kind: 'command', name: 'task' })
    expect(action(text('/start c_SCAM1'))).toEqual({ kind: 'command', name: 'start', argument: 'c_SCAM1' })
    expect(action(text('/dance'))).toEqual({ kind: 'unknownCommand' })
    expect(text('/task@another_bot').kind).toBe('turn')
    expect(action(text('/task@another_bot'))).toEqual({ kind: 'text', text: '/task@another_bot' })
  })

  it('says who did it, where, in which language, and once', () => {
    const reading = text('hello')
    expect(reading).toMatchObject({
      kind: 'turn',
      event: {
        eventKey: 'tg:7373:000000000005',
        identity: { platform: 'telegram', platformId: '42' },
        locale: 'es',
        reply: { recipient: '42', place: {} },
      },
    })
  })

  it('reads presses, and edits the message they stand under unless it is too old', () => {
    const payload = pack('task', 'answer', ID, '1')
    expect(press(payload)).toMatchObject({
      event: { action: { kind: 'press', payload }, reply: { place: { message: '9', callback: '1' } } },
    })
    const old = read({
      callback_query: {
        id: '1',
        from,
        chat_instance: '1',
        data: payload,
        message: { chat: talk, message_id: 9, date: 0 },
      },
    })
    expect(old).toMatchObject({ event: { reply: { place: { callback: '1' } } } })
    expect(old).not.toMatchObject({ event: { reply: { place: { message: '9' } } } })
    const form = pack('task', 'write', ID, '20-200')
    expect(press(form)).toMatchObject({ event: { reply: { place: { form: '1' } } } })
    expect(read({ callback_query: { id: '3', from, chat_instance: '1', game_short_name: 'x' } })).toEqual({
      kind: 'nothing',
      callback: '3',
    })
  })

  it('reads an answer to a forced reply as the form that its link carries, a caption too', () => {
    const payload = pack('task', 'write', ID, '20-200')
    const entities = [{ type: 'text_link', offset: 0, length: 4, url: linkOfPress(BOT.username, payload) }]
    const prompt = message({ text: 'Your text', from: bot, entities, reply_to_message: undefined })
    const answered = (more: object, to: object = prompt) =>
      action(read({ message: message({ reply_to_message: to, ...more }) }))
    expect(answered({ text: 'My words' })).toEqual({ kind: 'form', payload, text: 'My words' })
    const photo = [{ file_id: 'a', file_unique_id: 'b', width: 1, height: 1 }]
    expect(answered({ photo, caption: 'My words' })).toEqual({ kind: 'form', payload, text: 'My words' })
    // The screen with its button is as good; a message of somebody else is not.
    const screen = message({
      text: 'x',
      from: bot,
      reply_markup: { inline_keyboard: [[{ text: 'Write', callback_data: payload }]] },
    })
    expect(answered({ text: 'My words' }, screen)).toEqual({ kind: 'form', payload, text: 'My words' })
    expect(answered({ text: 'My words' }, { ...prompt, from })).toEqual({ kind: 'text', text: 'My words' })
  })

  it('reads photos, voice and documents as files, and nothing from what is no deed', () => {
    const file = { file_id: 'a', file_unique_id: 'b' }
    expect(action(read({ message: message({ photo: [{ ...file, width: 1, height: 1 }] }) }))).toEqual({ kind: 'file' })
    expect(action(read({ message: message({ voice: { ...file, duration: 1 } }) }))).toEqual({ kind: 'file' })
    expect(action(read({ message: message({ document: file }) }))).toEqual({ kind: 'file' })
    expect(read({ edited_message: message({ text: 'x', edit_date: 2 }) }).kind).toBe('nothing')
    expect(read({ message: message({ pinned_message: message({ text: 'x' }) }) }).kind).toBe('nothing')
  })

  it('reads who blocked the bot and who let it in again', () => {
    const member = (status: string) => ({ status, user: bot, ...(status === 'kicked' ? { until_date: 0 } : {}) })
    const standing = (before: string, after: string) =>
      read({
        my_chat_member: { chat: talk, from, date: 1, old_chat_member: member(before), new_chat_member: member(after) },
      })
    expect(standing('member', 'kicked')).toEqual({ kind: 'reach', platformId: '42', isReachable: false })
    expect(standing('kicked', 'member')).toEqual({ kind: 'reach', platformId: '42', isReachable: true })
  })
})

describe('the reader, in a room', () => {
  it('answers only with the way to the private talk', () => {
    expect(text('/task', room)).toMatchObject({ kind: 'inPublic', chat: '-1001', ask: { command: 'task' } })
    expect(press(pack('task', 'answer', ID, '1'), room)).toMatchObject({ kind: 'inPublic', callback: '1' })
    expect(text('/dance', room).kind).toBe('nothing')
    expect(text('hello', room).kind).toBe('nothing')
  })

  it('keeps to its topic', () => {
    const said = read({
      message: message({ text: '/me', is_topic_message: true, message_thread_id: 7 }, { ...room, is_forum: true }),
    })
    expect(said).toMatchObject({ topic: '7' })
  })

  it('reads that it was let in, put out, or that the room moved', () => {
    const standing = (before: string, after: string) =>
      read({
        my_chat_member: {
          chat: room,
          from,
          date: 1,
          old_chat_member: { status: before, user: bot },
          new_chat_member: { status: after, user: bot },
        },
      })
    expect(standing('left', 'member')).toMatchObject({ deed: { kind: 'joined', chat: '-1001', owner: '42' } })
    expect(standing('member', 'left')).toMatchObject({ deed: { kind: 'left', chat: '-1001' } })
    expect(
      read({ message: message({ migrate_to_chat_id: -1002 }, { id: -5, type: 'group', title: 'x' }) }),
    ).toMatchObject({
      deed: { kind: 'moved', chat: '-5', to: '-1002' },
    })
  })
})

describe('deep links', () => {
  it('carry any press that has room in them, and say nothing for what is made up', () => {
    for (const arg of ['', '1', '20-200', 'codeReview.n14.0', 'steps.3', '-p-d', '0.12']) {
      for (const id of [undefined, ID]) {
        const payload = pack('task', 'write', id, arg)
        const link = linkOfPress(BOT.username, payload)
        expect(link).toMatch(/^https:\/\/t\.me\/perle_test_bot\?start=[A-Za-z0-9_-]{1,64}$/)
        expect(readPromptLink(BOT.username, link)).toBe(payload)
      }
    }
    expect(readStart(linkOfCommand(BOT.username, 'me').split('=')[1] as string)).toEqual({ command: 'me' })
    for (const made of ['p-', 'p-zzzz0', 'p-tkan1short', 'x-dance', 'c_SCAM1', ''])
      expect(readStart(made)).toBeUndefined()
    expect(() => linkOfPress(BOT.username, 'no payload')).toThrow('bug')
  })

  it('read anything without throwing', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (value, said) => {
        readStart(said)
        readUpdate({ update_id: 1, message: message({ text: said }) } as unknown as Update, BOT)
        readUpdate({ update_id: 1, poll: value } as unknown as Update, BOT)
      }),
    )
  })
})
