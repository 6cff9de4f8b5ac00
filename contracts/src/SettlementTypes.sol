// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @notice One epoch. Its hash is the head; `prevHead` makes the headers a chain.
/// @param batchRoot Root of this epoch's contributions; zero if there are none.
/// @param contributionsRoot Root of the append-only tree over the batch roots of all epochs, this one included.
/// @param total Sum of all payouts published, this epoch included.
/// @param heldDelta What this epoch adds to, or takes from, the sum held for contributors without a wallet.
/// @param debitsHash keccak256(abi.encode(ids, words)) of the same `settle`.
struct Header {
    bytes32 prevHead;
    uint256 epoch;
    bytes32 batchRoot;
    bytes32 contributionsRoot;
    bytes32 reputationRoot;
    bytes32 payoutRoot;
    uint256 total;
    int256 heldDelta;
    bytes32 debitsHash;
    bytes32 manifestHash;
}

/// @notice What a campaign's id is made of, beside chain and contract.
struct CampaignPreimage {
    address requester;
    uint256 expiryAtOpening;
    bytes32 manifestHash;
    bytes32 salt;
}

/// @dev `None -> Open -> Closing`; back to `None` when `refund` clears the slot after expiry plus grace.
enum CampaignState {
    None,
    Open,
    Closing
}

/// @notice One slot. `reserved <= balance` always. Notice and grace are those of the day of opening.
struct Campaign {
    uint96 balance;
    uint96 reserved;
    uint40 expiry;
    CampaignState state;
    uint8 noticeDays;
    uint8 graceDays;
}

struct ClaimEntry {
    address account;
    uint256 cumulative;
    bytes32[] proof;
}

/// @notice A skill's mean and bounds in ppm after n pieces of evidence. The subject is committed to with a salt.
struct Reputation {
    bytes32 subjectCommit;
    bytes32 skill;
    uint256 mean;
    uint256 low;
    uint256 high;
    uint256 n;
}

/// @notice Everything fixed at deployment, or set for the first time.
struct Parameters {
    address token;
    address timelock;
    address publisher;
    address guardian;
    uint32 activationDelay;
    uint32 minActivationDelay;
    uint32 maxActivationDelay;
    uint32 maxIncrease;
    uint8 noticeDays;
    uint8 graceDays;
}
