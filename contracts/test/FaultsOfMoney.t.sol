// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {ClaimEntry} from "../src/SettlementTypes.sol";
import {BareTransfer, CarelessDeposit, NoCounter, PaysFirst, Renounceable} from "./faults/FaultyMoney.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {Hook, NoReturnToken, SayingFalseToken} from "./support/Tokens.sol";
import {Trees} from "./support/Trees.sol";
import {vm} from "./support/Vm.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

contract SecondClaim is Hook {
    address private immutable target;
    bytes private data;
    bool private hasRun;

    constructor(address target_, bytes memory data_) {
        (target, data) = (target_, data_);
    }

    function afterTransfer() external override {
        if (hasRun) return;
        hasRun = true;
        (bool isOk,) = target.call(data);
        isOk;
    }
}

/// @notice Faults that others had with money: each attack works on a contract that has the fault, and not on ours.
contract FaultsOfMoneyTest is SettlementTest {
    bytes32 private id;
    NoCounter private faulty;

    function setUp() public override {
        super.setUp();
        id = openCampaign(1, 10_000e18);
        faulty = new NoCounter(token, PUBLISHER);
        token.mint(address(faulty), 100e18);
    }

    function test_GivenNoCounterOfWhatWasPublished() external {
        publishFaulty(faultyLeaf(STRANGER, 100e18));
        claimFaulty(STRANGER, 100e18);
        assertEq(token.balanceOf(STRANGER), 100e18, "everything is gone");

        settleOne(id, 1e18, settlement.payoutLeaf(STRANGER, 10_000e18));
        activate();
        expect(abi.encodeWithSelector(E.Settlement_ExceedsPublished.selector, 10_000e18, 1e18));
        settlement.claim(STRANGER, 10_000e18, 1, noProof());
        assertSolvent(9_999e18);
    }

    function test_GivenABatchThatRevertsForOneEntry() external {
        bytes32[] memory leaves = new bytes32[](2);
        (leaves[0], leaves[1]) = (faultyLeaf(account(0), 1e18), faultyLeaf(account(1), 2e18));
        publishFaulty(Trees.root(leaves));
        (address[] memory who, uint256[] memory sums) = (new address[](2), new uint256[](2));
        bytes32[][] memory proofs = new bytes32[][](2);
        for (uint256 i = 0; i < 2; ++i) {
            (who[i], sums[i], proofs[i]) = (account(i), (i + 1) * 1e18, Trees.proof(leaves, i));
        }
        claimFaulty(account(0), 1e18, proofs[0]);
        expect(abi.encodeWithSignature("Error(string)", "served"));
        faulty.claimMany(who, sums, proofs);

        leaves = leavesFor(2);
        settleOne(id, 3e18, Trees.root(leaves));
        activate();
        settlement.claim(account(0), 1e18, 1, Trees.proof(leaves, 0));
        ClaimEntry[] memory entries = new ClaimEntry[](2);
        for (uint256 i = 0; i < 2; ++i) {
            entries[i] = ClaimEntry(account(i), (i + 1) * 1e18, Trees.proof(leaves, i));
        }
        settlement.claimMany(entries, 1);
        assertEq(token.balanceOf(account(1)), 2e18, "ours: the other one is paid");
    }

    function test_GivenASweep() external {
        publishFaulty(faultyLeaf(worker, 100e18));
        vm.prank(PUBLISHER);
        faulty.sweep(PUBLISHER);
        assertEq(token.balanceOf(PUBLISHER), 100e18, "what the worker had earned");

        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        warpTo(START + 3650 days);
        string[4] memory names =
            ["sweep(address)", "recoverERC20(address,address,uint256)", "withdraw()", "skim(address)"];
        for (uint256 i = 0; i < names.length; ++i) {
            vm.prank(TIMELOCK);
            (bool isOk,) = address(settlement).call(abi.encodeWithSignature(names[i], token, TIMELOCK, 1));
            assertTrue(!isOk, "ours: there is none");
        }
        settlement.claim(worker, 1e18, 1, noProof());
    }

    function test_GivenAPermitThatMustSucceed() external {
        CarelessDeposit careless = new CarelessDeposit(token);
        (uint8 v, bytes32 r, bytes32 s) = permitFor(address(careless), 0);
        vm.prank(STRANGER);
        token.permit(requester, address(careless), 1e18, clock, v, r, s);
        vm.prank(requester);
        (bool isOk,) = address(careless).call(abi.encodeCall(careless.openWithPermit, (1e18, clock, v, r, s)));
        assertTrue(!isOk, "stopped by whoever sends it first");

        (v, r, s) = permitFor(address(settlement), 1);
        vm.prank(STRANGER);
        token.permit(requester, address(settlement), 1e18, clock, v, r, s);
        vm.prank(requester);
        settlement.openWithPermit(1e18, clock + 60 days, "terms", "salt", clock, v, r, s);
    }

    function test_GivenDepositsCreditedAsAsked() external {
        CarelessDeposit careless = new CarelessDeposit(token);
        token.setFeePercent(10);
        vm.startPrank(requester);
        token.approve(address(careless), 100e18);
        careless.open(100e18);
        vm.stopPrank();
        assertTrue(careless.balanceOf(requester) > token.balanceOf(address(careless)), "owes more than it holds");
        vm.prank(requester);
        (bool isOk,) = address(careless).call(abi.encodeCall(careless.refund, ()));
        assertTrue(!isOk, "and cannot pay it back");

        bytes32 second = openCampaign(2, 100e18);
        assertEq(campaign(second).balance, 90e18, "ours: what came");
        assertSolvent(10_000e18 + 90e18);
    }

    function test_GivenBareTransfers_ATokenThatReturnsNothingCannotBePaid() external {
        NoReturnToken silent = new NoReturnToken();
        BareTransfer bare = new BareTransfer();
        silent.mint(address(bare), 1e18);
        (bool isOk,) = address(bare).call(abi.encodeCall(bare.strict, (IERC20(address(silent)), worker, 1e18)));
        assertTrue(!isOk, "not paid");
        // Ours pays, one and many, and refunds: WeirdTokensTest, "given a token that returns nothing".
    }

    function test_GivenBareTransfers_FalseIsTakenForAPayment() external {
        SayingFalseToken lying = new SayingFalseToken();
        BareTransfer bare = new BareTransfer();
        lying.refuse(true);
        bare.blind(lying, worker, 1e18);
        assertTrue(bare.isPaid(worker) && lying.balanceOf(worker) == 0, "booked, not paid");
        // Ours keeps the sum claimable: WeirdTokensTest, "given a token that says false".
    }

    function test_GivenAPaymentBeforeTheBooking() external {
        PaysFirst first = new PaysFirst(token);
        token.mint(address(first), 10e18);
        first.credit(worker, 1e18);
        token.setHook(address(new SecondClaim(address(first), abi.encodeCall(first.claim, (worker)))));
        first.claim(worker);
        assertEq(token.balanceOf(worker), 2e18, "paid twice");

        token.setHook(address(0));
        settleOne(id, 1e18, settlement.payoutLeaf(worker, 1e18));
        activate();
        bytes memory again = abi.encodeCall(settlement.claim, (worker, 1e18, 1, noProof()));
        token.setHook(address(new SecondClaim(address(settlement), again)));
        settlement.claim(worker, 1e18, 1, noProof());
        assertEq(token.balanceOf(worker), 3e18, "ours: once");
    }

    function test_GivenARoleThatCanBeGivenToNobody() external {
        Renounceable renounceable = new Renounceable();
        renounceable.transferOwnership(address(0));
        assertEq(renounceable.owner(), address(0), "lost for ever");

        expect(abi.encodeWithSelector(E.Settlement_ZeroAddress.selector, bytes32("publisher")));
        vm.prank(TIMELOCK);
        settlement.setPublisher(address(0));
    }

    /* HELPERS OF THESE TESTS */

    function faultyLeaf(address who, uint256 sum) private pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(who, sum))));
    }

    function publishFaulty(bytes32 root) private {
        vm.prank(PUBLISHER);
        faulty.setRoot(root);
    }

    function claimFaulty(address who, uint256 sum) private {
        claimFaulty(who, sum, noProof());
    }

    function claimFaulty(address who, uint256 sum, bytes32[] memory proof) private {
        (address[] memory accounts, uint256[] memory sums) = (new address[](1), new uint256[](1));
        bytes32[][] memory proofs = new bytes32[][](1);
        (accounts[0], sums[0], proofs[0]) = (who, sum, proof);
        faulty.claimMany(accounts, sums, proofs);
    }

    function permitFor(address spender, uint256 nonce) private view returns (uint8, bytes32, bytes32) {
        bytes32 typeHash =
            keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        bytes32 structHash = keccak256(abi.encode(typeHash, requester, spender, 1e18, nonce, clock));
        return vm.sign(REQUESTER_KEY, keccak256(abi.encodePacked(hex"1901", token.DOMAIN_SEPARATOR(), structHash)));
    }
}
