// How a test plays the people and the weather of a chat platform: one shape for every emulator, so that a journey written for one
// platform can be walked on another. What the bot sees is the platform's own wire; this is what stands behind it.

/** Somebody with an account. `id` is the platform's number as text; `locale` is what their client reports. */
export type Person = { id: string; name: string; locale: string }

/** Where something is said. Without a room it is the person's private talk with the bot. */
export type Place = { room?: string; topic?: string }

/** A message as its reader sees it. `style` of a button is what the platform colours it with. */
export type SeenButton = { label: string; style: string | undefined } & ({ payload: string } | { href: string })
export type Seen = {
  id: string
  from: 'bot' | string
  text: string
  rows: SeenButton[][]
  /** What the reader's client asks them to answer, as Telegram's forced reply or Discord's form. */
  asks: string | undefined
  files: { name: string; bytes: number }[]
  topic: string | undefined
  /** Only this reader sees it, in a room of many. */
  onlyFor: string | undefined
}

/** What may go wrong on the platform's side, from now until it is ended. */
export type Trouble =
  /** Requests answer 429; `seconds` is what they are told to wait. `share` of requests, 1 when left out. */
  | { kind: 'flood'; seconds: number; share?: number; room?: string }
  /** Requests answer this status. */
  | { kind: 'down'; status: number; share?: number }
  /** Connections are cut without an answer. */
  | { kind: 'cut'; share?: number }
  | { kind: 'slow'; ms: number }
  /** Events arrive a second time, or out of order. */
  | { kind: 'repeats'; share: number }
  | { kind: 'shuffles'; share: number }

/** A request that the bot made, as it was answered. */
export type Call = {
  at: number
  method: string
  params: Record<string, unknown>
  /** The platform's error code; undefined where it did as it was asked. */
  refused: number | undefined
  says: string | undefined
}

export type Control = {
  url: string
  /** Types or chooses a text, a command with its slash too. Answers the id of the message. */
  says(person: Person, text: string, place?: Place): string
  /** Presses the button with this label on the newest message that has one, or on the message named. */
  presses(person: Person, label: string | RegExp, on?: { message?: string } & Place): void
  /** Presses what no button says any more: a payload from before, or made up. */
  pressesPayload(person: Person, payload: string, on?: { message?: string } & Place): void
  /** Answers the newest message that asks for an answer, or the message named. */
  replies(person: Person, text: string, to?: { message?: string } & Place): string
  blocks(person: Person): void
  unblocks(person: Person): void
  /** What stands in a person's private talk, or in a room as this person sees it, oldest first. */
  seen(person: Person, place?: Place): Seen[]
  calls: Call[]
  /** Every request and event that was not as the platform's types and limits say; a test ends by finding none. */
  faults: string[]
  /** Resolves when the condition holds; throws with what is there after `ms`. */
  until<T>(condition: () => T | undefined | false | Promise<T | undefined | false>, ms?: number): Promise<T>
  /** Begins a trouble; the function ends it. */
  fails(trouble: Trouble): () => void
  /** Cuts every open connection once. */
  dropAll(): void
  close(): Promise<void>
}
