import type { Context } from '../context.ts'
import type { Chain, ChainCall, SentTransaction } from '../outbox/chain.ts'
import { updateTransaction } from '../outbox/chainStore.ts'
import { readChainText, writeChainText } from '../outbox/chainText.ts'
import { type Finding, findings } from './finding.ts'
import { insertSent, isKnownTransaction, wantedBy } from './resyncStore.ts'
import type { Account } from './surveyChain.ts'

/**
 * Takes transactions of ours that only the chain knew into the outbox, so that their nonces count and they can be sent again should their
 * block vanish. One whose very call is still wanted here is that wish fulfilled: signing it again would do it twice.
 */
export async function adoptSent(
  ctx: Context,
  chain: Pick<Chain, 'encode'>,
  accounts: readonly Account[],
): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { signers, sent } of accounts) {
    const wanted = (await wantedBy(ctx.db, signers)).map(row => {
      return { row, ...chain.encode(readChainText<ChainCall>(row.call)) }
    })
    let [count, adopted] = [0, 0]
    for (const one of sent) {
      if (await isKnownTransaction(ctx.db, one.hash)) continue
      count += 1
      const place =
        one.status === 'reverted' ? -1 : wanted.findIndex(({ to, data }) => to === one.to && data === one.data)
      const [match] = place < 0 ? [] : wanted.splice(place, 1)
      if (match === undefined) await insertSent(ctx.db, importedRow(ctx, one, signers[0] ?? 'relayer'))
      else {
        adopted += 1
        await updateTransaction(ctx.db, match.row.id, standingOf(one))
      }
    }
    if (count > 0) found.push(findings.transactions(signers.join(' and '), sent[0]?.nonce ?? 0, count, adopted))
  }
  return found
}

function standingOf(one: SentTransaction) {
  const { nonce, hash, status, block } = one
  const isGood = status === 'success'
  const state: 'mined' | 'failed' = isGood ? 'mined' : 'failed'
  const failure = isGood ? null : 'reverted in its block'
  const where = { blockNumber: Number(block.number), blockHash: block.hash }
  return { nonce, hash, raw: one.raw ?? null, state, failure, ...where }
}

/** What was asked for is not known any more, only what was sent; the call is kept as its bytes. */
function importedRow(ctx: Context, one: SentTransaction, signer: Account['signers'][number]) {
  const call = writeChainText({ kind: 'imported', signer, to: one.to, data: one.data })
  const now = ctx.now()
  const row = { id: ctx.newId(), purpose: `imported:${one.hash}`, signer, call, attempts: 0 }
  return { ...row, ...standingOf(one), nextTryAt: now, createdAt: now }
}
