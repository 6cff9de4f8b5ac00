// The public door of the verifier: everything that needs nothing but hashes. Published on its own as @perle/core/proof.
export { buildManifest, type Manifest, type ManifestInput, type PreviousEpoch } from './buildManifest.ts'
export { canonicalJson, canonicalStrict, type Json, parseCanonical } from './canonical.ts'
export {
  type CampaignTerms,
  campaignId,
  commitment,
  linkCommit,
  rowId,
  subjectCommit,
  termsHash,
} from './commitments.ts'
export type { CampaignFacts } from './deriveHead.ts'
export type { Difference } from './difference.ts'
export {
  EXPORT_VERSION,
  type ExportAnswer,
  type ExportEpoch,
  type ExportEvidence,
  type ExportHeader,
  type ExportPay,
  type ExportRow,
  type ExportTombstone,
  parseExportHeader,
  parseExportRow,
  writeExportHeader,
  writeExportRow,
} from './exportRows.ts'
export { keccak, sha256 } from './hash.ts'
export { type Debit, type Header, headerHash, packDebits, packWord, unpackWord } from './header.ts'
export { appendHistory, EMPTY_HISTORY, type History, historyProof, historyRoot, rootOfPeaks } from './historyTree.ts'
export { contributionLeaf, type Domain, historyLeaf, payoutLeaf, type Reputation, reputationLeaf } from './leaves.ts'
export {
  type Account,
  headerOf,
  type ManifestCampaign,
  type ManifestHead,
  type ManifestMove,
  manifestHash,
  type Part,
  parseHead,
  partHash,
} from './manifest.ts'
export { linesOf, type ManifestRow, parseAccount, parseRow, type RowKind } from './manifestParts.ts'
export { foldProof, type MerkleTree, merkleProof, merkleRoot, merkleTree, nodeProof, verifyProof } from './merkle.ts'
export { feeOf, payOf, qualityOf } from './payFormula.ts'
export { type Recomputed, recomputeManifest } from './recomputeManifest.ts'
export { type EpochChain, type EpochFiles, type EpochVerdict, verifyEpoch } from './verifyEpoch.ts'
export { type ExportChain, type ExportFault, type ExportReport, verifyExport } from './verifyExport.ts'
export { type ContributionClaim, type Step, type StepName, verifyContribution } from './verifySteps.ts'
export { type Address, type Hash, hashText, isAddress, isHash, toHex, utf8, ZERO_HASH } from './words.ts'
