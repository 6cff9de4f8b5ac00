// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ClaimEntry} from "../../src/SettlementTypes.sol";
import {EpochHandler} from "./EpochHandler.sol";
import {Trees} from "./Trees.sol";
import {vm} from "./Vm.sol";

/// @notice Random but meaningful calls of everybody: requesters, publisher, guardian (see the parents), and here
/// contributors, relayers, forgers, the timelock, and those who have no right to what they try.
/// @dev Whether a claim must succeed is computed beforehand, apart from the contract; it must then, and else must not.
contract SettlementHandler is EpochHandler {
    bytes32 private constant CLAIM_TO_TYPEHASH =
        keccak256("ClaimTo(address account,address to,uint256 cumulative,uint256 deadline)");

    constructor() {
        deploy();
        for (uint256 i = 0; i < 3; ++i) {
            open(i, 200e18);
        }
    }

    /* CLAIMS */

    function claim(uint256 who, uint256 back) external watched(Call.Claim) {
        (uint256 generation, uint256 i) = (generationOf(back), bound(who, 0, WORKERS - 1));
        (address account, uint256 sum) = (workerAt(i), sums[generation][i]);
        bool isDue = isLive(generation) && isPayable(i, sum);
        (uint256 before, uint256 claimedBefore) = (token.balanceOf(account), settlement.claimed(account));
        try settlement.claim(account, sum, generation, proofOf(generation, i)) {
            rule(6, isLive(generation), "claimed from a generation that is not active");
            rule(4, token.balanceOf(account) - before == sum - claimedBefore, "paid another sum");
            rule(19, generation <= expectedEpoch && activeAtOf(generation) <= clock, "claimed what is pending");
        } catch {
            rule(22, !isDue, "a claim was blocked");
            rule(20, settlement.claimed(account) == claimedBefore, "a refused payee changed state");
        }
    }

    function claimTo(uint256 who, uint256 back) external watched(Call.Claim) {
        (uint256 generation, uint256 i) = (generationOf(back), bound(who, 0, WORKERS - 1));
        (address account, uint256 sum) = (workerAt(i), sums[generation][i]);
        bytes32 structHash = keccak256(abi.encode(CLAIM_TO_TYPEHASH, account, sinkOf(i), sum, clock));
        bytes memory sig = signature(workerKey(i), structHash);
        bytes32[] memory proof = proofOf(generation, i);
        uint256 before = settlement.claimed(account);
        try settlement.claimTo(account, address(this), sum, generation, clock, proof, sig) {
            rule(21, false, "paid to whom nobody signed for");
        } catch {}
        try settlement.claimTo(account, sinkOf(i), sum, generation, clock, proof, sig) {
            signedAway[account] += sum - before;
            rule(5, token.balanceOf(sinkOf(i)) == signedAway[account], "the recipient got another sum");
        } catch {}
        try settlement.claimTo(account, sinkOf(i), sum, generation, clock, proof, sig) {
            rule(21, false, "a signature paid twice");
        } catch {}
    }

    function claimAll(uint256 back, bool asSubtree) external watched(Call.Claim) {
        uint256 generation = generationOf(back);
        uint256[] memory packed = new uint256[](WORKERS);
        ClaimEntry[] memory entries = new ClaimEntry[](WORKERS);
        uint256[WORKERS] memory before;
        for (uint256 i = 0; i < WORKERS; ++i) {
            uint256 sum = sums[generation][i];
            before[i] = settlement.claimed(workerAt(i));
            packed[i] = uint256(uint160(workerAt(i))) << 96 | sum;
            entries[i] = ClaimEntry(workerAt(i), sum, proofOf(generation, i));
        }
        (bool isOk,) = address(settlement)
            .call(
                asSubtree
                    ? abi.encodeCall(settlement.claimSubtree, (packed, generation, noProof()))
                    : abi.encodeCall(settlement.claimMany, (entries, generation))
            );
        rule(6, !isOk || isLive(generation), "a batch from a generation that is not active");
        rule(11, isOk || !isLive(generation), "a batch was stopped");
        for (uint256 i = 0; isOk && i < WORKERS; ++i) {
            uint256 claimed = settlement.claimed(workerAt(i));
            rule(11, claimed == sums[generation][i] || !isPayable(i, sums[generation][i]), "a payable entry was left");
            rule(20, !token.isBlocked(workerAt(i)) || claimed == before[i], "a refused payee changed state");
        }
    }

    /// @dev Sums, accounts, paths and nodes that stand in no tree.
    function forge(uint256 who, uint256 back, uint256 sum, uint8 how) external watched(Call.Claim) {
        (uint256 generation, uint256 i) = (generationOf(back), bound(who, 0, WORKERS - 1));
        bytes32[] memory proof = proofOf(generation, i);
        address account = how % 4 == 0 ? STRANGER : workerAt(i);
        if (how % 4 == 1) proof = proofOf(generation, (i + 1) % WORKERS);
        if (how % 4 == 2) proof = noProof();
        sum = how % 4 == 3 ? bound(sum, 1, 1e24) : sums[generation][i];
        if (how % 4 == 3 && sum == sums[generation][i]) return;
        try settlement.claim(account, sum, generation, proof) {
            rule(10, false, "a claim that stands in no tree was paid");
        } catch {}
    }

    function block_(uint256 who, bool isBlocked) external {
        token.block_(workerAt(bound(who, 0, WORKERS - 1)), isBlocked);
    }

    /* ROLES */

    /// @dev Every role tries what is another's.
    function trespass(uint256 who, uint256 seed, uint256 value) external watched(Call.Other) {
        address[4] memory intruders = [PUBLISHER, GUARDIAN, TIMELOCK, STRANGER];
        address intruder = intruders[who % 4];
        bytes32 id = pick(seed);
        if (!isOver(campaign(id))) attempt(12, intruder, abi.encodeCall(settlement.refund, (preimages[id])));
        attempt(12, intruder, abi.encodeCall(settlement.close, (preimages[id])));
        attempt(12, intruder, abi.encodeCall(settlement.extend, (preimages[id], clock + 50 days)));
        attempt(12, intruder, abi.encodeCall(settlement.topUp, (id, 1)));
        if (intruder != PUBLISHER) attempt(12, intruder, abi.encodeCall(settlement.settle, (header, ids, words)));
        if (intruder != GUARDIAN) {
            attempt(12, intruder, abi.encodeCall(settlement.veto, (expectedEpoch)));
            attempt(12, intruder, abi.encodeCall(settlement.pause, (1)));
            attempt(12, intruder, abi.encodeCall(settlement.unpause, ()));
        }
        if (intruder == TIMELOCK) return;
        attempt(13, intruder, abi.encodeCall(settlement.setPublisher, (intruder)));
        attempt(13, intruder, abi.encodeCall(settlement.setGuardian, (intruder)));
        attempt(13, intruder, abi.encodeCall(settlement.setActivationDelay, (uint32(value))));
        attempt(13, intruder, abi.encodeCall(settlement.setMaxIncrease, (uint32(value))));
        attempt(13, intruder, abi.encodeCall(settlement.setNoticeDays, (uint8(value))));
        attempt(13, intruder, abi.encodeCall(settlement.setGraceDays, (uint8(value))));
    }

    /// @dev Values of all sizes; the bounds are checked by the invariant, the doubling here.
    function change(uint256 which, uint256 value) external watched(Call.Other) {
        (,,, uint32 before) = settlement.config();
        bytes[4] memory calls = [
            abi.encodeCall(settlement.setActivationDelay, (uint32(bound(value, 0, 20 days)))),
            abi.encodeCall(settlement.setMaxIncrease, (uint32(bound(value, 0, 3 * uint256(before))))),
            abi.encodeCall(settlement.setNoticeDays, (uint8(bound(value, 0, 40)))),
            abi.encodeCall(settlement.setGraceDays, (uint8(bound(value, 0, 100))))
        ];
        vm.prank(TIMELOCK);
        (bool isOk,) = address(settlement).call(calls[which % 4]);
        (,,, uint32 now_) = settlement.config();
        rule(13, !isOk || now_ <= 2 * uint256(before), "maxIncrease more than doubled");
    }

    function pass(uint256 seconds_) external {
        warpTo(clock + bound(seconds_, 1, 4 days));
    }

    function pause(uint256 seconds_) external watched(Call.Other) {
        vm.prank(GUARDIAN);
        try settlement.pause(uint32(bound(seconds_, 1, 2 days))) {} catch {}
    }

    /* PRIVATE */

    function attempt(uint256 number, address who, bytes memory data) private {
        vm.prank(who);
        (bool isOk,) = address(settlement).call(data);
        rule(number, !isOk, "somebody did what is another's");
    }

    /// @dev One of the last three, so that the one before the ring is tried too.
    function generationOf(uint256 back) private view returns (uint256) {
        return expectedEpoch > back % 3 ? expectedEpoch - back % 3 : expectedEpoch;
    }

    function isLive(uint256 generation) private view returns (bool) {
        return generation != 0 && generation + 1 >= expectedEpoch && activeAtOf(generation) <= clock;
    }

    function isPayable(uint256 i, uint256 sum) private view returns (bool) {
        uint256 already = settlement.claimed(workerAt(i));
        (uint256 published, uint256 claimed,) = settlement.totals();
        return sum > already && sum - already <= published - claimed && !token.isBlocked(workerAt(i));
    }

    function proofOf(uint256 generation, uint256 i) private view returns (bytes32[] memory) {
        return leaves[generation].length == 0 ? noProof() : Trees.proof(leaves[generation], i);
    }
}
