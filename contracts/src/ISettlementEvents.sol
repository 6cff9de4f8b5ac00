// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Header} from "./SettlementTypes.sol";

/// @notice Enough to rebuild the whole state, with the token's own `Transfer` from this contract as the claim event.
interface ISettlementEvents {
    event Opened(
        bytes32 indexed id,
        address indexed requester,
        uint256 amount,
        uint256 expiry,
        bytes32 manifestHash,
        bytes32 salt
    );
    event ToppedUp(bytes32 indexed id, address indexed from, uint256 amount);
    event Closing(bytes32 indexed id, uint256 expiry);
    event Extended(bytes32 indexed id, uint256 expiry);
    /// @dev Emitted before the token's `Transfer` of the same amount.
    event Refunded(bytes32 indexed id, address indexed requester, uint256 amount);

    event Settled(uint256 indexed epoch, Header header);
    event Vetoed(uint256 indexed epoch);
    event Unwound(uint256 indexed epoch);

    /// @notice A batch left this account out: served already, not provable, or its transfer failed.
    event Skipped(address indexed account, uint256 generation);
    /// @dev Emitted before the token's `Transfer` of the same amount, which names `to` only.
    event ClaimedTo(address indexed account, address indexed to, uint256 amount);

    /// @param name The parameter's name in ASCII, padded with zeros on the right.
    event ParameterChanged(bytes32 indexed name, uint256 value);
}
