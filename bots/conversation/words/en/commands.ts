// What each command does, in the menus of chat platforms: at most 70 characters.
export const command = {
  start: 'Begin, or see what is new',
  task: 'Work for you now, and the task you have open',
  me: 'Your answers, your pay, your number',
  review: 'Reviews that drew you',
  wallet: 'Where your pay goes',
  campaign: 'Your campaigns: figures and pause',
  privacy: 'Your data: what, for whom, how to take it back',
  mydata: 'All that we hold about you',
  forget: 'Delete everything about you',
  settings: 'Language and messages',
  terms: 'The terms in short',
  paysupport: 'A question about pay, to a person',
  help: 'Help, and a person',
} as const
