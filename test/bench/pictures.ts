// A first card and a first diff of a warmed process, then a card and a page of a diff, each drawn anew through the thread and written to the folder, beside resvg alone on the same SVG.
import { performance } from 'node:perf_hooks'
import { Resvg } from '@resvg/resvg-wasm'
import type { PictureAsk } from '../../bots/pictures/ask.ts'
import { planPicture } from '../../bots/pictures/draw/planPicture.ts'
import { rasterise } from '../../bots/pictures/draw/rasterise.ts'
import { nthCard, nthDiff } from '../pictures/manyPictures.ts'
import { somePictures } from '../pictures/samplePictures.ts'
import type { Bench, Figures } from './bench.ts'
import { percentile } from './load.ts'

const WARM = 30
const MEASURED = 200

export const pictures: Bench = {
  name: 'pictures',
  about: 'milliseconds for a card and a diff, and of processors for them, beside resvg alone on the same SVG',
  async run() {
    const opened = await somePictures()
    try {
      const figures: Figures = {}
      const once = async (work: () => Promise<unknown>) => {
        const at = performance.now()
        await work()
        return Math.round(performance.now() - at)
      }
      figures['warmUpMs'] = await once(() => opened.warm())
      figures['cardFirstMs'] = await once(() => opened.draw(nthCard(1_000)))
      figures['diffFirstMs'] = await once(() => opened.draw(nthDiff(1_000)))
      for (const [name, ask] of [
        ['card', nthCard],
        ['diff', nthDiff],
      ] as const) {
        const cpu: number[] = []
        const ours = await timed(async n => {
          const before = process.cpuUsage()
          const picture = await opened.draw(ask(n))
          const { user, system } = process.cpuUsage(before)
          if (n >= WARM) cpu.push((user + system) / 1000)
          if (picture.png === undefined) throw new Error(`not drawn: ${picture.missing}`)
        })
        const kept = await timed(async n => void (await opened.draw(ask(n))))
        const alone = await timed(await resvgAlone(ask))
        Object.assign(figures, {
          [`${name}P50Ms`]: percentile(ours, 0.5),
          [`${name}P99Ms`]: percentile(ours, 0.99),
          [`${name}CpuP50Ms`]: percentile(cpu, 0.5),
          [`${name}CpuP99Ms`]: percentile(cpu, 0.99),
          [`${name}KeptP50Ms`]: percentile(kept, 0.5),
          [`${name}ResvgP50Ms`]: percentile(alone, 0.5),
          [`${name}ResvgP99Ms`]: percentile(alone, 0.99),
          [`${name}Ratio`]: Number((percentile(ours, 0.5) / percentile(alone, 0.5)).toFixed(2)),
        })
      }
      return { ...figures, measured: MEASURED }
    } finally {
      await opened.end()
    }
  },
}

async function timed(draw: (n: number) => Promise<void>): Promise<number[]> {
  for (let n = 0; n < WARM; n++) await draw(n)
  const times: number[] = []
  for (let n = WARM; n < WARM + MEASURED; n++) {
    const at = performance.now()
    await draw(n)
    times.push(performance.now() - at)
  }
  return times
}

/** The peer: the page is laid out beforehand; resvg reads, draws and packs it, as its own package does. */
async function resvgAlone(ask: (n: number) => PictureAsk): Promise<(n: number) => Promise<void>> {
  const pages = await Promise.all(
    Array.from({ length: WARM + MEASURED }, async (_, n) => (await planPicture(ask(n))).page(1)),
  )
  // Starts resvg in this thread.
  await rasterise(pages[0] as (typeof pages)[number], { page: 1, of: 1 })
  return async n => {
    const page = pages[n] as (typeof pages)[number]
    const width = Math.round(page.width * page.zoom)
    const resvg = new Resvg(page.svg, { fitTo: { mode: 'width', value: width }, font: { loadSystemFonts: false } })
    const image = resvg.render()
    image.asPng()
    image.free()
    resvg.free()
  }
}
