// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.37;

import {ISettlement} from "./ISettlement.sol";
import {Totals} from "./PackedWords.sol";
import {SettlementState} from "./SettlementState.sol";
import {Campaign, CampaignPreimage, CampaignState} from "./SettlementTypes.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @notice Deposits of requesters, one slot a campaign, and their way back.
abstract contract CampaignEscrow is SettlementState {
    using SafeERC20 for IERC20;

    uint256 internal constant MAX_TERM = 400 days;

    bytes32 internal constant OPEN_TYPEHASH = keccak256(
        "Open(address requester,uint256 amount,uint256 expiry,bytes32 manifestHash,bytes32 salt,uint256 deadline)"
    );

    /* EXTERNAL */

    /// @inheritdoc ISettlement
    function open(uint256 amount, uint256 expiry, bytes32 manifestHash, bytes32 salt)
        external
        override
        nonReentrant
        whenNotPaused
        returns (bytes32)
    {
        return _open(CampaignPreimage(msg.sender, expiry, manifestHash, salt), amount);
    }

    /// @inheritdoc ISettlement
    function openWithPermit(
        uint256 amount,
        uint256 expiry,
        bytes32 manifestHash,
        bytes32 salt,
        uint256 permitDeadline,
        uint8 v,
        bytes32 r,
        bytes32 s
    ) external override nonReentrant whenNotPaused returns (bytes32) {
        // A permit is public once sent: whoever uses it first must not be able to stop the opening.
        try IERC20Permit(token).permit(msg.sender, address(this), amount, permitDeadline, v, r, s) {} catch {}
        return _open(CampaignPreimage(msg.sender, expiry, manifestHash, salt), amount);
    }

    /// @inheritdoc ISettlement
    function openBySig(
        address requester,
        uint256 amount,
        uint256 expiry,
        bytes32 manifestHash,
        bytes32 salt,
        uint256 deadline,
        bytes calldata signature
    ) external override nonReentrant whenNotPaused returns (bytes32) {
        require(deadline <= expiry, Settlement_DeadlineAfterExpiry(deadline, expiry));
        bytes32 structHash =
            keccak256(abi.encode(OPEN_TYPEHASH, requester, amount, expiry, manifestHash, salt, deadline));
        _checkSignature(requester, deadline, structHash, signature);
        return _open(CampaignPreimage(requester, expiry, manifestHash, salt), amount);
    }

    /// @inheritdoc ISettlement
    function topUp(bytes32 id, uint256 amount) external override nonReentrant whenNotPaused {
        // Check: an empty slot has no requester to return anything to.
        Campaign storage campaign = _campaigns[id];
        require(campaign.state != CampaignState.None, Settlement_CampaignUnknown(id));
        // Interaction first, because only what arrives is credited; `nonReentrant` keeps the measure honest.
        uint256 received = _receive(msg.sender, amount);
        // Effect
        uint256 balance = campaign.balance + received;
        require(balance <= type(uint96).max, Settlement_DepositTooLarge(balance));
        campaign.balance = uint96(balance);
        campaign.reserved += uint96(received);
        emit ToppedUp(id, msg.sender, received);
    }

    /// @inheritdoc ISettlement
    function extend(CampaignPreimage calldata preimage, uint256 expiry) external override nonReentrant {
        (bytes32 id, Campaign storage campaign) = _liveCampaign(preimage);
        _checkExpiry(expiry, campaign.expiry);
        campaign.expiry = uint40(expiry);
        emit Extended(id, expiry);
    }

    /// @inheritdoc ISettlement
    function close(CampaignPreimage calldata preimage) external override nonReentrant {
        (bytes32 id, Campaign storage campaign) = _liveCampaign(preimage);
        uint256 earliest = block.timestamp + uint256(campaign.noticeDays) * 1 days;
        uint256 expiry = earliest < campaign.expiry ? earliest : campaign.expiry;
        campaign.expiry = uint40(expiry);
        campaign.state = CampaignState.Closing;
        emit Closing(id, expiry);
    }

    /// @inheritdoc ISettlement
    function refund(CampaignPreimage calldata preimage) external override nonReentrant {
        bytes32 id = campaignId(preimage);
        Campaign storage campaign = _campaigns[id];
        Campaign memory before = campaign;
        bool isOver = block.timestamp >= before.expiry + uint256(before.graceDays) * 1 days;

        // Check
        if (!isOver) {
            require(msg.sender == preimage.requester, Settlement_NotRequester(msg.sender, preimage.requester));
            Totals current = _totals;
            bool isPending = block.timestamp < current.activeAt();
            require(!isPending, Settlement_GenerationPending(current.epoch(), current.activeAt()));
        }
        uint256 amount = isOver ? before.balance : before.balance - before.reserved;
        require(amount > 0, Settlement_NothingToRefund(id));

        // Effect
        if (!isOver) {
            campaign.balance = before.reserved;
        } else if (block.timestamp >= preimage.expiryAtOpening) {
            delete _campaigns[id];
        } else {
            (campaign.balance, campaign.reserved) = (0, 0);
        }
        emit Refunded(id, preimage.requester, amount);

        // Interaction
        IERC20(token).safeTransfer(preimage.requester, amount);
    }

    /// @inheritdoc ISettlement
    function campaigns(bytes32 id) external view override returns (Campaign memory) {
        return _campaigns[id];
    }

    /* PUBLIC */

    /// @inheritdoc ISettlement
    function campaignId(CampaignPreimage memory preimage) public view override returns (bytes32) {
        return keccak256(abi.encode(block.chainid, address(this), preimage));
    }

    /* PRIVATE */

    function _open(CampaignPreimage memory preimage, uint256 amount) private returns (bytes32 id) {
        // Check
        id = campaignId(preimage);
        require(_campaigns[id].state == CampaignState.None, Settlement_CampaignExists(id));
        _checkExpiry(preimage.expiryAtOpening, block.timestamp);
        // Interaction first, because only what arrives is credited; `nonReentrant` keeps the measure honest.
        uint256 received = _receive(preimage.requester, amount);
        // Effect. The expiry is at most 400 days ahead, so it fits in 40 bits.
        require(received <= type(uint96).max, Settlement_DepositTooLarge(received));
        _campaigns[id] = Campaign({
            balance: uint96(received),
            reserved: uint96(received),
            expiry: uint40(preimage.expiryAtOpening),
            state: CampaignState.Open,
            noticeDays: roles.noticeDays,
            graceDays: roles.graceDays
        });
        emit Opened(id, preimage.requester, received, preimage.expiryAtOpening, preimage.manifestHash, preimage.salt);
    }

    /// @dev Credits the difference in balance, so that a fee on transfer is never paid out of another campaign.
    function _receive(address from, uint256 amount) private returns (uint256 received) {
        uint256 before = IERC20(token).balanceOf(address(this));
        IERC20(token).safeTransferFrom(from, address(this), amount);
        received = IERC20(token).balanceOf(address(this)) - before;
        require(received > 0, Settlement_NothingReceived());
    }

    function _liveCampaign(CampaignPreimage calldata preimage)
        private
        view
        returns (bytes32 id, Campaign storage campaign)
    {
        id = campaignId(preimage);
        campaign = _campaigns[id];
        require(msg.sender == preimage.requester, Settlement_NotRequester(msg.sender, preimage.requester));
        require(campaign.state != CampaignState.None, Settlement_CampaignUnknown(id));
        require(campaign.state == CampaignState.Open, Settlement_CampaignClosing(id));
        require(block.timestamp < campaign.expiry, Settlement_CampaignExpired(id, campaign.expiry));
    }

    function _checkExpiry(uint256 expiry, uint256 after_) private view {
        uint256 latest = block.timestamp + MAX_TERM;
        require(expiry > after_ && expiry <= latest, Settlement_BadExpiry(expiry, after_, latest));
    }
}
