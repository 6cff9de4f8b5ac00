// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors} from "./ISettlementErrors.sol";
import {ISettlementEvents} from "./ISettlementEvents.sol";
import {Campaign, CampaignPreimage, ClaimEntry, Header, Reputation} from "./SettlementTypes.sol";

/// @title Settlement: escrow of campaigns, a chain of epoch headers, cumulative payouts
/// @notice Requesters deposit tokens for a campaign. Each epoch the publisher settles: it debits campaigns and publishes
/// a Merkle root of what every account has earned in all. After a delay, in which the guardian can veto, anybody can
/// make the contract pay any account what it has earned and not yet received.
/// @dev Trust assumptions.
/// - Publisher: trusted for WHO gets what was debited. It can debit no more than `maxIncrease` an epoch, never below
///   what a campaign holds, and never without the delay. If it disappears, what is unsettled goes back to requesters
///   after the grace period.
/// - Guardian: trusted to look during the delay. It can stop settlement and openings, and can take nothing.
/// - Publisher and guardian together: one false generation a delay, that is, everything published and unclaimed, plus
///   `maxIncrease`. So claims should be sent for everybody soon after each activation.
/// - Timelock: changes parameters inside bounds that are in code, and replaces publisher and guardian.
/// Token assumptions: one ERC-20, fixed at deployment, of at most 18 decimals and fewer than 2^96 base units. A token
/// that takes a fee on transfer is survived (deposits credit what arrived, payees bear the fee). A blocked payee is
/// skipped.
/// @dev Warning: tokens whose balances fall by themselves, and tokens that can be paused or upgraded by a hostile
/// owner, are not supported. Tokens sent here directly, not through `open` or `topUp`, are lost.
interface ISettlement is ISettlementErrors, ISettlementEvents {
    /* CAMPAIGNS */

    /// @notice Opens a campaign with tokens of the caller, who becomes its requester.
    /// @param amount What to transfer in; what arrives is what is credited, and all of it is reserved.
    /// @param expiry When the campaign's claim on the contributors' work ends; at most 400 days ahead.
    /// @param manifestHash Hash of the campaign's canonical terms.
    /// @param salt Anything; makes two campaigns with the same terms different.
    /// @return id Hash of chain, contract, requester, expiry, terms and salt. An id can be opened once, for ever.
    function open(uint256 amount, uint256 expiry, bytes32 manifestHash, bytes32 salt) external returns (bytes32 id);

