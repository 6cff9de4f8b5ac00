// The menu of commands: short for everybody, longer in the private talk of those whose role brings more. In rooms there is none of ours.
import type { Log } from '@perle/core'
import { commandMenu } from '../conversation/commandMenu.ts'
import type { Turn } from '../conversation/turn.ts'
import { languagesIn, wordsFor } from '../conversation/words/index.ts'
import type { Client } from './client.ts'

const PRIVATE = { type: 'all_private_chats' }
/** People whose menu is known to be set; only so many are remembered, and setting one again harms nothing. */
const MOST_KNOWN = 10_000

function commandsOf(menu: ReturnType<typeof commandMenu>) {
  return menu.map(({ name, about }) => ({ command: name, description: about }))
}

/** At the start: the menu of newcomers, in each language that we speak. */
export async function setMenus(client: Client, log: Log): Promise<void> {
  const calls = Object.keys(languagesIn('live')).map(locale => ({
    scope: PRIVATE,
    commands: commandsOf(commandMenu(wordsFor(locale))),
    // English is also what a client in any other language shows.
    ...(locale === 'en' ? {} : { language_code: locale.slice(0, 2) }),
  }))
  for (const call of calls) {
    const called = await client.call('setMyCommands', call)
    if (!called.ok) log.warn({ surface: 'telegram', code: called.code }, `the menu could not be set: ${called.says}`)
  }
}

/** After a turn: sets this person's own menu where it is another than was set before. */
export function createMenus(client: Client): (turn: Turn, chat: string) => void {
  const known = new Map<string, string>()
  const everybody = JSON.stringify(commandsOf(commandMenu(wordsFor('en'))))
  return ({ person }, chat) => {
    const commands = commandsOf(commandMenu(wordsFor(person.locale), person))
    const text = JSON.stringify(commands)
    if ((known.get(chat) ?? everybody) === text) return
    known.set(chat, text)
    if (known.size > MOST_KNOWN) known.clear()
    void client.call('setMyCommands', { scope: { type: 'chat', chat_id: chat }, commands }).then(called => {
      if (!called.ok) known.delete(chat)
    })
  }
}
