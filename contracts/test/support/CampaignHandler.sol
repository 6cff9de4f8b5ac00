// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Campaign, CampaignPreimage} from "../../src/SettlementTypes.sol";
import {HandlerBooks} from "./HandlerBooks.sol";
import {vm} from "./Vm.sol";

/// @notice Requesters: they open, top up, extend, close and take refunds, at good and at bad moments.
abstract contract CampaignHandler is HandlerBooks {
    function open(uint256 salt, uint256 amount) public watched(Call.Campaign) {
        if (campaignIds.length == MOST_CAMPAIGNS) return;
        amount = bound(amount, 1, 300e18);
        CampaignPreimage memory p =
            CampaignPreimage(requester, clock + 20 days, keccak256("terms"), bytes32(bound(salt, 0, 9)));
        bytes32 id = settlement.campaignId(p);
        vm.prank(requester);
        try settlement.open(amount, p.expiryAtOpening, p.manifestHash, p.salt) {
            rule(16, depositsOf[id] == 0, "an id opened twice");
            rule(22, !isPaused(), "opened while paused");
            campaignIds.push(id);
            preimages[id] = p;
            credit(id, amount);
        } catch {}
    }

    /// @dev The same id again, after anything that may have happened to it.
    function reopen(uint256 seed, uint256 amount) external watched(Call.Campaign) {
        CampaignPreimage memory p = preimages[pick(seed)];
        vm.prank(requester);
        try settlement.open(bound(amount, 1, 50e18), p.expiryAtOpening, p.manifestHash, p.salt) {
            rule(16, false, "an id opened twice");
        } catch {}
    }

    function topUp(uint256 seed, uint256 amount) external watched(Call.Campaign) {
        bytes32 id = pick(seed);
        amount = bound(amount, 1, 50e18);
        vm.prank(requester);
        try settlement.topUp(id, amount) {
            credit(id, amount);
        } catch {}
    }

    function close(uint256 seed) external watched(Call.Other) {
        vm.prank(requester);
        try settlement.close(preimages[pick(seed)]) {} catch {}
    }

    function extend(uint256 seed) external watched(Call.Other) {
        vm.prank(requester);
        try settlement.extend(preimages[pick(seed)], clock + 60 days) {} catch {}
    }

    function refund(uint256 seed, bool asStranger) external watched(Call.Campaign) {
        bytes32 id = pick(seed);
        Campaign memory before = campaign(id);
        bool isLate = isOver(before);
        uint256 free = isLate ? before.balance : before.balance - before.reserved;
        bool isAllowed = free > 0 && (isLate || (!asStranger && !isPending()));
        uint256 purse = token.balanceOf(requester);
        vm.prank(asStranger ? STRANGER : requester);
        try settlement.refund(preimages[id]) {
            uint256 paid = before.balance - campaign(id).balance;
            rule(15, isAllowed, "a refund by a stranger, of what is reserved, or while a generation was pending");
            rule(15, paid <= free, "a refund of more than is free");
            rule(9, token.balanceOf(requester) == purse + paid, "a refund went to somebody else");
            refundsOf[id] += paid;
            refunded += paid;
        } catch {
            rule(22, !isAllowed, "a refund was blocked");
        }
    }

    function credit(bytes32 id, uint256 amount) private {
        depositsOf[id] += amount;
        deposited += amount;
    }
}
