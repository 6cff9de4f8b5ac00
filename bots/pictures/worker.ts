// The drawing thread: one page at a time, in the order asked. It keeps nothing that matters and may be ended at any moment.
import { parentPort } from 'node:worker_threads'
import type { PictureAsk } from './ask.ts'
import type { Plan } from './draw/plan.ts'
import { planPicture } from './draw/planPicture.ts'
import { rasterise } from './draw/rasterise.ts'

/** `name` stands for the ask: a reader who pages on does not have it laid out again. */
export type DrawOrder<Ask = PictureAsk> = { order: number; name: string; ask: Ask; page: number }
export type DrawReply =
  | { order: number; png: Uint8Array; width: number; height: number; page: number; of: number; text: string }
  | { order: number; failure: string }

const KEPT_PLANS = 4
const plans = new Map<string, Plan>()
let before: Promise<void> = Promise.resolve()

parentPort?.on('message', (order: DrawOrder) => {
  // After the one before, never beside it: asynchronous steps would otherwise share the machine and all be late.
  before = before.then(async () => {
    const reply = await draw(order).catch(
      (error: unknown): DrawReply => ({
        order: order.order,
        failure: error instanceof Error ? error.message : 'unknown',
      }),
    )
    parentPort?.postMessage(reply, 'png' in reply ? [reply.png.buffer as ArrayBuffer] : [])
  })
})

async function draw({ order, name, ask, page: wanted }: DrawOrder): Promise<DrawReply> {
  const plan = plans.get(name) ?? (await planPicture(ask))
  plans.delete(name)
  if (plan.of > 1) plans.set(name, plan)
  const oldest = plans.keys().next().value
  if (plans.size > KEPT_PLANS && oldest !== undefined) plans.delete(oldest)
  const number = Math.min(Math.max(1, wanted), plan.of)
  const page = plan.page(number)
  const { png, width, height } = await rasterise(page, { page: number, of: plan.of })
  // A copy of its own, so that it can be handed over instead of copied again.
  return { order, png: new Uint8Array(png), width, height, page: number, of: plan.of, text: page.text }
}
