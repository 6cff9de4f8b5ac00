// The port lives with what leaves us, below every room; settlement is where most of its readers stand.
export type * from '../outbox/chain.ts'
