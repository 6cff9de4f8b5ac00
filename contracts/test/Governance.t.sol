// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlementErrors as E} from "../src/ISettlementErrors.sol";
import {PerleGovernor} from "../src/PerleGovernor.sol";
import {Parameters} from "../src/SettlementTypes.sol";
import {VotePRL} from "../src/VotePRL.sol";
import {SettlementTest} from "./support/SettlementFixture.sol";
import {vm} from "./support/Vm.sol";
import {IGovernor} from "@openzeppelin/contracts/governance/IGovernor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";

/// @notice The whole way on the real contracts: wrapped votes, governor, timelock, parameters.
contract GovernanceTest is SettlementTest {
    uint256 private constant SUPPLY = 1_000_000_000e18;
    address private constant FOUNDER = address(0x81);
    address private constant VOTER = address(0x82);

    TimelockController private timelock;
    VotePRL private votes;
    PerleGovernor private governor;

    function setUp() public override {
        super.setUp();
        address[] memory proposers = new address[](1);
        proposers[0] = FOUNDER;
        timelock = new TimelockController(2 days, proposers, new address[](1), address(0));
        Parameters memory p = parameters();
        p.timelock = address(timelock);
        settlement = deploySettlement(p);
        votes = new VotePRL(token, "Voting PRL", "vPRL");
        governor = new PerleGovernor(votes, timelock, address(settlement), SUPPLY);
        handOver();
        wrap(VOTER, SUPPLY / 25);
    }

    function test_GivenTheHandoverFromTheFirstProposer() external {
        (bytes32 proposer, bytes32 admin) = (timelock.PROPOSER_ROLE(), timelock.DEFAULT_ADMIN_ROLE());
        assertTrue(timelock.hasRole(proposer, address(governor)), "the governor proposes");
        assertTrue(!timelock.hasRole(proposer, FOUNDER), "the founder does not");
        assertTrue(!timelock.hasRole(timelock.CANCELLER_ROLE(), FOUNDER), "nor cancels");
        assertTrue(timelock.hasRole(admin, address(timelock)), "the timelock is its own admin");
        assertTrue(!timelock.hasRole(admin, FOUNDER) && !timelock.hasRole(admin, address(governor)), "nobody else is");
        bytes memory data = abi.encodeCall(settlement.setMaxIncrease, (1));
        vm.prank(FOUNDER);
        (bool isOk,) = address(timelock)
            .call(abi.encodeCall(timelock.schedule, (address(settlement), 0, data, bytes32(0), bytes32(0), 2 days)));
        assertTrue(!isOk, "schedule");
    }

    function test_GivenAProposalOfAParameter() external {
        bytes memory data = abi.encodeCall(settlement.setMaxIncrease, (2 * MAX_INCREASE));
        uint256 began = clock;
        uint256 id = propose(address(settlement), 0, data);
        warpTo(clock + 1 days);
        expectState(id, IGovernor.ProposalState.Pending);
        warpTo(clock + 1);
        vote(id);
        warpTo(clock + 5 days - 1);
        expectState(id, IGovernor.ProposalState.Active);
        warpTo(clock + 1);
        expectState(id, IGovernor.ProposalState.Succeeded);
        assertTrue(governor.proposalNeedsQueuing(id), "through the timelock");
        queue(data);
        assertTrue(!tryExecute(data), "the timelock holds it");
        warpTo(clock + 2 days);
        assertTrue(tryExecute(data), "executed by anybody");
        (,,, uint32 maxIncrease) = settlement.config();
        assertEq(maxIncrease, 2 * MAX_INCREASE, "maxIncrease");
        assertTrue(clock - began <= 8 days + 1, "a round is eight days");
    }

    function test_GivenAProposal_WhenVotesAreFewerThanFourPerCentOfTheWholeSupply() external {
        vm.prank(VOTER);
        votes.withdrawTo(VOTER, 1);
        warpTo(clock + 1);
        uint256 id = propose(address(settlement), 0, abi.encodeCall(settlement.setNoticeDays, (7)));
        warpTo(clock + 1 days + 1);
        vote(id);
        warpTo(clock + 5 days);
        expectState(id, IGovernor.ProposalState.Defeated);
    }

    function test_GivenAProposal_WhenTheProposerHasLessThanAThousandthOfTheSupply() external {
        wrap(STRANGER, SUPPLY / 1000 - 1);
        (address[] memory to, uint256[] memory values, bytes[] memory data) =
            call(address(settlement), 0, abi.encodeCall(settlement.setNoticeDays, (7)));
        expect(
            abi.encodeWithSelector(
                IGovernor.GovernorInsufficientProposerVotes.selector, STRANGER, SUPPLY / 1000 - 1, SUPPLY / 1000
            )
        );
        vm.prank(STRANGER);
        governor.propose(to, values, data, "why");
    }

    function test_GivenAProposalOfAnythingElse() external {
        bytes memory setter = abi.encodeCall(settlement.setNoticeDays, (7));
        refuse(address(token), 0, setter);
        refuse(address(settlement), 1, setter);
        refuse(address(settlement), 0, abi.encodeCall(settlement.pause, (1)));
        refuse(address(settlement), 0, abi.encodeCall(settlement.veto, (1)));
        refuse(address(settlement), 0, "");
        refuse(address(token), 0, abi.encodeCall(token.transfer, (VOTER, 1)));
        refuse(address(timelock), 0, abi.encodeCall(timelock.updateDelay, (0)));
        refuse(address(timelock), 0, abi.encodeCall(timelock.grantRole, (timelock.PROPOSER_ROLE(), VOTER)));
        refuse(address(governor), 0, abi.encodeCall(governor.relay, (address(settlement), 0, setter)));
        refuse(address(governor), 0, abi.encodeCall(governor.updateTimelock, (timelock)));
    }

    function test_GivenAProposalOfAnythingElse_BehindAGoodOne() external {
        (address[] memory to, uint256[] memory values, bytes[] memory data) =
            (new address[](2), new uint256[](2), new bytes[](2));
        (to[0], data[0]) = (address(settlement), abi.encodeCall(settlement.setNoticeDays, (7)));
        (to[1], data[1]) = (address(timelock), abi.encodeCall(timelock.updateDelay, (0)));
        expect(
            abi.encodeWithSelector(
                PerleGovernor.PerleGovernor_OutOfReach.selector, timelock, 0, timelock.updateDelay.selector
            )
        );
        vm.prank(VOTER);
        governor.propose(to, values, data, "why");
    }

    function test_GivenTheTerms_TheyAreThoseOfTheDocument() external view {
        assertEq(governor.settlement(), address(settlement), "settlement");
        assertEq(governor.votingDelay(), 1 days, "a day to look");
        assertEq(governor.votingPeriod(), 5 days, "five to vote");
        assertEq(governor.quorum(clock), SUPPLY / 25, "four per cent of the whole supply");
        assertEq(governor.proposalThreshold(), SUPPLY / 1000, "a thousandth");
        assertEq(governor.proposalThreshold() * 1000, SUPPLY, "exactly");
    }

    function test_GivenEverySetter_ItIsInReach() external {
        bytes[6] memory setters = [
            abi.encodeCall(settlement.setPublisher, (STRANGER)),
            abi.encodeCall(settlement.setGuardian, (STRANGER)),
            abi.encodeCall(settlement.setActivationDelay, (1 days)),
            abi.encodeCall(settlement.setMaxIncrease, (1)),
            abi.encodeCall(settlement.setNoticeDays, (7)),
            abi.encodeCall(settlement.setGraceDays, (14))
        ];
        for (uint256 i = 0; i < setters.length; ++i) {
            propose(address(settlement), 0, setters[i]);
        }
    }

    function test_GivenAValueOutOfBounds() external {
        bytes memory data = abi.encodeCall(settlement.setMaxIncrease, (2 * MAX_INCREASE + 1));
        uint256 id = propose(address(settlement), 0, data);
        warpTo(clock + 1 days + 1);
        vote(id);
        warpTo(clock + 5 days);
        queue(data);
        warpTo(clock + 2 days);
        (address[] memory to, uint256[] memory values, bytes[] memory datas) = call(address(settlement), 0, data);
        expect(
            abi.encodeWithSelector(
                E.Settlement_OutOfBounds.selector, bytes32("maxIncrease"), 2 * MAX_INCREASE + 1, 1, 2 * MAX_INCREASE
            )
        );
        governor.execute(to, values, datas, keccak256("why"));
    }

    function test_GivenAProposalThatIsWithdrawn() external {
        bytes memory data = abi.encodeCall(settlement.setNoticeDays, (7));
        uint256 id = propose(address(settlement), 0, data);
        (address[] memory to, uint256[] memory values, bytes[] memory datas) = call(address(settlement), 0, data);
        vm.prank(VOTER);
        governor.cancel(to, values, datas, keccak256("why"));
        expectState(id, IGovernor.ProposalState.Canceled);
    }

    function test_GivenWrappedPRL() external {
        uint256 before = token.balanceOf(VOTER);
        vm.prank(VOTER);
        votes.withdrawTo(VOTER, 7e18);
        assertEq(token.balanceOf(VOTER) - before, 7e18, "one for one");
        assertEq(votes.totalSupply(), token.balanceOf(address(votes)), "all of it is there");
        assertEq(votes.decimals(), 18, "decimals");
        assertEq(votes.nonces(VOTER), 0, "nonces");
        assertEq(keccak256(bytes(votes.CLOCK_MODE())), keccak256("mode=timestamp"), "clock");
    }

    /* HELPERS OF THESE TESTS */

    /// @dev What a deployment does last: the first proposer makes the governor the only one, through the timelock.
    function handOver() private {
        (address[] memory to, uint256[] memory values, bytes[] memory data) =
            (new address[](4), new uint256[](4), new bytes[](4));
        (bytes32 proposer, bytes32 canceller) = (timelock.PROPOSER_ROLE(), timelock.CANCELLER_ROLE());
        data[0] = abi.encodeCall(timelock.grantRole, (proposer, address(governor)));
        data[1] = abi.encodeCall(timelock.grantRole, (canceller, address(governor)));
        data[2] = abi.encodeCall(timelock.revokeRole, (proposer, FOUNDER));
        data[3] = abi.encodeCall(timelock.revokeRole, (canceller, FOUNDER));
        for (uint256 i = 0; i < 4; ++i) {
            to[i] = address(timelock);
        }
        vm.prank(FOUNDER);
        timelock.scheduleBatch(to, values, data, bytes32(0), bytes32(0), 2 days);
        warpTo(clock + 2 days);
        timelock.executeBatch(to, values, data, bytes32(0), bytes32(0));
    }

    function wrap(address who, uint256 amount) private {
        token.mint(who, amount);
        vm.startPrank(who);
        token.approve(address(votes), amount);
        votes.depositFor(who, amount);
        votes.delegate(who);
        vm.stopPrank();
        warpTo(clock + 1);
    }

    function call(address target, uint256 value, bytes memory data)
        private
        pure
        returns (address[] memory to, uint256[] memory values, bytes[] memory datas)
    {
        (to, values, datas) = (new address[](1), new uint256[](1), new bytes[](1));
        (to[0], values[0], datas[0]) = (target, value, data);
    }

    function propose(address target, uint256 value, bytes memory data) private returns (uint256) {
        (address[] memory to, uint256[] memory values, bytes[] memory datas) = call(target, value, data);
        vm.prank(VOTER);
        return governor.propose(to, values, datas, "why");
    }

    function refuse(address target, uint256 value, bytes memory data) private {
        (address[] memory to, uint256[] memory values, bytes[] memory datas) = call(target, value, data);
        bytes4 selector = bytes4(data);
        expect(abi.encodeWithSelector(PerleGovernor.PerleGovernor_OutOfReach.selector, target, value, selector));
        vm.prank(VOTER);
        governor.propose(to, values, datas, "why");
    }

    function vote(uint256 id) private {
        vm.prank(VOTER);
        governor.castVote(id, 1);
    }

    function queue(bytes memory data) private {
        (address[] memory to, uint256[] memory values, bytes[] memory datas) = call(address(settlement), 0, data);
        governor.queue(to, values, datas, keccak256("why"));
    }

    function tryExecute(bytes memory data) private returns (bool isOk) {
        (address[] memory to, uint256[] memory values, bytes[] memory datas) = call(address(settlement), 0, data);
        vm.prank(STRANGER);
        (isOk,) = address(governor).call(abi.encodeCall(governor.execute, (to, values, datas, keccak256("why"))));
    }

    function expectState(uint256 id, IGovernor.ProposalState expected) private view {
        assertTrue(governor.state(id) == expected, "state of the proposal");
    }
}
