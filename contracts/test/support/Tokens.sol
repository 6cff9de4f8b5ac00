// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ERC20} from "@openzeppelin/contracts/token/ERC20/ERC20.sol";
import {ERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/ERC20Permit.sol";

/// @notice A plain token that anybody can mint, and that can be told to misbehave.
contract WeirdToken is ERC20, ERC20Permit {
    uint8 private immutable _decimals;
    uint256 public feePercent;
    mapping(address account => bool) public isBlocked;
    /// @dev Called after each transfer, as a token with hooks would.
    address public hook;

    constructor(uint8 decimals_) ERC20("Weird", "WRD") ERC20Permit("Weird") {
        _decimals = decimals_;
    }

    function decimals() public view override returns (uint8) {
        return _decimals;
    }

    function mint(address to, uint256 amount) external {
        _mint(to, amount);
    }

    function setFeePercent(uint256 percent) external {
        feePercent = percent;
    }

    function block_(address account, bool isBlocked_) external {
        isBlocked[account] = isBlocked_;
    }

    function setHook(address hook_) external {
        hook = hook_;
    }

    function _update(address from, address to, uint256 value) internal override {
        require(!isBlocked[to], "blocked");
        uint256 fee = from == address(0) || to == address(0) ? 0 : value * feePercent / 100;
        if (fee > 0) super._update(from, address(0xFEE), fee);
        super._update(from, to, value - fee);
        if (hook != address(0)) Hook(hook).afterTransfer();
    }
}

interface Hook {
    function afterTransfer() external;
}

/// @notice Returns nothing from transfer and transferFrom, as some old tokens do.
contract NoReturnToken {
    uint8 public constant decimals = 18;
    mapping(address account => uint256) public balanceOf;
    mapping(address owner => mapping(address spender => uint256)) public allowance;

    function mint(address to, uint256 amount) external {
        balanceOf[to] += amount;
    }

    function approve(address spender, uint256 amount) external {
        allowance[msg.sender][spender] = amount;
    }

    function transfer(address to, uint256 amount) external {
        balanceOf[msg.sender] -= amount;
        balanceOf[to] += amount;
    }

    function transferFrom(address from, address to, uint256 amount) external {
        allowance[from][msg.sender] -= amount;
        balanceOf[from] -= amount;
        balanceOf[to] += amount;
    }
}

/// @notice Says false where others revert, and moves nothing.
contract SayingFalseToken is WeirdToken {
    bool public isRefusing;

    constructor() WeirdToken(18) {}

    function refuse(bool isRefusing_) external {
        isRefusing = isRefusing_;
    }

    function transfer(address to, uint256 amount) public override returns (bool) {
        if (!isRefusing) return super.transfer(to, amount);
        if (hook != address(0)) Hook(hook).afterTransfer();
        return false;
    }
}
