// A Merkle tree over a million leaves and a thousand proofs of it, beside @openzeppelin/merkle-tree over a tenth of them. Each side runs in a
// process of its own, so that the peak of memory is its own; leaves are made before the clock starts, as 0x text on both sides.
import { execFileSync } from 'node:child_process'
import { performance } from 'node:perf_hooks'
import { SimpleMerkleTree } from '@openzeppelin/merkle-tree'
import { keccak, merkleProof, merkleRoot, merkleTree, toHex } from '../../core/proof/index.ts'
import type { Bench } from './bench.ts'

const OURS = 1_000_000
const PEER = 100_000
const PROOFS = 1_000

type Run = { root: string; proofs: string; rootMs: number; proofsMs: number; peakMb: number }

export const trees: Bench = {
  name: 'trees',
  about: 'microseconds a leaf for root and 1,000 proofs of a million leaves, beside @openzeppelin/merkle-tree',
  async run() {
    const [ours, same, peer] = [apart('ours', OURS), apart('ours', PEER), apart('peer', PEER)]
    if (same.root !== peer.root || same.proofs !== peer.proofs) throw new Error('the two trees differ')
    const perLeaf = (run: Run, leaves: number) => Number((((run.rootMs + run.proofsMs) / leaves) * 1000).toFixed(3))
    return {
      leaves: OURS,
      peerLeaves: PEER,
      proofs: PROOFS,
      usPerLeaf: perLeaf(ours, OURS),
      peerUsPerLeaf: perLeaf(peer, PEER),
      timesFaster: Number((perLeaf(peer, PEER) / perLeaf(ours, OURS)).toFixed(1)),
      rootMs: Math.round(ours.rootMs),
      proofsMs: Number(ours.proofsMs.toFixed(1)),
      peerRootMs: Math.round(peer.rootMs),
      peerProofsMs: Math.round(peer.proofsMs),
      peakMb: ours.peakMb,
      peerPeakMb: peer.peakMb,
      sameRootAndProofs: true,
    }
  },
}

function apart(side: 'ours' | 'peer', leaves: number): Run {
  const output = execFileSync(process.execPath, [import.meta.filename, side, String(leaves)], { encoding: 'utf8' })
  return JSON.parse(output) as Run
}

function measure(side: string, size: number): Run {
  const number = new Uint8Array(32)
  const view = new DataView(number.buffer)
  const leaves = Array.from({ length: size }, (_, i) => {
    view.setUint32(28, i)
    return toHex(keccak(number))
  })
  const places = Array.from({ length: PROOFS }, (_, i) => (i * 7919) % size)
  const begun = performance.now()
  const [root, prove] = side === 'ours' ? own(leaves) : peers(leaves)
  const rooted = performance.now()
  const proofs = places.map(prove)
  const done = performance.now()
  // maxRSS is in KiB.
  const peakMb = Math.round((process.resourceUsage().maxRSS * 1024) / 1e6)
  const bytes = new TextEncoder().encode(JSON.stringify(proofs))
  return { root, proofs: toHex(keccak(bytes)), rootMs: rooted - begun, proofsMs: done - rooted, peakMb }
}

function own(leaves: `0x${string}`[]): [string, (place: number) => string[]] {
  const tree = merkleTree(leaves)
  return [merkleRoot(tree), place => merkleProof(tree, place)]
}

function peers(leaves: string[]): [string, (place: number) => string[]] {
  const tree = SimpleMerkleTree.of(leaves, { sortLeaves: false })
  return [tree.root, place => tree.getProof(place)]
}

const [side, size] = process.argv.slice(2)
if (process.argv[1] === import.meta.filename) console.log(JSON.stringify(measure(side ?? 'ours', Number(size))))
