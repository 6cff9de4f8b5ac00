// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {Governor} from "@openzeppelin/contracts/governance/Governor.sol";
import {TimelockController} from "@openzeppelin/contracts/governance/TimelockController.sol";
import {GovernorCountingSimple} from "@openzeppelin/contracts/governance/extensions/GovernorCountingSimple.sol";
import {GovernorTimelockControl} from "@openzeppelin/contracts/governance/extensions/GovernorTimelockControl.sol";
import {GovernorVotes} from "@openzeppelin/contracts/governance/extensions/GovernorVotes.sol";
import {IVotes} from "@openzeppelin/contracts/governance/utils/IVotes.sol";

/// @title Governor of Settlement's parameters, and of nothing else
/// @notice Holders of vPRL change the six parameters of one `Settlement` through its timelock: a day to look, five to
/// vote, and the timelock's own two.
/// @dev What it cannot do, in code: call anything but the six setters, send value, change its own terms, or touch the
/// timelock's roles and delay. So its terms are fixed, and so is who may propose to the timelock once it alone may.
///
/// Votes needed and votes to propose are shares of the token's whole supply, not of what is wrapped: else the first few
/// who wrap would decide for all.
contract PerleGovernor is Governor, GovernorCountingSimple, GovernorVotes, GovernorTimelockControl {
    /// @dev A round, with the timelock's two days, is eight days: shorter than the shortest grace of campaigns (14).
    uint256 private constant VOTING_DELAY = 1 days;
    uint256 private constant VOTING_PERIOD = 5 days;
    uint256 private constant QUORUM_PERCENT = 4;
    uint256 private constant THRESHOLD_PER_MILLE = 1;

    address public immutable settlement;
    uint256 private immutable _quorum;
    uint256 private immutable _threshold;

    error PerleGovernor_OutOfReach(address target, uint256 value, bytes4 selector);

    /// @param supply Of the token that votes wrap, in base units.
    constructor(IVotes votes, TimelockController timelock_, address settlement_, uint256 supply)
        Governor("Perle Governor")
        GovernorVotes(votes)
        GovernorTimelockControl(timelock_)
    {
        settlement = settlement_;
        _quorum = supply * QUORUM_PERCENT / 100;
        _threshold = supply * THRESHOLD_PER_MILLE / 1000;
    }

    /* PUBLIC */

    function votingDelay() public pure override returns (uint256) {
        return VOTING_DELAY;
    }

    function votingPeriod() public pure override returns (uint256) {
        return VOTING_PERIOD;
    }

    function quorum(uint256) public view override returns (uint256) {
        return _quorum;
    }

    function proposalThreshold() public view override returns (uint256) {
        return _threshold;
    }

    function state(uint256 proposalId) public view override(Governor, GovernorTimelockControl) returns (ProposalState) {
        return super.state(proposalId);
    }

    function proposalNeedsQueuing(uint256 proposalId)
        public
        view
        override(Governor, GovernorTimelockControl)
        returns (bool)
    {
        return super.proposalNeedsQueuing(proposalId);
    }

    /* INTERNAL */

    function _propose(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        string memory description,
        address proposer
    ) internal override returns (uint256) {
        for (uint256 i = 0; i < targets.length && i < values.length && i < calldatas.length; ++i) {
            bytes4 selector = bytes4(calldatas[i]);
            bool isInReach = targets[i] == settlement && values[i] == 0 && _isSetter(selector);
            require(isInReach, PerleGovernor_OutOfReach(targets[i], values[i], selector));
        }
        return super._propose(targets, values, calldatas, description, proposer);
    }

    function _queueOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint48) {
        return super._queueOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _executeOperations(
        uint256 proposalId,
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) {
        super._executeOperations(proposalId, targets, values, calldatas, descriptionHash);
    }

    function _cancel(
        address[] memory targets,
        uint256[] memory values,
        bytes[] memory calldatas,
        bytes32 descriptionHash
    ) internal override(Governor, GovernorTimelockControl) returns (uint256) {
        return super._cancel(targets, values, calldatas, descriptionHash);
    }

    function _executor() internal view override(Governor, GovernorTimelockControl) returns (address) {
        return super._executor();
    }

    /* PRIVATE */

    function _isSetter(bytes4 selector) private pure returns (bool) {
        return selector == ISettlement.setPublisher.selector || selector == ISettlement.setGuardian.selector
            || selector == ISettlement.setActivationDelay.selector || selector == ISettlement.setMaxIncrease.selector
            || selector == ISettlement.setNoticeDays.selector || selector == ISettlement.setGraceDays.selector;
    }
}
