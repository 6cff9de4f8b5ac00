// The way of one answer to the chain, in steps that a page can unfold: text, commitment, leaf, batch, history, header, head.
import { commitment } from './commitments.ts'
import { type Header, headerHash } from './header.ts'
import { contributionLeaf, type Domain, historyLeaf } from './leaves.ts'
import { foldProof } from './merkle.ts'
import { type Hash, hashText, ZERO_HASH } from './words.ts'

export type StepName = 'commitment' | 'leaf' | 'batch' | 'history' | 'header'

/** `found` was computed here from `values`; `expected` is what was claimed. */
export type Step = {
  name: StepName
  ok: boolean
  found: string
  expected: string
  values: Record<string, string | readonly string[]>
}

export type ContributionClaim = {
  domain: Domain
  campaignId: Hash
  /** Canonical annotation text and its salt; both absent for an erased answer. */
  answer?: string | undefined
  salt?: Hash | undefined
  commitment: Hash
  leaf: Hash
  epoch: number
  batchPath: readonly Hash[]
  batchRoot: Hash
  historyPath: readonly Hash[]
  /** Header of `epoch` or of any later one, which proves it as well. */
  header: Header
}

/**
 * Checks a contribution up to `chainHead`, what the contract says now. `later`: headers after `claim.header`, from Settled events in any
 * order, vetoed ones among them do no harm. Never throws on bad input of the right types: a malformed hash fails its step.
 */
export function verifyContribution(claim: ContributionClaim, chainHead: Hash, later: readonly Header[] = []): Step[] {
  return [...contributionSteps(claim), historyStep(claim), headerStep(claim.header, chainHead, later)]
}

/** Steps that concern this answer alone: commitment (unless erased), leaf, batch. */
export function contributionSteps(claim: Omit<ContributionClaim, 'historyPath' | 'header'>): Step[] {
  const { domain, campaignId, answer, salt, batchPath, batchRoot, leaf } = claim
  const steps: Step[] = []
  if (answer !== undefined && salt !== undefined) {
    const values = { answer, salt, answerHash: attempt(() => hashText(answer)) }
    steps.push(
      step(
        'commitment',
        attempt(() => commitment(salt, answer)),
        claim.commitment,
        values,
      ),
    )
  }
  const ownLeaf = attempt(() => contributionLeaf(domain, campaignId, claim.commitment))
  const place = { chainId: String(domain.chainId), settlement: domain.settlement, campaignId }
  steps.push(step('leaf', ownLeaf, leaf, { ...place, commitment: claim.commitment }))
  steps.push(
    step(
      'batch',
      attempt(() => foldProof(leaf, batchPath)),
      batchRoot,
      { leaf, batchPath },
    ),
  )
  return steps
}

/** The batch of this epoch is in the history that the header stands for. */
export function historyStep(
  claim: Pick<ContributionClaim, 'domain' | 'epoch' | 'batchRoot' | 'historyPath' | 'header'>,
): Step {
  const { domain, epoch, batchRoot, historyPath, header } = claim
  const leaf = attempt(() => historyLeaf(domain, epoch, batchRoot))
  const root = attempt(() => foldProof(leaf as Hash, historyPath))
  return step('history', root, header.contributionsRoot, { epoch: String(epoch), batchRoot, leaf, historyPath })
}

/** The header is the contract's head, or an ancestor of it. */
export function headerStep(header: Header, chainHead: Hash, later: readonly Header[]): Step {
  const own = headerHash(header)
  const byHash = new Map(later.map(entry => [headerHash(entry), entry]))
  const between: Hash[] = []
  let at = chainHead
  while (at !== own && at !== ZERO_HASH) {
    const entry = byHash.get(at)
    // A hash cannot be its own ancestor, so the walk ends.
    if (entry === undefined) break
    between.unshift(at)
    at = entry.prevHead
  }
  const values = { epoch: String(header.epoch), manifestHash: header.manifestHash, laterHeads: between, chainHead }
  return step('header', own, at, values)
}

function step(name: StepName, found: string, expected: string, values: Step['values']): Step {
  return { name, ok: found === expected, found, expected, values }
}

/** A malformed hash is a failed step with a sentence in it, not an exception. */
function attempt(compute: () => Hash): string {
  try {
    return compute()
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return `malformed: ${error.message}`
    throw error
  }
}
