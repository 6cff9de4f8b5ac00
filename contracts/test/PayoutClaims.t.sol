// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {ISettlementEvents} from "../src/ISettlementEvents.sol";
import {ClaimEntry} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {Trees} from "./support/Trees.sol";
import {Vm, vm} from "./support/Vm.sol";

contract OneHashWallet {
    function isValidSignature(bytes32, bytes calldata signature) external pure returns (bytes4) {
        return signature.length == 1 ? this.isValidSignature.selector : bytes4(0);
    }
}

contract PayoutClaimsTest is SettlementTest {
    bytes32 private id;

    function setUp() public override {
        super.setUp();
        id = openCampaign(1, 10_000e18);
    }

    /* CLAIM */

    function test_claim_WhenTheGenerationIsNeitherOfTheLastTwo() external {
        bytes32 leaf = settlement.payoutLeaf(worker, 1e18);
        expect(abi.encodeWithSelector(E.Settlement_GenerationUnknown.selector, 0, 0));
        settlement.claim(worker, 1e18, 0, noProof());
        for (uint256 i = 0; i < 3; ++i) {
            settleOne(id, 1e18, leaf);
            activate();
        }
        expect(abi.encodeWithSelector(E.Settlement_GenerationUnknown.selector, 1, 3));
        settlement.claim(worker, 1e18, 1, noProof());
        expect(abi.encodeWithSelector(E.Settlement_GenerationUnknown.selector, 4, 3));
        settlement.claim(worker, 1e18, 4, noProof());
        expect(abi.encodeWithSelector(E.Settlement_GenerationUnknown.selector, 0, 3));
        settlement.claim(worker, 1e18, 0, noProof());
        settlement.claim(worker, 1e18, 2, noProof());
    }

    function test_claim_WhenTheGenerationIsPending() external {
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        warpTo(START + DELAY - 1);
        expect(abi.encodeWithSelector(E.Settlement_GenerationNotActive.selector, 1, START + DELAY));
        settlement.claim(worker, 1e18, 1, noProof());
        warpTo(START + DELAY);
        settlement.claim(worker, 1e18, 1, noProof());
    }

    function test_claim_WhenTheGenerationWasVetoed() external {
        bytes32 leaf = settlement.payoutLeaf(worker, 1e18);
        settleOne(id, 1e18, leaf);
        activate();
        settleOne(id, 1e18, leaf);
        veto(2);
        warpTo(START + 365 days);
        expect(abi.encodeWithSelector(E.Settlement_GenerationNotActive.selector, 2, type(uint40).max));
        settlement.claim(worker, 1e18, 2, noProof());
        unwindLast();
        expect(abi.encodeWithSelector(E.Settlement_GenerationUnknown.selector, 2, 1));
        settlement.claim(worker, 1e18, 2, noProof());
        settlement.claim(worker, 1e18, 1, noProof());
    }

    function test_claim_WhenAGenerationIsOverwrittenByAVetoedOne() external {
        bytes32 leaf = settlement.payoutLeaf(worker, 1e18);
        settleOne(id, 1e18, leaf);
        activate();
        settleOne(id, 1e18, leaf);
        activate();
        settleOne(id, 1e18, leaf);
        veto(3);
        unwindLast();
        // Generation 1 lived in the slot of the vetoed 3. It is gone; 2 pays the same.
        expect(abi.encodeWithSelector(E.Settlement_GenerationNotActive.selector, 1, type(uint40).max));
        settlement.claim(worker, 1e18, 1, noProof());
        settlement.claim(worker, 1e18, 2, noProof());
    }

    function test_claim_WhenTheProofIsWrong() external {
        bytes32[] memory leaves = leavesFor(5);
        bytes32[] memory proof = Trees.proof(leaves, 2);
        publish(leaves);
        expectBadProof();
        settlement.claim(account(2), 3e18 + 1, 1, proof);
        expectBadProof();
        settlement.claim(account(3), 3e18, 1, proof);
        expectBadProof();
        settlement.claim(account(2), 3e18, 1, noProof());
        bytes32[] memory longer = new bytes32[](proof.length + 1);
        bytes32[] memory shorter = new bytes32[](proof.length - 1);
        for (uint256 i = 0; i < proof.length; ++i) {
            longer[i] = proof[i];
            if (i < shorter.length) shorter[i] = proof[i];
        }
        expectBadProof();
        settlement.claim(account(2), 3e18, 1, longer);
        expectBadProof();
        settlement.claim(account(2), 3e18, 1, shorter);
        settlement.claim(account(2), 3e18, 1, proof);
    }

    function test_claim_WhenTheLeafIsOfAnotherChainContractOrKind() external {
        bytes32 payoutType = keccak256("perle.leaf.payout.1");
        bytes32 here = leafOf(payoutType, block.chainid, address(settlement));
        assertEq(here, settlement.payoutLeaf(worker, 1e18), "this leaf");
        bytes32[4] memory foreign = [
            leafOf(payoutType, block.chainid + 1, address(settlement)),
            leafOf(payoutType, block.chainid, address(this)),
            leafOf(keccak256("perle.leaf.history.1"), block.chainid, address(settlement)),
            keccak256(abi.encode(payoutType, block.chainid, address(settlement), worker, 1e18))
        ];
        for (uint256 i = 0; i < foreign.length; ++i) {
            settleOne(id, 1e18, foreign[i]);
            activate();
            expectBadProof();
            settlement.claim(worker, 1e18, i + 1, noProof());
        }
        settleOne(id, 1e18, here);
        activate();
        settlement.claim(worker, 1e18, 5, noProof());
    }

    function test_claim_WhenNothingIsLeftToClaim() external {
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        activate();
        settlement.claim(worker, 1e18, 1, noProof());
        expect(abi.encodeWithSelector(E.Settlement_NothingToClaim.selector, worker, 1e18, 1e18));
        settlement.claim(worker, 1e18, 1, noProof());
    }

    function test_claim_WhenMoreIsClaimedThanWasPublished() external {
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18 + 1));
        activate();
        expect(abi.encodeWithSelector(E.Settlement_ExceedsPublished.selector, 1e18 + 1, 1e18));
        settlement.claim(worker, 1e18 + 1, 1, noProof());
    }

    function test_claim_WhenTheTokenRefusesThePayee() external {
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        activate();
        token.block_(worker, true);
        expect(abi.encodeWithSignature("Error(string)", "blocked"));
        settlement.claim(worker, 1e18, 1, noProof());
        assertEq(settlement.claimed(worker), 0, "still claimable");
    }

    function test_claim_WhenAllIsWell() external {
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        activate();
        vm.prank(GUARDIAN);
        settlement.pause(1 days);
        vm.prank(STRANGER);
        settlement.claim(worker, 1e18, 1, noProof());
        assertEq(token.balanceOf(worker), 1e18, "paid");
        assertEq(settlement.claimed(worker), 1e18, "claimed");
        (, uint96 claimed,) = settlement.totals();
        assertEq(claimed, 1e18, "total claimed");
        assertSolvent(9_999e18);
    }

    function test_claim_PaysALateClaimantForEveryMissedEpoch() external {
        for (uint256 total = 1e18; total <= 5e18; total += 1e18) {
            settleOne(id, 1e18, settlement.payoutLeaf(worker, total));
            activate();
            if (total == 2e18) settlement.claim(worker, total, 2, noProof());
        }
        settlement.claim(worker, 5e18, 5, noProof());
        assertEq(token.balanceOf(worker), 5e18, "paid");
    }

    function testFuzz_claim_EveryLeafOfATreeIsProvable(uint8 size, uint8 index) external {
        uint256 n = bound(size, 1, 40);
        uint256 i = bound(index, 0, n - 1);
        bytes32[] memory leaves = leavesFor(n);
        publish(leaves);
        settlement.claim(account(i), (i + 1) * 1e18, 1, Trees.proof(leaves, i));
        assertEq(token.balanceOf(account(i)), (i + 1) * 1e18, "paid");
    }

    /* CLAIM TO */

    function test_claimTo_WhenTheDeadlineIsPast() external {
        publishOne();
        bytes memory sig = claimSignature(WORKER_KEY, STRANGER, 1e18, clock - 1);
        expect(abi.encodeWithSelector(E.Settlement_SignatureExpired.selector, clock - 1));
        settlement.claimTo(worker, STRANGER, 1e18, 1, clock - 1, noProof(), sig);
    }

    function test_claimTo_WhenSomebodyElseSignedOrForAnotherRecipientOrSum() external {
        publishOne();
        bytes memory refused = abi.encodeWithSelector(E.Settlement_BadSignature.selector, worker);
        expect(refused);
        settlement.claimTo(
            worker, STRANGER, 1e18, 1, clock, noProof(), claimSignature(REQUESTER_KEY, STRANGER, 1e18, clock)
        );
        expect(refused);
        settlement.claimTo(
            worker, GUARDIAN, 1e18, 1, clock, noProof(), claimSignature(WORKER_KEY, STRANGER, 1e18, clock)
        );
        expect(refused);
        settlement.claimTo(
            worker, STRANGER, 1e18, 1, clock, noProof(), claimSignature(WORKER_KEY, STRANGER, 2e18, clock)
        );
        expect(refused);
        settlement.claimTo(worker, STRANGER, 1e18, 1, clock, noProof(), "");
    }

    function test_claimTo_WhenUsedTwice() external {
        publishOne();
        bytes memory sig = claimSignature(WORKER_KEY, STRANGER, 1e18, clock);
        settlement.claimTo(worker, STRANGER, 1e18, 1, clock, noProof(), sig);
        expect(abi.encodeWithSelector(E.Settlement_NothingToClaim.selector, worker, 1e18, 1e18));
        settlement.claimTo(worker, STRANGER, 1e18, 1, clock, noProof(), sig);
    }

    function test_claimTo_WhenTheAccountIsAContractThatAccepts() external {
        address wallet = address(new OneHashWallet());
        settleOne(id, 1e18, settlement.payoutLeaf(wallet, 1e18));
        activate();
        expect(abi.encodeWithSelector(E.Settlement_BadSignature.selector, wallet));
        settlement.claimTo(wallet, STRANGER, 1e18, 1, clock, noProof(), "no");
        settlement.claimTo(wallet, STRANGER, 1e18, 1, clock, noProof(), "y");
        assertEq(token.balanceOf(STRANGER), 1e18, "paid");
    }

    function test_claimTo_WhenTheAccountSigned() external {
        publishOne();
        bytes memory sig = claimSignature(WORKER_KEY, STRANGER, 1e18, clock);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.ClaimedTo(worker, STRANGER, 1e18);
        vm.prank(GUARDIAN);
        settlement.claimTo(worker, STRANGER, 1e18, 1, clock, noProof(), sig);
        assertEq(token.balanceOf(STRANGER), 1e18, "recipient");
        assertEq(token.balanceOf(worker), 0, "account");
        assertEq(settlement.claimed(worker), 1e18, "claimed");
    }

    /* CLAIM MANY */

    function test_claimMany_WhenTheGenerationIsNotActive() external {
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        expect(abi.encodeWithSelector(E.Settlement_GenerationNotActive.selector, 1, START + DELAY));
        settlement.claimMany(new ClaimEntry[](0), 1);
    }

    function test_claimMany_WhenSomeEntriesAreServedUnknownUnfundedOrUnpayable() external {
        // Accounts 0 to 5 earn 1 to 6, but only 20 were published, so the last one is not covered.
        bytes32[] memory leaves = leavesFor(6);
        settleOne(id, 20e18, Trees.root(leaves));
        activate();
        settlement.claim(account(0), 1e18, 1, Trees.proof(leaves, 0));
        token.block_(account(1), true);

        ClaimEntry[] memory entries = new ClaimEntry[](7);
        for (uint256 i = 0; i < 6; ++i) {
            entries[i] = ClaimEntry(account(i), (i + 1) * 1e18, Trees.proof(leaves, i));
        }
        entries[6] = ClaimEntry(account(3), 9e18, Trees.proof(leaves, 3));
        (entries[1], entries[5]) = (entries[5], entries[1]);
        vm.recordLogs();
        settlement.claimMany(entries, 1);

        assertEq(token.balanceOf(account(5)), 6e18, "5 paid");
        assertEq(token.balanceOf(account(2)), 3e18, "2 paid");
        assertEq(token.balanceOf(account(3)), 4e18, "3 paid");
        assertEq(token.balanceOf(account(4)), 5e18, "4 paid");
        assertEq(settlement.claimed(account(1)), 0, "1 still claimable");
        (, uint96 claimed,) = settlement.totals();
        assertEq(claimed, 19e18, "total claimed");
        assertEq(countSkipped(), 3, "served, blocked and wrong ones are named");
        assertSolvent(9_980e18);

        entries = new ClaimEntry[](1);
        entries[0] = ClaimEntry(account(1), 2e18, Trees.proof(leaves, 1));
        token.block_(account(1), false);
        vm.recordLogs();
        settlement.claimMany(entries, 1);
        assertEq(countSkipped(), 1, "not covered by what was published");
    }

    /* CLAIM SUBTREE */

    function test_claimSubtree_WhenEmpty() external {
        publishOne();
        vm.expectRevert(E.Settlement_EmptyBatch.selector);
        settlement.claimSubtree(new uint256[](0), 1, noProof());
    }

    function test_claimSubtree_WhenTheLeavesAreNotASubtree() external {
        publish(leavesFor(8));
        expectBadProof();
        settlement.claimSubtree(packed(0, 7), 1, noProof());
        uint256[] memory wrong = packed(0, 8);
        wrong[3] += 1;
        expectBadProof();
        settlement.claimSubtree(wrong, 1, noProof());
    }

    function test_claimSubtree_WhenSomeEntriesAreServedOrUnpayable() external {
        bytes32[] memory leaves = leavesFor(8);
        publish(leaves);
        settlement.claim(account(2), 3e18, 1, Trees.proof(leaves, 2));
        token.block_(account(5), true);
        vm.recordLogs();
        settlement.claimSubtree(packed(0, 8), 1, noProof());
        assertEq(countSkipped(), 2, "skipped");
        (, uint96 claimed,) = settlement.totals();
        assertEq(claimed, 36e18 - 6e18, "all but the blocked one");
        token.block_(account(5), false);
        settlement.claimSubtree(packed(0, 8), 1, noProof());
        assertEq(token.balanceOf(account(5)), 6e18, "paid later");
    }

    function testFuzz_claimSubtree_PaysAllLeavesUnderAnyNodeOfAnyTree(uint8 size, uint8 position) external {
        uint256 n = bound(size, 1, 40);
        bytes32[] memory tree = Trees.build(leavesFor(n));
        uint256 node = bound(position, 0, 2 * n - 2);
        uint256[] memory entries = entriesUnder(node, n);
        publish(leavesFor(n));
        settlement.claimSubtree(entries, 1, Trees.proofOfNode(tree, node));
        for (uint256 i = 0; i < entries.length; ++i) {
            assertEq(token.balanceOf(address(uint160(entries[i] >> 96))), uint96(entries[i]), "paid");
        }
    }

    /* HELPERS OF THESE TESTS */

    function publish(bytes32[] memory leaves) private {
        settleOne(id, leaves.length * (leaves.length + 1) / 2 * 1e18, Trees.root(leaves));
        activate();
    }

    function publishOne() private {
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        activate();
    }

    function packed(uint256 from, uint256 to) private pure returns (uint256[] memory entries) {
        entries = new uint256[](to - from);
        for (uint256 i = from; i < to; ++i) {
            entries[i - from] = packedEntry(i);
        }
    }

    function packedEntry(uint256 i) private pure returns (uint256) {
        return uint256(uint160(account(i))) << 96 | (i + 1) * 1e18;
    }

    /// @dev Level by level; the subtree's own flat array, whose last m nodes, reversed, are its leaves.
    function entriesUnder(uint256 node, uint256 n) private pure returns (uint256[] memory entries) {
        uint256[] memory level = new uint256[](2 * n);
        (level[0], entries) = (node, new uint256[](0));
        uint256 read = 0;
        uint256 write = 1;
        uint256 count = 0;
        while (read < write) {
            uint256 current = level[read++];
            if (current >= n - 1) ++count;
            else (level[write], level[write + 1], write) = (2 * current + 1, 2 * current + 2, write + 2);
        }
        entries = new uint256[](count);
        for (uint256 i = 0; i < count; ++i) {
            entries[i] = packedEntry(2 * n - 2 - level[write - 1 - i]);
        }
    }

    function countSkipped() private returns (uint256 count) {
        Vm.Log[] memory logs = vm.getRecordedLogs();
        for (uint256 i = 0; i < logs.length; ++i) {
            if (logs[i].topics[0] == ISettlementEvents.Skipped.selector) ++count;
        }
    }

    function expectBadProof() private {
        vm.expectRevert(E.Settlement_BadProof.selector);
    }

    function leafOf(bytes32 kind, uint256 chainId, address contract_) private view returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(kind, chainId, contract_, worker, 1e18))));
    }

    function claimSignature(uint256 key, address to, uint256 cumulative, uint256 deadline)
        private
        view
        returns (bytes memory)
    {
        bytes32 typeHash = keccak256("ClaimTo(address account,address to,uint256 cumulative,uint256 deadline)");
        return signature(key, keccak256(abi.encode(typeHash, worker, to, cumulative, deadline)));
    }
}
