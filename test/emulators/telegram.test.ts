// The emulator itself, by the real client: what Telegram would refuse it refuses, and it makes nothing that the types do not know.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Api, Bot, GrammyError, InputFile } from 'grammy'
import { afterEach, describe, expect, it } from 'vitest'
import type { Person } from './control.ts'
import { startTelegram, type Telegram } from './telegram/emulator.ts'
import { FLOOD, floodGate } from './telegram/limits.ts'
import { fieldNames, madeFault, methodNames, requestFault, typeFieldNames } from './telegram/schema.ts'

const ada: Person = { id: '42', name: 'Ada', locale: 'en' }
let telegram: Telegram
const begin = async (options: Parameters<typeof startTelegram>[0] = {}) => {
  telegram = await startTelegram(options)
  return new Api(telegram.token, { apiRoot: telegram.url })
}
afterEach(() => telegram?.close())

async function refused(work: Promise<unknown>): Promise<GrammyError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof GrammyError)) throw new Error(`was not refused: ${error}`)
  return error
}

describe('the types that are checked against', () => {
  it('know every method that the stored description of the Bot API knows, and its fields', () => {
    const file = join(import.meta.dirname, '../../../shared/schemas/telegram-bot-api.json')
    if (!existsSync(file)) return
    const spec = JSON.parse(readFileSync(file, 'utf8')) as {
      methods: Record<string, { name: string; fields?: { name: string }[] }>
      types: Record<string, { fields?: { name: string }[] }>
    }
    const ours = new Set(methodNames())
    // grammY's types are of a later version of the API: what that one has dropped is named here.
    expect(Object.keys(spec.methods).filter(name => !ours.has(name))).toEqual([])
    for (const { name, fields = [] } of Object.values(spec.methods)) {
      const known = new Set(fieldNames(name))
      expect(
        fields.map(field => field.name).filter(field => !known.has(field)),
        name,
      ).toEqual([])
    }
    for (const type of ['Update', 'CallbackQuery', 'UserFromGetMe', 'ForceReply', 'InlineKeyboardMarkup']) {
      const known = new Set(typeFieldNames(type))
      const fields = (spec.types[type.replace('FromGetMe', '')]?.fields ?? []).map(field => field.name)
      expect(
        fields.filter(field => !known.has(field)),
        type,
      ).toEqual([])
    }
  })

  it('refuse what lacks a field, has a wrong one, or one that is not known', () => {
    const user = { id: 1, is_bot: false, first_name: 'A' }
    const message = { message_id: 1, from: user, chat: { id: 1, type: 'private', first_name: 'A' }, date: 1, text: 'x' }
    expect(madeFault('Update', { update_id: 1, message })).toBeUndefined()
    expect(madeFault('Update', { update_id: 1, message: { ...message, more: 1 } })).toMatch('more is not known')
    expect(madeFault('Update', { update_id: 1, message: { ...message, date: '1' } })).toMatch('date is not a number')
    expect(madeFault('Update', { update_id: 1, message: { ...message, from: undefined } })).toMatch('from is missing')
    expect(requestFault('sendMessage', { chat_id: 1 })).toMatch('text is missing')
    expect(
      requestFault('sendMessage', { chat_id: 1, text: 'x', reply_markup: { inline_keyboard: [[{}]] } }),
    ).toBeDefined()
  })
})

