// What to show, platform-neutral and JSON. Meaning, not layout: each surface renders every block or does not compile.

import type { PictureAsk } from '../pictures/ask.ts'

/** Our own words; `bold` only where the script asks for it. Values from people are always plain strings, never markup. */
export type Span = string | { bold: string }

/** A task's status has three marks, always with the word: saved, being checked, recorded (the pearl). */
export type Mark = 'saved' | 'checking' | 'recorded'

/** `number` counts in the new file, and in the old one for a line that is removed. */
export type DiffLine = { mark: 'same' | 'added' | 'removed'; number: number; text: string } | { mark: 'gap' }

/** A stored file by the SHA-256 of its bytes, with its media type; sides in pixels as shown. */
export type FileFacts = {
  sha256: string
  type: string
  bytes: number
  width?: number
  height?: number
  seconds?: number
}

export type Block =
  /** A paragraph of ours. */
  | { type: 'text'; spans: Span[] }
  /** A line of status: mark and words. */
  | { type: 'mark'; mark: Mark; spans: Span[] }
  /** Content of a task or a person's own text: shown as it is, line breaks kept, direction isolated. */
  | { type: 'content'; text: string }
  /** Labelled content: a reply A, a reply B, a summary, a problem. */
  | { type: 'option'; label: string; text: string }
  /**
   * One file of a change, or a part of it. Every line has its number and a mark that is not only a colour; a gap stands where
   * lines are left out. On a surface without a place for it `diffText` is its text.
   */
  | { type: 'diff'; file: string; lines: DiffLine[] }
  /** Numbered or plain lines of ours. */
  | { type: 'list'; ordered: boolean; items: Span[][] }
  /**
   * A picture, and everything it says; `src` is put by a surface that shows pictures by their address. `isTold`: the blocks right
   * before it are its text, so `alt` only names it, and a surface that shows them well may fold it away.
   */
  | { type: 'picture'; ask: PictureAsk; alt: string; isTold?: true; src?: string }
  /**
   * A file of a task with its words: a picture, sound, a film, or a document. `alt` says what it shows and may be empty only where
   * `transcript`, or the task itself, writes it down. A blurred one shows nothing before it is tapped: a spoiler. `src`, and `small`
   * for a large picture, are put by a surface that shows files by their address.
   */
  | {
      type: 'media'
      media: FileFacts
      class: 'image' | 'audio' | 'video' | 'file'
      name: string
      /** What it is, for whoever does not get it: "Recording, 0:42", "report.pdf, 1.2 MB". */
      label: string
      alt: string
      transcript?: string
      isBlurred?: true
      src?: string
      small?: string
    }
  /** The quiet last line: campaign, price, time. */
  | { type: 'foot'; text: string }

export type Button =
  | { kind: 'press'; label: string; payload: string; primary?: true; key?: string }
  /** Opens a page; `href` is absolute or begins with "/". */
  | { kind: 'link'; label: string; href: string; primary?: true }
  /**
   * Sends a file with all of a text in it. A surface that is pressed (`payload`) answers with the file that `fileFor` makes; one that
   * links puts the address where it serves it.
   */
  | { kind: 'file'; label: string; payload: string; href?: string; primary?: true }
  /** Opens a page with all of a text. The surface puts the address, which is for this person alone. */
  | { kind: 'read'; label: string; payload: string; href?: string; primary?: true }

/** One text asked for. Telegram shows a forced reply, Discord a modal, the web a box that counts. */
export type Form = {
  payload: string
  title: string
  label: string
  placeholder: string
  min: number
  max: number
  /** Label of the button that opens it, on a surface that has no box; the button is not in `rows`. */
  open: string
  /** What was typed before, kept. */
  draft?: string
}

/**
 * Scenes that are read once, by somebody whom Perle has just let go of: looking again would meet a new person. A surface
 * that refreshes by itself leaves them standing.
 */
export const LAST_WORDS: readonly string[] = ['forgotten', 'underage']

export type View = {
  scene: string
  /** Public views never hold a name, an answer's text or one person's sum. */
  audience: 'private' | 'public'
  /** What happened since: receipts, notices. Shown above the heading. */
  before: Block[]
  /** The one bold line, at most 45 characters of ours. */
  heading: string
  /** The scene in one sentence: toast, push preview, alt text. At most 120 characters. */
  line: string
  blocks: Block[]
  /** At most six rows; the last is the way out. */
  rows: Button[][]
  form?: Form
  /** Seconds after which looking again shows something new (a round that closes), if known. */
  refreshSeconds?: number
}
