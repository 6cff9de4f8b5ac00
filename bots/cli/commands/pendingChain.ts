import { amount, type ListedTransaction, listTransactions, relayClaims, retryTransaction, runTurn } from '@perle/core'
import type { Command } from 'commander'
import { formatEther } from 'viem'
import { CommandFailed } from '../failed.ts'
import { withComposition } from '../openCli.ts'

export function addPending(chain: Command): void {
  chain
    .command('pending')
    .description(
      'What is on its way to the chain: nonce, age, fee, how often it was offered for more, and why it waits.',
    )
    .option('--json', 'print the transactions')
    .action(async (options: { json?: boolean }) => {
      const { rows, mined } = await withComposition(async ({ database, base, chain: port }) => {
        const found = await runTurn(database, base, listTransactions)
        const signers = [...new Set(found.map(row => row.signer))]
        // Without a key, or without a node, the list itself is still worth reading.
        const counts = await Promise.all(
          signers.map(async signer => [signer, await port.transactionCount(signer).catch(() => undefined)] as const),
        )
        return { rows: found, mined: new Map(counts) }
      })
      if (options.json) {
        console.log(JSON.stringify(rows, (_key, value) => (typeof value === 'bigint' ? value.toString() : value)))
        return
      }
      for (const row of rows) console.log(lineOf(row, mined.get(row.signer)))
      console.log(rows.length === 0 ? 'Nothing is on its way to the chain.' : `${rows.length} transactions.`)
    })
  chain
    .command('claim')
    .argument('<address...>', 'wallets that are owed something')
    .description('Want the claims of these wallets now, also where less is owed than CHAIN_CLAIM_LEAST.')
    .action(async (addresses: string[]) => {
      const wrong = addresses.find(one => !/^0x[0-9a-fA-F]{40}$/.test(one))
      if (wrong !== undefined) throw new CommandFailed('<address>: expected 0x and 40 hex digits.', 2)
      const asked = new Set(addresses.map(one => one.toLowerCase() as `0x${string}`))
      const least = amount(2n ** 96n - 1n)
      const served = await withComposition(({ database, base }) =>
        runTurn(database, base, ctx => relayClaims(ctx, { least, asked })),
      )
      if (served === 0) throw new CommandFailed('Nothing is owed to them, or it is on its way already.')
      console.log(`${served} claims are wanted; they are sent with the next pass.`)
    })
  chain
    .command('retry')
    .argument('<purpose>', 'as `perle chain pending` shows it')
    .description('Want a transaction again that was given up, after you saw why. It is signed anew.')
    .action(async (purpose: string) => {
      const isWanted = await withComposition(({ database, base }) =>
        runTurn(database, base, ctx => retryTransaction(ctx, { purpose })),
      )
      if (!isWanted) throw new CommandFailed(`No transaction ${purpose} was given up.`)
      console.log(`${purpose} is wanted again.`)
    })
}

/** `mined`: how many of the signer the chain has; the one with that nonce is what all others wait for. */
function lineOf(row: ListedTransaction, mined: number | undefined): string {
  const { state, signer, purpose, nonce, hash, raised, waitedSeconds, cost, failure } = row
  const parts = [
    state.padEnd(7),
    signer.padEnd(10),
    purpose,
    ...(nonce === null ? [] : [`nonce ${nonce}${state === 'signed' && nonce === mined ? ' (next)' : ''}`]),
    `since ${waitedSeconds} s`,
    ...(cost === null ? [] : [`at most ${formatEther(cost)} coins`]),
    ...(raised === 0 ? [] : [`offered ${raised} times for more`]),
    ...(hash === null ? [] : [hash]),
    ...(failure === null ? [] : [`: ${failure}`]),
  ]
  return parts.join('  ')
}
