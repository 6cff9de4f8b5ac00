// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {Leaves} from "./Leaves.sol";
import {MerklePaths} from "./MerklePaths.sol";
import {Generation, Totals} from "./PackedWords.sol";
import {SettlementState} from "./SettlementState.sol";
import {ClaimEntry} from "./SettlementTypes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @notice Cumulative payouts: the contract pays `cumulative - claimed[account]`. A missed epoch costs nobody anything,
/// and the same leaf twice pays once.
abstract contract PayoutClaims is SettlementState {
    using SafeERC20 for IERC20;

    bytes32 internal constant CLAIM_TO_TYPEHASH =
        keccak256("ClaimTo(address account,address to,uint256 cumulative,uint256 deadline)");

    /* EXTERNAL */

    /// @inheritdoc ISettlement
    function claim(address account, uint256 cumulative, uint256 generation, bytes32[] calldata proof)
        external
        override
        nonReentrant
    {
        uint256 amount = _take(account, cumulative, generation, proof);
        // Interaction
        IERC20(token).safeTransfer(account, amount);
    }

    /// @inheritdoc ISettlement
    function claimTo(
        address account,
        address to,
        uint256 cumulative,
        uint256 generation,
        uint256 deadline,
        bytes32[] calldata proof,
        bytes calldata signature
    ) external override nonReentrant {
        bytes32 structHash = keccak256(abi.encode(CLAIM_TO_TYPEHASH, account, to, cumulative, deadline));
        _checkSignature(account, deadline, structHash, signature);
        uint256 amount = _take(account, cumulative, generation, proof);
        emit ClaimedTo(account, to, amount);
        // Interaction
        IERC20(token).safeTransfer(to, amount);
    }

    /// @inheritdoc ISettlement
    function claimMany(ClaimEntry[] calldata entries, uint256 generation) external override nonReentrant {
        uint256 root = _activeRoot(_totals, generation);
        for (uint256 i = 0; i < entries.length; ++i) {
            ClaimEntry calldata entry = entries[i];
            bool isProven = _proves(root, Leaves.payout(entry.account, entry.cumulative), entry.proof);
            if (!isProven || !_tryPay(entry.account, entry.cumulative)) emit Skipped(entry.account, generation);
        }
    }

    /// @inheritdoc ISettlement
    function claimSubtree(uint256[] calldata entries, uint256 generation, bytes32[] calldata proof)
        external
        override
        nonReentrant
    {
        require(entries.length > 0, Settlement_EmptyBatch());
        require(_proves(_activeRoot(_totals, generation), Leaves.payoutRoot(entries), proof), Settlement_BadProof());
        for (uint256 i = 0; i < entries.length; ++i) {
            address account = address(uint160(entries[i] >> 96));
            if (!_tryPay(account, uint96(entries[i]))) emit Skipped(account, generation);
        }
    }

    /* PRIVATE */

    /// @dev Books one claim, or reverts with the reason. The caller transfers `amount`.
    function _take(address account, uint256 cumulative, uint256 generation, bytes32[] calldata proof)
        private
        returns (uint256 amount)
    {
        // Check
        Totals current = _totals;
        bool isProven = _proves(_activeRoot(current, generation), Leaves.payout(account, cumulative), proof);
        require(isProven, Settlement_BadProof());
        uint256 already = claimed[account];
        require(cumulative > already, Settlement_NothingToClaim(account, cumulative, already));
        amount = cumulative - already;
        bool isCovered = amount <= current.unclaimed();
        require(isCovered, Settlement_ExceedsPublished(current.claimed() + amount, current.published()));
        // Effect
        claimed[account] = cumulative;
        _totals = current.withClaim(amount);
    }

    /// @dev Pays one entry of a batch, or leaves everything as it was and says false. Never reverts.
    function _tryPay(address account, uint256 cumulative) private returns (bool) {
        // Check
        uint256 already = claimed[account];
        if (cumulative <= already) return false;
        uint256 amount = cumulative - already;
        Totals before = _totals;
        if (amount > before.unclaimed()) return false;
        // Effect
        claimed[account] = cumulative;
        _totals = before.withClaim(amount);
        // Interaction
        if (IERC20(token).trySafeTransfer(account, amount)) return true;
        // The token refused this payee: the sum stays claimable. The word is read again: a veto takes no lock.
        claimed[account] = already;
        _totals = _totals.withoutClaim(amount);
        return false;
    }

    /// @dev Only the last two generations are live, and only once active. Generation 0 does not exist.
    function _activeRoot(Totals current, uint256 generation) private view returns (uint256) {
        uint256 epoch = current.epoch();
        bool isLive = generation != 0 && generation <= epoch && epoch - generation <= 1;
        require(isLive, Settlement_GenerationUnknown(generation, epoch));
        Generation slot = _ring[generation & 1];
        uint256 activeAt = generation == epoch ? current.activeAt() : slot.activeAt();
        require(block.timestamp >= activeAt, Settlement_GenerationNotActive(generation, activeAt));
        return slot.root();
    }

    function _proves(uint256 root, bytes32 node, bytes32[] calldata proof) private pure returns (bool) {
        return uint256(MerklePaths.rootOf(node, proof)) >> 40 == root;
    }
}
