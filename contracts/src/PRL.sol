// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @title PRL, the token contributors are paid in
/// @notice A plain ERC-20 with EIP-2612 permits. The whole supply is minted once, at deployment, to `treasury`.
/// @dev There is no mint function, no owner, no pause and no upgrade: nobody can make more, or stop a transfer.
/// The supply is below 2^96, which is what one amount of `Settlement` can hold.
contract PRL is ERC20, ERC20Permit {
    /// @notice One thousand million tokens of 18 decimals.
    uint256 public constant SUPPLY = 1_000_000_000e18;

    constructor(string memory name_, string memory symbol_, address treasury) ERC20(name_, symbol_) ERC20Permit(name_) {
        _mint(treasury, SUPPLY);
    }
}
