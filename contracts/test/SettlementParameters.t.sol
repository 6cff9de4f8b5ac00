// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {ISettlementEvents} from "../src/ISettlementEvents.sol";
import {PRL} from "../src/PRL.sol";
import {Parameters} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {WeirdToken} from "./support/Tokens.sol";
import {vm} from "./support/Vm.sol";
import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

contract SettlementParametersTest is SettlementTest {
    /* CONSTRUCTOR */

    function test_constructor_WhenARoleIsZero() external {
        Parameters memory p = parameters();
        p.timelock = address(0);
        refuse(p, zero("timelock"));
        p = parameters();
        p.publisher = address(0);
        refuse(p, zero("publisher"));
        p = parameters();
        p.guardian = address(0);
        refuse(p, zero("guardian"));
    }

    function test_constructor_WhenPublisherAndGuardianAreTheSame() external {
        Parameters memory p = parameters();
        p.guardian = PUBLISHER;
        refuse(p, abi.encodeWithSelector(E.Settlement_SameKey.selector, PUBLISHER));
    }

    function test_constructor_WhenAValueIsOutOfBounds() external {
        Parameters memory p = parameters();
        p.maxActivationDelay = 14 days + 1;
        refuse(p, outOfBounds("maxActivationDelay", 14 days + 1, 6 hours, 14 days));
        p = parameters();
        p.maxActivationDelay = 6 hours - 1;
        refuse(p, outOfBounds("maxActivationDelay", 6 hours - 1, 6 hours, 14 days));
        p = parameters();
        p.activationDelay = 6 hours - 1;
        refuse(p, outOfBounds("activationDelay", 6 hours - 1, 6 hours, 14 days));
        p = parameters();
        p.maxIncrease = 0;
        refuse(p, outOfBounds("maxIncrease", 0, 1, type(uint32).max));
        p = parameters();
        p.noticeDays = 6;
        refuse(p, outOfBounds("noticeDays", 6, 7, 30));
        p = parameters();
        p.graceDays = 91;
        refuse(p, outOfBounds("graceDays", 91, 14, 90));
    }

    function test_constructor_WhenTheTokenHasMoreThan18Decimals() external {
        Parameters memory p = parameters();
        p.token = address(new WeirdToken(19));
        refuse(p, outOfBounds("decimals", 19, 0, 18));
    }

    function test_constructor_WhenAllIsWell() external {
        Parameters memory p = parameters();
        (p.activationDelay, p.minActivationDelay) = (0, 0);
        settlement = deploySettlement(p);
        assertEq(settlement.token(), address(token), "token");
        assertEq(settlement.timelock(), TIMELOCK, "timelock");
        assertEq(settlement.minActivationDelay(), 0, "min");
        assertEq(settlement.maxActivationDelay(), 14 days, "max");
        (address publisher, uint32 delay, uint32 pausedUntil, uint32 maxIncrease) = settlement.config();
        assertEq(publisher, PUBLISHER, "publisher");
        assertEq(delay + pausedUntil, 0, "delay, pause");
        assertEq(maxIncrease, MAX_INCREASE, "maxIncrease");
        (address guardian, uint8 noticeDays, uint8 graceDays, uint32 rearmAt) = settlement.roles();
        assertEq(guardian, GUARDIAN, "guardian");
        assertEq(noticeDays, 14, "notice");
        assertEq(graceDays, 30, "grace");
        assertEq(rearmAt, 0, "rearm");
    }

    function test_PRL_MintsItsWholeSupplyOnceToTheTreasury() external {
        PRL prl = new PRL("Perle", "PRL", STRANGER);
        assertEq(prl.balanceOf(STRANGER), 1e27, "treasury");
        assertEq(prl.totalSupply(), prl.SUPPLY(), "supply");
        assertTrue(prl.SUPPLY() < type(uint96).max, "fits in 96 bits");
        expect(abi.encodeWithSelector(IERC20Errors.ERC20InvalidReceiver.selector, address(0)));
        new PRL("Perle", "PRL", address(0));
    }

    /* SETTERS */

    function test_setters_WhenTheCallerIsNotTheTimelock() external {
        bytes memory why = abi.encodeWithSelector(E.Settlement_NotTimelock.selector, GUARDIAN);
        bytes[6] memory calls = [
            abi.encodeCall(settlement.setPublisher, (STRANGER)),
            abi.encodeCall(settlement.setGuardian, (STRANGER)),
            abi.encodeCall(settlement.setActivationDelay, (1 days)),
            abi.encodeCall(settlement.setMaxIncrease, (1)),
            abi.encodeCall(settlement.setNoticeDays, (7)),
            abi.encodeCall(settlement.setGraceDays, (14))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            refuse(GUARDIAN, calls[i], why);
        }
    }

    function test_setters_WhenARoleIsZeroOrBothRolesWouldBeTheSame() external {
        refuse(TIMELOCK, abi.encodeCall(settlement.setPublisher, (address(0))), zero("publisher"));
        refuse(TIMELOCK, abi.encodeCall(settlement.setGuardian, (address(0))), zero("guardian"));
        bytes memory same = abi.encodeWithSelector(E.Settlement_SameKey.selector, GUARDIAN);
        refuse(TIMELOCK, abi.encodeCall(settlement.setPublisher, (GUARDIAN)), same);
        same = abi.encodeWithSelector(E.Settlement_SameKey.selector, PUBLISHER);
        refuse(TIMELOCK, abi.encodeCall(settlement.setGuardian, (PUBLISHER)), same);
    }

    function test_setters_WhenAValueIsOutOfBounds() external {
        bytes memory why = outOfBounds("activationDelay", 6 hours - 1, 6 hours, 14 days);
        refuse(TIMELOCK, abi.encodeCall(settlement.setActivationDelay, (6 hours - 1)), why);
        why = outOfBounds("activationDelay", 14 days + 1, 6 hours, 14 days);
        refuse(TIMELOCK, abi.encodeCall(settlement.setActivationDelay, (14 days + 1)), why);
        refuse(TIMELOCK, abi.encodeCall(settlement.setNoticeDays, (6)), outOfBounds("noticeDays", 6, 7, 30));
        refuse(TIMELOCK, abi.encodeCall(settlement.setNoticeDays, (31)), outOfBounds("noticeDays", 31, 7, 30));
        refuse(TIMELOCK, abi.encodeCall(settlement.setGraceDays, (13)), outOfBounds("graceDays", 13, 14, 90));
        refuse(TIMELOCK, abi.encodeCall(settlement.setGraceDays, (91)), outOfBounds("graceDays", 91, 14, 90));
    }

    function test_setters_WhenNothingWouldChange() external {
        refuseSame(abi.encodeCall(settlement.setPublisher, (PUBLISHER)), "publisher", uint160(PUBLISHER));
        refuseSame(abi.encodeCall(settlement.setGuardian, (GUARDIAN)), "guardian", uint160(GUARDIAN));
        refuseSame(abi.encodeCall(settlement.setActivationDelay, (DELAY)), "activationDelay", DELAY);
        refuseSame(abi.encodeCall(settlement.setMaxIncrease, (MAX_INCREASE)), "maxIncrease", MAX_INCREASE);
        refuseSame(abi.encodeCall(settlement.setNoticeDays, (14)), "noticeDays", 14);
        refuseSame(abi.encodeCall(settlement.setGraceDays, (30)), "graceDays", 30);
    }

    function test_setMaxIncrease_WhenItMoreThanDoubles() external {
        bytes memory why = outOfBounds("maxIncrease", 2 * MAX_INCREASE + 1, 1, 2 * MAX_INCREASE);
        refuse(TIMELOCK, abi.encodeCall(settlement.setMaxIncrease, (2 * MAX_INCREASE + 1)), why);
        why = outOfBounds("maxIncrease", 0, 1, 2 * MAX_INCREASE);
        refuse(TIMELOCK, abi.encodeCall(settlement.setMaxIncrease, (0)), why);
        vm.prank(TIMELOCK);
        settlement.setMaxIncrease(2 * MAX_INCREASE);
    }

    function test_setters_WhenAllIsWell() external {
        set(abi.encodeCall(settlement.setPublisher, (STRANGER)), "publisher", uint160(STRANGER));
        set(abi.encodeCall(settlement.setGuardian, (PUBLISHER)), "guardian", uint160(PUBLISHER));
        set(abi.encodeCall(settlement.setActivationDelay, (14 days)), "activationDelay", 14 days);
        set(abi.encodeCall(settlement.setMaxIncrease, (1)), "maxIncrease", 1);
        set(abi.encodeCall(settlement.setNoticeDays, (30)), "noticeDays", 30);
        set(abi.encodeCall(settlement.setGraceDays, (90)), "graceDays", 90);
        (address publisher, uint32 delay,, uint32 maxIncrease) = settlement.config();
        assertEq(publisher, STRANGER, "publisher");
        assertEq(delay, 14 days, "delay");
        assertEq(maxIncrease, 1, "maxIncrease");
        (address guardian, uint8 noticeDays, uint8 graceDays,) = settlement.roles();
        assertEq(guardian, PUBLISHER, "guardian");
        assertEq(noticeDays, 30, "notice");
        assertEq(graceDays, 90, "grace");
    }

    function testFuzz_setters_StayInBounds(uint32 delay, uint32 maxIncrease, uint8 noticeDays, uint8 graceDays)
        external
    {
        attempt(abi.encodeCall(settlement.setActivationDelay, (delay)));
        attempt(abi.encodeCall(settlement.setMaxIncrease, (maxIncrease)));
        attempt(abi.encodeCall(settlement.setNoticeDays, (noticeDays)));
        attempt(abi.encodeCall(settlement.setGraceDays, (graceDays)));
        (, uint32 delayNow,, uint32 increaseNow) = settlement.config();
        (, uint8 noticeNow, uint8 graceNow,) = settlement.roles();
        assertTrue(delayNow >= 6 hours && delayNow <= 14 days, "delay");
        assertTrue(increaseNow >= 1 && increaseNow <= 2 * MAX_INCREASE, "maxIncrease");
        assertTrue(noticeNow >= 7 && noticeNow <= 30, "notice");
        assertTrue(graceNow >= 14 && graceNow <= 90, "grace");
    }

    /* PAUSE, UNPAUSE */

    function test_pause_WhenTheCallerIsNotTheGuardian() external {
        bytes memory why = abi.encodeWithSelector(E.Settlement_NotGuardian.selector, TIMELOCK);
        refuse(TIMELOCK, abi.encodeCall(settlement.pause, (1)), why);
    }

    function test_pause_WhenLongerThan14DaysOrNothing() external {
        bytes memory why = outOfBounds("pauseSeconds", 14 days + 1, 1, 14 days);
        refuse(GUARDIAN, abi.encodeCall(settlement.pause, (14 days + 1)), why);
        refuse(GUARDIAN, abi.encodeCall(settlement.pause, (0)), outOfBounds("pauseSeconds", 0, 1, 14 days));
    }

    function test_pause_WhenLessThan14DaysHavePassedSinceTheLastPauseEnded() external {
        vm.prank(GUARDIAN);
        settlement.pause(2 days);
        warpTo(START + 16 days - 1);
        bytes memory why = abi.encodeWithSelector(E.Settlement_PauseTooSoon.selector, START + 16 days);
        refuse(GUARDIAN, abi.encodeCall(settlement.pause, (1 days)), why);
        warpTo(START + 16 days);
        vm.prank(GUARDIAN);
        settlement.pause(1 days);
    }

    function test_pause_WhenAllIsWell() external {
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.ParameterChanged("pausedUntil", START + 14 days);
        vm.prank(GUARDIAN);
        settlement.pause(14 days);
        warpTo(START + 14 days - 1);
        expect(abi.encodeWithSelector(E.Settlement_Paused.selector, START + 14 days));
        openCampaign(1, 1e18);
        warpTo(START + 14 days);
        openCampaign(1, 1e18);
    }

    function test_unpause_WhenTheCallerIsNotTheGuardian() external {
        bytes memory why = abi.encodeWithSelector(E.Settlement_NotGuardian.selector, PUBLISHER);
        refuse(PUBLISHER, abi.encodeCall(settlement.unpause, ()), why);
    }

    function test_unpause_WhenNotPaused() external {
        bytes memory why = abi.encodeWithSelector(E.Settlement_NotPaused.selector);
        refuse(GUARDIAN, abi.encodeCall(settlement.unpause, ()), why);
    }

    function test_unpause_WhenPaused() external {
        vm.prank(GUARDIAN);
        settlement.pause(2 days);
        warpTo(START + 1 days);
        vm.prank(GUARDIAN);
        settlement.unpause();
        openCampaign(1, 1e18);
        (,,, uint32 rearmAt) = settlement.roles();
        assertEq(rearmAt, START + 16 days, "rearm");
    }

    /* HELPERS OF THESE TESTS */

    function refuse(Parameters memory p, bytes memory why) private {
        expect(why);
        deploySettlement(p);
    }

    function refuse(address caller, bytes memory data, bytes memory why) private {
        vm.prank(caller);
        (bool isOk, bytes memory result) = address(settlement).call(data);
        assertTrue(!isOk && keccak256(result) == keccak256(why), "refused for this reason");
    }

    function refuseSame(bytes memory data, bytes32 name, uint256 value) private {
        refuse(TIMELOCK, data, abi.encodeWithSelector(E.Settlement_AlreadySet.selector, name, value));
    }

    function set(bytes memory data, bytes32 name, uint256 value) private {
        vm.expectEmit(true, true, true, true, address(settlement));
        emit ISettlementEvents.ParameterChanged(name, value);
        assertTrue(attempt(data), "set");
    }

    function attempt(bytes memory data) private returns (bool isOk) {
        vm.prank(TIMELOCK);
        (isOk,) = address(settlement).call(data);
    }

    function zero(bytes32 name) private pure returns (bytes memory) {
        return abi.encodeWithSelector(E.Settlement_ZeroAddress.selector, name);
    }

    function outOfBounds(bytes32 name, uint256 value, uint256 min, uint256 max) private pure returns (bytes memory) {
        return abi.encodeWithSelector(E.Settlement_OutOfBounds.selector, name, value, min, max);
    }
}
