// Is it you or me?
import { nextPayday, readStatus, runTurn, type Status } from '@perle/core'
import type { FastifyInstance } from 'fastify'
import type { WebDoor } from '../webDoor.ts'

export function statusRoutes(server: FastifyInstance, door: WebDoor): void {
  const { base, database, chain, config, rpcUrl } = door.composition
  server.get('/api/status', async () => {
    const { status, payday } = await runTurn(database, base, async ctx => ({
      status: await readStatus(ctx),
      payday: await nextPayday(ctx),
    }))
    return {
      ...status,
      sentence: sentenceFor(status),
      nextPaydayAt: payday,
      chainWord: status.chain.word,
      chain: { chainId: chain.chainId, settlement: chain.settlement, rpcUrl: config.mode === 'local' ? rpcUrl : null },
    }
  })
}

/** One sentence before all figures; the worst part names itself. */
function sentenceFor(status: Status): string {
  if (status.books.word === 'different')
    return 'Our ledger and the chain differ. Paying out is held until a person has looked.'
  if (status.chain.word === 'apart')
    return 'Our database and the chain do not fit together. Work and reviews go on; records and pay wait until a person has looked.'
  if (status.chain.word === 'away')
    return 'The chain does not answer us. Work and reviews go on; records and pay wait for it, and every sum is safe.'
  const parts = [
    { name: 'Handing out work', word: status.work.word },
    { name: 'Checking answers', word: status.checking.word },
    { name: 'Recording', word: status.records.word },
    { name: 'Paying', word: status.pay.word },
  ]
  const stopped = parts.find(part => part.word === 'stopped')
  if (stopped !== undefined) return `${stopped.name} has stopped, at us and not at you. Every sum is safe.`
  const slow = parts.find(part => part.word === 'slow')
  if (slow !== undefined) return `${slow.name} is slow, at us and not at you. Every sum is safe.`
  return parts.every(part => part.word === 'not used yet')
    ? 'All is ready. Nothing has been used yet.'
    : 'All is working.'
}
