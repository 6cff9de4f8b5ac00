// The inbox as doors use it: events before and after their turn, saved conversations, leases, sweeps.
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
  recordDay,
  recordFailure,
  recordSweep,
  unhandledEvents,
} from './store.ts'
