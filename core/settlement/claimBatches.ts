// How claims are put together so that paying everybody costs the least gas. Pure.

/** `leaves`: places in the tree, in the order in which the call names them. `node`: the one whose leaves they all are, as the tree numbers it. */
export type ClaimBatch =
  | { kind: 'alone' | 'many'; leaves: number[] }
  | { kind: 'subtree'; node: number; leaves: number[] }

// Marginal gas, rounded from `.gas-snapshot` and `gas.md`; what paying an entry costs is the same in each way and left out.
const TRANSACTION = 21_000
/** A node of a proof: 32 bytes of calldata and a hash. */
const PROOF_NODE = 800
/** An entry of a subtree beside its payment: its word and its share of the root. */
const ENTRY = 1_200
/** One that is paid already or owed nothing, and only stands between others: its word, a cold read, an event. */
const IDLE_ENTRY = 5_500
/** An entry with a proof of its own beside that proof: an array and three words. */
const OWN_ENTRY = 3_000

/** Some 6.5 M gas for people who never held the token: room below what a block, or one transaction of it (EIP-7825), may take. */
const SUBTREE_MOST = 128
/** Some 8.5 M gas. */
const MANY_MOST = 100

/**
 * `size` leaves in the tree; `due`: places of those that are to be paid. A whole subtree goes with one proof for all, also with some in it
 * that are owed nothing, where that is cheaper than a proof for each. Subtrees first, in the order of the tree.
 */
export function planClaims(size: number, due: ReadonlySet<number>): ClaimBatch[] {
  if (size === 0 || due.size === 0) return []
  const nodes = 2 * size - 1
  const [counts, sizes, costs] = [new Uint32Array(nodes), new Uint32Array(nodes), new Float64Array(nodes)]
  const isWhole = new Uint8Array(nodes)
  for (let node = nodes - 1; node >= 0; node--) {
    const depth = Math.floor(Math.log2(node + 1))
    const [left, right] = [2 * node + 1, 2 * node + 2]
    if (right >= nodes) {
      const isDue = due.has(nodes - 1 - node)
      counts[node] = isDue ? 1 : 0
      sizes[node] = 1
      costs[node] = isDue ? OWN_ENTRY + PROOF_NODE * depth : 0
      continue
    }
    const count = (counts[left] as number) + (counts[right] as number)
    const leaves = (sizes[left] as number) + (sizes[right] as number)
    const apart = (costs[left] as number) + (costs[right] as number)
    const whole = TRANSACTION + PROOF_NODE * depth + ENTRY * count + IDLE_ENTRY * (leaves - count)
    counts[node] = count
    sizes[node] = leaves
    if (count > 0 && leaves <= SUBTREE_MOST && whole < apart) isWhole[node] = 1
    costs[node] = isWhole[node] === 1 ? whole : apart
  }
  return collect(nodes, isWhole, counts)
}

function collect(nodes: number, isWhole: Uint8Array, counts: Uint32Array): ClaimBatch[] {
  const batches: ClaimBatch[] = []
  const single: number[] = []
  const open = [0]
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (counts[node] === 0) continue
    if (isWhole[node] === 1) batches.push({ kind: 'subtree', node, leaves: leavesUnder(nodes, node) })
    else if (2 * node + 2 < nodes) open.push(2 * node + 2, 2 * node + 1)
    else single.push(nodes - 1 - node)
  }
  for (let from = 0; from < single.length; from += MANY_MOST) {
    const leaves = single.slice(from, from + MANY_MOST)
    batches.push({ kind: leaves.length === 1 ? 'alone' : 'many', leaves })
  }
  return batches
}

/** In the order that makes them the leaves of a flat tree of their own: leaf i at 2m-2-i of its nodes, level by level. */
function leavesUnder(nodes: number, top: number): number[] {
  const inOrder = [top]
  for (let i = 0; i < inOrder.length; i++) {
    const left = 2 * (inOrder[i] as number) + 1
    if (left < nodes) inOrder.push(left, left + 1)
  }
  const size = (inOrder.length + 1) / 2
  return Array.from({ length: size }, (_, leaf) => nodes - 1 - (inOrder[2 * size - 2 - leaf] as number))
}
