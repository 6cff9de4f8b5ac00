// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {Leaves} from "./Leaves.sol";
import {SettlementState} from "./SettlementState.sol";
import {ClaimEntry} from "./SettlementTypes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

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
        uint216 root = _activeRoot(generation);
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
        bytes32[] memory leaves = new bytes32[](entries.length);
        for (uint256 i = 0; i < entries.length; ++i) {
            leaves[i] = Leaves.payout(address(uint160(entries[i] >> 96)), uint96(entries[i]));
        }
        require(_proves(_activeRoot(generation), Leaves.root(leaves), proof), Settlement_BadProof());
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
        bool isProven = _proves(_activeRoot(generation), Leaves.payout(account, cumulative), proof);
        require(isProven, Settlement_BadProof());
        uint256 already = claimed[account];
        require(cumulative > already, Settlement_NothingToClaim(account, cumulative, already));
        amount = cumulative - already;
        uint256 published = totals.published;
        require(amount <= published - totals.claimed, Settlement_ExceedsPublished(totals.claimed + amount, published));
        // Effect
        claimed[account] = cumulative;
        totals.claimed += uint96(amount);
    }

    /// @dev Pays one entry of a batch, or leaves everything as it was and says false. Never reverts.
    function _tryPay(address account, uint256 cumulative) private returns (bool) {
        // Check
        uint256 already = claimed[account];
        if (cumulative <= already) return false;
        uint256 amount = cumulative - already;
        if (amount > totals.published - totals.claimed) return false;
        // Effect
        claimed[account] = cumulative;
        totals.claimed += uint96(amount);
        // Interaction
        if (IERC20(token).trySafeTransfer(account, amount)) return true;
        // The token refused this payee: the sum stays claimable.
        claimed[account] = already;
        totals.claimed -= uint96(amount);
        return false;
    }

    /// @dev Only the last two generations are live, and only once active. Generation 0 does not exist.
    function _activeRoot(uint256 generation) private view returns (uint216) {
        uint256 epoch = totals.epoch;
        bool isLive = generation != 0 && (generation == epoch || generation + 1 == epoch);
        require(isLive, Settlement_GenerationUnknown(generation, epoch));
        Generation memory slot = ring[generation & 1];
        require(block.timestamp >= slot.activeAt, Settlement_GenerationNotActive(generation, slot.activeAt));
        return slot.root;
    }

    function _proves(uint216 root, bytes32 node, bytes32[] calldata proof) private pure returns (bool) {
        return uint216(uint256(MerkleProof.processProofCalldata(proof, node)) >> 40) == root;
    }
}
