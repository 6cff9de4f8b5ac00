// The inbox and outbox as doors use them: events before and after their turn, saved conversations, leases, sweeps, what waits to be shown.
export {
  countWaiting,
  dropRecipient,
  dueMessages,
  forgetMessage,
  killMessage,
  localeOfAccount,
  postponeRecipient,
  screenIdOf,
  type WaitingMessage,
  wakeMessages,
} from '../outbox/messageStore.ts'
export { dropLease, holdsLease, takeLease } from './leaseStore.ts'
export {
  accountLock,
  type DayWord,
  daysSince,
  endTurn,
  forgetEvents,
  inboxAge,
  listSweeps,
  receiveEvent,
  receiveEvents,
  recordDay,
  recordFailure,
  recordSweep,
  unhandledEvents,
} from './store.ts'
