// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "../../src/ISettlement.sol";
import {Campaign, CampaignPreimage, ClaimEntry, Header} from "../../src/SettlementTypes.sol";
import {SettlementFixture} from "./SettlementFixture.sol";
import {WeirdToken} from "./Tokens.sol";
import {Trees} from "./Trees.sol";
import {vm} from "./Vm.sol";

/// @notice Random but meaningful calls; keeps its own books, from which the invariants are told.
/// @dev Roots come from honest leaves (within what was published) or from false ones (any sums).
contract SettlementHandler is SettlementFixture {
    uint256 public constant WORKERS = 4;

    bytes32[] public campaignIds;
    mapping(bytes32 id => CampaignPreimage) private preimages;
    mapping(bytes32 id => uint256) public depositsOf;
    mapping(bytes32 id => uint256) public refundsOf;
    mapping(bytes32 id => uint256) public debitsOf;
    mapping(bytes32 id => uint256) public unwoundOf;
    mapping(address account => uint256) public mostClaimed;
    uint256 public debited;
    uint256 public unwound;
    bytes32 public expectedHead;
    uint256 public expectedEpoch;
    uint256 public settles;
    uint256 public opens;
    /// @dev The name of the first rule that a successful call broke.
    string public broken;

    mapping(uint256 generation => uint256[WORKERS]) private sums;
    uint256 private lastSettledAt;

    constructor() {
        deploy();
        for (uint256 i = 0; i < 3; ++i) {
            open(i, 200e18);
        }
    }

    function theToken() external view returns (WeirdToken) {
        return token;
    }

    function theSettlement() external view returns (ISettlement) {
        return settlement;
    }

    function campaignCount() external view returns (uint256) {
        return campaignIds.length;
    }

    function workerAt(uint256 i) public pure returns (address) {
        return account(i);
    }

    /* CAMPAIGNS */

    function open(uint256 salt, uint256 amount) public {
        amount = bound(amount, 1, 300e18);
        CampaignPreimage memory p =
            CampaignPreimage(requester, clock + 20 days, keccak256("terms"), bytes32(bound(salt, 0, 9)));
        vm.prank(requester);
        try settlement.open(amount, p.expiryAtOpening, p.manifestHash, p.salt) returns (bytes32 id) {
            if (depositsOf[id] != 0) broken = "an id opened twice";
            campaignIds.push(id);
            preimages[id] = p;
            depositsOf[id] += amount;
            ++opens;
        } catch {}
    }

    function topUp(uint256 seed, uint256 amount) external {
        bytes32 id = pick(seed);
        amount = bound(amount, 1, 50e18);
        vm.prank(requester);
        try settlement.topUp(id, amount) {
            depositsOf[id] += amount;
        } catch {}
    }

    function close(uint256 seed) external {
        bytes32 id = pick(seed);
        vm.prank(requester);
        try settlement.close(preimages[id]) {} catch {}
    }

    function extend(uint256 seed) external {
        bytes32 id = pick(seed);
        vm.prank(requester);
        try settlement.extend(preimages[id], clock + 60 days) {} catch {}
    }

    function refund(uint256 seed, bool asStranger) external {
        bytes32 id = pick(seed);
        Campaign memory before = campaign(id);
        bool isOver = clock >= before.expiry + uint256(before.graceDays) * 1 days;
        bool isPending = pendingUntil() > clock;
        vm.prank(asStranger ? STRANGER : requester);
        try settlement.refund(preimages[id]) {
            uint256 paid = before.balance - campaign(id).balance;
            refundsOf[id] += paid;
            if (!isOver && asStranger) broken = "a stranger refunded early";
            if (!isOver && isPending) broken = "an early refund while a generation was pending";
            if (!isOver && paid > before.balance - before.reserved) broken = "an early refund of what is reserved";
        } catch {}
    }

    /* EPOCHS */

    /// @param falseSums Leaves of any size, and reserves released to zero.
    function settle(uint256 seed, uint256 debitSeed, bool falseSums, int256 heldSeed) external {
        bytes32 id = pick(seed);
        uint256 balance = campaign(id).balance;
        uint256 debit = bound(debitSeed, 0, balance > 100e18 ? 100e18 : balance);
        bytes32[] memory ids_ = list(id);
        uint256[] memory words_ = list(word(debit, falseSums ? 0 : balance - debit));
        Header memory next = nextHeader(bytes32(0), ids_, words_);
        int256 heldDelta = heldMove(heldSeed, debit);
        (next.heldDelta, next.total) = (heldDelta, uint256(int256(next.total) - heldDelta));
        next.payoutRoot = Trees.root(leavesOf(next.epoch, next.total, falseSums));

        bool wasPending = pendingUntil() > clock;
        vm.prank(PUBLISHER);
        try settlement.settle(next, ids_, words_) {
            if (wasPending) broken = "settled over a pending generation";
            if (lastSettledAt != 0 && clock < lastSettledAt + DELAY) broken = "settled within one delay";
            (header, ids, words) = (next, ids_, words_);
            debitsOf[id] += debit;
            debited += debit;
            expectedHead = keccak256(abi.encode(next));
            expectedEpoch = next.epoch;
            lastSettledAt = clock;
            ++settles;
        } catch {}
    }

    function vetoLast() external {
        bool isPending = pendingUntil() > clock;
        vm.prank(GUARDIAN);
        try settlement.veto(expectedEpoch) {
            if (!isPending) broken = "vetoed an active generation";
        } catch {}
    }

    function unwind() external {
        if (settles == 0) return;
        bytes32 id = ids[0];
        uint256 before = campaign(id).balance;
        (uint96 publishedBefore,,) = settlement.totals();
        uint256 heldBefore = settlement.held();
        bool isVetoed = pendingUntil() == type(uint40).max;
        try settlement.unwind(header, ids, words) {
            if (!isVetoed) broken = "unwound without a veto";
            (uint96 published,,) = settlement.totals();
            uint256 back = campaign(id).balance - before;
            unwoundOf[id] += back;
            unwound += back;
            if (uint256(published) + settlement.held() + back != publishedBefore + heldBefore) {
                broken = "unwind lost something";
            }
            if (campaign(id).reserved != campaign(id).balance) broken = "unwind left a release in force";
            expectedHead = header.prevHead;
            expectedEpoch = header.epoch - 1;
            lastSettledAt = 0;
        } catch {
            if (isVetoed) broken = "unwind reverted after a veto";
        }
    }

    /* CLAIMS */

    function claim(uint256 who, uint256 back) external {
        (uint256 generation, bytes32[] memory leaves) = live(back);
        uint256 i = bound(who, 0, WORKERS - 1);
        bool isClaimable = activeAt(generation) <= clock;
        try settlement.claim(account(i), sums[generation][i], generation, Trees.proof(leaves, i)) {
            if (!isClaimable) broken = "claimed from a generation that is not active";
            note();
        } catch {}
    }

    function claimAll(uint256 back, bool asSubtree) external {
        (uint256 generation, bytes32[] memory leaves) = live(back);
        uint256[] memory packed = new uint256[](WORKERS);
        ClaimEntry[] memory entries = new ClaimEntry[](WORKERS);
        for (uint256 i = 0; i < WORKERS; ++i) {
            packed[i] = uint256(uint160(account(i))) << 96 | sums[generation][i];
            entries[i] = ClaimEntry(account(i), sums[generation][i], Trees.proof(leaves, i));
        }
        if (asSubtree) {
            try settlement.claimSubtree(packed, generation, noProof()) {} catch {}
        } else {
            try settlement.claimMany(entries, generation) {} catch {}
        }
        note();
    }

    function block_(uint256 who, bool isBlocked) external {
        token.block_(account(bound(who, 0, WORKERS - 1)), isBlocked);
    }

    /* TIME */

    function pass(uint256 seconds_) external {
        warpTo(clock + bound(seconds_, 1, 4 days));
    }

    function pause(uint256 seconds_) external {
        vm.prank(GUARDIAN);
        try settlement.pause(uint32(bound(seconds_, 1, 2 days))) {} catch {}
    }

    /* PRIVATE */

    function pick(uint256 seed) private view returns (bytes32) {
        return campaignIds[seed % campaignIds.length];
    }

    function activeAt(uint256 generation) private view returns (uint40 at_) {
        (, at_) = settlement.ring(generation & 1);
    }

    function pendingUntil() private view returns (uint256) {
        return activeAt(expectedEpoch);
    }

    /// @dev Some of the debit into held, or some of held out, or nothing.
    function heldMove(int256 seed, uint256 debit) private view returns (int256) {
        uint256 size = uint256(seed) >> 2;
        if (seed % 3 == 0) return int256(bound(size, 0, debit));
        if (seed % 3 == 1) return -int256(bound(size, 0, settlement.held()));
        return 0;
    }

    /// @dev Honest sums never fall and add up to no more than the total.
    function leavesOf(uint256 epoch, uint256 total, bool falseSums) private returns (bytes32[] memory leaves) {
        leaves = new bytes32[](WORKERS);
        for (uint256 i = 0; i < WORKERS; ++i) {
            sums[epoch][i] = falseSums ? total * (i + 1) / 2 : total / WORKERS;
            leaves[i] = settlement.payoutLeaf(account(i), sums[epoch][i]);
        }
    }

    /// @dev The newest generation or one before, with the leaves it was settled with.
    function live(uint256 back) private view returns (uint256 generation, bytes32[] memory leaves) {
        generation = expectedEpoch > 0 && back % 2 == 1 ? expectedEpoch - 1 : expectedEpoch;
        leaves = new bytes32[](WORKERS);
        for (uint256 i = 0; i < WORKERS; ++i) {
            leaves[i] = settlement.payoutLeaf(account(i), sums[generation][i]);
        }
    }

    function note() private {
        for (uint256 i = 0; i < WORKERS; ++i) {
            uint256 claimed = settlement.claimed(account(i));
            if (claimed < mostClaimed[account(i)]) broken = "claimed fell";
            mostClaimed[account(i)] = claimed;
        }
    }
}
