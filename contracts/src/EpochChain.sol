// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {Generation, PackedWords, Totals} from "./PackedWords.sol";
import {SettlementState} from "./SettlementState.sol";
import {Campaign, Header} from "./SettlementTypes.sol";
import {SafeCast} from "@openzeppelin/contracts/utils/math/SafeCast.sol";

/// @notice The chain of headers: settle, veto, unwind.
/// @dev A generation goes `settled -> (delay) -> active -> replaced two epochs later`, or
/// `settled -> vetoed -> unwound`, after which the same epoch number is settled again.
abstract contract EpochChain is SettlementState {
    using SafeCast for uint256;
    using SafeCast for int256;

    /* EXTERNAL */

    /// @inheritdoc ISettlement
    function settle(Header calldata header, bytes32[] calldata ids, uint256[] calldata words)
        external
        override
        nonReentrant
    {
        // Check. Each slot is read once.
        Config memory current = config;
        _checkNotPaused(current.pausedUntil);
        require(msg.sender == current.publisher, Settlement_NotPublisher(msg.sender));
        bytes32 newest = head;
        require(header.prevHead == newest, Settlement_WrongHead(newest, header.prevHead));
        Totals before = _totals;
        uint256 epoch = before.epoch() + 1;
        require(header.epoch == epoch, Settlement_WrongEpoch(epoch, header.epoch));
        bool isPending = block.timestamp < before.activeAt();
        require(!isPending, Settlement_GenerationPending(before.epoch(), before.activeAt()));
        _checkDebitsHash(header, ids, words);

        // Effect
        uint256 debits = _debit(ids, words);
        _checkTotal(header, before.published(), debits, uint256(current.maxIncrease) * wholeToken);
        _moveHeld(header.heldDelta);
        uint256 activeAt = block.timestamp + current.activationDelay;
        _totals = PackedWords.pack(header.total, before.claimed(), epoch, activeAt);
        _ring[epoch & 1] = PackedWords.packGeneration(header.payoutRoot, activeAt);
        head = keccak256(abi.encode(header));
        emit Settled(epoch, header);
    }

    /// @inheritdoc ISettlement
    /// @dev No lock: it touches nothing but a pending generation, which no call that holds the lock relies on.
    function veto(uint256 epoch) external override onlyGuardian {
        Totals current = _totals;
        bool isPending = current.activeAt() > block.timestamp && current.activeAt() != VETOED;
        require(epoch == current.epoch() && isPending, Settlement_NotPending(epoch));
        _totals = current.withActiveAt(VETOED);
        emit Vetoed(epoch);
    }

    /// @inheritdoc ISettlement
    function unwind(Header calldata header, bytes32[] calldata ids, uint256[] calldata words)
        external
        override
        nonReentrant
    {
        // Check: exactly the arguments of the vetoed settle, so ids, words and sums need no second look.
        bytes32 given = keccak256(abi.encode(header));
        require(given == head, Settlement_WrongHead(head, given));
        Totals current = _totals;
        require(current.activeAt() == VETOED, Settlement_NotVetoed(header.epoch));
        _checkDebitsHash(header, ids, words);

        // Effect
        uint256 published = _restoreSums(header, ids, words, current);
        // The slot held the generation before last, which is gone: nothing may ever be claimed from it.
        _ring[header.epoch & 1] = PackedWords.packGeneration(header.payoutRoot, VETOED);
        uint256 epoch = header.epoch - 1;
        _totals = PackedWords.pack(published, current.claimed(), epoch, _ring[epoch & 1].activeAt());
        head = header.prevHead;
        emit Unwound(header.epoch);
    }

    /* PRIVATE */

    function _checkDebitsHash(Header calldata header, bytes32[] calldata ids, uint256[] calldata words) private pure {
        bytes32 expected = keccak256(abi.encode(ids, words));
        require(header.debitsHash == expected, Settlement_WrongDebitsHash(expected, header.debitsHash));
    }

    /// @dev Takes each debit and sets each reserve. Strictly increasing ids, so none is touched twice.
    function _debit(bytes32[] calldata ids, uint256[] calldata words) private returns (uint256 debits) {
        require(ids.length == words.length, Settlement_LengthMismatch(ids.length, words.length));
        uint256 previous = 0;
        for (uint256 i = 0; i < ids.length; ++i) {
            bytes32 id = ids[i];
            require(i == 0 || uint256(id) > previous, Settlement_IdsNotIncreasing(id));
            previous = uint256(id);

            uint256 debit = words[i] >> 96;
            uint256 reserved = uint96(words[i]);
            require(debit <= type(uint96).max, Settlement_BadWord(id, words[i]));
            Campaign storage campaign = _campaigns[id];
            uint256 balance = campaign.balance;
            require(debit <= balance, Settlement_DebitExceedsBalance(id, debit, balance));
            balance -= debit;
            require(reserved <= balance, Settlement_ReserveExceedsBalance(id, reserved, balance));
            (campaign.balance, campaign.reserved) = (uint96(balance), uint96(reserved));
            debits += debit;
        }
    }

    /// @dev total = published + debits - heldDelta. The cap holds for both sums, so neither a large debit into `held`
    /// nor a large release out of `held` escapes it.
    function _checkTotal(Header calldata header, uint256 published, uint256 debits, uint256 cap) private pure {
        uint256 total = header.total;
        require(debits <= cap, Settlement_DebitsTooLarge(debits, cap));
        require(total >= published, Settlement_TotalFalls(published, total));
        require(total - published <= cap, Settlement_IncreaseTooLarge(total - published, cap));
        require(total <= type(uint96).max, Settlement_TotalTooLarge(total));
        int256 heldDelta = int256(published + debits) - int256(total);
        require(header.heldDelta == heldDelta, Settlement_WrongHeldDelta(heldDelta, header.heldDelta));
    }

    function _moveHeld(int256 delta) private {
        if (delta == 0) return;
        int256 next = int256(uint256(held)) + delta;
        require(next >= 0, Settlement_HeldBelowZero(held, delta));
        held = next.toUint256().toUint128();
    }

    /// @dev Debits left campaigns for `published` and, if heldDelta > 0, for `held`; heldDelta < 0 left `held` for
    /// `published`. All of it goes back to where it came from; what stays published is returned.
    function _restoreSums(Header calldata header, bytes32[] calldata ids, uint256[] calldata words, Totals current)
        private
        returns (uint256)
    {
        uint256 fromHeld = header.heldDelta < 0 ? uint256(-header.heldDelta) : 0;
        uint256 toHeld = header.heldDelta > 0 ? uint256(header.heldDelta) : 0;
        uint256 owed = fromHeld;
        for (uint256 i = 0; i < words.length; ++i) {
            owed += words[i] >> 96;
        }
        uint256 left = owed - _shortfall(current, owed - toHeld);

        uint256 given = _giveBack(ids, words, left, owed);
        if (fromHeld != 0) {
            uint256 share = fromHeld * left / owed;
            _moveHeld(int256(share));
            given += share;
        }
        if (toHeld != 0) _moveHeld(-int256(toHeld));
        // What rounding or a shortfall kept from its origin stays published: conservation holds to the base unit.
        return current.published() + toHeld - given;
    }

    /// @dev How much of the vetoed increase an earlier, false, active generation has already paid out.
    function _shortfall(Totals current, uint256 increase) private pure returns (uint256) {
        uint256 restored = current.published() - increase;
        return current.claimed() > restored ? current.claimed() - restored : 0;
    }

    /// @dev Each debit times left / owed, rounded down. A balance that a top-up brought to the limit of its 96 bits takes
    /// only what fits: unwind must not revert.
    function _giveBack(bytes32[] calldata ids, uint256[] calldata words, uint256 left, uint256 owed)
        private
        returns (uint256 sum)
    {
        for (uint256 i = 0; i < ids.length; ++i) {
            Campaign storage campaign = _campaigns[ids[i]];
            uint256 debit = words[i] >> 96;
            uint256 back = debit == 0 ? 0 : debit * left / owed;
            uint256 room = type(uint96).max - campaign.balance;
            if (back > room) back = room;
            campaign.balance += uint96(back);
            campaign.reserved = campaign.balance;
            sum += back;
        }
    }
}
