// One word for people per word in code: the only exceptions from "the same word everywhere". A test reads this list.
export const WORDS_FOR_PEOPLE = {
  epoch: 'payday',
  'gold task': 'check question',
  assignment: 'task',
  submission: 'answer',
  annotation: 'accepted answer',
  verdict: 'decision',
  round: 'review',
  standing: 'level',
  qualification: 'test',
  appeal: 'second look',
  anchor: 'record',
  leaf: 'record',
  root: 'record',
  claim: 'get paid',
  escrow: 'money set aside',
  gas: 'network fee',
  regular: 'Steady',
  expert: 'Lead',
} as const

/** Said first on the wallet page, never in a chat. */
export const NEVER_IN_CHAT = ['token', 'chain', 'blockchain', 'signature', 'gas'] as const

/** Words that blame, or that mean nothing to a person. */
export const NEVER_SAID = [
  'invalid',
  'error',
  'failed',
  'oops',
  'unauthorised',
  'unauthorized',
  'worker',
  'streak',
] as const
