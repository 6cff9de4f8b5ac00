// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

/// @dev published (low 96 bits) · claimed (96) · epoch (24) · activeAt of the newest generation (high 40).
type Totals is uint256;

/// @dev Upper 216 bits of the payout root (low 216 bits) · activeAt (high 40).
type Generation is uint256;

using PackedWords for Totals global;
using PackedWords for Generation global;

/// @notice Two slots that every settlement and claim touches, read and written as one word: with structs the compiler
/// masks and reads again field by field, 500 gas a claim.
library PackedWords {
    uint256 private constant MASK_96 = type(uint96).max;
    uint256 private constant MASK_24 = type(uint24).max;
    uint256 private constant MASK_216 = type(uint216).max;

    /// @dev The caller keeps each part within its bits.
    function pack(uint256 published_, uint256 claimed_, uint256 epoch_, uint256 activeAt_)
        internal
        pure
        returns (Totals)
    {
        return Totals.wrap(published_ | claimed_ << 96 | epoch_ << 192 | activeAt_ << 216);
    }

    function published(Totals self) internal pure returns (uint256) {
        return Totals.unwrap(self) & MASK_96;
    }

    function claimed(Totals self) internal pure returns (uint256) {
        return Totals.unwrap(self) >> 96 & MASK_96;
    }

    function epoch(Totals self) internal pure returns (uint256) {
        return Totals.unwrap(self) >> 192 & MASK_24;
    }

    function activeAt(Totals self) internal pure returns (uint256) {
        return Totals.unwrap(self) >> 216;
    }

    /// @notice What is published and not yet paid.
    function unclaimed(Totals self) internal pure returns (uint256) {
        return self.published() - self.claimed();
    }

    /// @dev `amount` is at most `unclaimed`, so the sum is at most `published` and never leaves its 96 bits.
    function withClaim(Totals self, uint256 amount) internal pure returns (Totals) {
        unchecked {
            return Totals.wrap(Totals.unwrap(self) + (amount << 96));
        }
    }

    /// @dev `amount` was claimed before, so nothing falls below zero.
    function withoutClaim(Totals self, uint256 amount) internal pure returns (Totals) {
        unchecked {
            return Totals.wrap(Totals.unwrap(self) - (amount << 96));
        }
    }

    function withActiveAt(Totals self, uint256 activeAt_) internal pure returns (Totals) {
        return Totals.wrap(Totals.unwrap(self) & MASK_216 | activeAt_ << 216);
    }

    function packGeneration(bytes32 payoutRoot, uint256 activeAt_) internal pure returns (Generation) {
        return Generation.wrap(uint256(payoutRoot) >> 40 | activeAt_ << 216);
    }

    function activeAt(Generation self) internal pure returns (uint256) {
        return Generation.unwrap(self) >> 216;
    }

    function root(Generation self) internal pure returns (uint256) {
        return Generation.unwrap(self) & MASK_216;
    }
}
