// What `perle doctor` asks Telegram: the token, how updates come, privacy mode, and our rights in the groups where reviews are posted.
import { listRooms, type OpenDatabase } from '@perle/core'
import { countWaiting } from '@perle/core/inbox'
import type { Config } from './config.ts'
import { type Client, grammyClient } from './telegram/client.ts'
import { WEBHOOK_PATH } from './telegram/webhook.ts'

export type Finding = { part: string; ok: boolean; says: string }

/** Without a database the groups are left out. */
export async function checkTelegram(
  config: Pick<Config, 'telegram' | 'publicUrl'>,
  database: OpenDatabase | undefined,
): Promise<Finding[]> {
  if (config.telegram === undefined) return []
  const client = grammyClient(config.telegram)
  const me = await client.call('getMe', {})
  if (!me.ok) {
    const says =
      me.code === 401 || me.code === 404
        ? 'Telegram does not accept TELEGRAM_BOT_TOKEN; copy it again from @BotFather'
        : `Telegram does not answer (${me.code} ${me.says}); is TELEGRAM_API_ROOT right, and the network there?`
    return [{ part: 'telegram', ok: false, says }]
  }
  const {
    id,
    username,
    can_read_all_group_messages: readsAll,
  } = me.result as {
    id: number
    username: string
    can_read_all_group_messages?: boolean
  }
  return [
    { part: 'telegram', ok: true, says: `the token is that of @${username}` },
    {
      part: 'privacy mode',
      ok: readsAll !== true,
      says:
        readsAll === true
          ? 'off: the bot is sent all that is said in its groups. Turn it on: @BotFather, /setprivacy, Enable'
          : 'on: the bot is sent only what is meant for it',
    },
    await webhookFinding(client, config.publicUrl),
    ...(database === undefined ? [] : await groupFindings(client, id, database)),
  ]
}

async function webhookFinding(client: Client, publicUrl: string | undefined): Promise<Finding> {
  const part = 'updates'
  const called = await client.call('getWebhookInfo', {})
  if (!called.ok) return { part, ok: false, says: `Telegram does not say how updates come: ${called.says}` }
  const info = called.result as { url: string; pending_update_count: number; last_error_message?: string }
  const waiting = `${info.pending_update_count} waiting`
  const wanted = publicUrl === undefined ? '' : `${publicUrl}${WEBHOOK_PATH}`
  if (info.last_error_message !== undefined && info.pending_update_count > 0)
    return { part, ok: false, says: `by webhook, and the last one failed: ${info.last_error_message}; ${waiting}` }
  if (info.url === wanted)
    return { part, ok: true, says: `${wanted === '' ? 'asked for by us' : `posted to ${wanted}`}, ${waiting}` }
  return {
    part,
    ok: false,
    says:
      info.url === ''
        ? `no webhook is set yet; a start with PUBLIC_URL sets it; ${waiting}`
        : `a webhook of another address is set; a start of Perle takes the updates over; ${waiting}`,
  }
}

async function groupFindings(client: Client, botId: number, database: OpenDatabase): Promise<Finding[]> {
  const { db } = database
  const rooms = await listRooms({ db }, { surface: 'telegram' })
  const findings = await Promise.all(rooms.map(room => groupFinding(client, botId, room.chat)))
  const unsent = await countWaiting(db, 'telegram')
  return [{ part: 'messages', ok: true, says: `${unsent} wait to be sent` }, ...findings]
}

async function groupFinding(client: Client, botId: number, chat: string): Promise<Finding> {
  const part = `group ${chat}`
  const called = await client.call('getChatMember', { chat_id: chat, user_id: botId })
  if (!called.ok) return { part, ok: false, says: `Telegram does not let us look: ${called.says}` }
  const me = called.result as { status: string; can_send_messages?: boolean; can_pin_messages?: boolean }
  if (me.status === 'left' || me.status === 'kicked') return { part, ok: false, says: 'the bot is no member any more' }
  if (me.can_send_messages === false) return { part, ok: false, says: 'the right “Send messages” is off' }
  const canPin = me.status === 'administrator' && me.can_pin_messages === true
  return {
    part,
    ok: true,
    says: canPin ? 'may post and pin' : 'may post; “Pin messages” is off, which it can do without',
  }
}
