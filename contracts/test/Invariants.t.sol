// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Campaign} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {SettlementHandler} from "./support/SettlementHandler.sol";

/// @notice What holds after any sequence of honest and hostile calls.
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

    function invariant_holdsExactlyWhatItOwes() external view {
        uint256 sum = 0;
        for (uint256 i = 0; i < handler.campaignCount(); ++i) {
            sum += campaign(handler.campaignIds(i)).balance;
        }
        assertSolvent(sum);
    }

    function invariant_claimedNeverExceedsPublished() external view {
        (uint96 published, uint96 claimed,) = settlement.totals();
        assertTrue(claimed <= published, "claimed <= published");
        uint256 sum = 0;
        for (uint256 i = 0; i < handler.WORKERS(); ++i) {
            address who = handler.workerAt(i);
            assertEq(settlement.claimed(who), token.balanceOf(who), "paid what it claimed, and nothing else");
            assertTrue(settlement.claimed(who) >= handler.mostClaimed(who), "claimed never falls");
            sum += settlement.claimed(who);
        }
        assertEq(claimed, sum, "claimed is the sum over accounts");
    }

    function invariant_publishedAndHeldAreTheDebits() external view {
        (uint96 published,,) = settlement.totals();
        assertEq(published + settlement.held(), handler.debited() - handler.unwound(), "published + held");
    }

    function invariant_eachCampaignBalances() external view {
        for (uint256 i = 0; i < handler.campaignCount(); ++i) {
            bytes32 id = handler.campaignIds(i);
            Campaign memory c = campaign(id);
            assertTrue(c.reserved <= c.balance, "reserved <= balance");
            assertEq(
                handler.refundsOf(id) + handler.debitsOf(id) + c.balance,
                handler.depositsOf(id) + handler.unwoundOf(id),
                "refunds + debits - unwound + balance = deposits"
            );
        }
    }

    function invariant_headMovesOnlyBySettleAndUnwind() external view {
        assertEq(settlement.head(), handler.expectedHead(), "head");
        (,, uint32 epoch) = settlement.totals();
        assertEq(epoch, handler.expectedEpoch(), "epoch");
    }

    function invariant_theHandlerNeverSawAForbiddenSuccess() external view {
        assertEq(bytes(handler.broken()).length, 0, handler.broken());
    }

    /// @dev The invariants would prove little if the handler could not reach what they speak of.
    function test_theHandlerReachesPayoutsAndUnwinds() external {
        handler.settle(0, 50e18, false, 2);
        handler.pass(DELAY);
        handler.claim(1, 0);
        assertTrue(handler.mostClaimed(handler.workerAt(1)) > 0, "claimed");
        handler.settle(1, 50e18, true, 2);
        handler.vetoLast();
        handler.unwind();
        assertEq(handler.unwound(), 50e18, "unwound");
        assertEq(handler.settles(), 2, "settles");
        assertEq(bytes(handler.broken()).length, 0, handler.broken());
    }
}