    /// @notice As `open`, with an EIP-2612 permit for the token in the same transaction.
    /// @dev A permit that somebody else has already used is no obstacle: only the allowance counts.
    function openWithPermit(
        uint256 amount,
        uint256 expiry,
        bytes32 manifestHash,
        bytes32 salt,
        uint256 permitDeadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external returns (bytes32 id);

    /// @notice Opens a campaign for `requester`, who signed
    /// `Open(requester, amount, expiry, manifestHash, salt, deadline)` and has approved this contract.
    /// @param deadline The signature is good up to and including it; not later than `expiry`. There is no nonce: the id
    /// opens once, and its slot is not cleared before the signed expiry, when the signature is void.
    function openBySig(
        address requester,
        uint256 amount,
        uint256 expiry,
        bytes32 manifestHash,
        bytes32 salt,
        uint256 deadline,
        bytes calldata signature
    ) external returns (bytes32 id);

    /// @notice Adds tokens of the caller, whoever that is, to an existing campaign.
    /// @dev `reserved` grows by what arrived, not to the whole balance: else a stranger could lock the requester's free
    /// balance with one base unit.
    function topUp(bytes32 id, uint256 amount) external;

    /// @notice Moves the expiry later, up to 400 days ahead. Requester only, before expiry, not after `close`.
    function extend(CampaignPreimage calldata preimage, uint256 expiry) external;

    /// @notice Ends the campaign early: its expiry becomes at most now plus the notice period. Requester only; final.
    function close(CampaignPreimage calldata preimage) external;

    /// @notice Returns tokens to the requester. Before expiry plus grace: requester only, what is not reserved, and only
    /// while no generation is pending (a false release can then still be vetoed). After it: anybody, everything.
    /// @dev The slot is cleared only once the expiry inside the id is past too, so that no old `openBySig` runs again.
    function refund(CampaignPreimage calldata preimage) external;

    /* EPOCHS */

    /// @notice Publishes one epoch: debits campaigns, sets their reserves, publishes a payout root for after the delay.
    /// @param ids Campaigns touched, strictly increasing.
    /// @param words One a campaign: `debit << 96 | reservedAfter`, both below 2^96.
    /// @dev Publisher only, not while paused, and only when the previous generation is active.
    function settle(Header calldata header, bytes32[] calldata ids, uint256[] calldata words) external;

    /// @notice Makes the pending generation unusable for ever. Guardian only, before it activates.
    /// @dev After a veto nothing settles, and no requester gets an early refund, until somebody calls `unwind`.
    function veto(uint256 epoch) external;

    /// @notice After a veto: gives every debit back and restores published, held, epoch and head. Anybody may call, with
    /// the arguments of the vetoed `settle`. Reserves become the whole balance, so a vetoed release has no effect.
    /// @dev Never reverts on well-formed arguments. If an earlier false generation has already paid out of the vetoed
    /// increase, what is left is given back pro rata, rounded down; the rest stays published.
    function unwind(Header calldata header, bytes32[] calldata ids, uint256[] calldata words) external;

    /* CLAIMS */

    /// @notice Pays `account` all it has earned in this generation and not yet received. Anybody may call; only
    /// `account` is paid.
    /// @dev Warning: a leaf below `claimed[account]` locks that account until a later leaf overtakes it. The checker of
    /// the manifest refuses such a tree.
    function claim(address account, uint256 cumulative, uint256 generation, bytes32[] calldata proof) external;

    /// @notice As `claim`, paying `to`, if `account` signed `ClaimTo(account, to, cumulative, deadline)`.
    /// @dev There is no nonce: a signature names a cumulative sum, and is void once that sum is claimed.
    function claimTo(
        address account,
        address to,
        uint256 cumulative,
        uint256 generation,
        uint256 deadline,
        bytes32[] calldata proof,
        bytes calldata signature
    ) external;

    /// @notice Claims for many accounts. Entries already served, not provable or not payable are skipped.
    function claimMany(ClaimEntry[] calldata entries, uint256 generation) external;

    /// @notice Claims for all accounts of one subtree with a single proof.
    /// @param entries All leaves under one node, each `account << 96 | cumulative`, in the order that makes the flat
    /// array of `2n - 1` nodes (leaf i at index `2n - 2 - i`, node i the pair of `2i + 1` and `2i + 2`).
    /// @param proof From that node to the root; empty for the whole tree.
    function claimSubtree(uint256[] calldata entries, uint256 generation, bytes32[] calldata proof) external;

    /* PROOFS */

    /// @notice Whether a contribution is in the batch of `epoch`, and that batch in the history of the newest header.
    /// @param header The newest header; its hash must be `head`.
    /// @dev Warning: true while the newest generation is pending, so it can become false by a veto. Rely on it only for
    /// epochs that are active.
    function verifyContribution(
        Header calldata header,
        uint256 epoch,
        bytes32 campaignId_,
        bytes32 commitment,
        bytes32[] calldata batchPath,
        bytes32[] calldata historyPath
    ) external view returns (bool);

    /// @notice Whether a reputation stands in the newest header. The warning of `verifyContribution` holds.
    function verifyReputation(Header calldata header, Reputation calldata reputation, bytes32[] calldata path)
        external
        view
        returns (bool);

    function campaignId(CampaignPreimage calldata preimage) external view returns (bytes32);
    function payoutLeaf(address account, uint256 cumulative) external view returns (bytes32);
    function contributionLeaf(bytes32 campaignId_, bytes32 commitment) external view returns (bytes32);
    function reputationLeaf(Reputation calldata reputation) external view returns (bytes32);
    function historyLeaf(uint256 epoch, bytes32 batchRoot) external view returns (bytes32);

    /* PARAMETERS: timelock only, except the pause */

    /// @notice Neither role can be zero, nor both the same address.
    function setPublisher(address publisher) external;
    function setGuardian(address guardian) external;
    /// @notice Between `minActivationDelay` and `maxActivationDelay`; for epochs settled from now on.
    function setActivationDelay(uint32 delaySeconds) external;
    /// @notice Whole tokens an epoch may debit, and may publish; at least 1, at most twice the value before.
    function setMaxIncrease(uint32 wholeTokens) external;
    /// @notice 7 to 30 days; for campaigns opened from now on.
    function setNoticeDays(uint8 noticeDays) external;
    /// @notice 14 to 90 days; for campaigns opened from now on.
    function setGraceDays(uint8 graceDays) external;
    /// @notice Guardian only: stops openings, top-ups and settlement, for at most 14 days. Can be repeated no sooner
    /// than 14 days after its end. Claims, refunds, veto and unwind are never paused.
    function pause(uint32 durationSeconds) external;
    /// @notice Guardian only: ends a pause early. When it can pause again does not change.
    function unpause() external;

    /* STATE */

    function token() external view returns (address);
    function timelock() external view returns (address);
    function minActivationDelay() external view returns (uint32);
    function maxActivationDelay() external view returns (uint32);
    function config()
        external
        view
        returns (address publisher, uint32 activationDelay, uint32 pausedUntil, uint32 maxIncrease);
    function roles() external view returns (address guardian, uint8 noticeDays, uint8 graceDays, uint32 pauseRearmAt);
    /// @notice `published`: sum of all payouts ever published. `claimed`: sum paid. `epoch`: number of the last header.
    function totals() external view returns (uint96 published, uint96 claimed, uint32 epoch);
    /// @notice Hash of the newest header; zero before the first.
    function head() external view returns (bytes32);
    /// @notice Debited for contributors who have no wallet yet: in no leaf.
    function held() external view returns (uint128);
    /// @notice Generation g lives in slot `g & 1`: upper 216 bits of the payout root, and when it becomes claimable.
    /// A vetoed generation has the largest `activeAt`.
    function ring(uint256 slot) external view returns (uint216 root, uint40 activeAt);
    function campaigns(bytes32 id) external view returns (Campaign memory);
    /// @notice Sum ever paid out for this account.
    function claimed(address account) external view returns (uint256);
}
