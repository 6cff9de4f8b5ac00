import type { Actor } from '../actor.ts'

/** Sits the test honestly, then always names the first mark. */
export const constant: Actor = {
  name: 'constant',
  accuracy: 0.5,
  testAccuracy: 0.92,
  pace: 0.1,
  isUninformative: true,
  answers: ({ classes }) => classes[0] as string,
}
