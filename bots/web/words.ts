// What the server itself says when a request cannot be served; everything else is said by the conversation.
export const words = {
  unknownPath: 'There is nothing at this address.',
  foreignHost: 'In local mode Perle answers only on 127.0.0.1 and localhost.',
  foreignWrite: 'This request did not come from a page of Perle, so nothing was done.',
  tooMany: 'That was quick. Go on in a minute; what you sent before is saved.',
  tooLarge: 'That is more than fits here. Nothing was kept; send a shorter text.',
  malformed: 'This request does not have the form that is expected here. Nothing was changed.',
  slow: 'Something of ours is slow. What came before is safe; the page tries again by itself.',
  ourMistake: 'That was our mistake, and it is written down. Nothing of yours changed.',
  givenUp: 'That did not work three times, and it is written down. Nothing of yours changed.',
  noSession: 'Nobody is chosen yet.',
  localOnly: 'This works in local mode only.',
  unknownPerson: 'There is no such person here.',
  unknownContribution: 'No such record. Typed right?',
  unknownEpoch: 'There is no such payday yet.',
  unknownLink: 'This link has closed. Ask for a new one in your chat.',
  busy: 'This is running already; its progress is shown.',
} as const
