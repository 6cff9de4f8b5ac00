// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {Drop} from "./FaultyRoots.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";

// Contracts with one known fault each, as small as the fault allows: what `FaultsOfMoney.t.sol` attacks beside ours.

/// @notice Nothing binds the sum of the leaves to what was published: a false root is paid out of others' deposits.
contract NoCounter is Drop {
    constructor(IERC20 token_, address publisher_) Drop(token_, publisher_) {}

    function setRoot(bytes32 root_) external {
        require(msg.sender == publisher, "publisher");
        root = root_;
    }

    /// @dev Also: one entry that was served, or cannot be paid, stops all the others (nouns-protocol, HUMAN bulkPayOut).
    function claimMany(address[] memory accounts, uint256[] memory sums, bytes32[][] memory proofs) external {
        for (uint256 i = 0; i < accounts.length; ++i) {
            require(sums[i] > claimed[accounts[i]], "served");
            pay(accounts[i], sums[i], proofs[i]);
        }
    }

    /// @dev Merkl's recoverERC20, and Uniswap's withdrawal after the deadline: everything, also what people have earned.
    function sweep(address to) external {
        require(msg.sender == publisher, "publisher");
        require(token.transfer(to, token.balanceOf(address(this))), "transfer");
    }
}

/// @notice Deposits: the permit must succeed (Liquity TOB-LQT-008), and what was asked for is credited, not what came.
contract CarelessDeposit {
    IERC20 private immutable token;
    mapping(address account => uint256) public balanceOf;

    constructor(IERC20 token_) {
        token = token_;
    }

    function openWithPermit(uint256 amount, uint256 deadline, uint8 v, bytes32 r, bytes32 s) external {
        IERC20Permit(address(token)).permit(msg.sender, address(this), amount, deadline, v, r, s);
        open(amount);
    }

    function open(uint256 amount) public {
        require(token.transferFrom(msg.sender, address(this), amount), "transfer");
        balanceOf[msg.sender] += amount;
    }

    function refund() external {
        uint256 amount = balanceOf[msg.sender];
        balanceOf[msg.sender] = 0;
        require(token.transfer(msg.sender, amount), "transfer");
    }
}

/// @notice aligned_layer: the token is called bare. `strict` cannot pay with a token that returns nothing; `blind` takes
/// a refused transfer for a payment.
contract BareTransfer {
    mapping(address account => bool) public isPaid;

    function strict(IERC20 token, address to, uint256 amount) external {
        require(token.transfer(to, amount), "transfer");
        isPaid[to] = true;
    }

    function blind(IERC20 token, address to, uint256 amount) external {
        token.transfer(to, amount);
        isPaid[to] = true;
    }
}

/// @notice Pays before it books.
contract PaysFirst {
    IERC20 private immutable token;
    mapping(address account => uint256) public owed;

    constructor(IERC20 token_) {
        token = token_;
    }

    function credit(address account, uint256 amount) external {
        owed[account] += amount;
    }

    function claim(address account) external {
        require(token.transfer(account, owed[account]), "transfer");
        owed[account] = 0;
    }
}

/// @notice aligned_layer: the owner can be renounced, and with it every way to change anything.
contract Renounceable {
    address public owner = msg.sender;

    function transferOwnership(address to) external {
        require(msg.sender == owner, "owner");
        owner = to;
    }
}
