// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "../../src/ISettlement.sol";
import {ISettlementErrors as E} from "../../src/ISettlementErrors.sol";
import {Campaign, CampaignPreimage, Header, Parameters} from "../../src/SettlementTypes.sol";
import {WeirdToken} from "./Tokens.sol";
import {Trees} from "./Trees.sol";
import {vm} from "./Vm.sol";

/// @notice A settlement with a funded requester, and builders of headers and payout trees.
abstract contract SettlementFixture {
    uint256 internal constant START = 1_800_000_000;
    uint32 internal constant DELAY = 48 hours;
    uint32 internal constant MAX_INCREASE = 1_000;
    uint256 internal constant CAP = 1_000e18;
    uint256 internal constant REQUESTER_KEY = 0xA11CE;
    uint256 internal constant WORKER_KEY = 0xB0B;

    address internal immutable requester = vm.addr(REQUESTER_KEY);
    address internal immutable worker = vm.addr(WORKER_KEY);
    address internal constant TIMELOCK = address(0x71);
    address internal constant PUBLISHER = address(0x72);
    address internal constant GUARDIAN = address(0x73);
    address internal constant STRANGER = address(0x74);

    WeirdToken internal token;
    ISettlement internal settlement;
    uint256 internal clock;

    /// @dev The arguments of the last settle, for unwind.
    Header internal header;
    bytes32[] internal ids;
    uint256[] internal words;

    function deploy() internal {
        warpTo(START);
        token = new WeirdToken(18);
        settlement = deploySettlement(parameters());
        fund(requester, 1e30);
    }

    /// @dev From the artifact, not by `new`: else the compiler optimizes all of `Settlement` again within every test.
    function deploySettlement(Parameters memory p) internal returns (ISettlement deployed) {
        bytes memory code = abi.encodePacked(vm.getCode("Settlement.sol:Settlement"), abi.encode(p));
        assembly ("memory-safe") {
            deployed := create(0, add(code, 0x20), mload(code))
            if iszero(deployed) {
                returndatacopy(code, 0, returndatasize())
                revert(code, returndatasize())
            }
        }
    }

    /* BUILDERS */

    function parameters() internal view returns (Parameters memory) {
        return Parameters({
            token: address(token),
            timelock: TIMELOCK,
            publisher: PUBLISHER,
            guardian: GUARDIAN,
            activationDelay: DELAY,
            minActivationDelay: 6 hours,
            maxActivationDelay: 14 days,
            maxIncrease: MAX_INCREASE,
            noticeDays: 14,
            graceDays: 30
        });
    }

    function fund(address who, uint256 amount) internal {
        token.mint(who, amount);
        vm.prank(who);
        token.approve(address(settlement), type(uint256).max);
    }

    function preimage(uint256 salt) internal view returns (CampaignPreimage memory) {
        return CampaignPreimage(requester, START + 60 days, keccak256("terms"), bytes32(salt));
    }

    function openCampaign(uint256 salt, uint256 amount) internal returns (bytes32 id) {
        CampaignPreimage memory p = preimage(salt);
        vm.prank(requester);
        id = settlement.open(amount, p.expiryAtOpening, p.manifestHash, p.salt);
    }

    /// @dev The next valid header, with these debits, for this root; nothing held.
    function nextHeader(bytes32 root, bytes32[] memory ids_, uint256[] memory words_)
        internal
        view
        returns (Header memory next)
    {
        (uint96 published,, uint32 epoch) = settlement.totals();
        next.prevHead = settlement.head();
        next.epoch = epoch + 1;
        next.payoutRoot = root;
        next.total = published;
        for (uint256 i = 0; i < words_.length; ++i) {
            next.total += words_[i] >> 96;
        }
        next.debitsHash = keccak256(abi.encode(ids_, words_));
        next.manifestHash = keccak256("manifest");
    }

    function settleWith(Header memory next, bytes32[] memory ids_, uint256[] memory words_) internal {
        (header, ids, words) = (next, ids_, words_);
        vm.prank(PUBLISHER);
        settlement.settle(next, ids_, words_);
    }

    /// @dev Debits one campaign, and reserves all that is left of it.
    function settleOne(bytes32 id, uint256 debit, bytes32 root) internal {
        bytes32[] memory ids_ = list(id);
        uint256[] memory words_ = list(word(debit, campaign(id).balance - debit));
        settleWith(nextHeader(root, ids_, words_), ids_, words_);
    }

    function settleNothing(bytes32 root) internal {
        bytes32[] memory ids_ = new bytes32[](0);
        uint256[] memory words_ = new uint256[](0);
        settleWith(nextHeader(root, ids_, words_), ids_, words_);
    }

    function unwindLast() internal {
        settlement.unwind(header, ids, words);
    }

    function activate() internal {
        warpTo(clock + DELAY);
    }

    /// @dev The compiler takes block.timestamp to be constant within a call, so tests that warp read `clock`.
    function warpTo(uint256 timestamp) internal {
        clock = timestamp;
        vm.warp(timestamp);
    }

    function veto(uint256 epoch) internal {
        vm.prank(GUARDIAN);
        settlement.veto(epoch);
    }

    function word(uint256 debit, uint256 reservedAfter) internal pure returns (uint256) {
        return debit << 96 | reservedAfter;
    }

    function campaign(bytes32 id) internal view returns (Campaign memory) {
        return settlement.campaigns(id);
    }

    /// @dev Leaves of n accounts, the i-th of which has earned (i + 1) tokens.
    function leavesFor(uint256 n) internal view returns (bytes32[] memory leaves) {
        leaves = new bytes32[](n);
        for (uint256 i = 0; i < n; ++i) {
            leaves[i] = settlement.payoutLeaf(account(i), (i + 1) * 1e18);
        }
    }

    function account(uint256 i) internal pure returns (address) {
        return address(uint160(0x1000 + i));
    }

    function sorted(bytes32 a, bytes32 b) internal pure returns (bytes32[] memory both) {
        both = new bytes32[](2);
        (both[0], both[1]) = a < b ? (a, b) : (b, a);
    }

    function list(bytes32 one) internal pure returns (bytes32[] memory many) {
        many = new bytes32[](1);
        many[0] = one;
    }

    function list(uint256 one) internal pure returns (uint256[] memory many) {
        many = new uint256[](1);
        many[0] = one;
    }

    function noProof() internal pure returns (bytes32[] memory) {
        return new bytes32[](0);
    }

    function bound(uint256 value, uint256 min, uint256 max) internal pure returns (uint256) {
        return min + value % (max - min + 1);
    }

    function digest(bytes32 structHash) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Perle Settlement"),
                keccak256("1"),
                block.chainid,
                address(settlement)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, structHash));
    }

    function signature(uint256 key, bytes32 structHash) internal view returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s) = vm.sign(key, digest(structHash));
        return bytes.concat(r, s, bytes1(v));
    }

    /* CHECKS */

    function assertEq(uint256 a, uint256 b, string memory what) internal pure {
        require(a == b, what);
    }

    function assertEq(address a, address b, string memory what) internal pure {
        require(a == b, what);
    }

    function assertEq(bytes32 a, bytes32 b, string memory what) internal pure {
        require(a == b, what);
    }

    function assertTrue(bool condition, string memory what) internal pure {
        require(condition, what);
    }

    /// @dev What the contract holds is exactly what it owes.
    function assertSolvent(uint256 sumOfBalances) internal view {
        (uint96 published, uint96 claimed,) = settlement.totals();
        uint256 owed = sumOfBalances + settlement.held() + published - claimed;
        assertEq(token.balanceOf(address(settlement)), owed, "holds what it owes");
    }

    function expect(bytes memory revertData) internal {
        vm.expectRevert(revertData);
    }
}

/// @notice The fixture, deployed anew before each test.
abstract contract SettlementTest is SettlementFixture {
    function setUp() public virtual {
        deploy();
    }
}
