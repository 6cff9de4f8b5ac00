// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Header} from "../src/SettlementTypes.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {Trees} from "./support/Trees.sol";
import {vm} from "./support/Vm.sol";

/// @notice Only for `.gas-snapshot`: execution gas of the calls made most, without calldata and the base of 21,000.
/// @dev The figures include each test's own preparation, the same every time: they are for comparing, not for quoting.
contract GasTest is SettlementTest {
    bytes32 private id;
    bytes32[] private leaves;
    bytes32[] private path;

    function setUp() public override {
        super.setUp();
        id = openCampaign(1, 10_000e18);
        leaves = leavesFor(32);
        path = Trees.proof(leaves, 0);
        settleOne(id, 528e18, Trees.root(leaves));
        activate();
    }

    function test_gas_open() external {
        openCampaign(2, 100e18);
    }

    function test_gas_settleWithOneDebit() external {
        settleOne(id, 1e18, bytes32(uint256(1)));
    }

    function test_gas_settleWithoutDebits() external {
        settleNothing(bytes32(uint256(1)));
    }

    function test_gas_claimFirst() external {
        settlement.claim(account(0), 1e18, 1, path);
    }

    function test_gas_claimSubtreeOf32() external {
        uint256[] memory entries = new uint256[](32);
        for (uint256 i = 0; i < 32; ++i) {
            entries[i] = uint256(uint160(account(i))) << 96 | (i + 1) * 1e18;
        }
        settlement.claimSubtree(entries, 1, noProof());
    }

    function test_gas_refundAfterGrace() external {
        vm.warp(START + 90 days);
        settlement.refund(preimage(1));
    }

    function test_gas_veto() external {
        settleNothing(bytes32(0));
        veto(2);
    }
}
