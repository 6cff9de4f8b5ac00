// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {Header} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {vm} from "./support/Vm.sol";

/// @notice Drills: what each stolen key can take is exactly what the interface says, to the base unit.
contract CompromiseTest is SettlementTest {
    address private constant THIEF = address(0x666);

    bytes32 private a;
    bytes32 private b;

    /// @dev Two campaigns of 5,000; the worker has earned 300 and not claimed; the cap is 1,000 an epoch.
    function setUp() public override {
        super.setUp();
        (a, b) = (openCampaign(1, 5_000e18), openCampaign(2, 5_000e18));
        settleOne(a, 300e18, settlement.payoutLeaf(worker, 300e18));
        activate();
    }

    /* PUBLISHER */

    function test_GivenAStolenPublisherAndAGuardianWhoLooks() external {
        steal(a, CAP);
        warpTo(clock + DELAY - 1);
        veto(2);
        unwindLast();
        activate();
        takes(0);
        assertEq(campaign(a).balance, 4_700e18, "everything is back");
        settlement.claim(worker, 300e18, 1, noProof());
    }

    function test_GivenAStolenPublisherAndAGuardianWhoDoesNotLook() external {
        steal(a, CAP);
        activate();
        claimMore(1, "a unit more is refused");
        takes(300e18 + CAP);
        assertSolvent(3_700e18 + 5_000e18);
    }

    function test_GivenAStolenPublisher_ClaimsSentInTimeLeaveTheIncreaseOnly() external {
        settlement.claim(worker, 300e18, 1, noProof());
        steal(a, CAP);
        activate();
        takes(CAP);
    }

    function test_GivenAStolenPublisher_MoreThanMaxIncreaseIsRefused() external {
        bytes32[] memory ids_ = list(a);
        uint256[] memory words_ = list(word(CAP + 1, 0));
        Header memory next = nextHeader(theftOf(CAP), ids_, words_);
        expect(abi.encodeWithSelector(E.Settlement_DebitsTooLarge.selector, CAP + 1, CAP));
        vm.prank(PUBLISHER);
        settlement.settle(next, ids_, words_);
    }

    function test_GivenAStolenPublisher_TheNextTheftWaitsADelay() external {
        settlement.claim(worker, 300e18, 1, noProof());
        steal(a, CAP);
        bytes32[] memory none = noProof();
        Header memory next = nextHeader(theftOf(CAP), none, new uint256[](0));
        expect(abi.encodeWithSelector(E.Settlement_GenerationPending.selector, 2, clock + DELAY));
        vm.prank(PUBLISHER);
        settlement.settle(next, none, new uint256[](0));
        activate();
        takes(CAP);
        steal(b, CAP);
        activate();
        takes(2 * CAP);
    }

    function test_GivenAStolenPublisher_HeldGoesThroughMaxIncreaseOnly() external {
        settlement.claim(worker, 300e18, 1, noProof());
        for (uint256 i = 0; i < 2; ++i) {
            intoHeld(b, CAP);
            activate();
        }
        assertEq(settlement.held(), 2 * CAP, "held");
        (bytes32[] memory none, uint256[] memory nothing) = (noProof(), new uint256[](0));
        Header memory next = nextHeader(theftOf(CAP), none, nothing);
        (next.total, next.heldDelta) = (next.total + CAP + 1, -int256(CAP + 1));
        expect(abi.encodeWithSelector(E.Settlement_IncreaseTooLarge.selector, CAP + 1, CAP));
        vm.prank(PUBLISHER);
        settlement.settle(next, none, nothing);
        (next.total, next.heldDelta) = (next.total - 1, -int256(CAP));
        settleWith(next, none, nothing);
        activate();
        takes(CAP);
        assertEq(settlement.held(), CAP, "the rest of held");
    }

    function test_GivenAStolenPublisherAndAColludingRequester() external {
        // What is reserved of campaign a is released to its requester; b is another's.
        bytes32[] memory ids_ = list(a);
        uint256[] memory words_ = list(word(0, 0));
        settleWith(nextHeader(bytes32(0), ids_, words_), ids_, words_);
        expect(abi.encodeWithSelector(E.Settlement_GenerationPending.selector, 2, clock + DELAY));
        vm.prank(requester);
        settlement.refund(preimage(1));
        activate();
        uint256 before = token.balanceOf(requester);
        vm.prank(requester);
        settlement.refund(preimage(1));
        assertEq(token.balanceOf(requester) - before, 4_700e18, "the unsettled pay of that campaign");
        assertEq(campaign(b).balance, 5_000e18, "and of no other");
        settlement.claim(worker, 300e18, 1, noProof());
    }

    /* GUARDIAN */

    function test_GivenAStolenGuardian() external {
        vm.prank(GUARDIAN);
        settlement.pause(14 days);
        expect(abi.encodeWithSelector(E.Settlement_Paused.selector, clock + 14 days));
        openCampaign(3, 1e18);
        settlement.claim(worker, 300e18, 1, noProof());
        warpTo(clock + 14 days);
        for (uint256 i = 0; i < 5; ++i) {
            settleOne(a, 1e18, bytes32(0));
            veto(2);
            unwindLast();
        }
        assertEq(token.balanceOf(GUARDIAN), 0, "takes nothing");
        assertSolvent(9_700e18);
        expect(abi.encodeWithSelector(E.Settlement_PauseTooSoon.selector, clock + 14 days));
        vm.prank(GUARDIAN);
        settlement.pause(1);

        // A round of governance is eight days; grace is thirty.
        warpTo(clock + 8 days);
        vm.prank(TIMELOCK);
        settlement.setGuardian(address(0x75));
        settleOne(a, 1e18, bytes32(0));
        expect(abi.encodeWithSelector(E.Settlement_NotGuardian.selector, GUARDIAN));
        veto(2);
        assertTrue(clock < START + 60 days + 30 days, "before grace ends");
    }

    /* BOTH */

    function test_GivenBothStolen() external {
        settlement.claim(worker, 300e18, 1, noProof());
        uint256 taken = 0;
        for (; taken < 4 * CAP; taken += CAP) {
            steal(a, CAP);
            // The stolen guardian could stop this and does not; and it stops whatever an honest key would settle.
            activate();
            takes(taken + CAP);
        }
        warpTo(START + 90 days);
        uint256 before = token.balanceOf(requester);
        settlement.refund(preimage(1));
        settlement.refund(preimage(2));
        assertEq(token.balanceOf(requester) - before, 9_700e18 - taken, "requesters have the rest");
        assertSolvent(0);
    }

    /* TIMELOCK */

    function test_GivenAStolenTimelock() external {
        vm.prank(TIMELOCK);
        settlement.setMaxIncrease(2 * MAX_INCREASE);
        steal(a, 2 * CAP);
        vm.prank(TIMELOCK);
        settlement.setPublisher(THIEF);
        vm.prank(TIMELOCK);
        settlement.setActivationDelay(6 hours);
        (, uint40 activeAt) = settlement.ring(0);
        assertEq(activeAt, clock + DELAY, "a generation keeps the delay of its day");
        veto(2);
        unwindLast();
        assertSolvent(9_700e18);
        assertEq(token.balanceOf(TIMELOCK) + token.balanceOf(THIEF), 0, "takes nothing itself");
    }

    /* HELPERS OF THESE TESTS */

    /// @dev A leaf of the thief for the sum, and one that asks for a unit more.
    function theftOf(uint256 sum) private view returns (bytes32) {
        return pair(settlement.payoutLeaf(THIEF, sum), settlement.payoutLeaf(address(0x667), sum + 1));
    }

    function steal(bytes32 id, uint256 debit) private {
        uint256 reserved = campaign(id).balance - debit;
        (uint96 published, uint96 claimed,) = settlement.totals();
        // The largest leaf that will be covered: what is unclaimed, and the increase.
        uint256 sum = settlement.claimed(THIEF) + published - claimed + debit;
        (bytes32[] memory ids_, uint256[] memory words_) = (list(id), list(word(debit, reserved)));
        settleWith(nextHeader(theftOf(sum), ids_, words_), ids_, words_);
    }

    function claimMore(uint256 more, string memory what) private {
        (uint96 published, uint96 claimed, uint32 epoch) = settlement.totals();
        uint256 sum = published - claimed;
        bytes memory why =
            abi.encodeWithSelector(E.Settlement_ExceedsPublished.selector, claimed + sum + more, published);
        bytes32[] memory proof = list(settlement.payoutLeaf(THIEF, sum));
        vm.prank(STRANGER);
        (bool isOk, bytes memory result) =
            address(settlement).call(abi.encodeCall(settlement.claim, (address(0x667), sum + more, epoch, proof)));
        assertTrue(!isOk && keccak256(result) == keccak256(why), what);
    }

    /// @dev Claims what the last theft published, if it can be claimed, and compares all that the thief has.
    function takes(uint256 expected) private {
        (uint96 published, uint96 claimed, uint32 epoch) = settlement.totals();
        uint256 sum = settlement.claimed(THIEF) + published - claimed;
        bytes32[] memory proof = list(settlement.payoutLeaf(address(0x667), sum + 1));
        bytes memory data = abi.encodeCall(settlement.claim, (THIEF, sum, epoch, proof));
        (bool isOk,) = address(settlement).call(data);
        assertTrue(isOk || expected == 0, "the claim itself");
        assertEq(token.balanceOf(THIEF), expected, "the stated bound");
    }

    function intoHeld(bytes32 id, uint256 debit) private {
        uint256[] memory words_ = list(word(debit, campaign(id).balance - debit));
        Header memory next = nextHeader(bytes32(0), list(id), words_);
        (next.total, next.heldDelta) = (next.total - debit, int256(debit));
        settleWith(next, list(id), words_);
    }

    function pair(bytes32 one, bytes32 other) private pure returns (bytes32) {
        return one < other ? keccak256(bytes.concat(one, other)) : keccak256(bytes.concat(other, one));
    }
}
