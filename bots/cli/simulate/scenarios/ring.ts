import { colluding } from '../../crowd/actors/colluding.ts'
import { honestBeside } from './crowds.ts'
import { type Scenario, sizesOf } from './scenario.ts'

/** A ring that agrees on every answer without reading, by its size, and by how many check questions there are. */
export const ring: Scenario = {
  name: 'ring',
  about: 'a ring that agrees on every answer, of 5 to 45 % of the people, without check questions and with them',
  cases: size =>
    [0.05, 0.15, 0.3, 0.45].flatMap(share =>
      [0, 80_000, 150_000].flatMap(gold =>
        sizesOf(size, 200, [60]).map(one => ({
          ...one,
          name: `K2, ring of ${Math.round(share * 100)} %, checks ${gold / 10_000} %`,
          classes: 2,
          crowd: honestBeside([{ actor: colluding, share, isRing: true as const }]),
          parameters: { goldSharePpm: gold, goldShareFirstPpm: gold },
        })),
      ),
    ),
}
