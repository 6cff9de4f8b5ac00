// The inbox as doors use it: events before and after their turn, saved conversations, leases, sweeps.
export { dropLease, holdsLease, takeLease } from './leaseStore.ts'
export {
  type DayWord,
  daysSince,
  finishEvent,
  forgetEvents,
  inboxAge,
  listSweeps,
  lockAccount,
  lockConversation,
  lockEvent,
  receiveEvent,
  recordDay,
  recordFailure,
  recordSweep,
  saveConversation,
  unhandledEvents,
} from './store.ts'
