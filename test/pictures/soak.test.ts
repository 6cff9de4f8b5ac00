import { expect, it } from 'vitest'
import { soakPictures } from '../soak/pictures.ts'

it('draws five hundred different pictures in bounded memory', async () => {
  const { missing, quartersMib, folderMib } = await soakPictures(500)
  expect(missing).toBe(0)
  expect(folderMib).toBeLessThanOrEqual(8)
  const [, second = 0, , last = 0] = quartersMib
  // Wide, since a young heap still breathes; what leaks a picture a time would gain 1 GiB here.
  expect(last).toBeLessThan(second * 1.25 + 50)
}, 300_000)
