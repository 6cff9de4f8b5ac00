// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {ISettlementEvents} from "../src/ISettlementEvents.sol";
import {Header, Parameters} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {vm} from "./support/Vm.sol";

contract EpochChainTest is SettlementTest {
    bytes32 private a;
    bytes32 private b;
    bytes32[] private both;

    function setUp() public override {
        super.setUp();
        both = sorted(openCampaign(1, 500e18), openCampaign(2, 500e18));
        (a, b) = (both[0], both[1]);
    }

    /* SETTLE */

    function test_settle_WhenTheCallerIsNotThePublisher() external {
        Header memory next = nextHeader(bytes32(0), noProof(), new uint256[](0));
        expect(abi.encodeWithSelector(E.Settlement_NotPublisher.selector, GUARDIAN));
        vm.prank(GUARDIAN);
        settlement.settle(next, noProof(), new uint256[](0));
    }

    function test_settle_WhenPaused() external {
        vm.prank(GUARDIAN);
        settlement.pause(1 days);
        refuse(plain(), abi.encodeWithSelector(E.Settlement_Paused.selector, START + 1 days));
        warpTo(START + 1 days);
        settleNothing(bytes32(0));
    }

    function test_settle_WhenPrevHeadIsNotTheHead() external {
        Header memory next = plain();
        next.prevHead = bytes32(uint256(1));
        refuse(next, abi.encodeWithSelector(E.Settlement_WrongHead.selector, bytes32(0), next.prevHead));
    }

    function test_settle_WhenTheEpochIsNotTheNext() external {
        Header memory next = plain();
        next.epoch = 2;
        refuse(next, abi.encodeWithSelector(E.Settlement_WrongEpoch.selector, 1, 2));
    }

    function test_settle_WhenThePreviousGenerationIsPending() external {
        settleNothing(bytes32(0));
        warpTo(START + DELAY - 1);
        refuse(plain(), abi.encodeWithSelector(E.Settlement_GenerationPending.selector, 1, START + DELAY));
        warpTo(START + DELAY);
        settleNothing(bytes32(0));
    }

    function test_settle_WhenThePreviousGenerationIsVetoedAndNotUnwound() external {
        settleNothing(bytes32(0));
        veto(1);
        warpTo(START + 365 days);
        refuse(plain(), abi.encodeWithSelector(E.Settlement_GenerationPending.selector, 1, type(uint40).max));
    }

    function test_settle_WhenDebitsHashIsNotOfTheseIdsAndWords() external {
        Header memory next = plain();
        bytes32 right = next.debitsHash;
        next.debitsHash = bytes32(uint256(1));
        refuse(next, abi.encodeWithSelector(E.Settlement_WrongDebitsHash.selector, right, next.debitsHash));
    }

    function test_settle_WhenThereAreNotAsManyWordsAsIds() external {
        refuse(list(a), new uint256[](0), abi.encodeWithSelector(E.Settlement_LengthMismatch.selector, 1, 0));
    }

    function test_settle_WhenIdsAreNotStrictlyIncreasing() external {
        bytes32[] memory wrong = new bytes32[](2);
        (wrong[0], wrong[1]) = (b, a);
        refuse(wrong, two(0, 0), abi.encodeWithSelector(E.Settlement_IdsNotIncreasing.selector, a));
        (wrong[0], wrong[1]) = (a, a);
        refuse(wrong, two(0, 0), abi.encodeWithSelector(E.Settlement_IdsNotIncreasing.selector, a));
    }

    function test_settle_WhenADebitHasMoreThan96Bits() external {
        uint256 large = 1 << 192;
        refuse(list(a), list(large), abi.encodeWithSelector(E.Settlement_BadWord.selector, a, large));
    }

    function test_settle_WhenADebitExceedsTheBalance() external {
        uint256 debit = 500e18 + 1;
        bytes memory why = abi.encodeWithSelector(E.Settlement_DebitExceedsBalance.selector, a, debit, 500e18);
        refuse(list(a), list(word(debit, 0)), why);
        why = abi.encodeWithSelector(E.Settlement_DebitExceedsBalance.selector, bytes32(uint256(9)), 1, 0);
        refuse(list(bytes32(uint256(9))), list(word(1, 0)), why);
    }

    function test_settle_WhenAReserveExceedsTheBalanceAfterTheDebit() external {
        bytes memory why = abi.encodeWithSelector(E.Settlement_ReserveExceedsBalance.selector, a, 400e18 + 1, 400e18);
        refuse(list(a), list(word(100e18, 400e18 + 1)), why);
    }

    function test_settle_WhenTheDebitsExceedMaxIncreaseEvenIfHeldTakesThem() external {
        bytes32 c = openCampaign(3, 2 * CAP);
        uint256[] memory words_ = list(word(CAP + 1, 0));
        bytes memory why = abi.encodeWithSelector(E.Settlement_DebitsTooLarge.selector, CAP + 1, CAP);
        refuse(list(c), words_, why);
        Header memory next = nextHeader(bytes32(0), list(c), words_);
        (next.total, next.heldDelta) = (0, int256(CAP + 1));
        refuse(next, list(c), words_, why);
    }

    function test_settle_WhenTheTotalFalls() external {
        settleOne(a, 100e18, bytes32(0));
        activate();
        Header memory next = plain();
        (next.total, next.heldDelta) = (100e18 - 1, 1);
        refuse(next, abi.encodeWithSelector(E.Settlement_TotalFalls.selector, 100e18, 100e18 - 1));
    }

    function test_settle_WhenTheTotalRisesByMoreThanMaxIncreaseEvenIfHeldGivesIt() external {
        bytes32 c = openCampaign(3, 2 * CAP);
        settleIntoHeld(c, CAP);
        activate();
        uint256[] memory words_ = list(word(1, 0));
        Header memory next = nextHeader(bytes32(0), list(c), words_);
        (next.total, next.heldDelta) = (CAP + 1, -int256(CAP));
        refuse(next, list(c), words_, abi.encodeWithSelector(E.Settlement_IncreaseTooLarge.selector, CAP + 1, CAP));
        (next.total, next.heldDelta) = (CAP, -int256(CAP - 1));
        settleWith(next, list(c), words_);
        assertEq(settlement.held(), 1, "held");
    }

    function test_settle_WhenTheTotalHasMoreThan96Bits() external {
        Parameters memory p = parameters();
        (p.maxIncrease, p.activationDelay, p.minActivationDelay) = (type(uint32).max, 0, 0);
        settlement = deploySettlement(p);
        vm.prank(requester);
        token.approve(address(settlement), type(uint256).max);
        uint256 step = uint256(type(uint32).max) * 1e18;
        bytes32 c = openCampaign(1, type(uint96).max);
        bytes32 d = openCampaign(2, step);
        uint256 total = 0;
        for (; total + step <= type(uint96).max; total += step) {
            settleOne(c, step, bytes32(0));
        }
        Header memory next = nextHeader(bytes32(0), list(d), list(word(step, 0)));
        bytes memory why = abi.encodeWithSelector(E.Settlement_TotalTooLarge.selector, total + step);
        refuse(next, list(d), list(word(step, 0)), why);
    }

    function test_settle_WhenHeldDeltaDoesNotBalance() external {
        Header memory next = nextHeader(bytes32(0), list(a), list(word(100e18, 0)));
        next.heldDelta = 1;
        bytes memory why = abi.encodeWithSelector(E.Settlement_WrongHeldDelta.selector, int256(0), int256(1));
        refuse(next, list(a), list(word(100e18, 0)), why);
        next.heldDelta = type(int256).min;
        why = abi.encodeWithSelector(E.Settlement_WrongHeldDelta.selector, int256(0), type(int256).min);
        refuse(next, list(a), list(word(100e18, 0)), why);
    }

    function test_settle_WhenHeldWouldFallBelowZero() external {
        Header memory next = plain();
        (next.total, next.heldDelta) = (1, -1);
        refuse(next, abi.encodeWithSelector(E.Settlement_HeldBelowZero.selector, 0, int256(-1)));
    }

    function test_settle_WhenAllIsWell() external {
        bytes32 root = keccak256("root");
        Header memory next = nextHeader(root, both, two(word(100e18, 300e18), word(50e18, 0)));
        (next.total, next.heldDelta) = (120e18, 30e18);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.Settled(1, next);
        settleWith(next, both, two(word(100e18, 300e18), word(50e18, 0)));

        assertEq(campaign(a).balance, 400e18, "balance a");
        assertEq(campaign(a).reserved, 300e18, "reserved a");
        assertEq(campaign(b).balance, 450e18, "balance b");
        assertEq(campaign(b).reserved, 0, "reserved b");
        (uint96 published, uint96 claimed, uint32 epoch) = settlement.totals();
        assertEq(published, 120e18, "published");
        assertEq(claimed, 0, "claimed");
        assertEq(epoch, 1, "epoch");
        assertEq(settlement.held(), 30e18, "held");
        assertEq(settlement.head(), keccak256(abi.encode(next)), "head");
        (uint216 stored, uint40 activeAt) = settlement.ring(1);
        assertEq(stored, uint256(root) >> 40, "upper 216 bits of the root");
        assertEq(activeAt, START + DELAY, "activeAt");
        assertSolvent(850e18);
    }

    function test_settle_AReserveCanRiseAgain() external {
        settleWith(nextHeader(bytes32(0), list(a), list(uint256(0))), list(a), list(uint256(0)));
        activate();
        settleOne(a, 0, bytes32(0));
        assertEq(campaign(a).reserved, 500e18, "reserved");
    }

    /* VETO */

    function test_veto_WhenTheCallerIsNotTheGuardian() external {
        settleNothing(bytes32(0));
        expect(abi.encodeWithSelector(E.Settlement_NotGuardian.selector, PUBLISHER));
        vm.prank(PUBLISHER);
        settlement.veto(1);
    }

    function test_veto_WhenTheGenerationIsActive() external {
        settleNothing(bytes32(0));
        activate();
        expect(abi.encodeWithSelector(E.Settlement_NotPending.selector, 1));
        veto(1);
    }

    function test_veto_WhenTheEpochIsNotTheNewest() external {
        expect(abi.encodeWithSelector(E.Settlement_NotPending.selector, 0));
        veto(0);
        settleNothing(bytes32(0));
        expect(abi.encodeWithSelector(E.Settlement_NotPending.selector, 3));
        veto(3);
    }

    function test_veto_WhenVetoedAlready() external {
        settleNothing(bytes32(0));
        veto(1);
        expect(abi.encodeWithSelector(E.Settlement_NotPending.selector, 1));
        veto(1);
    }

    function test_veto_WhenPending() external {
        settleNothing(bytes32(0));
        warpTo(START + DELAY - 1);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.Vetoed(1);
        veto(1);
        (, uint40 activeAt) = settlement.ring(1);
        assertEq(activeAt, type(uint40).max, "never");
    }

    /* UNWIND */

    function test_unwind_WhenTheHeaderIsNotTheNewest() external {
        settleOne(a, 100e18, bytes32(0));
        veto(1);
        bytes32 head = settlement.head();
        header.total += 1;
        expect(abi.encodeWithSelector(E.Settlement_WrongHead.selector, head, keccak256(abi.encode(header))));
        unwindLast();
    }

    function test_unwind_WhenNotVetoed() external {
        settleOne(a, 100e18, bytes32(0));
        expect(abi.encodeWithSelector(E.Settlement_NotVetoed.selector, 1));
        unwindLast();
        activate();
        expect(abi.encodeWithSelector(E.Settlement_NotVetoed.selector, 1));
        unwindLast();
    }

    function test_unwind_WhenIdsOrWordsAreNotThoseOfTheSettle() external {
        settleOne(a, 100e18, bytes32(0));
        veto(1);
        uint256[] memory more = list(word(500e18, 0));
        bytes32 given = keccak256(abi.encode(list(a), more));
        expect(abi.encodeWithSelector(E.Settlement_WrongDebitsHash.selector, given, header.debitsHash));
        settlement.unwind(header, list(a), more);
        given = keccak256(abi.encode(list(b), words));
        expect(abi.encodeWithSelector(E.Settlement_WrongDebitsHash.selector, given, header.debitsHash));
        settlement.unwind(header, list(b), words);
    }

    function test_unwind_WhenUnwoundAlready() external {
        settleOne(a, 100e18, bytes32(0));
        veto(1);
        unwindLast();
        bytes32 given = keccak256(abi.encode(header));
        expect(abi.encodeWithSelector(E.Settlement_WrongHead.selector, bytes32(0), given));
        unwindLast();
    }

    function test_unwind_WhenNothingOfTheIncreaseWasPaid() external {
        settleOne(a, 10e18, bytes32(0));
        activate();
        bytes32 head = settlement.head();
        // A false debit, a false release of the rest, and something into held.
        Header memory next = nextHeader(keccak256("false"), both, two(word(90e18, 0), word(60e18, 1)));
        (next.total, next.heldDelta) = (110e18, 50e18);
        settleWith(next, both, two(word(90e18, 0), word(60e18, 1)));
        veto(2);
        vm.prank(GUARDIAN);
        settlement.pause(1 days);

        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.Unwound(2);
        vm.prank(STRANGER);
        unwindLast();

        assertEq(campaign(a).balance, 490e18, "balance a");
        assertEq(campaign(a).reserved, 490e18, "reserved a");
        assertEq(campaign(b).balance, 500e18, "balance b");
        assertEq(campaign(b).reserved, 500e18, "reserved b");
        (uint96 published,, uint32 epoch) = settlement.totals();
        assertEq(published, 10e18, "published");
        assertEq(epoch, 1, "epoch");
        assertEq(settlement.held(), 0, "held");
        assertEq(settlement.head(), head, "head");
        assertSolvent(990e18);

        vm.prank(GUARDIAN);
        settlement.unpause();
        settleOne(a, 20e18, bytes32(0));
        (published,, epoch) = settlement.totals();
        assertEq(published, 30e18, "published again");
        assertEq(epoch, 2, "the same epoch again");
    }

    function test_unwind_WhenAnEarlierFalseGenerationHasPaidPartOfTheIncrease() external {
        // Generation 1 owes 100 but its leaf says 250; generation 2 adds 200, and so makes 150 of it payable.
        settleOne(a, 100e18, settlement.payoutLeaf(worker, 250e18));
        activate();
        Header memory next = nextHeader(bytes32(0), both, two(word(150e18 + 1, 0), word(50e18 - 1, 0)));
        settleWith(next, both, two(word(150e18 + 1, 0), word(50e18 - 1, 0)));
        settlement.claim(worker, 250e18, 1, noProof());
        veto(2);
        unwindLast();

        // 50 of 200 are left: a quarter of each debit, rounded down.
        uint256 backA = (150e18 + 1) / uint256(4);
        uint256 backB = (50e18 - 1) / uint256(4);
        assertEq(campaign(a).balance, 250e18 - 1 + backA, "balance a");
        assertEq(campaign(b).balance, 450e18 + 1 + backB, "balance b");
        (uint96 published, uint96 claimed,) = settlement.totals();
        assertEq(claimed, 250e18, "claimed");
        assertEq(published, 300e18 - backA - backB, "published keeps the dust");
        assertSolvent(uint256(campaign(a).balance) + campaign(b).balance);
        settleNothing(bytes32(0));
    }

    function test_unwind_WhenEverythingOfTheIncreaseWasPaid() external {
        settleOne(a, 100e18, settlement.payoutLeaf(worker, 300e18));
        activate();
        settleOne(b, 200e18, bytes32(0));
        settlement.claim(worker, 300e18, 1, noProof());
        veto(2);
        unwindLast();
        (uint96 published,,) = settlement.totals();
        assertEq(published, 300e18, "published");
        assertEq(campaign(b).balance, 300e18, "nothing is left to give back");
        assertSolvent(700e18);
    }

    function test_unwind_WhenHeldGavePartOfTheIncrease() external {
        settleIntoHeld(a, 80e18);
        activate();
        Header memory next = nextHeader(bytes32(0), list(b), list(word(20e18, 0)));
        (next.total, next.heldDelta) = (100e18, -80e18);
        settleWith(next, list(b), list(word(20e18, 0)));
        assertEq(settlement.held(), 0, "held gave all");
        veto(2);
        unwindLast();
        assertEq(settlement.held(), 80e18, "held");
        assertEq(campaign(b).balance, 500e18, "balance b");
        (uint96 published,,) = settlement.totals();
        assertEq(published, 0, "published");
        assertSolvent(920e18);
    }

    function test_unwind_WhenHeldGavePartOfTheIncreaseAndSomeWasPaid() external {
        settleIntoHeld(a, 80e18);
        activate();
        settleOne(a, 10e18, settlement.payoutLeaf(worker, 60e18));
        activate();
        Header memory next = nextHeader(bytes32(0), list(b), list(word(20e18, 0)));
        (next.total, next.heldDelta) = (110e18, -80e18);
        settleWith(next, list(b), list(word(20e18, 0)));
        settlement.claim(worker, 60e18, 2, noProof());
        veto(3);
        unwindLast();
        assertEq(settlement.held(), 40e18, "half of what held gave");
        assertEq(campaign(b).balance, 490e18, "half of the debit");
        (uint96 published, uint96 claimed,) = settlement.totals();
        assertEq(published, 60e18, "published");
        assertEq(claimed, 60e18, "claimed");
        assertSolvent(900e18);
    }

    function test_unwind_WhenABalanceHasNoRoomForTheDebit() external {
        settleOne(a, 100e18, bytes32(0));
        vm.prank(requester);
        settlement.topUp(a, type(uint96).max - 400e18);
        veto(1);
        unwindLast();
        assertEq(campaign(a).balance, type(uint96).max, "full");
        (uint96 published,,) = settlement.totals();
        assertEq(published, 100e18, "what found no room stays published");
        assertSolvent(uint256(type(uint96).max) + 500e18);
    }

    function testFuzz_unwind_RestoresEverySum(uint96 first, uint96 second, uint96 intoHeld) external {
        uint256 debitA = bound(first, 0, 500e18);
        uint256 debitB = bound(second, 0, 500e18);
        uint256 toHeld = bound(intoHeld, 0, debitA + debitB);
        uint256[] memory words_ = two(word(debitA, 0), word(debitB, 500e18 - debitB));
        Header memory next = nextHeader(keccak256("any"), both, words_);
        (next.total, next.heldDelta) = (next.total - toHeld, int256(toHeld));
        settleWith(next, both, words_);
        veto(1);
        unwindLast();
        (uint96 published,, uint32 epoch) = settlement.totals();
        assertEq(published + settlement.held() + epoch, 0, "totals");
        assertEq(campaign(a).balance, 500e18, "balance a");
        assertEq(campaign(b).balance, 500e18, "balance b");
        assertEq(settlement.head(), bytes32(0), "head");
    }

    /* HELPERS OF THESE TESTS */

    function plain() private view returns (Header memory) {
        return nextHeader(bytes32(0), noProof(), new uint256[](0));
    }

    function refuse(Header memory next, bytes memory why) private {
        refuse(next, noProof(), new uint256[](0), why);
    }

    function refuse(bytes32[] memory ids_, uint256[] memory words_, bytes memory why) private {
        refuse(nextHeader(bytes32(0), ids_, words_), ids_, words_, why);
    }

    function refuse(Header memory next, bytes32[] memory ids_, uint256[] memory words_, bytes memory why) private {
        expect(why);
        vm.prank(PUBLISHER);
        settlement.settle(next, ids_, words_);
    }

    function settleIntoHeld(bytes32 id, uint256 debit) private {
        uint256[] memory words_ = list(word(debit, campaign(id).balance - debit));
        Header memory next = nextHeader(bytes32(0), list(id), words_);
        (next.total, next.heldDelta) = (next.total - debit, int256(debit));
        settleWith(next, list(id), words_);
    }

    function two(uint256 first, uint256 second) private pure returns (uint256[] memory pair) {
        pair = new uint256[](2);
        (pair[0], pair[1]) = (first, second);
    }
}