describe('the emulated Bot API', () => {
  it('carries a talk: command, button, edit, forced reply', async () => {
    await begin()
    const bot = new Bot(telegram.token, { client: { apiRoot: telegram.url } })
    bot.command('task', ctx =>
      ctx.reply('Which?', { reply_markup: { inline_keyboard: [[{ text: 'A', callback_data: '1|a' }]] } }),
    )
    bot.on('callback_query:data', async ctx => {
      await ctx.answerCallbackQuery()
      await ctx.editMessageText('You said A')
      await ctx.reply('Why?', { reply_markup: { force_reply: true, input_field_placeholder: 'In a word' } })
    })
    bot.on('message:text', ctx => ctx.reply(`${ctx.message.reply_to_message?.text} ${ctx.message.text}`))
    const running = bot.start({ allowed_updates: ['message', 'callback_query'] })
    telegram.says(ada, '/task')
    await telegram.until(() => telegram.seen(ada).some(one => one.rows.length > 0))
    telegram.presses(ada, 'A')
    await telegram.until(() => telegram.seen(ada).some(one => one.asks === 'In a word'))
    telegram.replies(ada, 'Because')
    await telegram.until(() => telegram.seen(ada).some(one => one.text === 'Why? Because'))
    expect(telegram.seen(ada).map(one => one.text)).toEqual(['/task', 'You said A', 'Why?', 'Because', 'Why? Because'])
    expect(telegram.unanswered()).toBe(0)
    expect(telegram.faults).toEqual([])
    await bot.stop()
    await running
  })

  it('posts to a webhook with its secret, again until it is taken', async () => {
    const api = await begin()
    const { fastify } = await import('fastify')
    const server = fastify()
    const heard: unknown[] = []
    let fails = 2
    server.post('/hook', (request, reply) => {
      heard.push(request.headers['x-telegram-bot-api-secret-token'])
      return reply.code(fails-- > 0 ? 500 : 200).send()
    })
    const at = await server.listen({ port: 0, host: '127.0.0.1' })
    await api.setWebhook(`${at}/hook`, { secret_token: 'quiet' })
    telegram.says(ada, 'hello')
    await telegram.until(() => heard.length === 3)
    expect(heard).toEqual(['quiet', 'quiet', 'quiet'])
    expect((await api.getWebhookInfo()).last_error_message).toMatch('500')
    expect((await refused(api.getUpdates())).error_code).toBe(409)
    await server.close()
  })

  it('ends the first of two pollers with 409, and says no to a wrong token', async () => {
    const api = await begin()
    const first = refused(api.getUpdates({ timeout: 5 }))
    await new Promise(done => setTimeout(done, 50))
    void api.getUpdates({ timeout: 1 }).catch(() => {})
    expect((await first).error_code).toBe(409)
    expect((await refused(new Api('1:no', { apiRoot: telegram.url }).getMe())).error_code).toBe(401)
  })

  it('refuses what is too long, too many or not modified, in Telegram’s words', async () => {
    const api = await begin()
    telegram.says(ada, 'hello')
    const chat = 42
    const button = (data: string) => ({ reply_markup: { inline_keyboard: [[{ text: 'b', callback_data: data }]] } })
    expect((await refused(api.sendMessage(chat, 'x'.repeat(4097)))).description).toMatch('too long')
    expect((await refused(api.sendMessage(chat, ' \n'))).description).toMatch('empty')
    expect((await refused(api.sendMessage(chat, 'x', button('é'.repeat(33))))).description).toMatch(
      'BUTTON_DATA_INVALID',
    )
    await api.sendMessage(chat, 'x', button('é'.repeat(32)))
    const photo = new InputFile(Buffer.from('png'), 'a.png')
    expect((await refused(api.sendPhoto(chat, photo, { caption: 'x'.repeat(1025) }))).description).toMatch('caption')
    const { message_id: id } = await api.sendMessage(chat, 'same', button('1'))
    expect((await refused(api.editMessageText(chat, id, 'same', button('1')))).description).toMatch('not modified')
    expect((await refused(api.sendMessage(1, 'x'))).description).toMatch('chat not found')
    telegram.blocks(ada)
    expect((await refused(api.sendMessage(chat, 'x'))).error_code).toBe(403)
    expect(telegram.faults).toEqual([
      expect.stringContaining('too long'),
      expect.stringContaining('empty'),
      expect.stringContaining('BUTTON_DATA_INVALID'),
      expect.stringContaining('caption'),
    ])
  })

  it('takes files and gives them back', async () => {
    const api = await begin()
    telegram.sends(ada, 'voice', Buffer.from('a voice'))
    const sent = await api.sendDocument(42, new InputFile(Buffer.from('words'), 'words.txt'))
    const file = await api.getFile(sent.document.file_id)
    const read = await fetch(`${telegram.url}/file/bot${telegram.token}/${file.file_path}`)
    expect(await read.text()).toBe('words')
    expect(telegram.seen(ada).map(one => one.files[0]?.name)).toEqual(['voice', 'words.txt'])
    const updates = await api.getUpdates()
    expect(updates[0]?.message?.voice?.file_size).toBe(7)
  })

  it('keeps rooms: topics, admins, messages that one person sees, privacy mode', async () => {
    const api = await begin()
    telegram.opensRoom(ada, '-1001', 'Reviewers', { isForum: true })
    const topic = telegram.opensTopic('-1001', 'Reviews')
    telegram.says(ada, 'just talking', { room: '-1001' })
    telegram.says(ada, '/task@perle_test_bot', { room: '-1001', topic })
    const bob = { id: '43', name: 'Bob', locale: 'en' }
    telegram.joins(bob, '-1001')
    await api.sendMessage(-1001, 'in the topic', { message_thread_id: Number(topic) })
    await api.raw.sendMessage({
      chat_id: -1001,
      text: 'only you',
      ephemeral_message_parameters: { receiver_user_id: 43 },
    })
    const texts = (who: Person) => telegram.seen(who, { room: '-1001' }).map(one => one.text)
    expect(texts(bob)).toContain('only you')
    expect(texts(ada)).not.toContain('only you')
    expect((await refused(api.sendMessage(-1001, 'x', { message_thread_id: 9 }))).description).toMatch('thread')
    expect((await api.getChatMember(-1001, 42)).status).toBe('creator')
    const heard = (await api.getUpdates()).map(one => one.message?.text ?? one.my_chat_member?.new_chat_member.status)
    expect(heard).toEqual(['member', '/task@perle_test_bot'])
    expect(telegram.faults).toEqual([])
  })

  it('counts messages: a chat, a group, all together; windows can be shorter', async () => {
    const api = await begin({ flood: { ...FLOOD, scale: 0.1 } })
    telegram.opensRoom(ada, '-1001', 'Reviewers')
    for (let id = 1; id <= 40; id++) telegram.says({ ...ada, id: String(id) }, 'hello')
    const gate = floodGate(FLOOD)
    expect(Array.from({ length: 40 }, (_, n) => gate(n + 1, 0)).filter(wait => wait === 0)).toHaveLength(30)
    const burst = floodGate(FLOOD)
    expect(Array.from({ length: 7 }, () => burst(1, 0))).toEqual([0, 0, 0, 0, 0, 5, 5])
    await new Promise(done => setTimeout(done, 200))
    let sent = 0
    let failure: GrammyError | undefined
    for (let n = 0; n < 25 && failure === undefined; n++) {
      await api.sendMessage(-1001, 'x').then(
        () => sent++,
        error => {
          failure = error as GrammyError
        },
      )
      await new Promise(done => setTimeout(done, 105))
    }
    expect(sent).toBe(20)
    expect(failure?.parameters.retry_after).toBeGreaterThan(20)
  })

  it('repeats, shuffles, cuts, is slow and down when a test wants it', async () => {
    const api = await begin({ seed: 3 })
    const end = telegram.fails({ kind: 'repeats', share: 1 })
    telegram.says(ada, 'once')
    const first = await api.getUpdates()
    end()
    const second = await api.getUpdates({ offset: (first[0]?.update_id ?? 0) + 1 })
    expect(second.map(one => one.update_id)).toEqual(first.map(one => one.update_id))
    const endDown = telegram.fails({ kind: 'down', status: 502 })
    expect((await refused(api.getMe())).error_code).toBe(502)
    endDown()
    const endCut = telegram.fails({ kind: 'cut' })
    await expect(api.getMe()).rejects.toThrow()
    endCut()
    const endFlood = telegram.fails({ kind: 'flood', seconds: 3 })
    expect((await refused(api.sendMessage(42, 'x'))).parameters.retry_after).toBe(3)
    endFlood()
    await api.sendMessage(42, 'x')
  })
})
