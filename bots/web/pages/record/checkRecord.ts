import { type ContributionClaim, headerHash, type Step, verifyContribution } from '@perle/core/proof'
import type { ProofJson } from '../api/proofShapes.ts'
import type { ChainRef } from '../api/shapes.ts'
import { ChainAway, readHead } from './readChain.ts'

export type Checked = {
  steps: Step[]
  /** `away`: the chain could not be asked; `unknown`: there is no address to ask it at. */
  chain: 'read' | 'away' | 'unknown'
}

/** Works out every step here; the last one against the contract, where that can be read. */
export async function checkRecord(proof: ProofJson, chain: ChainRef): Promise<Checked> {
  const claim: ContributionClaim = {
    ...proof,
    // The contract to ask is the one that the leaf names: a proof for another contract must not pass here.
    domain: { chainId: chain.chainId, settlement: chain.settlement as `0x${string}` },
    header: { ...proof.header, total: BigInt(proof.header.total), heldDelta: BigInt(proof.header.heldDelta) },
  }
  const own = headerHash(claim.header)
  const { rpcUrl } = chain
  if (rpcUrl === null) return { steps: verifyContribution(claim, own), chain: 'unknown' }
  try {
    const there = await readHead({ ...chain, rpcUrl })
    const later = there.head === own ? [] : await there.headersAfter(claim.header.epoch)
    return { steps: verifyContribution(claim, there.head, later), chain: 'read' }
  } catch (error) {
    if (!(error instanceof ChainAway)) throw error
    return { steps: verifyContribution(claim, own), chain: 'away' }
  }
}
