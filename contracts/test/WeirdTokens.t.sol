// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {ClaimEntry, Header, Parameters} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {Hook, NoReturnToken, WeirdToken} from "./support/Tokens.sol";
import {vm} from "./support/Vm.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

contract Reenterer is Hook {
    address private immutable target;
    bytes private data;

    constructor(address target_, bytes memory data_) {
        (target, data) = (target_, data_);
    }

    function afterTransfer() external override {
        (bool isOk, bytes memory result) = target.call(data);
        require(
            !isOk && bytes4(result) == ReentrancyGuardTransient.ReentrancyGuardReentrantCall.selector, "entered again"
        );
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

    function test_GivenATokenThatCallsBack() external {
        bytes32 id = openCampaign(1, 100e18);
        settleOne(id, 10e18, settlement.payoutLeaf(worker, 10e18));
        activate();
        Header memory h = header;
        bytes[12] memory calls = [
            abi.encodeCall(settlement.open, (1, clock + 1 days, 0, 0)),
            abi.encodeCall(settlement.openWithPermit, (1, clock + 1 days, 0, 0, 0, 0, 0, 0)),
            abi.encodeCall(settlement.openBySig, (requester, 1, clock + 1 days, 0, 0, clock, "")),
            abi.encodeCall(settlement.topUp, (id, 1)),
            abi.encodeCall(settlement.extend, (preimage(1), clock + 100 days)),
            abi.encodeCall(settlement.close, (preimage(1))),
            abi.encodeCall(settlement.refund, (preimage(1))),
            abi.encodeCall(settlement.settle, (h, ids, words)),
            abi.encodeCall(settlement.unwind, (h, ids, words)),
            abi.encodeCall(settlement.claim, (worker, 10e18, 1, noProof())),
            abi.encodeCall(settlement.claimMany, (new ClaimEntry[](0), 1)),
            abi.encodeCall(settlement.claimSubtree, (new uint256[](1), 1, noProof()))
        ];
        for (uint256 i = 0; i < calls.length; ++i) {
            token.setHook(address(new Reenterer(address(settlement), calls[i])));
            vm.prank(requester);
            settlement.topUp(id, 1e18);
        }
        settlement.claim(worker, 10e18, 1, noProof());
        assertEq(token.balanceOf(worker), 10e18, "paid once");
        assertSolvent(campaign(id).balance);
    }
}
