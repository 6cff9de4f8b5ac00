// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {Header} from "../src/SettlementTypes.sol";
import {
    FallingTotal,
    InstantRoot,
    InvertedCheck,
    NoParent,
    PerEpochRoot,
    ReplaceablePending,
    SingleHash,
    StickyVeto,
    UntypedLeaf,
    WrongGuardian
} from "./faults/FaultyRoots.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {Trees} from "./support/Trees.sol";
import {vm} from "./support/Vm.sol";

/// @notice Faults that others had with roots: each attack works on a contract that has the fault, and not on ours.
contract FaultsOfRootsTest is SettlementTest {
    bytes32 private id;

    function setUp() public override {
        super.setUp();
        id = openCampaign(1, 10_000e18);
    }

    function test_GivenOneHashALeaf() external {
        SingleHash faulty = new SingleHash();
        bytes32[] memory leaves = new bytes32[](2);
        for (uint256 i = 0; i < 2; ++i) {
            leaves[i] = keccak256(abi.encode(bytes32(i), bytes32(i)));
        }
        (bytes32 low, bytes32 high) = leaves[0] < leaves[1] ? (leaves[0], leaves[1]) : (leaves[1], leaves[0]);
        assertTrue(faulty.verify(Trees.root(leaves), low, high, noProof()), "an inner node passes");

        for (uint256 i = 0; i < 2; ++i) {
            leaves[i] = settlement.contributionLeaf(bytes32(i), bytes32(i));
        }
        (low, high) = leaves[0] < leaves[1] ? (leaves[0], leaves[1]) : (leaves[1], leaves[0]);
        Header memory next = nextHeader(bytes32(0), noProof(), new uint256[](0));
        next.contributionsRoot = settlement.historyLeaf(1, Trees.root(leaves));
        settleWith(next, noProof(), new uint256[](0));
        assertTrue(!settlement.verifyContribution(header, 1, low, high, noProof(), noProof()), "ours: it does not");
    }

    function test_GivenLeavesWithoutKindChainOrContract() external {
        assertEq(new UntypedLeaf().leaf(1, 2), new UntypedLeaf().leaf(1, 2), "the same leaf in another contract");
        bytes32 ours = settlement.historyLeaf(1, bytes32(uint256(2)));
        assertTrue(ours != settlement.contributionLeaf(bytes32(uint256(1)), bytes32(uint256(2))), "kind");
        assertTrue(ours != deploySettlement(parameters()).historyLeaf(1, bytes32(uint256(2))), "contract");
        vm.chainId(5);
        assertTrue(ours != settlement.historyLeaf(1, bytes32(uint256(2))), "chain");
    }

    function test_GivenARootThatCountsAtOnce_AThiefIsPaidInTheSameBlock() external {
        InstantRoot faulty = new InstantRoot(token, PUBLISHER);
        token.mint(address(faulty), 100e18);
        bytes32 theft = keccak256(bytes.concat(keccak256(abi.encode(STRANGER, 100e18))));
        vm.prank(PUBLISHER);
        faulty.setRoot(theft);
        faulty.claim(STRANGER, 100e18, theft, noProof());
        assertEq(token.balanceOf(STRANGER), 100e18, "stolen");

        settleOne(id, 100e18, settlement.payoutLeaf(STRANGER, 100e18));
        expect(abi.encodeWithSelector(E.Settlement_GenerationNotActive.selector, 1, START + DELAY));
        settlement.claim(STRANGER, 100e18, 1, noProof());
        veto(1);
        unwindLast();
        assertEq(campaign(id).balance, 10_000e18, "ours: vetoed in time, everything is back");
    }

    function test_GivenARootThatCountsAtOnce_AClaimOnItsWayIsLost() external {
        InstantRoot faulty = new InstantRoot(token, PUBLISHER);
        token.mint(address(faulty), 100e18);
        bytes32 before = keccak256(bytes.concat(keccak256(abi.encode(worker, 1e18))));
        vm.startPrank(PUBLISHER);
        faulty.setRoot(before);
        faulty.setRoot(keccak256(bytes.concat(keccak256(abi.encode(worker, 2e18)))));
        vm.stopPrank();
        expect(abi.encodeWithSignature("Error(string)", "MerkleRootWasUpdated"));
        faulty.claim(worker, 1e18, before, noProof());

        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        activate();
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 2e18));
        settlement.claim(worker, 1e18, 1, noProof());
        activate();
        settlement.claim(worker, 2e18, 2, noProof());
        assertEq(token.balanceOf(worker), 2e18, "ours: both generations pay");
    }

    function test_GivenAnInvertedPermission() external {
        InvertedCheck faulty = new InvertedCheck(token, PUBLISHER);
        vm.prank(STRANGER);
        faulty.setRoot(keccak256("theft"));
        assertEq(faulty.root(), keccak256("theft"), "a stranger set the root");

        Header memory next = nextHeader(keccak256("theft"), noProof(), new uint256[](0));
        expect(abi.encodeWithSelector(E.Settlement_NotPublisher.selector, STRANGER));
        vm.prank(STRANGER);
        settlement.settle(next, noProof(), new uint256[](0));
    }

    function test_GivenAPendingRootThatCanBeReplaced() external {
        ReplaceablePending faulty = new ReplaceablePending();
        for (uint256 i = 1; i <= 10; ++i) {
            faulty.submit(bytes32(i));
            warpTo(clock + DELAY - 1);
            expect(abi.encodeWithSignature("Error(string)", "early"));
            faulty.accept();
        }
        assertEq(faulty.root(), bytes32(0), "starved for twenty days");

        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        uint256 activeAt = clock + DELAY;
        warpTo(activeAt - 1);
        Header memory next = nextHeader(bytes32(0), noProof(), new uint256[](0));
        expect(abi.encodeWithSelector(E.Settlement_GenerationPending.selector, 1, activeAt));
        vm.prank(PUBLISHER);
        settlement.settle(next, noProof(), new uint256[](0));
        warpTo(activeAt);
        settlement.claim(worker, 1e18, 1, noProof());
    }

    function test_GivenRootsOfOneEpoch() external {
        PerEpochRoot faulty = new PerEpochRoot();
        faulty.setRoot(faulty.leafOf(worker, 1e18));
        faulty.setRoot(faulty.leafOf(worker, 2e18));
        assertTrue(!faulty.claim(worker, 1e18, noProof()), "what was earned first is gone");

        for (uint256 epoch = 1; epoch <= 4; ++epoch) {
            settleOne(id, 1e18, settlement.payoutLeaf(worker, epoch * 1e18));
            activate();
        }
        settlement.claim(worker, 4e18, 4, noProof());
        assertEq(token.balanceOf(worker), 4e18, "ours: all four epochs");
    }

    function test_GivenAVetoThatLeavesItsMark() external {
        StickyVeto faulty = new StickyVeto();
        faulty.settle(1);
        faulty.veto(1);
        vm.warp(START + 3650 days);
        expect(abi.encodeWithSignature("Error(string)", "pending"));
        faulty.settle(2);

        warpTo(START);
        settleOne(id, 1e18, bytes32(0));
        veto(1);
        unwindLast();
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        activate();
        settlement.claim(worker, 1e18, 1, noProof());
        settleNothing(bytes32(0));
    }

    function test_GivenAGuardianWhoIsThePublisherOrAnybodyWithABond() external {
        WrongGuardian faulty = new WrongGuardian(PUBLISHER);
        expect(abi.encodeWithSignature("Error(string)", "publisher"));
        vm.prank(GUARDIAN);
        faulty.disable();
        faulty.dispute{value: 1}();
        assertTrue(faulty.isStopped(), "a stranger stopped it for one wei");

        settleOne(id, 1e18, bytes32(0));
        expect(abi.encodeWithSelector(E.Settlement_NotGuardian.selector, STRANGER));
        vm.prank(STRANGER);
        settlement.veto(1);
        veto(1);
    }

    function test_GivenASettleWithoutAParent() external {
        NoParent faulty = new NoParent();
        faulty.settle(10);
        faulty.settle(10);
        assertEq(faulty.balance(), 80, "debited twice");

        settleOne(id, 10e18, bytes32(0));
        activate();
        bytes32 head = settlement.head();
        expect(abi.encodeWithSelector(E.Settlement_WrongHead.selector, head, header.prevHead));
        vm.prank(PUBLISHER);
        settlement.settle(header, ids, words);
        assertEq(campaign(id).balance, 9_990e18, "ours: once");
    }

    function test_GivenATotalThatMayFall() external {
        FallingTotal faulty = new FallingTotal();
        faulty.publish(100);
        assertTrue(faulty.claim(50), "half is claimed");
        faulty.publish(50);
        assertTrue(!faulty.claim(1), "the other half is stranded");

        settleOne(id, 100e18, bytes32(0));
        activate();
        Header memory next = nextHeader(bytes32(0), noProof(), new uint256[](0));
        (next.total, next.heldDelta) = (50e18, 50e18);
        expect(abi.encodeWithSelector(E.Settlement_TotalFalls.selector, 100e18, 50e18));
        vm.prank(PUBLISHER);
        settlement.settle(next, noProof(), new uint256[](0));
    }
}
