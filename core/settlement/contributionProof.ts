import type { Context } from '../context.ts'
import type { Hash } from '../ids.ts'
import type { Header } from '../outbox/chain.ts'
import { historyProof, merkleProof, merkleTree } from '../proof/index.ts'
import { batchLeaves, epochsUpTo, newestActive } from './epochStore.ts'
import { readHeader } from './header.ts'

/** Everything proofs are made under: the newest claimable epoch and the batches up to it. Older headers are its ancestors. */
export type Anchor = { header: Header; batchRoots: Hash[] }

/** Undefined before the first epoch is active: a proof under one that may still be vetoed would prove nothing. */
export async function newestAnchor(ctx: Context): Promise<Anchor | undefined> {
  const newest = await newestActive(ctx.db)
  if (newest === undefined) return undefined
  const rows = await epochsUpTo(ctx.db, newest.epoch)
  return { header: readHeader(newest.headerText), batchRoots: rows.map(row => readHeader(row.headerText).batchRoot) }
}

/** Path of an epoch's batch into the anchor's history. */
export function historyPathOf(ctx: Context, anchor: Anchor, epoch: number): Hash[] {
  const domain = { chainId: ctx.settings.chain.chainId, settlement: ctx.settings.chain.settlement }
  return historyProof(domain, anchor.batchRoots, epoch)
}

/** Answers paths of leaves by position; the tree is built once. */
export async function batchPaths(ctx: Context, epoch: number): Promise<(position: number) => Hash[]> {
  const tree = merkleTree(await batchLeaves(ctx.db, epoch))
  return position => merkleProof(tree, position)
}
