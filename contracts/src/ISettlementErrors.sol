// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice One error for each reason to refuse. "expected" is what the contract holds, "given" what it was sent.
interface ISettlementErrors {
    /* ROLES AND PARAMETERS */
    error Settlement_NotTimelock(address caller);
    error Settlement_NotGuardian(address caller);
    error Settlement_NotPublisher(address caller);
    error Settlement_NotRequester(address caller, address requester);
    error Settlement_ZeroAddress(bytes32 name);
    error Settlement_SameKey(address publisherAndGuardian);
    error Settlement_OutOfBounds(bytes32 name, uint256 value, uint256 min, uint256 max);
    error Settlement_AlreadySet(bytes32 name, uint256 value);
    error Settlement_Paused(uint256 until);
    error Settlement_NotPaused();
    error Settlement_PauseTooSoon(uint256 rearmAt);

    /* CAMPAIGNS */
    error Settlement_CampaignExists(bytes32 id);
    error Settlement_CampaignUnknown(bytes32 id);
    error Settlement_CampaignExpired(bytes32 id, uint256 expiry);
    error Settlement_CampaignClosing(bytes32 id);
    /// @dev `expiry` must be after `earliest` and not after `latest`.
    error Settlement_BadExpiry(uint256 expiry, uint256 earliest, uint256 latest);
    error Settlement_NothingReceived();
    error Settlement_DepositTooLarge(uint256 balance);
    error Settlement_NothingToRefund(bytes32 id);
    error Settlement_GenerationPending(uint256 epoch, uint256 activeAt);

    /* SIGNATURES */
    error Settlement_BadSignature(address signer);
    error Settlement_SignatureExpired(uint256 deadline);
    error Settlement_DeadlineAfterExpiry(uint256 deadline, uint256 expiry);

    /* EPOCHS */
    error Settlement_WrongHead(bytes32 expected, bytes32 given);
    error Settlement_WrongEpoch(uint256 expected, uint256 given);
    error Settlement_LengthMismatch(uint256 ids, uint256 words);
    error Settlement_WrongDebitsHash(bytes32 expected, bytes32 given);
    error Settlement_IdsNotIncreasing(bytes32 id);
    error Settlement_BadWord(bytes32 id, uint256 word);
    error Settlement_DebitExceedsBalance(bytes32 id, uint256 debit, uint256 balance);
    error Settlement_ReserveExceedsBalance(bytes32 id, uint256 reserved, uint256 balance);
    error Settlement_DebitsTooLarge(uint256 debits, uint256 maxIncrease);
    error Settlement_TotalFalls(uint256 published, uint256 total);
    error Settlement_IncreaseTooLarge(uint256 increase, uint256 maxIncrease);
    error Settlement_TotalTooLarge(uint256 total);
    error Settlement_WrongHeldDelta(int256 expected, int256 given);
    error Settlement_HeldBelowZero(uint256 held, int256 heldDelta);
    error Settlement_NotPending(uint256 epoch);
    error Settlement_NotVetoed(uint256 epoch);

    /* CLAIMS */
    error Settlement_GenerationUnknown(uint256 generation, uint256 epoch);
    error Settlement_GenerationNotActive(uint256 generation, uint256 activeAt);
    error Settlement_BadProof();
    error Settlement_EmptyBatch();
    error Settlement_NothingToClaim(address account, uint256 cumulative, uint256 claimed);
    error Settlement_ExceedsPublished(uint256 claimed, uint256 published);
}
