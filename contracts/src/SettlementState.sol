// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {SettlementParameters} from "./SettlementParameters.sol";
import {Campaign} from "./SettlementTypes.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {EIP712} from "@openzeppelin/contracts/utils/cryptography/EIP712.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";

/// @notice The books shared by campaigns, epochs and claims, and the check of signatures.
/// @dev What the contract holds of the token covers, always: sum(balance) + held + published - claimed.
abstract contract SettlementState is SettlementParameters, EIP712 {
    struct Totals {
        uint96 published;
        uint96 claimed;
        uint32 epoch;
    }

    struct Generation {
        uint216 root;
        uint40 activeAt;
    }

    /// @dev As `activeAt`, "never": the generation was vetoed.
    uint40 internal constant VETOED = type(uint40).max;

    Totals public override totals;
    bytes32 public override head;
    uint128 public override held;
    Generation[2] public override ring;
    mapping(bytes32 id => Campaign) internal _campaigns;
    mapping(address account => uint256) public override claimed;

    constructor() EIP712("Perle Settlement", "1") {}

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
