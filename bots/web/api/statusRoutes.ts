// Is it you or me?
import { nextPayday, readStatus, runTurn, type SignerTrouble, type Status } from '@perle/core'
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
      signers: status.signers.map(({ signer, word }) => ({ signer, word, sentence: signerSentence({ signer, word }) })),
      chain: { chainId: chain.chainId, settlement: chain.settlement, rpcUrl: config.mode === 'local' ? rpcUrl : null },
    }
  })
}

/** One sentence before all figures; the worst part names itself. */
function sentenceFor(status: Status): string {
  if (status.books.word === 'different')
    return 'Our ledger and the chain differ, and a person has to look. What the chain has recorded and paid stays.'
  if (status.chain.word === 'apart')
    return 'Our database and the chain do not fit together. Work and reviews go on; records and pay wait until a person has looked.'
  if (status.chain.word === 'away')
    return 'The chain does not answer us. Work and reviews go on; records and pay wait for it, and every sum is safe.'
  // Settling first: without it there is nothing to send.
  const poor = status.signers.find(one => one.signer !== 'relayer') ?? status.signers[0]
  if (poor !== undefined) return signerSentence(poor)
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

const WHY: Record<SignerTrouble['word'], string> = {
  'no funds': 'the account that pays the fees of the chain is out of coins, and whoever runs this has to send it some',
  capped:
    'the account that pays the fees of the chain has spent what it may in a day, and goes on after midnight (UTC)',
  stuck: 'the chain asks more for a place in a block than we may pay today',
}

/** What waits, why, and what a person can do meanwhile. */
function signerSentence({ signer, word }: Pick<SignerTrouble, 'signer' | 'word'>): string {
  if (signer === 'relayer') {
    return `Pay that is ready is not sent just now: ${WHY[word]}. Every sum is safe; it is sent as soon as that is over, and anybody can claim their own on the chain meanwhile.`
  }
  if (signer === 'publisher') {
    return `Recording and new pay wait: ${WHY[word]}. Work and reviews go on, and every sum is safe.`
  }
  return `A deposit waits: ${WHY[word]}. Nothing of it is lost.`
}
