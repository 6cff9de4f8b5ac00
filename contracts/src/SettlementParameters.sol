// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {Parameters} from "./SettlementTypes.sol";
import {IERC20Metadata} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Metadata.sol";
import {ReentrancyGuardTransient} from "@openzeppelin/contracts/utils/ReentrancyGuardTransient.sol";

/// @notice What can be changed, by whom, and within which bounds; and the pause.
abstract contract SettlementParameters is ISettlement, ReentrancyGuardTransient {
    struct Config {
        address publisher;
        uint32 activationDelay;
        uint32 pausedUntil;
        uint32 maxIncrease;
    }

    struct Roles {
        address guardian;
        uint8 noticeDays;
        uint8 graceDays;
        uint32 pauseRearmAt;
    }

    uint256 internal constant MAX_DELAY = 14 days;
    uint256 internal constant MAX_PAUSE = 14 days;
    uint256 internal constant PAUSE_REARM = 14 days;
    /// @dev 2^32 whole tokens of 18 decimals still fit in 96 bits.
    uint256 internal constant MAX_DECIMALS = 18;

    address public immutable override token;
    address public immutable override timelock;
    uint32 public immutable override minActivationDelay;
    uint32 public immutable override maxActivationDelay;
    /// @dev Base units of one whole token.
    uint256 internal immutable wholeToken;

    Config public override config;
    Roles public override roles;

    modifier onlyTimelock() {
        require(msg.sender == timelock, Settlement_NotTimelock(msg.sender));
        _;
    }

    modifier onlyGuardian() {
        require(msg.sender == roles.guardian, Settlement_NotGuardian(msg.sender));
        _;
    }

    modifier whenNotPaused() {
        _checkNotPaused(config.pausedUntil);
        _;
    }

    constructor(Parameters memory p) {
        _checkRole("timelock", p.timelock, address(0));
        _checkRole("publisher", p.publisher, p.guardian);
        _checkRole("guardian", p.guardian, p.publisher);
        _checkBounds("maxActivationDelay", p.maxActivationDelay, p.minActivationDelay, MAX_DELAY);
        _checkBounds("activationDelay", p.activationDelay, p.minActivationDelay, p.maxActivationDelay);
        _checkBounds("maxIncrease", p.maxIncrease, 1, type(uint32).max);
        _checkBounds("noticeDays", p.noticeDays, 7, 30);
        _checkBounds("graceDays", p.graceDays, 14, 90);
        uint8 decimals = IERC20Metadata(p.token).decimals();
        _checkBounds("decimals", decimals, 0, MAX_DECIMALS);

        token = p.token;
        timelock = p.timelock;
        minActivationDelay = p.minActivationDelay;
        maxActivationDelay = p.maxActivationDelay;
        wholeToken = 10 ** decimals;
        config = Config(p.publisher, p.activationDelay, 0, p.maxIncrease);
        roles = Roles(p.guardian, p.noticeDays, p.graceDays, 0);
    }

    /* EXTERNAL */

    /// @inheritdoc ISettlement
    function setPublisher(address publisher) external override onlyTimelock {
        _checkRole("publisher", publisher, roles.guardian);
        _changed("publisher", uint160(config.publisher), uint160(publisher));
        config.publisher = publisher;
    }

    /// @inheritdoc ISettlement
    function setGuardian(address guardian) external override onlyTimelock {
        _checkRole("guardian", guardian, config.publisher);
        _changed("guardian", uint160(roles.guardian), uint160(guardian));
        roles.guardian = guardian;
    }

    /// @inheritdoc ISettlement
    function setActivationDelay(uint32 delaySeconds) external override onlyTimelock {
        _checkBounds("activationDelay", delaySeconds, minActivationDelay, maxActivationDelay);
        _changed("activationDelay", config.activationDelay, delaySeconds);
        config.activationDelay = delaySeconds;
    }

    /// @inheritdoc ISettlement
    function setMaxIncrease(uint32 wholeTokens) external override onlyTimelock {
        _checkBounds("maxIncrease", wholeTokens, 1, 2 * uint256(config.maxIncrease));
        _changed("maxIncrease", config.maxIncrease, wholeTokens);
        config.maxIncrease = wholeTokens;
    }

    /// @inheritdoc ISettlement
    function setNoticeDays(uint8 noticeDays) external override onlyTimelock {
        _checkBounds("noticeDays", noticeDays, 7, 30);
        _changed("noticeDays", roles.noticeDays, noticeDays);
        roles.noticeDays = noticeDays;
    }

    /// @inheritdoc ISettlement
    function setGraceDays(uint8 graceDays) external override onlyTimelock {
        _checkBounds("graceDays", graceDays, 14, 90);
        _changed("graceDays", roles.graceDays, graceDays);
        roles.graceDays = graceDays;
    }

    /// @inheritdoc ISettlement
    function pause(uint32 durationSeconds) external override onlyGuardian {
        _checkBounds("pauseSeconds", durationSeconds, 1, MAX_PAUSE);
        require(block.timestamp >= roles.pauseRearmAt, Settlement_PauseTooSoon(roles.pauseRearmAt));
        uint32 until = uint32(block.timestamp) + durationSeconds;
        _changed("pausedUntil", config.pausedUntil, until);
        config.pausedUntil = until;
        roles.pauseRearmAt = until + uint32(PAUSE_REARM);
    }

    /// @inheritdoc ISettlement
    function unpause() external override onlyGuardian {
        require(block.timestamp < config.pausedUntil, Settlement_NotPaused());
        _changed("pausedUntil", config.pausedUntil, block.timestamp);
        config.pausedUntil = uint32(block.timestamp);
    }

    /* INTERNAL */

    function _checkNotPaused(uint256 until) internal view {
        require(block.timestamp >= until, Settlement_Paused(until));
    }

    /* PRIVATE */

    /// @dev A publisher who is also the guardian would never be vetoed.
    function _checkRole(bytes32 name, address holder, address other) private pure {
        require(holder != address(0), Settlement_ZeroAddress(name));
        require(holder != other, Settlement_SameKey(holder));
    }

    function _checkBounds(bytes32 name, uint256 value, uint256 min, uint256 max) private pure {
        require(value >= min && value <= max, Settlement_OutOfBounds(name, value, min, max));
    }

    function _changed(bytes32 name, uint256 from, uint256 to) private {
        require(from != to, Settlement_AlreadySet(name, to));
        emit ParameterChanged(name, to);
    }
}
