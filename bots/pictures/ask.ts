// What a picture is asked for with: facts and finished sentences in the reader's language. The picture adds no words of
// its own, so its text twin can say everything it says. Plain JSON: it travels to the worker and names the picture.

/** Which colours; light unless asked otherwise. `isRtl` mirrors the layout for languages written from the right. */
type Look = { theme?: 'dark'; isRtl?: true }

/** S25: one skill's reputation. `score` and `error` place the interval on the bar; `lines` say it. */
export type CardAsk = Look & {
  kind: 'card'
  heading: string
  /** Of 100, and half the width of its interval. */
  score: number
  error: number
  lines: string[]
}

/** How far campaigns are: each row a bar from zero of what is sure, asked and open. `said` is the row in words. */
export type ProgressAsk = Look & {
  kind: 'progress'
  title: string
  rows: { label: string; sure: number; asked: number; open: number; said: string }[]
  foot?: string
}

/** How often each candidate is preferred, of 1, with its interval. Neighbours that overlap are bracketed with `tied`. */
export type PreferencesAsk = Look & {
  kind: 'preferences'
  title: string
  rows: { label: string; share: number; low: number; high: number; said: string }[]
  tied: string
  foot?: string
}

/** `content` is what a camera reads; it stands in the twin too, so that nobody needs a camera. */
export type QrAsk = Look & { kind: 'qr'; title: string; content: string; lines: string[] }

/** `language` is a name or a file's ending; one that is not known is drawn plainly. `from` is the first line's number. */
export type CodeAsk = Look & { kind: 'code'; title: string; text: string; language?: string; from?: number }

/** `text` is a unified diff of one file or several. */
export type DiffAsk = Look & { kind: 'diff'; title: string; text: string; language?: string }

export type PictureAsk = CardAsk | ProgressAsk | PreferencesAsk | QrAsk | CodeAsk | DiffAsk

/** Above this a picture helps nobody: the text twin stands alone. */
export const LONGEST_ASK = 256 * 1024
