// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {Leaves} from "./Leaves.sol";
import {MerklePaths} from "./MerklePaths.sol";
import {SettlementState} from "./SettlementState.sol";
import {Header, Reputation} from "./SettlementTypes.sol";

/// @notice What anybody can prove against the newest header. Views only.
abstract contract HeaderProofs is SettlementState {
    /* EXTERNAL */

    /// @inheritdoc ISettlement
    function verifyContribution(
        Header calldata header,
        uint256 epoch,
        bytes32 campaignId_,
        bytes32 commitment,
        bytes32[] calldata batchPath,
        bytes32[] calldata historyPath
    ) external view override returns (bool) {
        bytes32 leaf = Leaves.contribution(campaignId_, commitment);
        bytes32 batchRoot = MerklePaths.rootOf(leaf, batchPath);
        bytes32 historyRoot = MerklePaths.rootOf(Leaves.history(epoch, batchRoot), historyPath);
        return historyRoot == header.contributionsRoot && _isNewest(header);
    }

    /// @inheritdoc ISettlement
    function verifyReputation(Header calldata header, Reputation calldata reputation, bytes32[] calldata path)
        external
        view
        override
        returns (bool)
    {
        bytes32 root = MerklePaths.rootOf(Leaves.reputation(reputation), path);
        return root == header.reputationRoot && _isNewest(header);
    }

    /// @inheritdoc ISettlement
    function payoutLeaf(address account, uint256 cumulative) external view override returns (bytes32) {
        return Leaves.payout(account, cumulative);
    }

    /// @inheritdoc ISettlement
    function contributionLeaf(bytes32 campaignId_, bytes32 commitment) external view override returns (bytes32) {
        return Leaves.contribution(campaignId_, commitment);
    }

    /// @inheritdoc ISettlement
    function reputationLeaf(Reputation calldata reputation) external view override returns (bytes32) {
        return Leaves.reputation(reputation);
    }

    /// @inheritdoc ISettlement
    function historyLeaf(uint256 epoch, bytes32 batchRoot) external view override returns (bytes32) {
        return Leaves.history(epoch, batchRoot);
    }

    /* PRIVATE */

    /// @dev A vetoed header proves nothing, although it is the head until somebody unwinds it.
    function _isNewest(Header calldata header) private view returns (bool) {
        return keccak256(abi.encode(header)) == head && _totals.activeAt() != VETOED;
    }
}
