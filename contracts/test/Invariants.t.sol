// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Campaign} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {SettlementHandler} from "./support/SettlementHandler.sol";

/// @notice What holds after any sequence of honest and hostile calls. Books that can be read are read; what only a call
/// can show is noted by the handler as the call is made, under the same number.
contract InvariantsTest is SettlementTest {
    SettlementHandler private handler;

    function setUp() public override {
        handler = new SettlementHandler();
        (token, settlement) = (handler.theToken(), handler.theSettlement());
    }

    function targetContracts() external view returns (address[] memory targets) {
        targets = new address[](1);
        targets[0] = address(handler);
    }

    function invariant_01_holdsExactlyWhatItOwes() external view {
        uint256 sum = 0;
        for (uint256 i = 0; i < handler.campaignCount(); ++i) {
            sum += campaign(handler.campaignIds(i)).balance;
        }
        assertSolvent(sum);
    }

    function invariant_02_paysNoMoreThanWasPublished() external view {
        (uint96 published, uint96 claimed,) = settlement.totals();
        assertTrue(claimed <= published, "claimed <= published");
        uint256 sum = 0;
        for (uint256 i = 0; i < handler.WORKERS(); ++i) {
            sum += settlement.claimed(handler.workerAt(i));
        }
        assertEq(claimed, sum, "claimed is the sum over accounts");
    }

    function invariant_03_publishedAndHeldAreTheDebits() external view {
        (uint96 published,,) = settlement.totals();
        assertEq(published + settlement.held(), handler.debited() - handler.unwound(), "published + held");
        holds(3);
    }

    function invariant_04_claimedNeverFalls() external view {
        holds(4);
    }

    function invariant_05_paysOnlyAccountsAndWhomTheySignedFor() external view {
        for (uint256 i = 0; i < handler.WORKERS(); ++i) {
            (address who, address sink) = (handler.workerAt(i), handler.sinkOf(i));
            assertEq(token.balanceOf(sink), handler.signedAway(who), "what was signed away");
            assertEq(token.balanceOf(who) + token.balanceOf(sink), settlement.claimed(who), "what was claimed");
        }
        (, uint96 claimed,) = settlement.totals();
        uint256 inside = token.balanceOf(address(settlement));
        assertEq(handler.deposited(), inside + claimed + handler.refunded(), "nothing went anywhere else");
        holds(5);
    }

    function invariant_06_paysFromTheLastTwoActiveGenerations() external view {
        holds(6);
    }

    function invariant_07_unwindRestores() external view {
        holds(7);
    }

    function invariant_08_settlesFromTheHeadOnly() external view {
        holds(8);
    }

    function invariant_09_eachCampaignBalances() external view {
        for (uint256 i = 0; i < handler.campaignCount(); ++i) {
            bytes32 id = handler.campaignIds(i);
            assertEq(
                handler.refundsOf(id) + handler.debitsOf(id) + campaign(id).balance,
                handler.depositsOf(id) + handler.unwoundOf(id),
                "refunds + debits - unwound + balance = deposits"
            );
        }
        holds(9);
    }

    function invariant_10_paysNothingThatStandsInNoTree() external view {
        holds(10);
    }

    function invariant_11_batchesPayEveryPayableEntry() external view {
        holds(11);
    }

    function invariant_12_noRoleMovesABalanceOfAnother() external view {
        holds(12);
    }

    function invariant_13_parametersStayInBounds() external view {
        (address publisher, uint32 delay,, uint32 maxIncrease) = settlement.config();
        (address guardian, uint8 noticeDays, uint8 graceDays,) = settlement.roles();
        assertTrue(publisher == PUBLISHER && guardian == GUARDIAN, "roles");
        assertTrue(delay >= 6 hours && delay <= 14 days && maxIncrease >= 1, "delay, maxIncrease");
        assertTrue(noticeDays >= 7 && noticeDays <= 30 && graceDays >= 14 && graceDays <= 90, "notice, grace");
        holds(13);
    }

    function invariant_14_reservesNoMoreThanItHolds() external view {
        for (uint256 i = 0; i < handler.campaignCount(); ++i) {
            Campaign memory c = campaign(handler.campaignIds(i));
            assertTrue(c.reserved <= c.balance, "reserved <= balance");
        }
    }

    function invariant_15_earlyRefundsAreOfWhatIsFree() external view {
        holds(15);
    }

    function invariant_16_anIdOpensOnce() external view {
        holds(16);
    }

    function invariant_17_theTotalFallsByUnwindOnly() external view {
        holds(17);
    }

    function invariant_18_publishesAtMostMaxIncreaseADelay() external view {
        holds(18);
    }

    function invariant_19_onePendingGeneration() external view {
        (,, uint32 epoch) = settlement.totals();
        (, uint40 older) = settlement.ring((epoch + 1) & 1);
        assertTrue(older <= handler.now_() || older == type(uint40).max, "the older generation is not pending");
        holds(19);
    }

    function invariant_20_aRefusedPayeeChangesNothing() external view {
        holds(20);
    }

    function invariant_21_aSignaturePaysOnce() external view {
        holds(21);
    }

    function invariant_22_pauseBlocksNoWayOut() external view {
        holds(22);
    }

    function invariant_23_heldNeverGoesToACampaign() external view {
        holds(23);
    }

    function invariant_24_theHeadIsWhatSettleAndUnwindGave() external view {
        assertEq(settlement.head(), handler.expectedHead(), "head");
        (,, uint32 epoch) = settlement.totals();
        assertEq(epoch, handler.expectedEpoch(), "epoch");
        holds(24);
    }

    /// @dev The invariants would prove little if the handler could not reach what they speak of.
    function test_theHandlerReachesPayoutsSignaturesBatchesAndUnwinds() external {
        handler.settle(0, 50e18, false, 2);
        handler.pass(DELAY);
        handler.claim(1, 0);
        handler.claimTo(2, 0);
        handler.claimAll(0, true);
        for (uint256 i = 0; i < handler.WORKERS(); ++i) {
            assertEq(settlement.claimed(handler.workerAt(i)), 50e18 / handler.WORKERS(), "claimed");
        }
        assertTrue(handler.signedAway(handler.workerAt(2)) > 0, "signed away");
        handler.settle(1, 50e18, true, 2);
        handler.vetoLast();
        handler.unwind();
        assertEq(handler.unwound(), 50e18, "unwound");
        assertEq(handler.settles(), 2, "settles");
        for (uint256 number = 1; number <= 24; ++number) {
            holds(number);
        }
    }

    function holds(uint256 number) private view {
        string memory how = handler.broken(number);
        assertEq(bytes(how).length, 0, how);
    }
}
