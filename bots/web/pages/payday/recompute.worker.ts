import type { Payday } from '../api/proofShapes.ts'
import type { Outcome, Stage } from './recomputePayday.ts'

export type Order = { payday: Payday; chainField: string }
export type News = { stage: Stage } | { outcome: Outcome }

self.addEventListener('message', async (event: MessageEvent<Order>) => {
  const tell = (news: News) => self.postMessage(news)
  try {
    // Loaded here and not above: it awaits while it loads, and a message that came meanwhile would find no listener.
    const { recomputePayday } = await import('./recomputePayday.ts')
    tell({ outcome: await recomputePayday(event.data.payday, event.data.chainField, stage => tell({ stage })) })
  } catch (error) {
    // A rejected promise stays inside a worker; this reaches the page as an "error" event.
    reportError(error)
  }
})
