// What each call may cost, and what the best of those in use costs: gas of whole transactions, Osaka, trees of depth 17.
// Anchors were measured on the same rules, each from its own source with its own compiler settings.

export type Gate = {
  /** Above this, the run fails. What was measured last, plus one per cent. */
  atMost: number
  anchor?: { gas: number; what: string }
}

const human = { gas: 2_809_247, what: 'HUMAN createFundAndSetupEscrow, without its approve' }
const oneInch128First = { gas: 89_182, what: '1inch CumulativeMerkleDrop128 (16-byte nodes, no delay, no veto)' }
const oneInch128Later = { ...oneInch128First, gas: 54_963 }
const disperse = { gas: 26_888, what: 'disperse.app for 100 (the sender is trusted, no proof)' }
const settleAnchor = { gas: 122_079, what: 'EAS.timestamp, 1inch root, EAS.timestamp (no delay, no veto, no escrow)' }
const refundAnchor = { gas: 86_012, what: 'HUMAN requestCancellation + cancel' }
const openZeppelin = (gas: number) => ({ gas, what: 'OpenZeppelin MerkleProof in calldata' })

export const gates = {
  settle0: { atMost: 51_079, anchor: settleAnchor },
  settle1: { atMost: 58_121, anchor: settleAnchor },
  settleEach: { atMost: 7_044 },
  settleHeld: { atMost: 63_400 },
  claimFirst: { atMost: 97_000, anchor: oneInch128First },
  claimLater: { atMost: 62_500, anchor: oneInch128Later },
  subtreeFresh: { atMost: 49_652, anchor: disperse },
  subtreeHolder: { atMost: 15_110, anchor: { ...disperse, gas: 9_788 } },
  openWithPermit: { atMost: 104_314, anchor: human },
  openBySig: { atMost: 84_945, anchor: human },
  refundEarly: { atMost: 50_288, anchor: refundAnchor },
  refundLate: { atMost: 42_958, anchor: refundAnchor },
  veto: { atMost: 30_000 },
  unwind: { atMost: 54_915 },
  verify10: { atMost: 1_332, anchor: openZeppelin(1_938) },
  verify17: { atMost: 2_208, anchor: openZeppelin(3_239) },
  verify20: { atMost: 2_584, anchor: openZeppelin(3_788) },
  parameterChange: {
    atMost: 102_103,
    anchor: { gas: 98_092, what: 'OpenZeppelin TimelockController with a bare setter' },
  },
  tenEpochsHolders: { atMost: 2_241_074, anchor: { gas: 6_200_000, what: '1inch: ten roots, a claim each' } },
  tenEpochsFirst: { atMost: 5_695_190, anchor: { gas: 9_620_000, what: '1inch: ten roots, a first claim each' } },
} satisfies Record<string, Gate>

export type Key = keyof typeof gates
