import type { Actor } from '../actor.ts'

/** Sits the test honestly, then names each mark as often as it comes, without looking: where one mark is common this is often right. */
export const byFrequency: Actor = {
  name: 'byFrequency',
  accuracy: 0.5,
  testAccuracy: 0.92,
  pace: 0.1,
  isUninformative: true,
  answers: ({ classes, shares, random }) => {
    let left = random()
    const place = shares.findIndex(share => {
      left -= share
      return left < 0
    })
    return classes[place < 0 ? classes.length - 1 : place] as string
  },
}
