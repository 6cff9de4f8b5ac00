// What one visitor has done, as their own browser knows it: what was sent, what was answered, and what must therefore be there.

export type DeedKind = 'answer' | 'skip' | 'undo' | 'ask' | 'vote' | 'wallet' | 'other'

export type Deed = {
  key: string
  kind: DeedKind
  /** The assignment, ballot or address that it is about. */
  subject: string
  /** What was chosen: an answer's label, a vote, a reason. */
  detail: string
  sent: number
  state: 'sent' | 'acknowledged' | 'givenUp'
  /** Answered with a no, or with a screen that does not say yes. */
  isRefused: boolean
  /** Which kill it was made before. */
  life: number
}

/** The deeds of one session. `requests` counts everything that may take a turn, looks as well. */
export type Diary = { name: string; session: string; contributorId: string; requests: number; deeds: Deed[] }

export function createDiary(name: string): Diary {
  return { name, session: '', contributorId: '', requests: 0, deeds: [] }
}
