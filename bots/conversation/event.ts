// What a person did, on any surface. Doors translate their payloads into this; scenes know nothing else.

export type Platform = 'web' | 'telegram' | 'discord'

/** Commands a person may type or choose from a menu, without the slash. */
export const COMMANDS = [
  'start',
  'task',
  'me',
  'review',
  'wallet',
  'campaign',
  'privacy',
  'mydata',
  'forget',
  'settings',
  'terms',
  'paysupport',
  'help',
] as const
export type CommandName = (typeof COMMANDS)[number]

export type Action =
  /** A known command; `argument` is what followed it (a deep link's payload, for instance). */
  | { kind: 'command'; name: CommandName; argument?: string }
  /** Something that looked like a command and is none of ours. */
  | { kind: 'unknownCommand' }
  /** A button. `payload` is what buttons.ts packed; it may be old, foreign or made up. */
  | { kind: 'press'; payload: string }
  /** A form was sent: the payload of the form that was open, and its one text field. */
  | { kind: 'form'; payload: string; text: string }
  /** A picture, a voice message, a file: nothing asks for one in a chat, so it is not looked at and not kept. */
  | { kind: 'file' }
  /** Text typed where no form was open. */
  | { kind: 'text'; text: string }
  /** The person looks again (page opened, connection back); changes nothing. */
  | { kind: 'look' }

/** One event of one person. `eventKey` is unique for ever per platform event: the same key twice has one effect. */
export type Event = {
  eventKey: string
  identity: { platform: Platform; platformId: string }
  /** BCP 47 tag that the platform reports, a guess for the first screen. */
  locale?: string
  action: Action
  /**
   * Where the View is to be shown, on a surface that does not wait for it: kept with the turn until it is shown there. `place` is the
   * surface's own.
   */
  reply?: { recipient: string; place: Record<string, string> }
}
