// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Reputation} from "./SettlementTypes.sol";
import {Hashes} from "@openzeppelin/contracts/utils/cryptography/Hashes.sol";

/// @notice The leaves of all trees, and the root of a list of leaves. `core/proof` computes the same off chain.
/// @dev A leaf names its kind, the chain and this contract, so that it proves nothing anywhere else, and it is hashed
/// twice, so that no inner node (one hash of 64 bytes) can pass for a leaf.
library Leaves {
    bytes32 internal constant PAYOUT = keccak256("perle.leaf.payout.1");
    bytes32 internal constant CONTRIBUTION = keccak256("perle.leaf.contribution.1");
    bytes32 internal constant REPUTATION = keccak256("perle.leaf.reputation.1");
    bytes32 internal constant HISTORY = keccak256("perle.leaf.history.1");

    function payout(address account, uint256 cumulative) internal view returns (bytes32) {
        return _twice(keccak256(abi.encode(PAYOUT, block.chainid, address(this), account, cumulative)));
    }

    function contribution(bytes32 campaignId, bytes32 commitment) internal view returns (bytes32) {
        return _twice(keccak256(abi.encode(CONTRIBUTION, block.chainid, address(this), campaignId, commitment)));
    }

    function reputation(Reputation calldata r) internal view returns (bytes32) {
        // A struct of words only: its encoding is its fields, one after the other.
        return _twice(keccak256(abi.encode(REPUTATION, block.chainid, address(this), r)));
    }

    function history(uint256 epoch, bytes32 batchRoot) internal view returns (bytes32) {
        return _twice(keccak256(abi.encode(HISTORY, block.chainid, address(this), epoch, batchRoot)));
    }

    /// @notice Root of the complete binary tree over these leaves, in the shape of a flat array of 2n - 1 nodes.
    function root(bytes32[] memory leaves) internal pure returns (bytes32) {
        uint256 count = leaves.length;
        bytes32[] memory tree = new bytes32[](2 * count - 1);
        for (uint256 i = 0; i < count; ++i) {
            tree[2 * count - 2 - i] = leaves[i];
        }
        for (uint256 i = count - 1; i > 0; --i) {
            tree[i - 1] = Hashes.commutativeKeccak256(tree[2 * i - 1], tree[2 * i]);
        }
        return tree[0];
    }

    function _twice(bytes32 inner) private pure returns (bytes32) {
        return keccak256(bytes.concat(inner));
    }
}
