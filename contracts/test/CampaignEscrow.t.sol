// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {ISettlementEvents} from "../src/ISettlementEvents.sol";
import {Campaign, CampaignPreimage, CampaignState} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {vm} from "./support/Vm.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

contract Accepting1271 {
    function isValidSignature(bytes32, bytes calldata) external pure returns (bytes4) {
        return this.isValidSignature.selector;
    }
}

contract CampaignEscrowTest is SettlementTest {
    uint256 private constant AMOUNT = 100e18;
    bytes32 private constant OPEN_TYPEHASH = keccak256(
        "Open(address requester,uint256 amount,uint256 expiry,bytes32 manifestHash,bytes32 salt,uint256 deadline)"
    );

    /* OPEN */

    function test_open_WhenPaused() external {
        vm.prank(GUARDIAN);
        settlement.pause(1 days);
        expect(abi.encodeWithSelector(E.Settlement_Paused.selector, START + 1 days));
        openCampaign(1, AMOUNT);
    }

    function test_open_WhenTheExpiryIsNotInTheFuture() external {
        expect(abi.encodeWithSelector(E.Settlement_BadExpiry.selector, START, START, START + 400 days));
        vm.prank(requester);
        settlement.open(AMOUNT, START, bytes32(0), bytes32(0));
    }

    function test_open_WhenTheExpiryIsMoreThan400DaysAhead() external {
        uint256 expiry = START + 400 days + 1;
        expect(abi.encodeWithSelector(E.Settlement_BadExpiry.selector, expiry, START, START + 400 days));
        vm.prank(requester);
        settlement.open(AMOUNT, expiry, bytes32(0), bytes32(0));
    }

    function test_open_WhenNothingArrives() external {
        vm.expectRevert(E.Settlement_NothingReceived.selector);
        openCampaign(1, 0);
        token.setFeePercent(100);
        vm.expectRevert(E.Settlement_NothingReceived.selector);
        openCampaign(1, AMOUNT);
    }

    function test_open_WhenMoreThan96BitsArrive() external {
        uint256 tooMuch = uint256(type(uint96).max) + 1;
        expect(abi.encodeWithSelector(E.Settlement_DepositTooLarge.selector, tooMuch));
        openCampaign(1, tooMuch);
        openCampaign(1, tooMuch - 1);
    }

    function test_open_WhenTheIdWasOpenedBefore() external {
        bytes32 id = openCampaign(1, AMOUNT);
        expect(abi.encodeWithSelector(E.Settlement_CampaignExists.selector, id));
        openCampaign(1, AMOUNT);
    }

    function test_open_WhenAllIsWell() external {
        CampaignPreimage memory p = preimage(1);
        bytes32 expected = keccak256(
            abi.encode(block.chainid, address(settlement), requester, p.expiryAtOpening, p.manifestHash, p.salt)
        );
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.Opened(expected, requester, AMOUNT, p.expiryAtOpening, p.manifestHash, p.salt);
        bytes32 id = openCampaign(1, AMOUNT);
        assertEq(id, expected, "id");
        assertEq(settlement.campaignId(p), id, "id by preimage");
        Campaign memory c = campaign(id);
        assertEq(c.balance, AMOUNT, "balance");
        assertEq(c.reserved, AMOUNT, "reserved");
        assertEq(c.expiry, p.expiryAtOpening, "expiry");
        assertTrue(c.state == CampaignState.Open, "state");
        assertEq(c.noticeDays, 14, "notice");
        assertEq(c.graceDays, 30, "grace");
        assertSolvent(AMOUNT);
    }

    function testFuzz_open_CreditsWhatArrived(uint96 amount, uint8 feePercent) external {
        vm.assume(amount > 0);
        token.setFeePercent(feePercent % 100);
        uint256 arrives = amount - uint256(amount) * (feePercent % 100) / 100;
        bytes32 id = openCampaign(1, amount);
        assertEq(campaign(id).balance, arrives, "balance");
        assertSolvent(arrives);
    }

    /* OPEN WITH PERMIT */

    function test_openWithPermit_WhenThePermitIsGood() external {
        (uint8 v, bytes32 r, bytes32 s) = permit();
        openWithPermit(v, r, s);
        assertSolvent(AMOUNT);
    }

    function test_openWithPermit_WhenSomebodyUsedThePermitFirst() external {
        (uint8 v, bytes32 r, bytes32 s) = permit();
        vm.prank(STRANGER);
        token.permit(requester, address(settlement), AMOUNT, clock, v, r, s);
        openWithPermit(v, r, s);
        assertSolvent(AMOUNT);
    }

    function test_openWithPermit_WhenThereIsNeitherPermitNorAllowance() external {
        vm.prank(requester);
        token.approve(address(settlement), 0);
        expect(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector, address(settlement), uint256(0), AMOUNT
            )
        );
        openWithPermit(27, bytes32(0), bytes32(0));
    }

    /* OPEN BY SIG */

    function test_openBySig_WhenTheDeadlineIsAfterTheExpiry() external {
        uint256 expiry = preimage(1).expiryAtOpening;
        expect(abi.encodeWithSelector(E.Settlement_DeadlineAfterExpiry.selector, expiry + 1, expiry));
        openBySig(requester, expiry + 1, "");
    }

    function test_openBySig_WhenTheDeadlineIsPast() external {
        bytes memory sig = openSignature(REQUESTER_KEY, START);
        warpTo(START + 1);
        expect(abi.encodeWithSelector(E.Settlement_SignatureExpired.selector, START));
        openBySig(requester, START, sig);
        warpTo(START);
        openBySig(requester, START, sig);
    }

    function test_openBySig_WhenSomebodyElseSigned() external {
        bytes memory sig = openSignature(WORKER_KEY, START);
        expect(abi.encodeWithSelector(E.Settlement_BadSignature.selector, requester));
        openBySig(requester, START, sig);
    }

    function test_openBySig_WhenAnyFieldDiffersFromWhatWasSigned() external {
        CampaignPreimage memory p = preimage(1);
        bytes memory sig = openSignature(REQUESTER_KEY, START);
        bytes memory refused = abi.encodeWithSelector(E.Settlement_BadSignature.selector, requester);
        expect(refused);
        settlement.openBySig(requester, AMOUNT + 1, p.expiryAtOpening, p.manifestHash, p.salt, START, sig);
        expect(refused);
        settlement.openBySig(requester, AMOUNT, p.expiryAtOpening + 1, p.manifestHash, p.salt, START, sig);
        expect(refused);
        settlement.openBySig(requester, AMOUNT, p.expiryAtOpening, bytes32(0), p.salt, START, sig);
        expect(refused);
        settlement.openBySig(requester, AMOUNT, p.expiryAtOpening, p.manifestHash, bytes32(0), START, sig);
        expect(refused);
        settlement.openBySig(requester, AMOUNT, p.expiryAtOpening, p.manifestHash, p.salt, START + 1, sig);
        vm.chainId(5);
        expect(refused);
        settlement.openBySig(requester, AMOUNT, p.expiryAtOpening, p.manifestHash, p.salt, START, sig);
    }

    function test_openBySig_WhenTheSignatureHasAHighS() external {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(REQUESTER_KEY, digest(openHash(START)));
        uint256 order = 0xfffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141;
        bytes memory high = bytes.concat(r, bytes32(order - uint256(s)), bytes1(v == 27 ? 28 : 27));
        expect(abi.encodeWithSelector(E.Settlement_BadSignature.selector, requester));
        openBySig(requester, START, high);
    }

    function test_openBySig_WhenSentTwice() external {
        bytes memory sig = openSignature(REQUESTER_KEY, START);
        bytes32 id = openBySig(requester, START, sig);
        expect(abi.encodeWithSelector(E.Settlement_CampaignExists.selector, id));
        openBySig(requester, START, sig);
    }

    function test_openBySig_WhenTheRequesterIsAContractThatAccepts() external {
        address wallet = address(new Accepting1271());
        fund(wallet, AMOUNT);
        openBySig(wallet, START, "anything");
        assertSolvent(AMOUNT);
    }

    function test_openBySig_WhenTheRequesterHasDelegatedCodeButSignsWithTheKey() external {
        vm.etch(requester, hex"fe");
        openBySig(requester, START, openSignature(REQUESTER_KEY, START));
        assertSolvent(AMOUNT);
    }

    function test_openBySig_WhenTheRequesterSigned() external {
        bytes memory sig = openSignature(REQUESTER_KEY, START);
        vm.prank(STRANGER);
        bytes32 id = openBySig(requester, START, sig);
        assertEq(id, settlement.campaignId(preimage(1)), "id of the requester");
    }

    /* TOP UP */

    function test_topUp_WhenTheIdIsUnknown() external {
        expect(abi.encodeWithSelector(E.Settlement_CampaignUnknown.selector, bytes32(uint256(7))));
        vm.prank(requester);
        settlement.topUp(bytes32(uint256(7)), 1);
    }

    function test_topUp_WhenTheBalanceWouldExceed96Bits() external {
        bytes32 id = openCampaign(1, type(uint96).max);
        expect(abi.encodeWithSelector(E.Settlement_DepositTooLarge.selector, uint256(type(uint96).max) + 1));
        vm.prank(requester);
        settlement.topUp(id, 1);
    }

    function test_topUp_WhenPaused() external {
        bytes32 id = openCampaign(1, AMOUNT);
        vm.prank(GUARDIAN);
        settlement.pause(1 days);
        expect(abi.encodeWithSelector(E.Settlement_Paused.selector, START + 1 days));
        vm.prank(requester);
        settlement.topUp(id, 1);
    }

    function test_topUp_WhenAllIsWell() external {
        bytes32 id = openCampaign(1, AMOUNT);
        free(id, 40e18);
        fund(STRANGER, 5e18);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.ToppedUp(id, STRANGER, 5e18);
        vm.prank(STRANGER);
        settlement.topUp(id, 5e18);
        assertEq(campaign(id).balance, 105e18, "balance");
        assertEq(campaign(id).balance - campaign(id).reserved, 40e18, "free balance stays free");
    }

    /* EXTEND */

    function test_extend_WhenTheCallerIsNotTheRequester() external {
        openCampaign(1, AMOUNT);
        expect(abi.encodeWithSelector(E.Settlement_NotRequester.selector, STRANGER, requester));
        vm.prank(STRANGER);
        settlement.extend(preimage(1), START + 100 days);
    }

    function test_extend_WhenTheIdIsUnknown() external {
        expect(abi.encodeWithSelector(E.Settlement_CampaignUnknown.selector, settlement.campaignId(preimage(1))));
        vm.prank(requester);
        settlement.extend(preimage(1), START + 100 days);
    }

    function test_extend_WhenClosing() external {
        bytes32 id = openCampaign(1, AMOUNT);
        closeCampaign(1);
        expect(abi.encodeWithSelector(E.Settlement_CampaignClosing.selector, id));
        vm.prank(requester);
        settlement.extend(preimage(1), START + 100 days);
    }

    function test_extend_WhenExpired() external {
        bytes32 id = openCampaign(1, AMOUNT);
        warpTo(START + 60 days);
        expect(abi.encodeWithSelector(E.Settlement_CampaignExpired.selector, id, START + 60 days));
        vm.prank(requester);
        settlement.extend(preimage(1), START + 100 days);
    }

    function test_extend_WhenTheNewExpiryIsNotLater() external {
        openCampaign(1, AMOUNT);
        uint256 same = START + 60 days;
        expect(abi.encodeWithSelector(E.Settlement_BadExpiry.selector, same, same, START + 400 days));
        vm.prank(requester);
        settlement.extend(preimage(1), same);
    }

    function test_extend_WhenTheNewExpiryIsMoreThan400DaysAhead() external {
        openCampaign(1, AMOUNT);
        uint256 far = START + 400 days + 1;
        expect(abi.encodeWithSelector(E.Settlement_BadExpiry.selector, far, START + 60 days, START + 400 days));
        vm.prank(requester);
        settlement.extend(preimage(1), far);
    }

    function test_extend_WhenAllIsWell() external {
        bytes32 id = openCampaign(1, AMOUNT);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.Extended(id, START + 400 days);
        vm.prank(requester);
        settlement.extend(preimage(1), START + 400 days);
        assertEq(campaign(id).expiry, START + 400 days, "expiry");
    }

    /* CLOSE */

    function test_close_WhenTheCallerIsNotTheRequester() external {
        openCampaign(1, AMOUNT);
        expect(abi.encodeWithSelector(E.Settlement_NotRequester.selector, STRANGER, requester));
        vm.prank(STRANGER);
        settlement.close(preimage(1));
    }

    function test_close_WhenClosingAlready() external {
        bytes32 id = openCampaign(1, AMOUNT);
        closeCampaign(1);
        expect(abi.encodeWithSelector(E.Settlement_CampaignClosing.selector, id));
        closeCampaign(1);
    }

    function test_close_WhenTheExpiryIsNearerThanTheNoticePeriod() external {
        bytes32 id = openCampaign(1, AMOUNT);
        warpTo(START + 59 days);
        closeCampaign(1);
        assertEq(campaign(id).expiry, START + 60 days, "expiry");
    }

    function test_close_WhenTheExpiryIsFarther() external {
        bytes32 id = openCampaign(1, AMOUNT);
        vm.prank(TIMELOCK);
        settlement.setNoticeDays(7);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.Closing(id, START + 14 days);
        closeCampaign(1);
        assertEq(campaign(id).expiry, START + 14 days, "the notice of the day of opening");
        assertTrue(campaign(id).state == CampaignState.Closing, "state");
    }

    /* REFUND */

    function test_refund_WhenTheCallerIsNotTheRequester() external {
        bytes32 id = openCampaign(1, AMOUNT);
        free(id, 40e18);
        warpTo(START + 90 days - 1);
        expect(abi.encodeWithSelector(E.Settlement_NotRequester.selector, STRANGER, requester));
        vm.prank(STRANGER);
        settlement.refund(preimage(1));
    }

    function test_refund_WhenAGenerationIsPending() external {
        bytes32 id = openCampaign(1, AMOUNT);
        free(id, 40e18);
        settleNothing(bytes32(0));
        expect(abi.encodeWithSelector(E.Settlement_GenerationPending.selector, 2, clock + DELAY));
        vm.prank(requester);
        settlement.refund(preimage(1));
    }

    function test_refund_WhenAVetoedGenerationIsNotUnwound() external {
        bytes32 id = openCampaign(1, AMOUNT);
        bytes32[] memory ids_ = list(id);
        uint256[] memory words_ = list(word(0, 0));
        settleWith(nextHeader(bytes32(0), ids_, words_), ids_, words_);
        veto(1);
        expect(abi.encodeWithSelector(E.Settlement_GenerationPending.selector, 1, type(uint40).max));
        vm.prank(requester);
        settlement.refund(preimage(1));
        unwindLast();
        expect(abi.encodeWithSelector(E.Settlement_NothingToRefund.selector, id));
        vm.prank(requester);
        settlement.refund(preimage(1));
    }

    function test_refund_WhenEverythingIsReserved() external {
        bytes32 id = openCampaign(1, AMOUNT);
        expect(abi.encodeWithSelector(E.Settlement_NothingToRefund.selector, id));
        vm.prank(requester);
        settlement.refund(preimage(1));
    }

    function test_refund_WhenSomethingIsFree() external {
        bytes32 id = openCampaign(1, AMOUNT);
        free(id, 40e18);
        uint256 before = token.balanceOf(requester);
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.Refunded(id, requester, 40e18);
        vm.prank(requester);
        settlement.refund(preimage(1));
        assertEq(token.balanceOf(requester) - before, 40e18, "paid");
        assertEq(campaign(id).balance, 60e18, "balance");
        assertEq(campaign(id).reserved, 60e18, "reserved");
        assertSolvent(60e18);
    }

    function test_refund_WhenTheExpiryInsideTheIdIsPast() external {
        bytes32 id = openCampaign(1, AMOUNT);
        uint256 before = token.balanceOf(requester);
        warpTo(START + 90 days);
        vm.prank(STRANGER);
        settlement.refund(preimage(1));
        assertEq(token.balanceOf(requester) - before, AMOUNT, "paid");
        assertTrue(campaign(id).state == CampaignState.None && campaign(id).expiry == 0, "cleared");
        expect(abi.encodeWithSelector(E.Settlement_CampaignUnknown.selector, id));
        vm.prank(requester);
        settlement.topUp(id, 1);
        expect(abi.encodeWithSelector(E.Settlement_BadExpiry.selector, START + 60 days, clock, clock + 400 days));
        openCampaign(1, AMOUNT);
    }

    function test_refund_WhenTheExpiryInsideTheIdIsStillToCome() external {
        bytes memory sig = openSignature(REQUESTER_KEY, START + 60 days);
        bytes32 id = openBySig(requester, START + 60 days, sig);
        closeCampaign(1);
        warpTo(START + 44 days);
        settlement.refund(preimage(1));
        assertSolvent(0);
        assertTrue(campaign(id).state == CampaignState.Closing, "slot kept");
        expect(abi.encodeWithSelector(E.Settlement_CampaignExists.selector, id));
        openBySig(requester, START + 60 days, sig);
        expect(abi.encodeWithSelector(E.Settlement_NothingToRefund.selector, id));
        settlement.refund(preimage(1));
    }

    function test_refund_AfterGraceWhilePendingOrPaused() external {
        openCampaign(1, AMOUNT);
        warpTo(START + 90 days);
        settleNothing(bytes32(0));
        vm.prank(GUARDIAN);
        settlement.pause(1 days);
        vm.prank(STRANGER);
        settlement.refund(preimage(1));
        assertSolvent(0);
    }

    function test_refund_ADebitUnwoundIntoAClearedSlotIsRefundable() external {
        bytes32 id = openCampaign(1, AMOUNT);
        warpTo(START + 90 days);
        settleOne(id, 30e18, bytes32(0));
        settlement.refund(preimage(1));
        veto(1);
        unwindLast();
        assertSolvent(30e18);
        settlement.refund(preimage(1));
        assertSolvent(0);
        assertEq(token.balanceOf(requester), 1e30, "everything is back");
    }

    /* HELPERS OF THESE TESTS */

    /// @dev Has the publisher release `amount` of the campaign, and lets that become final.
    function free(bytes32 id, uint256 amount) private {
        bytes32[] memory ids_ = list(id);
        uint256[] memory words_ = list(word(0, campaign(id).balance - amount));
        settleWith(nextHeader(bytes32(0), ids_, words_), ids_, words_);
        activate();
    }

    function closeCampaign(uint256 salt) private {
        vm.prank(requester);
        settlement.close(preimage(salt));
    }

    function permit() private returns (uint8, bytes32, bytes32) {
        vm.prank(requester);
        token.approve(address(settlement), 0);
        bytes32 typeHash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 structHash = keccak256(abi.encode(typeHash, requester, address(settlement), AMOUNT, 0, clock));
        return vm.sign(REQUESTER_KEY, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash)));
    }

    function openWithPermit(uint8 v, bytes32 r, bytes32 s) private {
        CampaignPreimage memory p = preimage(1);
        vm.prank(requester);
        settlement.openWithPermit(AMOUNT, p.expiryAtOpening, p.manifestHash, p.salt, clock, v, r, s);
    }

    function openHash(uint256 deadline) private view returns (bytes32) {
        CampaignPreimage memory p = preimage(1);
        return
            keccak256(abi.encode(OPEN_TYPEHASH, requester, AMOUNT, p.expiryAtOpening, p.manifestHash, p.salt, deadline));
    }

    function openSignature(uint256 key, uint256 deadline) private view returns (bytes memory) {
        return signature(key, openHash(deadline));
    }

    function openBySig(address who, uint256 deadline, bytes memory sig) private returns (bytes32) {
        CampaignPreimage memory p = preimage(1);
        return settlement.openBySig(who, AMOUNT, p.expiryAtOpening, p.manifestHash, p.salt, deadline, sig);
    }
}
