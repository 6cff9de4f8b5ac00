// The people of the emulated Telegram: what they do becomes an update, where their client and the bot's rights let it.
import type { Chat, Update } from '@grammyjs/types'
import type { Person, Place, Seen, SeenButton } from '../control.ts'
import { type Bench, keep } from './methods.ts'
import { type Rights, type Role, type Room, type Stored, seenOf, userOf } from './rooms.ts'
import { madeFault } from './schema.ts'

const seconds = () => Math.floor(Date.now() / 1000)
type On = { message?: string } & Place

export function playPeople(bench: Bench, faults: string[], isChecking: boolean) {
  const { rooms, deliveries, me } = bench
  // As others see it: what getMe tells besides is for the bot alone.
  const self = { id: me.id, is_bot: true, first_name: me.first_name, username: me.username }
  let lastQuery = 0

  const roomOf = (person: Person, place: Place = {}): Room => {
    if (place.room === undefined) return rooms.privateOf(person)
    const room = rooms.get(Number(place.room))
    if (room === undefined) throw new Error(`there is no room ${place.room}`)
    return room
  }

  function push(kind: keyof Update, content: object): void {
    const update = deliveries.push(kind, content)
    const fault = update === undefined || !isChecking ? undefined : madeFault('Update', update)
    if (fault !== undefined) faults.push(`the emulator's own: ${fault}`)
  }

  function write(person: Person, content: object, place: Place, answered?: Stored): string {
    const room = roomOf(person, place)
    const message = {
      message_id: rooms.nextMessageId(),
      from: userOf(person),
      chat: room.chat,
      date: seconds(),
      ...(place.topic === undefined ? {} : { message_thread_id: Number(place.topic), is_topic_message: true }),
      // A message inside another does not carry a third.
      ...(answered === undefined ? {} : { reply_to_message: withoutReply(answered) }),
      ...content,
    } as unknown as Stored
    room.messages.set(message.message_id, message)
    if (hears(room, message)) push('message', message)
    return String(message.message_id)
  }

  /** With privacy mode on, a bot that is no admin hears commands, replies to itself and what happens to the room. */
  function hears(room: Room, { text, reply_to_message: answered }: Stored): boolean {
    if (room.chat.type === 'private' || me.can_read_all_group_messages) return true
    if (room.roles.get(me.id) === 'administrator') return true
    const addressed = /^\/\w+(?:@(\w+))?/.exec(text ?? '')
    if (addressed !== null) return addressed[1] === undefined || addressed[1] === me.username
    return text === undefined || answered?.from?.id === me.id
  }

  function visible(person: Person, place: Place): Stored[] {
    const room = roomOf(person, place)
    const own = [...room.ephemeral.values()].filter(one => one.receiver_user?.id === Number(person.id))
    const all = [...room.messages.values(), ...own]
    return place.topic === undefined ? all : all.filter(one => one.message_thread_id === Number(place.topic))
  }

  function find(person: Person, on: On, wanted: (seen: Seen, message: Stored) => boolean): Stored {
    const all = visible(person, on).filter(one => one.from?.id === me.id)
    const named = on.message === undefined ? all : all.filter(one => seenOf(one, me.id).id === on.message)
    const found = named.findLast(one => wanted(seenOf(one, me.id), one))
    if (found !== undefined) return found
    const there = all.slice(-3).map(one => {
      const { text, rows } = seenOf(one, me.id)
      return `${text.slice(0, 300)} ${rows
        .flat()
        .map(button => `[${button.label}]`)
        .join(' ')}`
    })
    throw new Error(`${person.name} finds no such message; the last are:\n${there.join('\n---\n')}`)
  }

  function press(person: Person, message: Stored, payload: string): void {
    const id = String(++lastQuery)
    bench.queries.set(id, { answer: undefined, userId: Number(person.id) })
    push('callback_query', { id, from: userOf(person), message, chat_instance: String(message.chat.id), data: payload })
  }

  const fits = (label: string | RegExp) => (button: SeenButton) =>
    typeof label === 'string' ? button.label === label : label.test(button.label)

  return {
    says(person: Person, text: string, place: Place = {}): string {
      const command = /^\/[\w@]+/.exec(text)?.[0]
      const entities =
        command === undefined ? {} : { entities: [{ type: 'bot_command', offset: 0, length: command.length }] }
      return write(person, { text, ...entities }, place)
    },
    /** A button that opens the bot by a link is followed as a client does it: by /start with what the link carries. */
    presses(person: Person, label: string | RegExp, on: On = {}): void {
      const message = find(person, on, ({ rows }) => rows.flat().some(fits(label)))
      const button = seenOf(message, me.id).rows.flat().find(fits(label)) as SeenButton
      if ('payload' in button) {
        press(person, message, button.payload)
        return
      }
      const start = new RegExp(`^https://t\\.me/${me.username}\\?start=([\\w-]{1,64})$`).exec(button.href)?.[1]
      if (start === undefined) throw new Error(`this button opens a page: ${button.href}`)
      this.says(person, `/start ${start}`)
    },
    /** On the message named; on the newest with buttons; or on one that its client still shows and Telegram has forgotten. */
    pressesPayload(person: Person, payload: string, on: On = {}): void {
      const all = visible(person, on).filter(one => one.from?.id === me.id && one.reply_markup !== undefined)
      const found = on.message === undefined ? all.at(-1) : find(person, on, () => true)
      const gone = { chat: roomOf(person, on).chat, message_id: 1, date: 0 } as unknown as Stored
      press(person, found ?? gone, payload)
    },
    replies(person: Person, text: string, to: On = {}): string {
      const asked = find(person, to, ({ asks }) => to.message !== undefined || asks !== undefined)
      return write(person, { text }, to, asked)
    },
    /** A picture, a voice message or a file, where a text would be. */
    sends(person: Person, what: 'photo' | 'voice' | 'document', bytes: Buffer, place: Place = {}): string {
      const file = keep(bench, { upload: what, bytes }, what)
      const content =
        what === 'photo'
          ? { photo: [{ ...file, width: 10, height: 10 }] }
          : what === 'voice'
            ? { voice: { ...file, duration: 2 } }
            : { document: { ...file, file_name: 'notes.txt' } }
      return write(person, content, place)
    },
    blocks(person: Person): void {
      bench.blocked.add(Number(person.id))
      push('my_chat_member', standing(person, 'member', 'kicked'))
    },
    unblocks(person: Person): void {
      bench.blocked.delete(Number(person.id))
      push('my_chat_member', standing(person, 'kicked', 'member'))
    },
    seen: (person: Person, place: Place = {}): Seen[] => visible(person, place).map(one => seenOf(one, me.id)),
    /** A room with the bot in it; its owner is told to the bot as who added it. */
    opensRoom(
      owner: Person,
      id: string,
      title: string,
      given: { isForum?: boolean; rights?: Rights; isAdmin?: boolean } = {},
    ): void {
      const room = rooms.group(Number(id), title, given.isForum ?? false)
      room.roles.set(Number(owner.id), 'creator')
      const role = given.isAdmin ? 'administrator' : 'member'
      room.roles.set(me.id, role)
      room.rights = { can_post: true, ...given.rights }
      push('my_chat_member', joined(room, owner, 'left', role))
    },
    opensTopic(room: string, name: string): string {
      const thread = rooms.nextMessageId()
      rooms.get(Number(room))?.topics.set(thread, name)
      return String(thread)
    },
    joins(person: Person, room: string, role: Role = 'member'): void {
      rooms.get(Number(room))?.roles.set(Number(person.id), role)
    },
    removesBot(person: Person, id: string): void {
      const room = rooms.get(Number(id)) as Room
      room.roles.set(me.id, 'left')
      push('my_chat_member', joined(room, person, 'member', 'left'))
    },
    grants(id: string, rights: Rights, isAdmin = true): void {
      const room = rooms.get(Number(id)) as Room
      room.rights = { ...room.rights, ...rights }
      if (isAdmin) room.roles.set(me.id, 'administrator')
    },
    /** Callback queries that wait for an answer. */
    unanswered: (): number => [...bench.queries.values()].filter(one => one.answer === undefined).length,
    push,
  }

  function standing(person: Person, from: 'member' | 'kicked', to: 'member' | 'kicked') {
    const member = (status: 'member' | 'kicked') =>
      status === 'member' ? { status, user: self } : { status, user: self, until_date: 0 }
    const chat: Chat = rooms.privateOf(person).chat
    return { chat, from: userOf(person), date: seconds(), old_chat_member: member(from), new_chat_member: member(to) }
  }

  function joined(room: Room, by: Person, from: Role, to: Role) {
    const rights = Object.fromEntries(
      ADMIN_RIGHTS.map(name => [name, (room.rights as Record<string, boolean>)[name] ?? false]),
    )
    const member = (status: Role) =>
      status === 'administrator' ? { status, user: self, can_be_edited: false, ...rights } : { status, user: self }
    return {
      chat: room.chat,
      from: userOf(by),
      date: seconds(),
      old_chat_member: member(from),
      new_chat_member: member(to),
    }
  }
}

const ADMIN_RIGHTS = [
  'is_anonymous',
  'can_manage_chat',
  'can_delete_messages',
  'can_manage_video_chats',
  'can_restrict_members',
  'can_promote_members',
  'can_change_info',
  'can_invite_users',
  'can_post_stories',
  'can_edit_stories',
  'can_delete_stories',
  'can_pin_messages',
  'can_manage_topics',
  'can_manage_tags',
  'can_send_welcome_messages',
]

function withoutReply(message: Stored): Stored {
  const { reply_to_message: _gone, ...rest } = message
  return rest as Stored
}
