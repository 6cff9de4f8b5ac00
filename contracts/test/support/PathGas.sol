// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {MerklePaths} from "../../src/MerklePaths.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

/// @notice What the check of a path costs inside a contract, ours and OpenZeppelin's: for `npm run gas`.
contract PathGas {
    function ours(bytes32 root, bytes32 leaf, bytes32[] calldata path) external view returns (uint256 spent) {
        uint256 before = gasleft();
        bool isProven = MerklePaths.rootOf(leaf, path) == root;
        spent = before - gasleft();
        require(isProven);
    }

    function openZeppelins(bytes32 root, bytes32 leaf, bytes32[] calldata path) external view returns (uint256 spent) {
        uint256 before = gasleft();
        bool isProven = MerkleProof.processProofCalldata(path, leaf) == root;
        spent = before - gasleft();
        require(isProven);
    }
}
