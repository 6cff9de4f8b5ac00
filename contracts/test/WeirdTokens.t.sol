// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "../src/ISettlement.sol";
import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {ClaimEntry, Header, Parameters} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {Hook, NoReturnToken, SayingFalseToken, WeirdToken} from "./support/Tokens.sol";
import {Trees} from "./support/Trees.sol";
import {vm} from "./support/Vm.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

contract Reenterer is Hook {
    address private immutable target;
    bytes private data;
    bool public wasCalled;
    bool public hasEntered;

    constructor(address target_, bytes memory data_) {
        (target, data) = (target_, data_);
    }

    function afterTransfer() external override {
        wasCalled = true;
        (bool isOk, bytes memory result) = target.call(data);
        if (isOk || bytes4(result) != ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector) {
            hasEntered = true;
        }
    }
}

contract Vetoer is Hook {
    ISettlement private immutable settlement;
    uint256 private immutable epoch;

    constructor(ISettlement settlement_, uint256 epoch_) {
        (settlement, epoch) = (settlement_, epoch_);
    }

    function afterTransfer() external override {
        settlement.veto(epoch);
    }
}

contract RevertingPayee is Hook {
    WeirdToken private immutable token;
    address private immutable payee;

    constructor(WeirdToken token_, address payee_) {
        (token, payee) = (token_, payee_);
    }

    function afterTransfer() external view override {
        require(token.balanceOf(payee) == 0, "the payee does not want it");
    }
}

