// `npm run soak -- pictures [10000]`: draws so many different pictures and looks whether memory and the folder stay as they are.
import { performance } from 'node:perf_hooks'
import { nthPicture } from '../pictures/manyPictures.ts'
import { somePictures } from '../pictures/samplePictures.ts'
import type { Soak } from './soak.ts'

const MIB = 1024 * 1024
const FOLDER_BYTES = 8 * MIB

export type PicturesSoak = {
  pictures: number
  missing: number
  /** Resident memory, MiB: its mean over each quarter. In the first all fonts and grammars are read. */
  quartersMib: number[]
  mostMib: number
  folderMib: number
  perSecond: number
}

export async function soakPictures(count: number): Promise<PicturesSoak> {
  const opened = await somePictures({ mostBytes: FOLDER_BYTES })
  const samples: number[] = []
  let missing = 0
  const began = performance.now()
  for (let n = 0; n < count; n++) {
    const picture = await opened.draw(nthPicture(n))
    if (picture.png === undefined) missing += 1
    samples.push(process.memoryUsage.rss() / MIB)
  }
  const seconds = (performance.now() - began) / 1000
  const folderMib = opened.bytes() / MIB
  await opened.end()
  const mean = (from: number, to: number) =>
    Math.round(samples.slice(count * from, count * to).reduce((sum, one) => sum + one, 0) / (count * (to - from)))
  return {
    pictures: count,
    missing,
    quartersMib: [0, 1, 2, 3].map(quarter => mean(quarter / 4, (quarter + 1) / 4)),
    mostMib: Math.round(Math.max(...samples)),
    folderMib: Number(folderMib.toFixed(1)),
    perSecond: Math.round(count / seconds),
  }
}

export const pictures: Soak = {
  name: 'pictures',
  about: 'draws 10,000 different pictures; memory and folder must stay flat',
  async run(args) {
    const figures = await soakPictures(Number(args[0] ?? 10_000))
    console.log(JSON.stringify(figures))
    const [, second = 0, , last = 0] = figures.quartersMib
    if (figures.missing > 0 || last > second * 1.1) process.exitCode = 1
  },
}
