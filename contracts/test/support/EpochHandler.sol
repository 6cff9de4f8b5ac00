// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Header} from "../../src/SettlementTypes.sol";
import {CampaignHandler} from "./CampaignHandler.sol";
import {Trees} from "./Trees.sol";
import {vm} from "./Vm.sol";

/// @notice The publisher, honest and false, and the guardian. Keeps what was before the last settle, to see it again.
abstract contract EpochHandler is CampaignHandler {
    bytes32 public expectedHead;
    uint256 public expectedEpoch;
    uint256 public settles;
    uint256 public unwinds;

    mapping(uint256 generation => uint256[WORKERS]) internal sums;
    mapping(uint256 generation => bytes32[]) internal leaves;
    uint256 private lastActiveAt;
    Snapshot private beforeSettle;
    uint256 private depositsAtSettle;
    uint256 private refundsAtSettle;

    /// @param falseSums Leaves of any size, and reserves released to zero.
    function settle(uint256 seed, uint256 debitSeed, bool falseSums, int256 heldSeed) external watched(Call.Settle) {
        bytes32 id = pick(seed);
        uint256 balance = campaign(id).balance;
        uint256 debit = bound(debitSeed, 0, balance > 100e18 ? 100e18 : balance);
        bytes32[] memory ids_ = list(id);
        uint256[] memory words_ = list(word(debit, falseSums ? 0 : balance - debit));
        Header memory next = nextHeader(bytes32(0), ids_, words_);
        int256 heldDelta = heldMove(heldSeed, debit);
        (next.heldDelta, next.total) = (heldDelta, uint256(int256(next.total) - heldDelta));
        uint256[WORKERS] memory leafSums = sumsOf(next.total, falseSums);
        next.payoutRoot = Trees.root(leavesOf(leafSums));

        Snapshot memory before = snapshot();
        bool wasPending = isPending();
        (, uint32 delay,, uint32 maxIncrease) = settlement.config();
        vm.prank(PUBLISHER);
        try settlement.settle(next, ids_, words_) {
            (header, ids, words) = (next, ids_, words_);
            (sums[next.epoch], leaves[next.epoch]) = (leafSums, leavesOf(leafSums));
            rule(8, next.prevHead == before.head, "settled on another head");
            rule(18, clock >= lastActiveAt, "settled within one delay");
            rule(18, next.total - before.published <= uint256(maxIncrease) * 1e18, "published more than maxIncrease");
            rule(18, debit <= uint256(maxIncrease) * 1e18, "debited more than maxIncrease");
            rule(19, !wasPending, "settled over a pending generation");
            rule(19, activeAtOf(next.epoch) == clock + delay, "activates at another time");
            rule(22, !isPaused(), "settled while paused");
            rule(23, campaign(id).balance == balance - debit, "a campaign lost another sum than its debit");
            rule(23, int256(uint256(settlement.held())) == int256(before.held) + heldDelta, "held moved otherwise");
            (expectedHead, expectedEpoch) = (keccak256(abi.encode(next)), next.epoch);
            (beforeSettle, depositsAtSettle, refundsAtSettle) = (before, depositsOf[id], refundsOf[id]);
            debitsOf[id] += debit;
            debited += debit;
            lastActiveAt = clock + delay;
            ++settles;
        } catch {
            rule(7, wasPending || isPaused() || debit > uint256(maxIncrease) * 1e18, "an honest settle was refused");
        }
    }

    function vetoLast() external watched(Call.Other) {
        bool wasPending = isPending() && activeAtOf(newest()) != type(uint40).max;
        vm.prank(GUARDIAN);
        try settlement.veto(expectedEpoch) {
            rule(6, wasPending, "vetoed an active generation");
        } catch {
            rule(6, !wasPending, "a veto was blocked");
        }
    }

    function unwind() external watched(Call.Unwind) {
        if (settles == 0) return;
        bytes32 id = ids[0];
        Snapshot memory before = snapshot();
        uint256 balance = campaign(id).balance;
        bool isVetoed = activeAtOf(newest()) == type(uint40).max;
        try settlement.unwind(header, ids, words) {
            rule(7, isVetoed, "unwound without a veto");
            uint256 back = campaign(id).balance - balance;
            unwoundOf[id] += back;
            unwound += back;
            ++unwinds;
            (expectedHead, expectedEpoch, lastActiveAt) = (header.prevHead, header.epoch - 1, 0);
            uint256 heldNow = settlement.held();
            (uint256 publishedNow, uint256 claimedNow,) = settlement.totals();
            rule(3, publishedNow + heldNow + back == before.published + before.held, "unwind lost something");
            rule(7, campaign(id).reserved == campaign(id).balance, "unwind left a release in force");
            rule(7, settlement.head() == beforeSettle.head && newest() == beforeSettle.epoch, "another head or epoch");
            rule(7, activeAtOf(header.epoch) == type(uint40).max || header.epoch == newest(), "the slot is usable");
            rule(7, newest() == 0 || !isPending(), "the generation before is not active");
            if (claimedNow > beforeSettle.published) return;
            rule(17, publishedNow == beforeSettle.published, "published fell by another sum than the increase");
            rule(7, heldNow == beforeSettle.held, "held is not what it was");
            uint256 since = depositsOf[id] - depositsAtSettle;
            rule(7, campaign(id).balance + refundsOf[id] - refundsAtSettle == balanceBefore(id) + since, "balance");
        } catch {
            rule(22, !isVetoed, "unwind was blocked after a veto");
        }
    }

    /// @dev A header that is not the newest, or arguments that are not its own.
    function unwindWrongly(uint256 debit) external watched(Call.Other) {
        if (settles == 0) return;
        Header memory wrong = header;
        wrong.total += 1;
        try settlement.unwind(wrong, ids, words) {
            rule(24, false, "unwound another header");
        } catch {}
        try settlement.unwind(header, ids, list(word(bound(debit, 101e18, 900e18), 0))) {
            rule(24, false, "unwound other debits");
        } catch {}
    }

    function sumsOf(uint256 total, bool falseSums) private pure returns (uint256[WORKERS] memory leafSums) {
        for (uint256 i = 0; i < WORKERS; ++i) {
            leafSums[i] = falseSums ? total * (i + 1) / 2 : total / WORKERS;
        }
    }

    function leavesOf(uint256[WORKERS] memory leafSums) private view returns (bytes32[] memory built) {
        built = new bytes32[](WORKERS);
        for (uint256 i = 0; i < WORKERS; ++i) {
            built[i] = settlement.payoutLeaf(workerAt(i), leafSums[i]);
        }
    }

    function balanceBefore(bytes32 id) private view returns (uint256) {
        for (uint256 i = 0; i < beforeSettle.balances.length; ++i) {
            if (campaignIds[i] == id) return beforeSettle.balances[i];
        }
        return 0;
    }

    /// @dev Some of the debit into held, or some of held out, or nothing.
    function heldMove(int256 seed, uint256 debit) private view returns (int256) {
        uint256 size = uint256(seed) >> 2;
        uint256 held = settlement.held();
        if (seed % 3 == 0) return int256(bound(size, 0, debit));
        if (seed % 3 == 1) return -int256(bound(size, 0, held > 50e18 ? 50e18 : held));
        return 0;
    }
}
