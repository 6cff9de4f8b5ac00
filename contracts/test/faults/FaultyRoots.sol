// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {MerkleProof} from "@openzeppelin/contracts/utils/cryptography/MerkleProof.sol";

// Contracts with one known fault each, as small as the fault allows: what `FaultsOfRoots.t.sol` attacks beside ours.

/// @notice One hash of 64 bytes, so that an inner node passes for a leaf (Uniswap's issue 35; safe there by length only).
contract SingleHash {
    function verify(bytes32 root, bytes32 first, bytes32 second, bytes32[] memory path) external pure returns (bool) {
        return MerkleProof.processProof(path, keccak256(abi.encode(first, second))) == root;
    }
}

/// @notice Hashed twice, but without kind, chain or contract: the same leaf everywhere.
contract UntypedLeaf {
    function leaf(uint256 first, uint256 second) external pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(first, second))));
    }
}

abstract contract Drop {
    IERC20 internal immutable token;
    address internal immutable publisher;
    bytes32 public root;
    mapping(address account => uint256) public claimed;

    constructor(IERC20 token_, address publisher_) {
        (token, publisher) = (token_, publisher_);
    }

    function pay(address account, uint256 cumulative, bytes32[] memory proof) internal {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(account, cumulative))));
        require(MerkleProof.processProof(proof, leaf) == root, "proof");
        uint256 amount = cumulative - claimed[account];
        claimed[account] = cumulative;
        require(token.transfer(account, amount), "transfer");
    }
}

/// @notice 1inch CumulativeMerkleDrop: one root, replaced at once, and a claim names the root that it was made for.
contract InstantRoot is Drop {
    constructor(IERC20 token_, address publisher_) Drop(token_, publisher_) {}

    function setRoot(bytes32 root_) external virtual {
        require(msg.sender == publisher, "publisher");
        root = root_;
    }

    function claim(address account, uint256 cumulative, bytes32 expectedRoot, bytes32[] memory proof) external {
        require(root == expectedRoot, "MerkleRootWasUpdated");
        pay(account, cumulative, proof);
    }
}

/// @notice SuperRare, 2025-07-28: the permission is the wrong way round.
contract InvertedCheck is InstantRoot {
    constructor(IERC20 token_, address publisher_) InstantRoot(token_, publisher_) {}

    function setRoot(bytes32 root_) external override {
        require(msg.sender != publisher || msg.sender == address(1), "publisher");
        root = root_;
    }
}

/// @notice URD: a new pending root replaces the one before and begins the wait anew.
contract ReplaceablePending {
    uint256 private constant DELAY = 48 hours;
    bytes32 public root;
    bytes32 public pending;
    uint256 public ripeAt;

    function submit(bytes32 root_) external {
        (pending, ripeAt) = (root_, block.timestamp + DELAY);
    }

    function accept() external {
        require(block.timestamp >= ripeAt, "early");
        root = pending;
    }
}

/// @notice Footium: a root speaks of one epoch only, so what was not claimed under the last one is gone.
contract PerEpochRoot {
    bytes32 public root;
    mapping(bytes32 leaf => bool) public isClaimed;

    function setRoot(bytes32 root_) external {
        root = root_;
    }

    function claim(address account, uint256 amount, bytes32[] memory proof) external returns (bool) {
        bytes32 leaf = keccak256(bytes.concat(keccak256(abi.encode(root, account, amount))));
        if (isClaimed[leaf] || MerkleProof.processProof(proof, leafOf(account, amount)) != root) return false;
        isClaimed[leaf] = true;
        return true;
    }

    function leafOf(address account, uint256 amount) public pure returns (bytes32) {
        return keccak256(bytes.concat(keccak256(abi.encode(account, amount))));
    }
}

/// @notice A veto that leaves its mark where the next epoch must pass: our first probe.
contract StickyVeto {
    uint256 private constant NEVER = type(uint40).max;
    uint256[2] public activeAt;

    function settle(uint256 epoch) external {
        require(block.timestamp >= activeAt[(epoch - 1) & 1], "pending");
        activeAt[epoch & 1] = block.timestamp + 48 hours;
    }

    function veto(uint256 epoch) external {
        activeAt[epoch & 1] = NEVER;
    }
}

/// @notice Eigen: only who publishes may disable. Merkl: whoever pays the bond freezes everybody.
contract WrongGuardian {
    address private immutable publisher;
    bool public isStopped;

    constructor(address publisher_) {
        publisher = publisher_;
    }

    function disable() external {
        require(msg.sender == publisher, "publisher");
        isStopped = true;
    }

    function dispute() external payable {
        require(msg.value >= 1 wei, "bond");
        isStopped = true;
    }
}

/// @notice No parent is named: the same call, or one meant for another past, goes through after a reorganisation.
contract NoParent {
    uint256 public balance = 100;
    uint256 public published;

    function settle(uint256 debit) external {
        balance -= debit;
        published += debit;
    }
}

/// @notice The published total may fall, and with it what others can still claim.
contract FallingTotal {
    uint256 public published;
    uint256 public claimed;

    function publish(uint256 total) external {
        published = total;
    }

    function claim(uint256 amount) external returns (bool) {
        if (claimed + amount > published) return false;
        claimed += amount;
        return true;
    }
}
