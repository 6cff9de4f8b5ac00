// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {CampaignEscrow} from "./CampaignEscrow.sol";
import {EpochChain} from "./EpochChain.sol";
import {HeaderProofs} from "./HeaderProofs.sol";
import {PayoutClaims} from "./PayoutClaims.sol";
import {SettlementParameters} from "./SettlementParameters.sol";
import {Parameters} from "./SettlementTypes.sol";

/// @title Settlement
/// @notice One immutable contract for one ERC-20: no proxy, no owner. The promises are in `ISettlement`.
/// @dev Read in this order: `SettlementState` (the books), `CampaignEscrow` (in), `EpochChain` (across), `PayoutClaims`
/// (out), `HeaderProofs` (views), `SettlementParameters` (bounds).
contract Settlement is CampaignEscrow, EpochChain, PayoutClaims, HeaderProofs {
    constructor(Parameters memory parameters) SettlementParameters(parameters) {}
}
