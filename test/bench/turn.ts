import type { Bench } from './bench.ts'

export const turn: Bench = {
  name: 'turn',
  about: 'durable turns a second for "press a choice answer" on Postgres, beside one bare INSERT',
  run: () => Promise.resolve({}),
}
