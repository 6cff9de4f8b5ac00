// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {Generation, Totals} from "./PackedWords.sol";
import {SettlementParameters} from "./SettlementParameters.sol";
import {Campaign} from "./SettlementTypes.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @notice The books shared by campaigns, epochs and claims, and the check of signatures.
/// @dev What the contract holds of the token covers, always: sum(balance) + held + published - claimed.
abstract contract SettlementState is SettlementParameters, EIP712 {
    /// @dev As `activeAt`, "never": the generation was vetoed.
    uint256 internal constant VETOED = type(uint40).max;

    /// @dev `activeAt` of the newest generation stands here, beside its number: what is pending is then known without the
    /// ring, which saves a slot in settle, veto and early refunds. 24 bits of epochs are 11,000 years at six hours each.
    Totals internal _totals;
    bytes32 public override head;
    uint128 public override held;
    /// @dev Generation g in slot g & 1. Of the newest, `activeAt` counts in `_totals`: a veto is written there only.
    Generation[2] internal _ring;
    mapping(bytes32 id => Campaign) internal _campaigns;
    mapping(address account => uint256) public override claimed;

    constructor() EIP712("Perle Settlement", "1") {}

    /// @inheritdoc ISettlement
    function totals() external view override returns (uint96 published, uint96 claimed_, uint32 epoch) {
        Totals current = _totals;
        return (uint96(current.published()), uint96(current.claimed()), uint32(current.epoch()));
    }

    /// @inheritdoc ISettlement
    function ring(uint256 slot) external view override returns (uint216 root, uint40 activeAt) {
        (Totals current, Generation generation) = (_totals, _ring[slot]);
        bool isNewest = slot == current.epoch() & 1;
        return (uint216(generation.root()), uint40(isNewest ? current.activeAt() : generation.activeAt()));
    }

    /// @dev ECDSA first, so that an account with delegated code (EIP-7702) can still sign with its key; then ERC-1271.
    /// Only 65 bytes with a low s are accepted as ECDSA.
    function _checkSignature(address signer, uint256 deadline, bytes32 structHash, bytes calldata signature)
        internal
        view
    {
        require(block.timestamp <= deadline, Settlement_SignatureExpired(deadline));
        bytes32 digest = _hashTypedDataV4(structHash);
        (address recovered, ECDSA.RecoverError failure,) = ECDSA.tryRecoverCalldata(digest, signature);
        if (failure == ECDSA.RecoverError.NoError && recovered == signer) return;
        bool isValid =
            signer.code.length > 0 && SignatureChecker.isValidERC1271SignatureNowCalldata(signer, digest, signature);
        require(isValid, Settlement_BadSignature(signer));
    }
}
