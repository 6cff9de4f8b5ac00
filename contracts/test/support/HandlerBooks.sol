// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "../../src/ISettlement.sol";
import {Campaign, CampaignPreimage} from "../../src/SettlementTypes.sol";
import {SettlementFixture} from "./SettlementFixture.sol";
import {WeirdToken} from "./Tokens.sol";
import {vm} from "./Vm.sol";

/// @notice What the handler keeps beside the contract, and what no call of any kind may do. Rules bear the numbers of the
/// invariants in `Invariants.tree`.
abstract contract HandlerBooks is SettlementFixture {
    enum Call {
        Campaign,
        Settle,
        Unwind,
        Claim,
        Other
    }

    struct Snapshot {
        bytes32 head;
        uint256 published;
        uint256 held;
        uint256 epoch;
        uint256 claimed;
        uint256[] balances;
        uint256[] reserves;
        bool[] isOver;
    }

    uint256 public constant WORKERS = 4;
    /// @dev Enough for meetings of all kinds; every call looks at each of them.
    uint256 internal constant MOST_CAMPAIGNS = 6;

    /// @dev An address from a key is a cheat that takes long, so each is asked for once.
    address[WORKERS] private workers;

    bytes32[] public campaignIds;
    mapping(bytes32 id => CampaignPreimage) internal preimages;
    mapping(bytes32 id => uint256) public depositsOf;
    mapping(bytes32 id => uint256) public refundsOf;
    mapping(bytes32 id => uint256) public debitsOf;
    mapping(bytes32 id => uint256) public unwoundOf;
    mapping(address account => uint256) public signedAway;
    uint256 public refunded;
    uint256 public debited;
    uint256 public unwound;
    uint256 public deposited;
    /// @dev By number of the rule: how a call first broke it.
    mapping(uint256 number => string) public broken;

    constructor() {
        for (uint256 i = 0; i < WORKERS; ++i) {
            workers[i] = vm.addr(workerKey(i));
        }
    }

    modifier watched(Call kind) {
        Snapshot memory before = snapshot();
        _;
        compare(before, kind);
    }

    function theToken() external view returns (WeirdToken) {
        return token;
    }

    function theSettlement() external view returns (ISettlement) {
        return settlement;
    }

    function now_() external view returns (uint256) {
        return clock;
    }

    function campaignCount() public view returns (uint256) {
        return campaignIds.length;
    }

    function workerKey(uint256 i) internal pure returns (uint256) {
        return 0xB0B0 + i;
    }

    function workerAt(uint256 i) public view returns (address) {
        return workers[i];
    }

    /// @dev Where the i-th worker has claims sent by signature.
    function sinkOf(uint256 i) public pure returns (address) {
        return address(uint160(0x2000 + i));
    }

    function rule(uint256 number, bool holds, string memory what) internal {
        if (!holds && bytes(broken[number]).length == 0) broken[number] = what;
    }

    function pick(uint256 seed) internal view returns (bytes32) {
        return campaignIds[seed % campaignIds.length];
    }

    function activeAtOf(uint256 generation) internal view returns (uint256 activeAt) {
        (, activeAt) = settlement.ring(generation & 1);
    }

    function newest() internal view returns (uint256 epoch) {
        (,, epoch) = settlement.totals();
    }

    function isPending() internal view returns (bool) {
        return activeAtOf(newest()) > clock;
    }

    function isPaused() internal view returns (bool) {
        (,, uint32 until,) = settlement.config();
        return clock < until;
    }

    function isOver(Campaign memory c) internal view returns (bool) {
        return clock >= c.expiry + uint256(c.graceDays) * 1 days;
    }

    function snapshot() internal view returns (Snapshot memory s) {
        (s.published, s.claimed, s.epoch) = settlement.totals();
        (s.head, s.held) = (settlement.head(), settlement.held());
        uint256 count = campaignIds.length;
        (s.balances, s.reserves, s.isOver) = (new uint256[](count), new uint256[](count), new bool[](count));
        for (uint256 i = 0; i < count; ++i) {
            Campaign memory c = campaign(campaignIds[i]);
            (s.balances[i], s.reserves[i], s.isOver[i]) = (c.balance, c.reserved, isOver(c));
        }
    }

    function compare(Snapshot memory before, Call kind) private {
        Snapshot memory after_ = snapshot();
        rule(4, after_.claimed >= before.claimed, "claimed fell");
        bool mayMoveHead = kind == Call.Settle || kind == Call.Unwind;
        rule(8, mayMoveHead || after_.head == before.head, "the head moved outside settle and unwind");
        rule(17, kind == Call.Unwind || after_.published >= before.published, "published fell outside unwind");
        rule(23, mayMoveHead || after_.held == before.held, "held moved outside settle and unwind");
        for (uint256 i = 0; i < before.balances.length; ++i) {
            bool hasFallen = after_.reserves[i] < before.reserves[i];
            rule(15, !hasFallen || kind == Call.Settle || before.isOver[i], "a reserve fell outside settle");
            bool hasRisen = after_.balances[i] > before.balances[i];
            rule(23, !hasRisen || kind == Call.Unwind || kind == Call.Campaign, "a balance rose from nowhere");
            bool hasMoved = after_.balances[i] != before.balances[i];
            rule(12, !hasMoved || kind == Call.Campaign || mayMoveHead, "a role moved a balance");
        }
    }
}
