import type { State } from '../state.ts'

/** The campaign that somebody came for, when their present scene carries one. */
export function towardOf(state: State): { toward?: string } {
  return 'toward' in state && state.toward !== undefined ? { toward: state.toward } : {}
}
