// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Reputation} from "./SettlementTypes.sol";

/// @notice The leaves of all trees, and the root of a list of payouts. `core/proof` computes the same off chain.
/// @dev A leaf names its kind, the chain and this contract, so that it proves nothing anywhere else, and it is hashed
/// twice, so that no inner node (one hash of 64 bytes) can pass for a leaf.
library Leaves {
    bytes32 internal constant PAYOUT = keccak256("perle.leaf.payout.1");
    bytes32 internal constant CONTRIBUTION = keccak256("perle.leaf.contribution.1");
    bytes32 internal constant REPUTATION = keccak256("perle.leaf.reputation.1");
    bytes32 internal constant HISTORY = keccak256("perle.leaf.history.1");

    function payout(address account, uint256 cumulative) internal view returns (bytes32) {
        return _leaf(PAYOUT, uint256(uint160(account)), cumulative);
    }

    function contribution(bytes32 campaignId, bytes32 commitment) internal view returns (bytes32) {
        return _leaf(CONTRIBUTION, uint256(campaignId), uint256(commitment));
    }

    function reputation(Reputation calldata r) internal view returns (bytes32) {
        // A struct of words only: its encoding is its fields, one after the other.
        bytes32 inner = keccak256(abi.encode(REPUTATION, block.chainid, address(this), r));
        return keccak256(bytes.concat(inner));
    }

    function history(uint256 epoch, bytes32 batchRoot) internal view returns (bytes32) {
        return _leaf(HISTORY, epoch, uint256(batchRoot));
    }

    /// @notice Root of the complete binary tree over the payout leaves of `account << 96 | cumulative`, in the shape of a
    /// flat array of 2n - 1 nodes: leaf i at 2n - 2 - i, node i the pair of 2i + 1 and 2i + 2.
    /// @dev There must be at least one entry. Works above the free memory pointer and leaves it where it is.
    function payoutRoot(uint256[] calldata entries) internal view returns (bytes32 root) {
        bytes32 kind = PAYOUT;
        assembly ("memory-safe") {
            // The five words of a leaf, of which three are the same for all; after them the nodes.
            let leaf := mload(0x40)
            mstore(leaf, kind)
            mstore(add(leaf, 0x20), chainid())
            mstore(add(leaf, 0x40), address())
            let nodes := add(leaf, 0xa0)
            let count := entries.length
            let node := add(nodes, sub(shl(6, count), 0x40))
            let end := add(entries.offset, shl(5, count))
            for { let from := entries.offset } lt(from, end) { from := add(from, 0x20) } {
                let entry := calldataload(from)
                mstore(add(leaf, 0x60), shr(96, entry))
                mstore(add(leaf, 0x80), and(entry, 0xffffffffffffffffffffffff))
                mstore(0x00, keccak256(leaf, 0xa0))
                mstore(node, keccak256(0x00, 0x20))
                node := sub(node, 0x20)
            }
            // Pair by pair towards the root; `node` runs backwards over the parents, `child` over their left children.
            for { let child := add(nodes, sub(shl(6, count), 0x60)) } gt(child, nodes) { child := sub(child, 0x40) } {
                let left := mload(child)
                let right := mload(add(child, 0x20))
                let place := shl(5, gt(left, right))
                mstore(place, left)
                mstore(xor(place, 0x20), right)
                mstore(node, keccak256(0x00, 0x40))
                node := sub(node, 0x20)
            }
            root := mload(nodes)
        }
    }

    /// @dev keccak256(bytes.concat(keccak256(abi.encode(kind, block.chainid, address(this), first, second)))).
    function _leaf(bytes32 kind, uint256 first, uint256 second) private view returns (bytes32 leaf) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            mstore(free, kind)
            mstore(add(free, 0x20), chainid())
            mstore(add(free, 0x40), address())
            mstore(add(free, 0x60), first)
            mstore(add(free, 0x80), second)
            mstore(0x00, keccak256(free, 0xa0))
            leaf := keccak256(0x00, 0x20)
        }
    }
}
