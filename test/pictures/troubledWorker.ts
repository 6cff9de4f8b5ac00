// The drawing thread, but one that hangs or dies when a heading says so.
import { parentPort } from 'node:worker_threads'
import '../../bots/pictures/worker.ts'
import type { DrawOrder } from '../../bots/pictures/worker.ts'

parentPort?.on('message', ({ ask }: DrawOrder) => {
  if (!('heading' in ask)) return
  while (ask.heading === 'hang');
  if (ask.heading === 'die') process.exit(1)
  if (ask.heading === 'throw') throw new Error('not caught')
})
