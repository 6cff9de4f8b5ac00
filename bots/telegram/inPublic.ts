// S41, "asked in public": in a room only the way to the private talk is shown, to its asker alone where the server can do that. The sentence
// holds nothing of anybody, so it harms nobody where a server shows it to all.
import { wordsFor } from '../conversation/words/index.ts'
import type { Client } from './client.ts'
import { linkOfCommand, linkOfPress } from './links.ts'
import type { Asked, BotName, Reading } from './read.ts'

function linkOf(bot: BotName, ask: Asked): string {
  if ('command' in ask) return linkOfCommand(bot.username, ask.command)
  try {
    return linkOfPress(bot.username, ask.press)
  } catch {
    // A button that nobody of ours drew.
    return linkOfCommand(bot.username, 'start')
  }
}

export async function answerInPublic(
  client: Client,
  bot: BotName,
  { chat, topic, locale, userId, callback, ask }: Extract<Reading, { kind: 'inPublic' }>,
): Promise<void> {
  const url = linkOf(bot, ask)
  if (callback !== undefined) {
    // The client opens the private talk by itself.
    await client.call('answerCallbackQuery', { callback_query_id: callback, url })
    return
  }
  const w = wordsFor(locale ?? 'en')
  await client.call('sendMessage', {
    chat_id: chat,
    ...(topic === undefined ? {} : { message_thread_id: Number(topic) }),
    text: w.say('trouble.inPublic'),
    ephemeral_message_parameters: { receiver_user_id: userId },
    reply_markup: { inline_keyboard: [[{ text: w.say('button.goOnInPrivate'), url, style: 'primary' }]] },
  })
}
