// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Header, Reputation} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {Trees} from "./support/Trees.sol";

contract HeaderProofsTest is SettlementTest {
    bytes32 private constant CAMPAIGN = keccak256("campaign");

    /// @dev Three epochs with batches of 3, 0 and 2 contributions; history in the shape of RFC 6962: ((h1 h2) h3).
    bytes32[] private batch1;
    bytes32[] private batch3;
    bytes32 private h1;
    bytes32 private h2;
    bytes32 private h3;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < 3; ++i) {
            batch1.push(settlement.contributionLeaf(CAMPAIGN, bytes32(i)));
        }
        for (uint256 i = 3; i < 5; ++i) {
            batch3.push(settlement.contributionLeaf(CAMPAIGN, bytes32(i)));
        }
        h1 = settlement.historyLeaf(1, Trees.root(batch1));
        h2 = settlement.historyLeaf(2, bytes32(0));
        h3 = settlement.historyLeaf(3, Trees.root(batch3));
        settleHistory(Trees.root(batch1), h1);
        settleHistory(bytes32(0), Trees.pair(h1, h2));
        settleHistory(Trees.root(batch3), Trees.pair(Trees.pair(h1, h2), h3));
    }

    function test_verifyContribution_WhenInAnyBatchHoweverOld() external view {
        assertTrue(verify(1, 0, Trees.proof(batch1, 0), path2(h2, h3)), "epoch 1, first");
        assertTrue(verify(1, 2, Trees.proof(batch1, 2), path2(h2, h3)), "epoch 1, last");
        assertTrue(verify(3, 4, Trees.proof(batch3, 1), list(Trees.pair(h1, h2))), "epoch 3");
    }

    function test_verifyContribution_WhenTheHeaderIsNotTheNewest() external {
        Header memory old = header;
        settleHistory(bytes32(0), keccak256("next"));
        header = old;
        assertTrue(!verify(1, 0, Trees.proof(batch1, 0), path2(h2, h3)), "old header");
        header.reputationRoot = keccak256("changed");
        assertTrue(!verify(1, 0, Trees.proof(batch1, 0), path2(h2, h3)), "changed header");
    }

    function test_verifyContribution_WhenTheNewestHeaderIsVetoed() external {
        settleNothing(bytes32(0));
        activate();
        Header memory next = nextHeader(bytes32(0), noProof(), new uint256[](0));
        (next.batchRoot, next.contributionsRoot) = (Trees.root(batch1), settlement.historyLeaf(5, Trees.root(batch1)));
        settleWith(next, noProof(), new uint256[](0));
        assertTrue(verify(5, 0, Trees.proof(batch1, 0), noProof()), "pending: true, as the warning says");
        veto(5);
        assertTrue(!verify(5, 0, Trees.proof(batch1, 0), noProof()), "vetoed");
    }

    function test_verifyContribution_WhenEpochCampaignCommitmentOrAPathIsAnother() external view {
        assertTrue(!verify(2, 0, Trees.proof(batch1, 0), path2(h2, h3)), "epoch");
        assertTrue(!verify(1, 1, Trees.proof(batch1, 0), path2(h2, h3)), "commitment");
        assertTrue(!verify(1, 0, Trees.proof(batch1, 1), path2(h2, h3)), "batch path");
        assertTrue(!verify(1, 0, Trees.proof(batch1, 0), path2(h3, h2)), "history path");
        assertTrue(!verify(1, 0, Trees.proof(batch1, 0), list(h2)), "shorter");
        bool isValid = settlement.verifyContribution(
            header, 1, keccak256("other"), bytes32(0), Trees.proof(batch1, 0), path2(h2, h3)
        );
        assertTrue(!isValid, "campaign");
    }

    function test_verifyContribution_WhenAnInnerNodeIsGivenAsACommitment() external view {
        bytes32[] memory tree = Trees.build(batch1);
        bool isValid = settlement.verifyContribution(header, 1, CAMPAIGN, tree[0], noProof(), path2(h2, h3));
        assertTrue(!isValid, "root");
        isValid = settlement.verifyContribution(header, 1, tree[1], tree[2], noProof(), path2(h2, h3));
        assertTrue(!isValid, "pair");
    }

    function test_verifyReputation_WhenItStandsInTheNewestHeader() external {
        Reputation memory reputation =
            Reputation(keccak256("subject"), keccak256("skill"), 900_000, 850_000, 940_000, 40);
        bytes32 other = settlement.reputationLeaf(Reputation(keccak256("other"), keccak256("skill"), 1, 1, 1, 1));
        Header memory next = nextHeader(bytes32(0), noProof(), new uint256[](0));
        next.reputationRoot = Trees.pair(settlement.reputationLeaf(reputation), other);
        settleWith(next, noProof(), new uint256[](0));
        activate();
        assertTrue(settlement.verifyReputation(header, reputation, list(other)), "stands");

        reputation.low += 1;
        assertTrue(!settlement.verifyReputation(header, reputation, list(other)), "any field is another");
        reputation.low -= 1;
        Header memory old = header;
        settleNothing(bytes32(0));
        assertTrue(!settlement.verifyReputation(old, reputation, list(other)), "not the newest");
    }

    /* HELPERS OF THESE TESTS */

    function settleHistory(bytes32 batchRoot, bytes32 contributionsRoot) private {
        Header memory next = nextHeader(bytes32(0), noProof(), new uint256[](0));
        (next.batchRoot, next.contributionsRoot) = (batchRoot, contributionsRoot);
        settleWith(next, noProof(), new uint256[](0));
        activate();
    }

    function verify(uint256 epoch, uint256 commitment, bytes32[] memory batchPath, bytes32[] memory historyPath)
        private
        view
        returns (bool)
    {
        return settlement.verifyContribution(header, epoch, CAMPAIGN, bytes32(commitment), batchPath, historyPath);
    }

    function path2(bytes32 first, bytes32 second) private pure returns (bytes32[] memory path) {
        path = new bytes32[](2);
        (path[0], path[1]) = (first, second);
    }
}
