// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerklePaths} from "../src/MerklePaths.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {Trees} from "./support/Trees.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

/// @notice Ours against OpenZeppelin's, on anything.
contract MerklePathsTest is SettlementTest {
    function ours(bytes32 node, bytes32[] calldata path) external pure returns (bytes32) {
        return MerklePaths.rootOf(node, path);
    }

    function theirs(bytes32 node, bytes32[] calldata path) external pure returns (bytes32) {
        return MerkleProof.processProofCalldata(path, node);
    }

    function test_rootOf_WhenThereIsNoPath() external view {
        assertEq(this.ours("leaf", noProof()), "leaf", "the node itself");
    }

    function testFuzz_rootOf_IsThatOfOpenZeppelin(bytes32 node, bytes32[] calldata path) external view {
        assertEq(this.ours(node, path), this.theirs(node, path), "root");
    }

    function testFuzz_rootOf_TwoEqualNodes(bytes32 node) external view {
        assertEq(this.ours(node, list(node)), keccak256(bytes.concat(node, node)), "root");
    }

    /// @dev Of a list of any length, against a tree that was built apart; one changed sum gives another root.
    function testFuzz_claimSubtree_TakesTheWholeTreeOnly(uint8 size, uint96 sum, uint8 changed) external {
        uint256 n = bound(size, 1, 70);
        uint256[] memory entries = new uint256[](n);
        bytes32[] memory leaves = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            uint256 cumulative = bound(uint256(sum) + i, 1, type(uint96).max);
            entries[i] = uint256(uint160(account(i))) << 96 | cumulative;
            leaves[i] = settlement.payoutLeaf(account(i), cumulative);
        }
        settleNothing(Trees.root(leaves));
        activate();
        settlement.claimSubtree(entries, 1, noProof());
        entries[changed % n] ^= 1;
        (bool isOk,) = address(settlement).call(abi.encodeCall(settlement.claimSubtree, (entries, 1, noProof())));
        assertTrue(!isOk, "another sum");
    }
}
