// Keeps the drawing thread: starts it at the first picture, hands it one order at a time, ends it when one takes too long,
// and starts a new one when it died. The main thread never draws and never waits.
//   idle -> drawing -> idle; drawing -> (too long | died) -> no thread -> drawing with a new one for whoever is next.
import { Worker } from 'node:worker_threads'
import type { PictureAsk } from './ask.ts'
import type { DrawOrder, DrawReply } from './worker.ts'

/** Why there is no picture; the text twin is there in every case. */
export type NoPicture = 'too_long' | 'too_slow' | 'too_busy' | 'not_drawn'
export type DrawnPage =
  | { png: Buffer; width: number; height: number; page: number; of: number; text: string }
  | { missing: NoPicture }

export type Drawer<Ask = PictureAsk> = {
  draw(order: Omit<DrawOrder<Ask>, 'order'>): Promise<DrawnPage>
  /** Nobody waits for a picture. */
  isIdle(): boolean
  close(): Promise<void>
  /** As if it had died; for tests. */
  endThread(): Promise<void>
}

type Waiting<Ask> = { order: DrawOrder<Ask>; answer: (page: DrawnPage) => void }

/** `timeoutMs` counts from when drawing begins; a first picture also reads fonts and grammars. */
export function createDrawer<Ask = PictureAsk>(options: {
  timeoutMs: number
  longestQueue: number
  /** Another thread than the one for pictures; tests put one here that dies or hangs. */
  script?: URL
}): Drawer<Ask> {
  const script = options.script ?? new URL('./worker.ts', import.meta.url)
  const queue: Waiting<Ask>[] = []
  let thread: Worker | undefined
  let atWork: Waiting<Ask> | undefined
  let timer: NodeJS.Timeout | undefined
  let lastOrder = 0
  let isClosed = false

  function next(): void {
    if (atWork !== undefined || isClosed) return
    atWork = queue.shift()
    if (atWork === undefined) {
      thread?.unref()
      return
    }
    thread ??= start()
    // A process that waits for a picture stays; one that waits for nothing may go.
    thread.ref()
    timer = setTimeout(() => drop('too_slow'), options.timeoutMs)
    thread.postMessage(atWork.order)
  }

  function settle(page: DrawnPage): void {
    clearTimeout(timer)
    const done = atWork
    atWork = undefined
    done?.answer(page)
    next()
  }

  /** Ends the thread, whatever it does, and goes on with a new one. */
  function drop(missing: NoPicture): void {
    const old = thread
    thread = undefined
    void old?.terminate()
    settle({ missing })
  }

  function start(): Worker {
    const fresh = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 512 } })
    fresh.on('message', (reply: DrawReply) => {
      if (fresh !== thread || reply.order !== atWork?.order.order) return
      if ('failure' in reply) return settle({ missing: 'not_drawn' })
      const { order: _order, png, ...page } = reply
      settle({ ...page, png: Buffer.from(png.buffer, png.byteOffset, png.byteLength) })
    })
    const died = () => {
      if (fresh === thread) drop('not_drawn')
    }
    fresh.on('error', died)
    fresh.on('exit', died)
    return fresh
  }

  return {
    draw(order) {
      if (isClosed || queue.length >= options.longestQueue) return Promise.resolve({ missing: 'too_busy' })
      lastOrder += 1
      const numbered = { ...order, order: lastOrder }
      return new Promise(answer => {
        queue.push({ order: numbered, answer })
        next()
      })
    },
    isIdle: () => !isClosed && atWork === undefined,
    async close() {
      isClosed = true
      const old = thread
      thread = undefined
      for (const waiting of queue.splice(0)) waiting.answer({ missing: 'too_busy' })
      settle({ missing: 'too_busy' })
      await old?.terminate()
    },
    endThread: async () => {
      await thread?.terminate()
    },
  }
}
