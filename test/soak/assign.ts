import { measureAssign } from '../bench/assign.ts'
import type { Soak } from './soak.ts'

const SIZES = [10_000, 1_000_000, 10_000_000]

export const assign: Soak = {
  name: 'assign',
  about: 'the next task among ten thousand, a million and ten million open items; 15 GB of disk for as long as it runs',
  run: async args => {
    const figures = await measureAssign(SIZES, args)
    for (const [figure, value] of Object.entries(figures)) console.log(`${figure.padEnd(32)} ${value}`)
  },
}