contract WeirdTokensTest is SettlementTest {
    function test_GivenATokenThatTakesAFeeOnTransfer() external {
        token.setFeePercent(10);
        bytes32 id = openCampaign(1, 100e18);
        assertEq(campaign(id).balance, 90e18, "credited what arrived");
        settleOne(id, 50e18, settlement.payoutLeaf(worker, 50e18));
        activate();
        settlement.claim(worker, 50e18, 1, noProof());
        assertEq(token.balanceOf(worker), 45e18, "the payee bears the fee");
        assertEq(settlement.claimed(worker), 50e18, "claimed");
        assertSolvent(40e18);
    }

    function test_GivenATokenThatReturnsNothing() external {
        NoReturnToken silent = new NoReturnToken();
        Parameters memory p = parameters();
        p.token = address(silent);
        settlement = deploySettlement(p);
        silent.mint(requester, 100e18);
        vm.prank(requester);
        silent.approve(address(settlement), 100e18);
        bytes32 id = openCampaign(1, 100e18);
        settleOne(id, 10e18, settlement.payoutLeaf(worker, 10e18));
        activate();
        settleOne(id, 10e18, settlement.payoutLeaf(worker, 20e18));
        settlement.claim(worker, 10e18, 1, noProof());
        activate();
        ClaimEntry[] memory entries = new ClaimEntry[](1);
        entries[0] = ClaimEntry(worker, 20e18, noProof());
        settlement.claimMany(entries, 2);
        assertEq(silent.balanceOf(worker), 20e18, "paid");
        warpTo(START + 90 days);
        settlement.refund(preimage(1));
        assertEq(silent.balanceOf(requester), 80e18, "refunded");
    }

    function test_GivenATokenOf6Decimals() external {
        token = new WeirdToken(6);
        settlement = deploySettlement(parameters());
        fund(requester, 1e12);
        bytes32 id = openCampaign(1, 1e12);
        uint256[] memory words_ = list(word(1_000e6 + 1, 0));
        Header memory next = nextHeader(bytes32(0), list(id), words_);
        expect(abi.encodeWithSelector(E.Settlement_DebitsTooLarge.selector, 1_000e6 + 1, 1_000e6));
        vm.prank(PUBLISHER);
        settlement.settle(next, list(id), words_);
        settleOne(id, 1_000e6, bytes32(0));
    }

    function test_GivenATokenThatSaysFalse() external {
        SayingFalseToken lying = sayingFalse();
        lying.refuse(true);
        expect(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(lying)));
        settlement.claim(worker, 10e18, 1, noProof());
        uint256[] memory entries = list(uint256(uint160(worker)) << 96 | 10e18);
        settlement.claimSubtree(entries, 1, noProof());
        ClaimEntry[] memory many = new ClaimEntry[](1);
        many[0] = ClaimEntry(worker, 10e18, noProof());
        settlement.claimMany(many, 1);
        (, uint96 claimed,) = settlement.totals();
        assertEq(settlement.claimed(worker) + claimed + lying.balanceOf(worker), 0, "nothing is booked");

        lying.refuse(false);
        settlement.claimSubtree(entries, 1, noProof());
        assertEq(lying.balanceOf(worker), 10e18, "paid later");
        assertSolvent(90e18);
    }

    function test_GivenATokenThatSaysFalseAndCallsBack_AVetoInsideABatchStands() external {
        SayingFalseToken lying = sayingFalse();
        settleOne(settlement.campaignId(preimage(1)), 10e18, bytes32(0));
        Vetoer vetoer = new Vetoer(settlement, 2);
        vm.prank(TIMELOCK);
        settlement.setGuardian(address(vetoer));
        lying.refuse(true);
        lying.setHook(address(vetoer));
        settlement.claimSubtree(list(uint256(uint160(worker)) << 96 | 10e18), 1, noProof());
        (, uint40 activeAt) = settlement.ring(0);
        assertEq(activeAt, type(uint40).max, "the veto was not undone with the payment");
        lying.setHook(address(0));
        unwindLast();
        assertSolvent(90e18);
    }

    function test_GivenAPayeeWhoReverts() external {
        bytes32 id = openCampaign(1, 100e18);
        bytes32[] memory leaves = leavesFor(4);
        settleOne(id, 10e18, Trees.root(leaves));
        activate();
        token.setHook(address(new RevertingPayee(token, account(2))));
        uint256[] memory entries = new uint256[](4);
        for (uint256 i = 0; i < 4; ++i) {
            entries[i] = uint256(uint160(account(i))) << 96 | (i + 1) * 1e18;
        }
        settlement.claimSubtree(entries, 1, noProof());
        assertEq(settlement.claimed(account(2)), 0, "skipped");
        assertEq(token.balanceOf(account(3)), 4e18, "those after it are paid");
        assertSolvent(90e18);
    }

    function test_GivenATokenThatCallsBack() external {
        bytes32 id = openCampaign(1, 100e18);
        settleOne(id, 10e18, settlement.payoutLeaf(worker, 10e18));
        activate();
        bytes memory claim = abi.encodeCall(settlement.claim, (worker, 10e18, 1, noProof()));
        Header memory h = header;
        bytes[13] memory calls = [
            abi.encodeCall(settlement.open, (1, clock + 1 days, 0, 0)),
            abi.encodeCall(settlement.openWithPermit, (1, clock + 1 days, 0, 0, 0, 0, 0, 0)),
            abi.encodeCall(settlement.openBySig, (requester, 1, clock + 1 days, 0, 0, clock, "")),
            abi.encodeCall(settlement.topUp, (id, 1)),
            abi.encodeCall(settlement.extend, (preimage(1), clock + 100 days)),
            abi.encodeCall(settlement.close, (preimage(1))),
            abi.encodeCall(settlement.refund, (preimage(1))),
            abi.encodeCall(settlement.settle, (h, ids, words)),
            abi.encodeCall(settlement.unwind, (h, ids, words)),
            claim,
            abi.encodeCall(settlement.claimTo, (worker, worker, 10e18, 1, clock, noProof(), "")),
            abi.encodeCall(settlement.claimMany, (new ClaimEntry[](0), 1)),
            abi.encodeCall(settlement.claimSubtree, (new uint256[](1), 1, noProof()))
        ];
        uint256[] memory entries = list(uint256(uint160(worker)) << 96 | 10e18);
        bytes[4] memory outer = [
            abi.encodeCall(settlement.topUp, (id, 1e18)),
            claim,
            abi.encodeCall(settlement.claimSubtree, (entries, 1, noProof())),
            abi.encodeCall(settlement.refund, (preimage(1)))
        ];
        for (uint256 i = 0; i < outer.length * calls.length; ++i) {
            uint256 state = vm.snapshotState();
            if (i / calls.length == 3) warpTo(START + 90 days);
            Reenterer hook = new Reenterer(address(settlement), calls[i % calls.length]);
            token.setHook(address(hook));
            vm.prank(requester);
            (bool isOk,) = address(settlement).call(outer[i / calls.length]);
            assertTrue(isOk && hook.wasCalled() && !hook.hasEntered(), "entered again");
            vm.revertToState(state);
            warpTo(START + DELAY);
        }
    }

    function sayingFalse() private returns (SayingFalseToken lying) {
        lying = new SayingFalseToken();
        token = lying;
        settlement = deploySettlement(parameters());
        fund(requester, 100e18);
        settleOne(openCampaign(1, 100e18), 10e18, settlement.payoutLeaf(worker, 10e18));
        activate();
    }
}
