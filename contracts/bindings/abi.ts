// Written by contracts/build.ts from the Solidity sources; never edited.

export const prlAbi = [
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "name_",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "symbol_",
        "type": "string"
      },
      {
        "internalType": "address",
        "name": "treasury",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "ECDSAInvalidSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "length",
        "type": "uint256"
      }
    ],
    "name": "ECDSAInvalidSignatureLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "ECDSAInvalidSignatureS",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "allowance",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "needed",
        "type": "uint256"
      }
    ],
    "name": "ERC20InsufficientAllowance",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "balance",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "needed",
        "type": "uint256"
      }
    ],
    "name": "ERC20InsufficientBalance",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "approver",
        "type": "address"
      }
    ],
    "name": "ERC20InvalidApprover",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "receiver",
        "type": "address"
      }
    ],
    "name": "ERC20InvalidReceiver",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "ERC20InvalidSender",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      }
    ],
    "name": "ERC20InvalidSpender",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "ERC2612ExpiredSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "ERC2612InvalidSigner",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "currentNonce",
        "type": "uint256"
      }
    ],
    "name": "InvalidAccountNonce",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "spender",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "Approval",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "Transfer",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "DOMAIN_SEPARATOR",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "SUPPLY",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      }
    ],
    "name": "allowance",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "approve",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "balanceOf",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "decimals",
    "outputs": [
      {
        "internalType": "uint8",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "name",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      }
    ],
    "name": "nonces",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "spender",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "permit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "symbol",
    "outputs": [
      {
        "internalType": "string",
        "name": "",
        "type": "string"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "totalSupply",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "transfer",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "transferFrom",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

export const prlBytecode = '0x61016080604052346104d85761158c803803809161001d82856104dc565b833981016060828203126104d85781516001600160401b0381116104d857816100479184016104ff565b60208301519091906001600160401b0381116104d85760409161006b9185016104ff565b9201516001600160a01b03811691908290036104d85760409283519161009185846104dc565b60018352603160f81b6020840190815281519092906001600160401b0381116103dd57600354600181811c911680156104ce575b60208210146103bf57601f8111610460575b50806020601f82116001146103fc575f916103f1575b508160011b915f199060031b1c1916176003555b8051906001600160401b0382116103dd5760045490600182811c921680156103d3575b60208310146103bf5781601f849311610349575b50602090601f83116001146102e3575f926102d8575b50508160011b915f199060031b1c1916176004555b61016c81610554565b6101205261017983610554565b6101405260208151910120918260e05251902080610100524660a05283519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f84528583015260608201524660808201523060a082015260a081526101e460c0826104dc565b5190206080523060c05280156102c5576002546b033b2e3c9fd0803ce800000081018091116102b157600255805f525f602052815f206b033b2e3c9fd0803ce800000081540190555f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef602084516b033b2e3c9fd0803ce80000008152a351610fcc90816105c0823960805181610ca3015260a05181610d60015260c05181610c74015260e05181610cf201526101005181610d18015261012051816105210152610140518161054a0152f35b634e487b7160e01b5f52601160045260245ffd5b63ec442f0560e01b5f525f60045260245ffd5b015190505f8061014e565b60045f9081528281209350601f198516905b8181106103315750908460019594939210610319575b505050811b01600455610163565b01515f1960f88460031b161c191690555f808061030b565b929360206001819287860151815501950193016102f5565b828111156101385760045f52909150601f830160051c7f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b602085106103b7575b849392601f0160051c82900391015f5b8281106103a7575050610138565b5f81830155859450600101610399565b5f9150610389565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610124565b634e487b7160e01b5f52604160045260245ffd5b90508301515f6100ed565b60035f9081528181209250601f198416905b81811061044857509083600194939210610430575b5050811b01600355610101565b8501515f1960f88460031b161c191690555f80610423565b9192602060018192868a01518155019401920161040e565b818111156100d75760035f52601f820160051c7fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b602084106104c6575b81601f9101920160051c03905f5b8281106104b95750506100d7565b5f828201556001016104ab565b5f915061049d565b90607f16906100c5565b5f80fd5b601f909101601f19168101906001600160401b038211908210176103dd57604052565b81601f820112156104d8578051906001600160401b0382116103dd5760405192610533601f8401601f1916602001856104dc565b828452602083830101116104d857815f9260208093018386015e8301015290565b601f81511161057f576020815191015160208210610570571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816306fdde031461096e57508063095ea7b31461092a57806318160ddd146108ef57806323b872dd1461075b578063313ce567146107225780633644e515146106e257806370a08231146106805780637ecebe001461061d57806384b0196e146104eb57806395d89b411461038a578063a9059cbb1461033b578063c50497ae146102f7578063d505accf146101465763dd62ed3e146100b6575f80fd5b346101425760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610142576100ed610a87565b73ffffffffffffffffffffffffffffffffffffffff61010a610aaa565b91165f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b5f80fd5b346101425760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425761017d610a87565b610185610aaa565b604435906064359260843560ff81168103610142578442116102cb5761028661027d73ffffffffffffffffffffffffffffffffffffffff9283851697885f52600760205260405f20908154916001830190556040519060208201927f6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c984528b6040840152878a1660608401528a608084015260a083015260c082015260c0815261023060e082610acd565b51902061023b610c5d565b90604051917f190100000000000000000000000000000000000000000000000000000000000083526002830152602282015260c43591604260a4359220610e5a565b90929192610ef4565b1684810361029b57506102999350610d86565b005b84907f4b800e46000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847f62791302000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34610142575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425760206040516b033b2e3c9fd0803ce80000008152f35b346101425760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425761037f610375610a87565b6024359033610b3b565b602060405160018152f35b34610142575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610142576040515f6004548060011c906001811680156104e1575b6020831081146104b4578285529081156104725750600114610414575b610410836103fc81850382610acd565b604051918291602083526020830190610a44565b0390f35b91905060045f527f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b915f905b808210610458575090915081016020016103fc6103ec565b919260018160209254838588010152019101909291610440565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660208086019190915291151560051b840190910191506103fc90506103ec565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f16916103cf565b34610142575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610142576105c16105457f0000000000000000000000000000000000000000000000000000000000000000610e03565b61056e7f0000000000000000000000000000000000000000000000000000000000000000610e03565b60206105cf604051926105818385610acd565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190610a44565b908582036040870152610a44565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061060657505050500390f35b8351855286955093810193928101926001016105f7565b346101425760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425773ffffffffffffffffffffffffffffffffffffffff610669610a87565b165f526007602052602060405f2054604051908152f35b346101425760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425773ffffffffffffffffffffffffffffffffffffffff6106cc610a87565b165f525f602052602060405f2054604051908152f35b34610142575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261014257602061071a610c5d565b604051908152f35b34610142575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261014257602060405160128152f35b346101425760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261014257610792610a87565b61079a610aaa565b6044359073ffffffffffffffffffffffffffffffffffffffff831692835f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f20547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8110610816575b5061037f9350610b3b565b8381106108bb57841561088f5733156108635761037f945f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f526020528360405f20910390558461080b565b7f94280d62000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7fe602df05000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b83907ffb8f41b2000000000000000000000000000000000000000000000000000000005f523360045260245260445260645ffd5b34610142575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610142576020600254604051908152f35b346101425760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425761037f610964610a87565b6024359033610d86565b34610142575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610142575f6003548060011c90600181168015610a3a575b6020831081146104b45782855290811561047257506001146109dc57610410836103fc81850382610acd565b91905060035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b915f905b808210610a20575090915081016020016103fc6103ec565b919260018160209254838588010152019101909291610a08565b91607f16916109b0565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361014257565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361014257565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610b0e57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff16908115610c315773ffffffffffffffffffffffffffffffffffffffff16918215610c0557815f525f60205260405f2054818110610bd357817fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef92602092855f525f84520360405f2055845f525f825260405f20818154019055604051908152a3565b827fe450d38c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7fec442f05000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f96c6fd1e000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480610d5d575b15610cc5577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152610d5760c082610acd565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614610c9c565b73ffffffffffffffffffffffffffffffffffffffff1690811561088f5773ffffffffffffffffffffffffffffffffffffffff169182156108635760207f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92591835f526001825260405f20855f5282528060405f2055604051908152a3565b60ff811690601f8211610e325760405191610e1f604084610acd565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610ee9579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610ede575f5173ffffffffffffffffffffffffffffffffffffffff811615610ed457905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f9160039190565b6004811015610f9f5780610f06575050565b60018103610f36577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b60028103610f6a57507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600314610f745750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd'

export const settlementAbi = [
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "timelock",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "publisher",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "guardian",
            "type": "address"
          },
          {
            "internalType": "uint32",
            "name": "activationDelay",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "minActivationDelay",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "maxActivationDelay",
            "type": "uint32"
          },
          {
            "internalType": "uint32",
            "name": "maxIncrease",
            "type": "uint32"
          },
          {
            "internalType": "uint8",
            "name": "noticeDays",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "graceDays",
            "type": "uint8"
          }
        ],
        "internalType": "struct Parameters",
        "name": "parameters",
        "type": "tuple"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "value",
        "type": "int256"
      }
    ],
    "name": "SafeCastOverflowedIntToUint",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "bits",
        "type": "uint8"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "SafeCastOverflowedUintDowncast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "Settlement_AlreadySet",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "earliest",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "latest",
        "type": "uint256"
      }
    ],
    "name": "Settlement_BadExpiry",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Settlement_BadProof",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "signer",
        "type": "address"
      }
    ],
    "name": "Settlement_BadSignature",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "word",
        "type": "uint256"
      }
    ],
    "name": "Settlement_BadWord",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Settlement_CampaignClosing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Settlement_CampaignExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      }
    ],
    "name": "Settlement_CampaignExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Settlement_CampaignUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      }
    ],
    "name": "Settlement_DeadlineAfterExpiry",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "debit",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "balance",
        "type": "uint256"
      }
    ],
    "name": "Settlement_DebitExceedsBalance",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "debits",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "maxIncrease",
        "type": "uint256"
      }
    ],
    "name": "Settlement_DebitsTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "balance",
        "type": "uint256"
      }
    ],
    "name": "Settlement_DepositTooLarge",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Settlement_EmptyBatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "claimed",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "published",
        "type": "uint256"
      }
    ],
    "name": "Settlement_ExceedsPublished",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "generation",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "activeAt",
        "type": "uint256"
      }
    ],
    "name": "Settlement_GenerationNotActive",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "activeAt",
        "type": "uint256"
      }
    ],
    "name": "Settlement_GenerationPending",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "generation",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "Settlement_GenerationUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "held",
        "type": "uint256"
      },
      {
        "internalType": "int256",
        "name": "heldDelta",
        "type": "int256"
      }
    ],
    "name": "Settlement_HeldBelowZero",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Settlement_IdsNotIncreasing",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "increase",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "maxIncrease",
        "type": "uint256"
      }
    ],
    "name": "Settlement_IncreaseTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "ids",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "words",
        "type": "uint256"
      }
    ],
    "name": "Settlement_LengthMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "Settlement_NotGuardian",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Settlement_NotPaused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "Settlement_NotPending",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "Settlement_NotPublisher",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "requester",
        "type": "address"
      }
    ],
    "name": "Settlement_NotRequester",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "Settlement_NotTimelock",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "Settlement_NotVetoed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "Settlement_NothingReceived",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "claimed",
        "type": "uint256"
      }
    ],
    "name": "Settlement_NothingToClaim",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Settlement_NothingToRefund",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "min",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "max",
        "type": "uint256"
      }
    ],
    "name": "Settlement_OutOfBounds",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "rearmAt",
        "type": "uint256"
      }
    ],
    "name": "Settlement_PauseTooSoon",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "until",
        "type": "uint256"
      }
    ],
    "name": "Settlement_Paused",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "reserved",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "balance",
        "type": "uint256"
      }
    ],
    "name": "Settlement_ReserveExceedsBalance",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisherAndGuardian",
        "type": "address"
      }
    ],
    "name": "Settlement_SameKey",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      }
    ],
    "name": "Settlement_SignatureExpired",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "published",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "total",
        "type": "uint256"
      }
    ],
    "name": "Settlement_TotalFalls",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "total",
        "type": "uint256"
      }
    ],
    "name": "Settlement_TotalTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "given",
        "type": "bytes32"
      }
    ],
    "name": "Settlement_WrongDebitsHash",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "given",
        "type": "uint256"
      }
    ],
    "name": "Settlement_WrongEpoch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "expected",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "given",
        "type": "bytes32"
      }
    ],
    "name": "Settlement_WrongHead",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "expected",
        "type": "int256"
      },
      {
        "internalType": "int256",
        "name": "given",
        "type": "int256"
      }
    ],
    "name": "Settlement_WrongHeldDelta",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      }
    ],
    "name": "Settlement_ZeroAddress",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "ClaimedTo",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      }
    ],
    "name": "Closing",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      }
    ],
    "name": "Extended",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "manifestHash",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "Opened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      }
    ],
    "name": "ParameterChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Refunded",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "prevHead",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "batchRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "contributionsRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "reputationRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "payoutRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "total",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "heldDelta",
            "type": "int256"
          },
          {
            "internalType": "bytes32",
            "name": "debitsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          }
        ],
        "indexed": false,
        "internalType": "struct Header",
        "name": "header",
        "type": "tuple"
      }
    ],
    "name": "Settled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "generation",
        "type": "uint256"
      }
    ],
    "name": "Skipped",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "from",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "ToppedUp",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "Unwound",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "Vetoed",
    "type": "event"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "expiryAtOpening",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct CampaignPreimage",
        "name": "preimage",
        "type": "tuple"
      }
    ],
    "name": "campaignId",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "campaigns",
    "outputs": [
      {
        "components": [
          {
            "internalType": "uint96",
            "name": "balance",
            "type": "uint96"
          },
          {
            "internalType": "uint96",
            "name": "reserved",
            "type": "uint96"
          },
          {
            "internalType": "uint40",
            "name": "expiry",
            "type": "uint40"
          },
          {
            "internalType": "enum CampaignState",
            "name": "state",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "noticeDays",
            "type": "uint8"
          },
          {
            "internalType": "uint8",
            "name": "graceDays",
            "type": "uint8"
          }
        ],
        "internalType": "struct Campaign",
        "name": "",
        "type": "tuple"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "generation",
        "type": "uint256"
      },
      {
        "internalType": "bytes32[]",
        "name": "proof",
        "type": "bytes32[]"
      }
    ],
    "name": "claim",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "cumulative",
            "type": "uint256"
          },
          {
            "internalType": "bytes32[]",
            "name": "proof",
            "type": "bytes32[]"
          }
        ],
        "internalType": "struct ClaimEntry[]",
        "name": "entries",
        "type": "tuple[]"
      },
      {
        "internalType": "uint256",
        "name": "generation",
        "type": "uint256"
      }
    ],
    "name": "claimMany",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256[]",
        "name": "entries",
        "type": "uint256[]"
      },
      {
        "internalType": "uint256",
        "name": "generation",
        "type": "uint256"
      },
      {
        "internalType": "bytes32[]",
        "name": "proof",
        "type": "bytes32[]"
      }
    ],
    "name": "claimSubtree",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "generation",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "bytes32[]",
        "name": "proof",
        "type": "bytes32[]"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "claimTo",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "claimed",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "expiryAtOpening",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct CampaignPreimage",
        "name": "preimage",
        "type": "tuple"
      }
    ],
    "name": "close",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "config",
    "outputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      },
      {
        "internalType": "uint32",
        "name": "activationDelay",
        "type": "uint32"
      },
      {
        "internalType": "uint32",
        "name": "pausedUntil",
        "type": "uint32"
      },
      {
        "internalType": "uint32",
        "name": "maxIncrease",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "campaignId_",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      }
    ],
    "name": "contributionLeaf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "expiryAtOpening",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct CampaignPreimage",
        "name": "preimage",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      }
    ],
    "name": "extend",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "head",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "held",
    "outputs": [
      {
        "internalType": "uint128",
        "name": "",
        "type": "uint128"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "batchRoot",
        "type": "bytes32"
      }
    ],
    "name": "historyLeaf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "maxActivationDelay",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "minActivationDelay",
    "outputs": [
      {
        "internalType": "uint32",
        "name": "",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "manifestHash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "open",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "requester",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "manifestHash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "signature",
        "type": "bytes"
      }
    ],
    "name": "openBySig",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "expiry",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "manifestHash",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "permitDeadline",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "openWithPermit",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "durationSeconds",
        "type": "uint32"
      }
    ],
    "name": "pause",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "cumulative",
        "type": "uint256"
      }
    ],
    "name": "payoutLeaf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "address",
            "name": "requester",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "expiryAtOpening",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "salt",
            "type": "bytes32"
          }
        ],
        "internalType": "struct CampaignPreimage",
        "name": "preimage",
        "type": "tuple"
      }
    ],
    "name": "refund",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "subjectCommit",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "skill",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "mean",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "low",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "high",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "n",
            "type": "uint256"
          }
        ],
        "internalType": "struct Reputation",
        "name": "reputation",
        "type": "tuple"
      }
    ],
    "name": "reputationLeaf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "slot",
        "type": "uint256"
      }
    ],
    "name": "ring",
    "outputs": [
      {
        "internalType": "uint216",
        "name": "root",
        "type": "uint216"
      },
      {
        "internalType": "uint40",
        "name": "activeAt",
        "type": "uint40"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "roles",
    "outputs": [
      {
        "internalType": "address",
        "name": "guardian",
        "type": "address"
      },
      {
        "internalType": "uint8",
        "name": "noticeDays",
        "type": "uint8"
      },
      {
        "internalType": "uint8",
        "name": "graceDays",
        "type": "uint8"
      },
      {
        "internalType": "uint32",
        "name": "pauseRearmAt",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "delaySeconds",
        "type": "uint32"
      }
    ],
    "name": "setActivationDelay",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "graceDays",
        "type": "uint8"
      }
    ],
    "name": "setGraceDays",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "guardian",
        "type": "address"
      }
    ],
    "name": "setGuardian",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint32",
        "name": "wholeTokens",
        "type": "uint32"
      }
    ],
    "name": "setMaxIncrease",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint8",
        "name": "noticeDays",
        "type": "uint8"
      }
    ],
    "name": "setNoticeDays",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "publisher",
        "type": "address"
      }
    ],
    "name": "setPublisher",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "prevHead",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "batchRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "contributionsRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "reputationRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "payoutRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "total",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "heldDelta",
            "type": "int256"
          },
          {
            "internalType": "bytes32",
            "name": "debitsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Header",
        "name": "header",
        "type": "tuple"
      },
      {
        "internalType": "bytes32[]",
        "name": "ids",
        "type": "bytes32[]"
      },
      {
        "internalType": "uint256[]",
        "name": "words",
        "type": "uint256[]"
      }
    ],
    "name": "settle",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "timelock",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "token",
    "outputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "topUp",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "totals",
    "outputs": [
      {
        "internalType": "uint96",
        "name": "published",
        "type": "uint96"
      },
      {
        "internalType": "uint96",
        "name": "claimed_",
        "type": "uint96"
      },
      {
        "internalType": "uint32",
        "name": "epoch",
        "type": "uint32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "unpause",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "prevHead",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "batchRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "contributionsRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "reputationRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "payoutRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "total",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "heldDelta",
            "type": "int256"
          },
          {
            "internalType": "bytes32",
            "name": "debitsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Header",
        "name": "header",
        "type": "tuple"
      },
      {
        "internalType": "bytes32[]",
        "name": "ids",
        "type": "bytes32[]"
      },
      {
        "internalType": "uint256[]",
        "name": "words",
        "type": "uint256[]"
      }
    ],
    "name": "unwind",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "prevHead",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "batchRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "contributionsRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "reputationRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "payoutRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "total",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "heldDelta",
            "type": "int256"
          },
          {
            "internalType": "bytes32",
            "name": "debitsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Header",
        "name": "header",
        "type": "tuple"
      },
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      },
      {
        "internalType": "bytes32",
        "name": "campaignId_",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "commitment",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32[]",
        "name": "batchPath",
        "type": "bytes32[]"
      },
      {
        "internalType": "bytes32[]",
        "name": "historyPath",
        "type": "bytes32[]"
      }
    ],
    "name": "verifyContribution",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "prevHead",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "epoch",
            "type": "uint256"
          },
          {
            "internalType": "bytes32",
            "name": "batchRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "contributionsRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "reputationRoot",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "payoutRoot",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "total",
            "type": "uint256"
          },
          {
            "internalType": "int256",
            "name": "heldDelta",
            "type": "int256"
          },
          {
            "internalType": "bytes32",
            "name": "debitsHash",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "manifestHash",
            "type": "bytes32"
          }
        ],
        "internalType": "struct Header",
        "name": "header",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "bytes32",
            "name": "subjectCommit",
            "type": "bytes32"
          },
          {
            "internalType": "bytes32",
            "name": "skill",
            "type": "bytes32"
          },
          {
            "internalType": "uint256",
            "name": "mean",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "low",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "high",
            "type": "uint256"
          },
          {
            "internalType": "uint256",
            "name": "n",
            "type": "uint256"
          }
        ],
        "internalType": "struct Reputation",
        "name": "reputation",
        "type": "tuple"
      },
      {
        "internalType": "bytes32[]",
        "name": "path",
        "type": "bytes32[]"
      }
    ],
    "name": "verifyReputation",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "epoch",
        "type": "uint256"
      }
    ],
    "name": "veto",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  }
] as const

export const settlementBytecode = '0x61020080604052346105785761014081615e0a803803809161002182856107a1565b833981010312610578576040516101408101916001600160401b03831182841017610772576040928352610054816107c4565b8252610062602082016107c4565b91602081019283526100758483016107c4565b91848201928352610088606082016107c4565b916060810192835261009c608083016107d8565b92608082019384526100b060a084016107d8565b9460a083019586526100c460c085016107d8565b9460c084019586526100d860e086016107d8565b9160e085019283526101026101206100f361010089016107e9565b976101008801988952016107e9565b9461012081019586528a51976101188c8a6107a1565b6010895260208901996f14195c9b194814d95d1d1b195b595b9d60821b8b526101438d519d8e6107a1565b60018d52603160f81b60208e019081528c51909c906001600160a01b03161561075257845188516001600160a01b03918216911681156107315781146106ff5750875185516001600160a01b03918216911681156107115781146106ff575063ffffffff83511663ffffffff83511680821015806106f2575b156106ae57505063ffffffff86511663ffffffff83511663ffffffff8551169080831015806106a4575b156106675750505063ffffffff875116600181101580610659575b1561061a575060ff8a511660078110158061060f575b156105d4575060ff895116600e811015806105c9575b1561058f5750835160405163313ce56760e01b815290602090829060049082906001600160a01b03165afa8015610584575f90610546575b60ff915016936012851161050f57516001600160a01b0390811660805290511660a0525163ffffffff90811660c05290511660e052604d81116104fb57600a0a61010052519051915160405190916001600160a01b0316906102c681610786565b81815263ffffffff84811660208301525f60408084018290529185166060938401526001600160a01b0393841660a09690961b63ffffffff60a01b169590951760e09490941b6001600160e01b0319169390931784559351955194519151919516929061033281610786565b83815260ff85811660208301528616604082015201526001805460a89490941b60ff60a81b1665ffffffffffff60a01b199092166001600160d01b03199094169390931760a09290921b60ff60a01b1691909117179055610392816107f7565b6101c05261039f846107f7565b6101e052519020918261018052519020806101a05246610140526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261040a60c0826107a1565b5190206101205230610160526040516155a7908161086382396080518181816103d001528181610dfb01528181611ae201528181612c0301528181613c2e015281816150420152615105015260a05181818161091c0152818161099301528181611379015281816124ef015281816131110152818161330c0152613548015260c05181818161277c015261333a015260e051818181610bdb015261336101526101005181611cde0152610120518161543b015261014051816154f20152610160518161540c0152610180518161548a01526101a051816154b001526101c0518161291a01526101e051816129430152f35b634e487b7160e01b5f52601160045260245ffd5b60405163eef1389960e01b815267646563696d616c7360c01b6004820152602481018690525f604482015260126064820152608490fd5b506020813d60201161057c575b81610560602093836107a1565b810103126105785761057360ff916107e9565b610265565b5f80fd5b3d9150610553565b6040513d5f823e3d90fd5b60405163eef1389960e01b81526867726163654461797360b81b60048201526024810191909152600e6044820152605a6064820152608490fd5b50605a81111561022d565b60405163eef1389960e01b8152696e6f746963654461797360b01b6004820152602481019190915260076044820152601e6064820152608490fd5b50601e811115610217565b60405163eef1389960e01b81526a6d6178496e63726561736560a81b600482015260248101919091526001604482015263ffffffff6064820152608490fd5b5063ffffffff811115610201565b60405163eef1389960e01b81526e61637469766174696f6e44656c617960881b600482015260248101939093526044830152606482015260849150fd5b50818311156101e6565b60405163eef1389960e01b8152716d617841637469766174696f6e44656c617960701b60048201526024810192909252604482015262127500606482015260849150fd5b50621275008211156101bc565b6350bb702960e11b5f5260045260245ffd5b63171dab6960e21b5f9081526733bab0b93234b0b760c11b600452602490fd5b63171dab6960e21b5f90815268383ab13634b9b432b960b91b600452602490fd5b63171dab6960e21b5f9081526774696d656c6f636b60c01b600452602490fd5b634e487b7160e01b5f52604160045260245ffd5b608081019081106001600160401b0382111761077257604052565b601f909101601f19168101906001600160401b0382119082101761077257604052565b51906001600160a01b038216820361057857565b519063ffffffff8216820361057857565b519060ff8216820361057857565b601f815111610822576020815191015160208210610813571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063172bd6de14613ba35780631d28dec714613a7757806335ca5f7514613a3a578063392f5f64146139c25780633f4ba83a146138e05780634cda9b55146136e65780634fdfab51146134f657806358baaa3e146132b05780635e38b5ef146130bf578063641f1c7d14612c4d5780637190f68414612a8d57806379502c5514612a1657806384b0196e146128e457806387b56ccf146127a057806388b06baa1461274257806388f84238146126995780638a0dac4a1461249d5780638b88a3a5146123575780638f7dcfa31461231c57806397ab2c7a14611bbc57806397cea3f014611a6c5780639e00f339146117a75780639eca2f1e14611695578063a11d3b8814611610578063a17231fe1461156f578063a285aed714611521578063ae2f8eab1461131c578063b3606567146111c4578063b67644b914610ffa578063c038a38e14610f87578063c260a76c14610c8c578063c38b392e14610bff578063c711104b14610ba0578063c884ef8314610b3d578063cab6366114610940578063d33219b4146108d1578063d5a781a314610800578063e3429972146106fd578063ec60cf17146104bf578063ec73ae46146103f4578063fc0c546a146103855763fddbe188146101e8575f80fd5b346103825760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126103825761021f613c53565b906024356044356064356084359160a4359560c43567ffffffffffffffff811161038057610251903690600401613e51565b9161025a614227565b61026d63ffffffff895460c01c166149b3565b8389116103505760209894926103259796949261030392604051978c89017f8463b273f778bcb5cb6de21378b42cd591309d84aa91720a5764177ccd573433815273ffffffffffffffffffffffffffffffffffffffff8316998a60408201528b60608201528760808201528860a08201528960c08201528260e082015260e081526102fa61010082613d0c565b519020916146c3565b6040519361031085613ca7565b845287840152604083015260608201526149e8565b907f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b604488858b7f2695a880000000000000000000000000000000000000000000000000000000008352600452602452fd5b865b80fd5b503461038257807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103825760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610382576004359060045460028310156104925782600160409460070154938360c01c905016145f146104825764ffffffffff9060d81c5b7affffffffffffffffffffffffffffffffffffffffffffffffffffff845193168352166020820152f35b5064ffffffffff8160d81c610458565b6024827f4e487b710000000000000000000000000000000000000000000000000000000081526032600452fd5b50346103825760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126103825760043567ffffffffffffffff81116106ca5761050f903690600401613c76565b906024359061051c614227565b61052882600454614ec0565b90847fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa182360301905b858110156106d6578060051b83013590828212156106d25773ffffffffffffffffffffffffffffffffffffffff9184016105e061058d826141b5565b60208301359485911660a091604051917f49b04a2cebd283e7b32b99908ff97706e261fa71a9744bec1edf6ea44027beb4835246602084015230604084015260608301526080820152205f5260205f2090565b9260408201357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe1833603018112156106ce578201938a85359567ffffffffffffffff87116106ca57602001958060051b360387136106ca576001968a936106479350614d08565b60281c14908115916106b0575b50610661575b5001610551565b61067f73ffffffffffffffffffffffffffffffffffffffff916141b5565b167f919934efa9b9cbef8df83209d038a3fab0a1c3fe088bd0aa10e272ff7177f0766020604051898152a25f61065a565b6106c391506106be836141b5565b614fab565b155f610654565b5080fd5b8a80fd5b8780fd5b86807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b5034610382577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360160a081126106ca57608013610382576107d37f60e0876708aeabbf4f544fb02602d0599d975f2b270d3450d4c0867712d157426020608435610766614227565b61076e614886565b61078664ffffffffff829793975460c01c168461530c565b80547fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff1660c084901b7cffffffffff00000000000000000000000000000000000000000000000016179055565b604051908152a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b50346103825760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257506020604051818101907fca39d11f3a18edb4ac8b7a559ee5302754edabdb829cd4271449df093587ae268252466040820152306060820152600435608082015260243560a082015260443560c082015260643560e082015260843561010082015260a43561012082015261012081526108ac61014082613d0c565b5190206040518281019182528281526108c6604082613d0c565b519020604051908152f35b503461038257807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103825760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257610978613c53565b6109ba3373ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163314613f6b565b73ffffffffffffffffffffffffffffffffffffffff80600154169116908115610af1578114610ac65781548173ffffffffffffffffffffffffffffffffffffffff821614610a76577fffffffffffffffffffffffff0000000000000000000000000000000000000000907f7075626c697368657200000000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e0486020604051868152a21617815580f35b604483837f5b4f3ec60000000000000000000000000000000000000000000000000000000082527f7075626c69736865720000000000000000000000000000000000000000000000600452602452fd5b7fa176e052000000000000000000000000000000000000000000000000000000008252600452602490fd5b6024837f5c76ada40000000000000000000000000000000000000000000000000000000081527f7075626c69736865720000000000000000000000000000000000000000000000600452fd5b50346103825760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257604060209173ffffffffffffffffffffffffffffffffffffffff610b8f613c53565b168152600a83522054604051908152f35b503461038257807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b50346103825760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610382576020610c8460243560043560a091604051917ff4d8b35b4e89a41b4776e8ec771e986da7a5e207ecf8da3a70ff3519faf12328835246602084015230604084015260608301526080820152205f5260205f2090565b604051908152f35b50346103825760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257610cc4614227565b610cd5610cd036613d4d565b613f0c565b9081815260096020526040812091610cec83614060565b9064ffffffffff60408301511660ff60a0840151169062015180820291808304620151801490151715610f065790610d239161400c565b42109384610f33575b84610ebb576bffffffffffffffffffffffff808451165b16928315610e8f57610e2094955f14610e46576bffffffffffffffffffffffff60208192015116167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161790555b73ffffffffffffffffffffffffffffffffffffffff610db0614192565b16907ff552ca82e113ac3c539c3d617f29fcd19c172a0c75dad017555c9e109f7fe1836020604051858152a3610de4614192565b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001661441d565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b506024354210610e6457508084526009602052836040812055610d93565b7fffffffffffffffff0000000000000000000000000000000000000000000000008154169055610d93565b602485847f75d8e7f4000000000000000000000000000000000000000000000000000000008252600452fd5b6bffffffffffffffffffffffff8351166bffffffffffffffffffffffff60208501511690036bffffffffffffffffffffffff8111610f06576bffffffffffffffffffffffff90610d43565b6024857f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b610f6673ffffffffffffffffffffffffffffffffffffffff610f53614192565b163314610f5e614192565b9033906141d6565b610f8260045462ffffff8160d81c9160c01c1681421015614019565b610d2c565b503461038257807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257606090600454906bffffffffffffffffffffffff82841c16905062ffffff8260c01c16906bffffffffffffffffffffffff6040519316835260208301526040820152f35b50346103825760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261038257600435611035614227565b61104863ffffffff835460c01c166149b3565b8082526009602052604082209060ff825460e81c1660038110156111975781611072911515614102565b611145611081602435336150ed565b926bffffffffffffffffffffffff8061109d868285541661400c565b6110aa8183811115614135565b16167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161781556110fd6bffffffffffffffffffffffff85166bffffffffffffffffffffffff835460601c16614168565b7fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b6040519182527f831e8bacc44ea8b4be95d1b2ad207b7bbe602348c66b089cace4646af6619e8660203393a3807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b6024847f4e487b710000000000000000000000000000000000000000000000000000000081526021600452fd5b5034610382577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360161022081126106ca57610140136103825760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffebc360112610382576102043567ffffffffffffffff81116106ca579061124d6112f3923690600401613c76565b915060405160208101907fca39d11f3a18edb4ac8b7a559ee5302754edabdb829cd4271449df093587ae2682524660408201523060608201526101443560808201526101643560a08201526101843560c08201526101a43560e08201526101c4356101008201526101e43561012082015261012081526112cf61014082613d0c565b51902060405160208101918252602081526112eb604082613d0c565b519020614d08565b608435148061130a575b6020906040519015158152f35b506020611315614d42565b90506112fd565b50346103825760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126103825760043563ffffffff81169081810361151d576113a03373ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163314613f6b565b8254916401fffffffe8360df1c16600182101580611513575b156114af5750808360e01c14611460577bffffffffffffffffffffffffffffffffffffffffffffffffffffffff917f6d6178496e6372656173650000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e04860207fffffffff0000000000000000000000000000000000000000000000000000000094604051908152a260e01b16911617815580f35b7f5b4f3ec60000000000000000000000000000000000000000000000000000000084527f6d6178496e637265617365000000000000000000000000000000000000000000600452602452604483fd5b60849250604051917feef138990000000000000000000000000000000000000000000000000000000083527f6d6178496e63726561736500000000000000000000000000000000000000000060048401526024830152600160448301526064820152fd5b50808211156113b9565b8280fd5b503461038257807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126103825760206fffffffffffffffffffffffffffffffff60065416604051908152f35b50346103825760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610382576020610c846115ac613c53565b73ffffffffffffffffffffffffffffffffffffffff602435911660a091604051917f49b04a2cebd283e7b32b99908ff97706e261fa71a9744bec1edf6ea44027beb4835246602084015230604084015260608301526080820152205f5260205f2090565b50346103825760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610382576020610c8460243560043560a091604051917ff8142a12b553a393f30bd9be9ff6ee6d33e34ceeef3f874889d654608bf0b826835246602084015230604084015260608301526080820152205f5260205f2090565b50346103825760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610382578060a06040516116d481613cf0565b82815282602082015282604082015282606082015282608082015201526004358152600960205261170760408220614060565b90604051906bffffffffffffffffffffffff83511682526bffffffffffffffffffffffff602084015116602083015264ffffffffff6040840151166040830152606083015190600382101561177a575060a060c09360ff92606085015282608082015116608085015201511660a0820152f35b807f4e487b7100000000000000000000000000000000000000000000000000000000602492526021600452fd5b50346103825760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126103825760043567ffffffffffffffff81116106ca576117f7903690600401613c76565b9060243560443567ffffffffffffffff8111611a685761181b903690600401613c76565b611823614227565b8415611a405761183583600454614ec0565b916040517f49b04a2cebd283e7b32b99908ff97706e261fa71a9744bec1edf6ea44027beb4815246602082015230604082015260a08101908760061b810160608101918960051b890189918c6060820160808301915b8486106119ea57505050505050604001905b828211611984575050906118b2929151614d08565b60281c0361195c57835b8381106118ea5784807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b806118f86001928686614050565b3560601c61191f6bffffffffffffffffffffffff611917848989614050565b351682614fab565b1561192c575b50016118bc565b7f919934efa9b9cbef8df83209d038a3fab0a1c3fe088bd0aa10e272ff7177f0766020604051868152a25f611925565b6004847f6561742b000000000000000000000000000000000000000000000000000000008152fd5b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe07fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc09183516020808601519182811160051b908152185260408c2081520191019061189d565b8535606081901c83526bffffffffffffffffffffffff16835260a08420815260209081902088527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe090970196909401938e61188b565b6004867f3ff66817000000000000000000000000000000000000000000000000000000008152fd5b8480fd5b5034611bb8576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576004359060a4359160ff8316809303611bb857611ab8614227565b611acb63ffffffff5f5460c01c166149b3565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016803b15611bb8575f809160e460209660405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528860448501526084356064850152608484015260c43560a4840152833560c48401525af1611ba1575b5061032590604051611b8281613ca7565b33815260243585820152604435604082015260643560608201526149e8565b611bae9192505f90613d0c565b5f90610325611b71565b5f80fd5b34611bb857611bca36613dd1565b93929190611bd6614227565b60405190611be382613ca7565b5f549273ffffffffffffffffffffffffffffffffffffffff8416835273ffffffffffffffffffffffffffffffffffffffff602084019363ffffffff8660a01c168552611c4763ffffffff8760c01c16806040840152606083019760e01c88526149b3565b511633036122f057611c60600554873590808214613fb5565b6004549462ffffff8660c01c16976001890198898111611fa65760208901358a81036122c15750611c99908860d81c9081421015614019565b611ca6818585858c6145c7565b5f93818403612291575f9493855b81871061208c5750505050509050611d0363ffffffff6bffffffffffffffffffffffff86169451167f000000000000000000000000000000000000000000000000000000000000000090613ff9565b9260c08601359380831161205d5781851061202d5780611d238387613fec565b11611d2e8387613fec565b90611fff5750506bffffffffffffffffffffffff8411611fd35790611d529161400c565b828103905f84128015828413169183121617611fa65760e085013590808203611f785750611dbd92611da363ffffffff6bffffffffffffffffffffffff9694611d9b8a95614dce565b51164261400c565b94859360601c16919260d81b9260c01b9160601b17171790565b60045560d81b60a082013560281c179060018316906002821015611f4b577f9db5c95c9321a60d5e50e753cc3abd62be80c024ff12499f5a9a3c1a7b51c84892611f2392600701556040516020810190611eac81611e80858591909161012080610140830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501520135910152565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282613d0c565b5190206005556040519182918291909161012080610140830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501520135910152565b0390a25f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b7f97d5cc09000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b837f1e8396dc000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5cabec7c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b84827f4afdb340000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f7238fe2a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b612097878387614050565b35908715908115612287575b501561225c5780956120b6888686614050565b3560601c916bffffffffffffffffffffffff6120d38a8888614050565b3516906120e18a8888614050565b356bffffffffffffffffffffffff851161222d5750805f52600960205260405f20916bffffffffffffffffffffffff8354168086116121fa578561212491613fec565b918282116121c95750916bffffffffffffffffffffffff806121c095936121926001989685907fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b16167fffffffffffffffffffffffffffffffffffffffff00000000000000000000000082541617905561400c565b96019594611cb4565b7fab52b60d000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b85837f929d5349000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b907f879cc204000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f3d1f1bc3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b905081118d6120a3565b50827f24856b32000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8a7fa6527dc7000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fdf0048ce000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b34611bb8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576020600554604051908152f35b34611bb8577ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36016101e08112611bb85761014013611bb8576101a43567ffffffffffffffff8111611bb8576123b1903690600401613c76565b6101c4359167ffffffffffffffff8311611bb8576124346124396123dc612487953690600401613c76565b949093612434610184356101643560a091604051917ff4d8b35b4e89a41b4776e8ec771e986da7a5e207ecf8da3a70ff3519faf12328835246602084015230604084015260608301526080820152205f5260205f2090565b614d08565b6101443560a091604051917ff8142a12b553a393f30bd9be9ff6ee6d33e34ceeef3f874889d654608bf0b826835246602084015230604084015260608301526080820152205f5260205f2090565b606435148061130a576020906040519015158152f35b34611bb85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576124d4613c53565b6125163373ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163314613f6b565b73ffffffffffffffffffffffffffffffffffffffff805f5416911690811561264d578114612622576001548173ffffffffffffffffffffffffffffffffffffffff8216146125d2577fffffffffffffffffffffffff0000000000000000000000000000000000000000907f677561726469616e0000000000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e0486020604051868152a21617600155005b507f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f677561726469616e00000000000000000000000000000000000000000000000060045260245260445ffd5b7fa176e052000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5c76ada4000000000000000000000000000000000000000000000000000000005f527f677561726469616e00000000000000000000000000000000000000000000000060045260245ffd5b34611bb85760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576126d0614227565b6126e363ffffffff5f5460c01c166149b3565b60206127176040516126f481613ca7565b3381526024358382015260443560408201526064356060820152600435906149e8565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b34611bb8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb857602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34611bb85760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576127d7614227565b6127df614886565b80549060ff8260f01c169062015180820291808304620151801490151715611fa6577fa808e41176ae56bae0ef33b9fea5c608a7f753c479260bac36ab3296d101258b9264ffffffffff6128356020944261400c565b9160c01c16808210156128dc5750905b80547fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff167cffffffffff00000000000000000000000000000000000000000000000060c084901b16177d020000000000000000000000000000000000000000000000000000000000179055604051908152a25f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b905090612845565b34611bb8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576129ba61293e7f000000000000000000000000000000000000000000000000000000000000000061539e565b6129677f000000000000000000000000000000000000000000000000000000000000000061539e565b60206129c86040519261297a8385613d0c565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190613e7f565b908582036040870152613e7f565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106129ff57505050500390f35b8351855286955093810193928101926001016129f0565b34611bb8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb85760805f546040519073ffffffffffffffffffffffffffffffffffffffff8116825263ffffffff8160a01c16602083015263ffffffff8160c01c16604083015260e01c6060820152f35b34611bb85760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb857612ac4613c53565b6024359073ffffffffffffffffffffffffffffffffffffffff821691828103611bb857604435926084359260a43567ffffffffffffffff8111611bb857612b0f903690600401613c76565b9060c4359267ffffffffffffffff8411611bb857612c2897612bb8612b3b612bc1963690600401613e51565b90612b44614227565b6040519a60208c017f9687be605e8dd7465552b8691ed08eac08851771139eadd6f567c12fe864a7bb815273ffffffffffffffffffffffffffffffffffffffff87169c8d60408201528b60608201528660808201528260a082015260a08152612bae60c082613d0c565b51902090866146c3565b6064359161429b565b927feb02cb7e81236601a3399f9bb0b18f262aaea8b00c262bf1a5b8ae159a97e2f76020604051868152a373ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001661441d565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b34611bb857612c5b36613dd1565b939190612c66614227565b612cf26040516020810190612ce481611e80888591909161012080610140830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501520135910152565b519020600554808214613fb5565b6004549160208401359464ffffffffff8460d81c0361309357612d1887848484896145c7565b60e0850135915f83121561308c57612d2f83614660565b925b5f81131561308457915b83905f5b8a808210613061575050612d538483613fec565b956bffffffffffffffffffffffff612d6e818a169889613fec565b9860601c16978089115f1461305457612d8a612d96918a613fec565b9b9492919b5b84613fec565b9a5f945f935b808510612ef7575050505050612dcf95969798829480612ec8575b50505050612dca919281612eb25761400c565b613fec565b7fffffffffff00000000000000000000000000000000000000000000000000000060a084013560281c17600185166002811015611f4b57600701557fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8401848111611fa65760018116926002841015611f4b57612e62936007015460d81c9290919260d81b9260c01b9160601b17171790565b600455356005557f25714500420599d0ccc816d0e4dc61785f088b2e791bb1259a16bc6f75592d475f80a25f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b612ec3612ebe83614660565b614dce565b61400c565b612dca955091612edf612ee492612eee9594613ff9565b61468c565b90612ec382614dce565b91888080612db7565b9091929395612f07878387614050565b355f5260096020528d60405f209087612f218a8789614050565b3560601c80613041575050505f915b82906bffffffffffffffffffffffff83541692836bffffffffffffffffffffffff03936bffffffffffffffffffffffff8511611fa6576001956bffffffffffffffffffffffff613022961680911161302d575b50906bffffffffffffffffffffffff612fa2612ec39382871690614168565b167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161781556bffffffffffffffffffffffff8154167fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b960193929190612d9c565b93506bffffffffffffffffffffffff612f83565b61304e92612edf91613ff9565b91612f30565b50999290612d965f612d90565b819361307360019361307d938b614050565b3560601c9061400c565b9201612d3f565b505f91612d3b565b5f92612d31565b857fe69ee115000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34611bb85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576130f6613dc1565b6131383373ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163314613f6b565b60ff811690600e821015806132a5575b1561324057600154918060ff8460a81c16146131f1577fffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffff917f67726163654461797300000000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e048602075ff00000000000000000000000000000000000000000094604051908152a260a81b169116176001555f80f35b7f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f677261636544617973000000000000000000000000000000000000000000000060045260245260445ffd5b608482604051907feef138990000000000000000000000000000000000000000000000000000000082527f677261636544617973000000000000000000000000000000000000000000000060048301526024820152600e6044820152605a6064820152fd5b50605a821115613148565b34611bb85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb85760043563ffffffff811690818103611bb8576133333373ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163314613f6b565b63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff7f0000000000000000000000000000000000000000000000000000000000000000169080841015806134ec575b156134895750505f54918063ffffffff8460a01c161461343a577fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff917f61637469766174696f6e44656c617900000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e048602077ffffffff000000000000000000000000000000000000000094604051908152a260a01b169116175f555f80f35b7f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f61637469766174696f6e44656c6179000000000000000000000000000000000060045260245260445ffd5b6084939250604051927feef138990000000000000000000000000000000000000000000000000000000084527f61637469766174696f6e44656c617900000000000000000000000000000000006004850152602484015260448301526064820152fd5b508184111561338c565b34611bb85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb85761352d613dc1565b61356f3373ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163314613f6b565b60ff8116906007821015806136db575b1561367657600154918060ff8460a01c1614613627577fffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffff917f6e6f7469636544617973000000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e048602074ff000000000000000000000000000000000000000094604051908152a260a01b169116176001555f80f35b7f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f6e6f74696365446179730000000000000000000000000000000000000000000060045260245260445ffd5b608482604051907feef138990000000000000000000000000000000000000000000000000000000082527f6e6f7469636544617973000000000000000000000000000000000000000000006004830152602482015260076044820152601e6064820152fd5b50601e82111561357f565b34611bb85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb85760043563ffffffff8116809103611bb8576001549061374c3373ffffffffffffffffffffffffffffffffffffffff84163314613ec2565b6001811015806138d3575b1561386c5763ffffffff8260b01c16804210613841575063ffffffff42160163ffffffff8111611fa65762127500905f547fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff7bffffffff00000000000000000000000000000000000000000000000063ffffffff8416936137e18563ffffffff8660c01c166144e7565b60c01b169116175f550163ffffffff8111611fa65779ffffffff000000000000000000000000000000000000000000007fffffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffff9160b01b169116176001555f80f35b7ff44285ad000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b608490604051907feef138990000000000000000000000000000000000000000000000000000000082527f70617573655365636f6e647300000000000000000000000000000000000000006004830152602482015260016044820152621275006064820152fd5b5062127500811115613757565b34611bb8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576139323373ffffffffffffffffffffffffffffffffffffffff600154163314613ec2565b5f5463ffffffff8160c01c168042101561399a576139519042906144e7565b7fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff164260c01b7bffffffff00000000000000000000000000000000000000000000000016175f55005b7f2aeca234000000000000000000000000000000000000000000000000000000005f5260045ffd5b34611bb8575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb857608060015463ffffffff6040519173ffffffffffffffffffffffffffffffffffffffff8116835260ff8160a01c16602084015260ff8160a81c16604084015260b01c166060820152f35b34611bb85760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb8576020610c84610cd036613d4d565b34611bb85760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb857600435613acd3373ffffffffffffffffffffffffffffffffffffffff600154163314613ec2565b6004548060d81c4281119081613b93575b5062ffffff8260c01c1683149081613b8b575b5015613b5f577affffffffffffffffffffffffffffffffffffffffffffffffffffff167fffffffffff000000000000000000000000000000000000000000000000000000176004557f2ae00ba9813199478b6f22f0c9b606daa70f8efc319c8d2fa6af63f66ea317635f80a2005b507fe5e4b7bd000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b905083613af1565b64ffffffffff9150141583613ade565b34611bb85760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112611bb857613bda613c53565b6064359067ffffffffffffffff8211611bb857613c16613c01612c28933690600401613c76565b90613c0a614227565b6044356024358561429b565b9073ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001661441d565b6004359073ffffffffffffffffffffffffffffffffffffffff82168203611bb857565b9181601f84011215611bb85782359167ffffffffffffffff8311611bb8576020808501948460051b010111611bb857565b6080810190811067ffffffffffffffff821117613cc357604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b60c0810190811067ffffffffffffffff821117613cc357604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117613cc357604052565b7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc6080910112611bb85760405190613d8482613ca7565b8160043573ffffffffffffffffffffffffffffffffffffffff81168103611bb8578152602435602082015260443560408201526060606435910152565b6004359060ff82168203611bb857565b907ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc82016101808112611bb85761014013611bb8576004916101443567ffffffffffffffff8111611bb85781613e2991600401613c76565b92909291610164359067ffffffffffffffff8211611bb857613e4d91600401613c76565b9091565b9181601f84011215611bb85782359167ffffffffffffffff8311611bb85760208381860195010111611bb857565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b15613eca5750565b73ffffffffffffffffffffffffffffffffffffffff907fa30bbd5e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b6040516060602082019246845230604084015273ffffffffffffffffffffffffffffffffffffffff8151168284015260208101516080840152604081015160a0840152015160c082015260c08152613f6560e082613d0c565b51902090565b15613f735750565b73ffffffffffffffffffffffffffffffffffffffff907ff5bbedaf000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b15613fbe575050565b7ffe696b29000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b91908203918211611fa657565b81810292918115918404141715611fa657565b91908201809211611fa657565b15614022575050565b7f120b6b51000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190811015611f4b5760051b0190565b9060405161406d81613cf0565b8092546bffffffffffffffffffffffff811682526bffffffffffffffffffffffff8160601c16602083015264ffffffffff8160c01c16604083015260ff8160e81c169060038210156140d55760a091606084015260ff8160f01c16608084015260f81c910152565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b1561410a5750565b7f277f8b8c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b1561413d5750565b7f6625a0f2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b906bffffffffffffffffffffffff809116911601906bffffffffffffffffffffffff8211611fa657565b60043573ffffffffffffffffffffffffffffffffffffffff81168103611bb85790565b3573ffffffffffffffffffffffffffffffffffffffff81168103611bb85790565b156141df575050565b9073ffffffffffffffffffffffffffffffffffffffff80927fb9dc8117000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6142735760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b90919294936143189073ffffffffffffffffffffffffffffffffffffffff6142c66004549687614ec0565b931696612434858960a091604051917f49b04a2cebd283e7b32b99908ff97706e261fa71a9744bec1edf6ea44027beb4835246602084015230604084015260608301526080820152205f5260205f2090565b60281c036143f557835f52600a60205260405f2054808211156143c25761433f9082613fec565b936bffffffffffffffffffffffff83166bffffffffffffffffffffffff8460601c166143778761436f8385613fec565b81119261400c565b906143945750505f52600a60205260405f20558260601b01600455565b7f7c358243000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90847f56f9b09d000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f6561742b000000000000000000000000000000000000000000000000000000005f5260045ffd5b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f51148216156144c6575b604052156144845750565b73ffffffffffffffffffffffffffffffffffffffff907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b9060018115166144de57823b15153d15161690614479565b503d5f823e3d90fd5b811461453b577f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e04860207f706175736564556e74696c00000000000000000000000000000000000000000092604051908152a2565b7f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f706175736564556e74696c00000000000000000000000000000000000000000060045260245260445ffd5b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8311611bb85760209260051b809284830137010190565b936145f091611e806101009561462093604051958694602086019860408a52606087019161458a565b917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe085840301604086015261458a565b51902091013590808203614632575050565b7fbf1ab523000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f80000000000000000000000000000000000000000000000000000000000000008114611fa6575f0390565b8115614696570490565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b93919080421161485b57506042906146d96153f5565b90604051917f1901000000000000000000000000000000000000000000000000000000000000835260028301526022820152209061471881848461536a565b5060048110156140d557159081614838575b5061483257833b15159283614787575b505050156147455750565b73ffffffffffffffffffffffffffffffffffffffff907f93527fa9000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b602093507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f835f9594606494604051967f1626ba7e000000000000000000000000000000000000000000000000000000008852600488015260406024880152816044880152858701378584828701015201160190845afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d1116165f808061473a565b50505050565b905073ffffffffffffffffffffffffffffffffffffffff8086169116145f61472a565b7ffa810ba8000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60806004360312611bb85760405161489d81613ca7565b6004359073ffffffffffffffffffffffffffffffffffffffff82168203611bb8578181526024356020820152604435604082015260643560608201526148e290613f0c565b91825f52600960205260405f209173ffffffffffffffffffffffffffffffffffffffff811690818103611bb85761491c91339033146141d6565b815460ff8160e81c1660038110156140d5578061493d866001931515614102565b036149875764ffffffffff9060c01c16804210156149585750565b837f2d7edc73000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b837f13ba6fc3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b8042106149bd5750565b7fd4c27e1d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b91906149f383613f0c565b92835f52600960205260ff60405f205460e81c1660038110156140d557614cdc5783614a466020830193614a298551429061530c565b73ffffffffffffffffffffffffffffffffffffffff8451166150ed565b91614a60836bffffffffffffffffffffffff811115614135565b6bffffffffffffffffffffffff83169264ffffffffff8551169160015494614bab64ffffffffff60405195614a9487613cf0565b8387526020870193845260408701908152614b5d6bffffffffffffffffffffffff60608901956001875260808a019a60ff8d60a01c168c5260ff60a08c019d60a81c168d525f526009602052818060405f209b5116167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008b5416178a55511688907fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b5186547fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff16911660c01b7cffffffffff00000000000000000000000000000000000000000000000016178555565b519260038410156140d55788957fc7c2c9d9f0a4cf7f5659cd881dc55c17eb3912812baaa2b16662b349cea69192956080957fffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7dff000000000000000000000000000000000000000000000000000000000085549260e81b16911617835551907dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7eff0000000000000000000000000000000000000000000000000000000000007fff000000000000000000000000000000000000000000000000000000000000008554935160f81b169360f01b1691161717905573ffffffffffffffffffffffffffffffffffffffff8151169551906060604082015191015191604051938452602084015260408301526060820152a3565b837fea309c41000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b92919081614d14575050565b80939160051b01905b602084359182811160051b9081521852602060405f20930192818410614d1d57925050565b6040805160043560208201908152602435928201929092526044356060820152606435608082015260843560a082015260a43560c082015260c43560e082015260e4356101008201526101043561012082015261012435610140820152614dad816101608101611e80565b5190206005541480614dbc5790565b5064ffffffffff60045460d81c141590565b8015614ebd57600654906fffffffffffffffffffffffffffffffff821690808201918183125f8212908015821691151617611fa6575f8312614e8f5750506fffffffffffffffffffffffffffffffff8111614e5f576fffffffffffffffffffffffffffffffff7fffffffffffffffffffffffffffffffff000000000000000000000000000000009116911617600655565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52608060045260245260445ffd5b7ff26c0e29000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50565b9062ffffff8260c01c169181151580614fa1575b80614f8d575b15614f5e57600182166002811015611f4b5760070154928203614f535760d81c905b814210614f255750507affffffffffffffffffffffffffffffffffffffffffffffffffffff1690565b7f99c721fe000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b508160d81c90614efc565b507fa0ee5962000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b506001614f9a8385613fec565b1115614eda565b5082821115614ed4565b73ffffffffffffffffffffffffffffffffffffffff16805f52600a60205260405f205490818311156150e657614fe18284613fec565b6004549361500e6bffffffffffffffffffffffff8660601c166bffffffffffffffffffffffff8716613fec565b82116150dd57825f52600a60205260405f20558060601b80940160045573ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f528360045260245260205f60448180855af19060015f51148216156150d0575b50906040526150c8575f52600a60205260405f2055600454036004555f90565b505050600190565b3b15153d1516165f6150a8565b50505050505f90565b5050505f90565b9073ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016604051917f70a08231000000000000000000000000000000000000000000000000000000008352306004840152602083602481855afa928315615283575f936152d8575b5073ffffffffffffffffffffffffffffffffffffffff604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004523060245260445260205f60648180855af160015f51148116156152b9575b836040525f6060521561528e57826024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa8015615283575f9061524f575b61521e9250613fec565b90811561522757565b7f4e77d211000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020823d60201161527b575b8161526960209383613d0c565b81010312611bb85761521e9151615214565b3d915061525c565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60018115166152cf57813b15153d1516166151c8565b833d5f823e3d90fd5b9092506020813d602011615304575b816152f460209383613d0c565b81010312611bb85751915f615169565b3d91506152e7565b9063020f5800420191824211611fa65781811180615360575b1561532f57505050565b7f5c644ecd000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5082811115615325565b90604183036153945761538d9250602081013591604082359201355f1a90615518565b9192909190565b50505f9160029190565b60ff811690601f82116153cd57604051916153ba604084613d0c565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000163014806154ef575b1561545d577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152613f6560c082613d0c565b507f00000000000000000000000000000000000000000000000000000000000000004614615434565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0841161559c579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15615283575f5173ffffffffffffffffffffffffffffffffffffffff81161561559257905f905f90565b505f906001905f90565b5050505f916003919056'

export const timelockAbi = [
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "minDelay",
        "type": "uint256"
      },
      {
        "internalType": "address[]",
        "name": "proposers",
        "type": "address[]"
      },
      {
        "internalType": "address[]",
        "name": "executors",
        "type": "address[]"
      },
      {
        "internalType": "address",
        "name": "admin",
        "type": "address"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [],
    "name": "AccessControlBadConfirmation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "neededRole",
        "type": "bytes32"
      }
    ],
    "name": "AccessControlUnauthorizedAccount",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "FailedCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "delay",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "minDelay",
        "type": "uint256"
      }
    ],
    "name": "TimelockInsufficientDelay",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "targets",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "payloads",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "values",
        "type": "uint256"
      }
    ],
    "name": "TimelockInvalidOperationLength",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "caller",
        "type": "address"
      }
    ],
    "name": "TimelockUnauthorizedCaller",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "predecessorId",
        "type": "bytes32"
      }
    ],
    "name": "TimelockUnexecutedPredecessor",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "operationId",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "expectedStates",
        "type": "bytes32"
      }
    ],
    "name": "TimelockUnexpectedOperationState",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "data",
        "type": "bytes"
      }
    ],
    "name": "CallExecuted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "CallSalt",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "uint256",
        "name": "index",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "data",
        "type": "bytes"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "predecessor",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "delay",
        "type": "uint256"
      }
    ],
    "name": "CallScheduled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "Cancelled",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "oldDuration",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "newDuration",
        "type": "uint256"
      }
    ],
    "name": "MinDelayChange",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "previousAdminRole",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "newAdminRole",
        "type": "bytes32"
      }
    ],
    "name": "RoleAdminChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "RoleGranted",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "sender",
        "type": "address"
      }
    ],
    "name": "RoleRevoked",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "CANCELLER_ROLE",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "DEFAULT_ADMIN_ROLE",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "EXECUTOR_ROLE",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "PROPOSER_ROLE",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "cancel",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "payload",
        "type": "bytes"
      },
      {
        "internalType": "bytes32",
        "name": "predecessor",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "execute",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "payloads",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "predecessor",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "executeBatch",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "getMinDelay",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "getOperationState",
    "outputs": [
      {
        "internalType": "enum TimelockController.OperationState",
        "name": "",
        "type": "uint8"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      }
    ],
    "name": "getRoleAdmin",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "getTimestamp",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "grantRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "hasRole",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "data",
        "type": "bytes"
      },
      {
        "internalType": "bytes32",
        "name": "predecessor",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "hashOperation",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "payloads",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "predecessor",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      }
    ],
    "name": "hashOperationBatch",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "isOperation",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "isOperationDone",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "isOperationPending",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "isOperationReady",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      },
      {
        "internalType": "uint256[]",
        "name": "",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC1155BatchReceived",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC1155Received",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "",
        "type": "bytes"
      }
    ],
    "name": "onERC721Received",
    "outputs": [
      {
        "internalType": "bytes4",
        "name": "",
        "type": "bytes4"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "callerConfirmation",
        "type": "address"
      }
    ],
    "name": "renounceRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "role",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "account",
        "type": "address"
      }
    ],
    "name": "revokeRole",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "value",
        "type": "uint256"
      },
      {
        "internalType": "bytes",
        "name": "data",
        "type": "bytes"
      },
      {
        "internalType": "bytes32",
        "name": "predecessor",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "delay",
        "type": "uint256"
      }
    ],
    "name": "schedule",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address[]",
        "name": "targets",
        "type": "address[]"
      },
      {
        "internalType": "uint256[]",
        "name": "values",
        "type": "uint256[]"
      },
      {
        "internalType": "bytes[]",
        "name": "payloads",
        "type": "bytes[]"
      },
      {
        "internalType": "bytes32",
        "name": "predecessor",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256",
        "name": "delay",
        "type": "uint256"
      }
    ],
    "name": "scheduleBatch",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes4",
        "name": "interfaceId",
        "type": "bytes4"
      }
    ],
    "name": "supportsInterface",
    "outputs": [
      {
        "internalType": "bool",
        "name": "",
        "type": "bool"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "newDelay",
        "type": "uint256"
      }
    ],
    "name": "updateDelay",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "stateMutability": "payable",
    "type": "receive"
  }
] as const

export const timelockBytecode = '0x6080604052346101665761224a803803806100198161016a565b92833981019060808183031261016657805160208201519091906001600160401b038111610166578361004d9183016101b7565b604082015190936001600160401b0382116101665761007360609161007a9385016101b7565b92016101a3565b61008330610249565b506001600160a01b038116610156575b505f5b83518110156100e0576001906100be6001600160a01b036100b78388610221565b51166102bf565b506100d9828060a01b036100d28388610221565b5116610352565b5001610096565b50905f5b82518110156101135760019061010c6001600160a01b036101058387610221565b51166103e5565b50016100e4565b7f11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d5604083806002558151905f82526020820152a1604051611d3190816104798239f35b61015f90610249565b505f610093565b5f80fd5b6040519190601f01601f191682016001600160401b0381118382101761018f57604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b038216820361016657565b9080601f83011215610166578151916001600160401b03831161018f578260051b906020806101e781850161016a565b80968152019282010192831161016657602001905b8282106102095750505090565b60208091610216846101a3565b8152019101906101fc565b80518210156102355760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b6001600160a01b0381165f9081525f51602061222a5f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f51602061222a5f395f51905f5260205260408120805460ff191660011790553391905f5160206121aa5f395f51905f528180a4600190565b505f90565b6001600160a01b0381165f9081525f5160206121ca5f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206121ca5f395f51905f5260205260408120805460ff191660011790553391907fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1905f5160206121aa5f395f51905f529080a4600190565b6001600160a01b0381165f9081525f51602061220a5f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f51602061220a5f395f51905f5260205260408120805460ff191660011790553391907ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f783905f5160206121aa5f395f51905f529080a4600190565b6001600160a01b0381165f9081525f5160206121ea5f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206121ea5f395f51905f5260205260408120805460ff191660011790553391907fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e63905f5160206121aa5f395f51905f529080a460019056fe6080604052600436101561001a575b3615610018575f80fd5b005b5f3560e01c806301d5062a14610f5057806301ffc9a714610e5e57806307bd026514610e06578063134008d314610d5357806313bc9f2014610d17578063150b7a0214610c8b578063248a9ca314610c435780632ab0f52914610c075780632f2ff15d14610bac57806331d5075014610b7057806336568abe14610ae8578063584b153e14610aa257806364d6235314610a065780637958004c1461098c5780638065657f1461096d5780638f2a0bb0146107ae5780638f61f4f51461075657806391d14854146106e2578063a217fddf146106aa578063b08e51c014610652578063b1c5f42714610628578063bc197c811461055a578063c4d252f51461042c578063d45c4435146103e4578063d547741f14610382578063e38335e51461021d578063f23a6e61146101915763f27a0c920361000e573461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020600254604051908152f35b5f80fd5b3461018d5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576101c861101a565b506101d161103d565b5060843567ffffffffffffffff811161018d576101f29036906004016111b0565b5060206040517ff23a6e61000000000000000000000000000000000000000000000000000000008152f35b61022636611227565b5f80527fdae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d70696020527f5ba6852781629bcdcd4bdaa6de76d786f1c64b16acdac474e55bebc0ea1579515492979196919593949260ff1615610374575b82821480159061036a575b610336576102a36102aa91888a888789888d6115be565b9687611a5d565b5f5b8181106102bc5761001887611b3a565b8080887fc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b58888861032d6103148f986001998f828e6103078f836103029161030d96611500565b61153d565b97611500565b359561155e565b9061032182828787611ae7565b604051948594856113a2565b0390a3016102ac565b5086907fffb03211000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b508782141561028c565b61037d3361192a565b610281565b3461018d5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576100186004356103bf61103d565b906103df6103d8825f525f602052600160405f20015490565b33906119df565b611c2a565b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576004355f526001602052602060405f2054604051908152f35b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57335f9081527fc3ad33e20b0c56a223ad5104fff154aa010f8715b9c981fd38fdc60a4d1a52fb60205260409020546004359060ff161561050a5761049e8161141e565b156104d757805f5260016020525f60408120557fbaa1eb22f2a492ba1a5fea61b8df4d27c6c8b5f3971e63bb58fa14ff72eedb705f80a2005b7f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600460021760245260445ffd5b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f78360245260445ffd5b3461018d5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5761059161101a565b5061059a61103d565b5060443567ffffffffffffffff811161018d576105bb9036906004016112b6565b5060643567ffffffffffffffff811161018d576105dc9036906004016112b6565b5060843567ffffffffffffffff811161018d576105fd9036906004016111b0565b5060206040517fbc197c81000000000000000000000000000000000000000000000000000000008152f35b3461018d57602061064a61063b36611227565b969590959491949392936115be565b604051908152f35b3461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760206040517ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f7838152f35b3461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760206040515f8152f35b3461018d5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5761071961103d565b6004355f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060ff60405f2054166040519015158152f35b3461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760206040517fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc18152f35b3461018d5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760043567ffffffffffffffff811161018d576107fd9036906004016111f6565b9060243567ffffffffffffffff811161018d5761081e9036906004016111f6565b60449291923567ffffffffffffffff811161018d576108419036906004016111f6565b9390916064356084359560a4359261085833611875565b808914801590610963575b6109305761087788848489858a8f8e6115be565b98610882858b6117b7565b895f5b8281106108c25750898061089557005b60207f20fda5fd27a1ea7bf5b9567f143ac5470bb059374a27e8f67cb44f946f6d038791604051908152a2005b806001927f4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca8b8b6109258f8c6109188f928e6109118f8f9061090b6103028f8097948195611500565b99611500565b359761155e565b906040519687968761135c565b0390a3018a90610885565b90887fffb03211000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5081891415610863565b3461018d57602061064a6109803661108e565b9493909392919261147f565b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576109c6600435611447565b60405160048210156109d9576020918152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57600435303303610a76577f11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d560406002548151908152836020820152a1600255005b7fe2850c59000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020610ade60043561141e565b6040519015158152f35b3461018d5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57610b1f61103d565b3373ffffffffffffffffffffffffffffffffffffffff821603610b485761001890600435611c2a565b7f6697b232000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020610ade600435611407565b3461018d5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57610018600435610be961103d565b90610c026103d8825f525f602052600160405f20015490565b611b58565b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020610ade6004356113ef565b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57602061064a6004355f525f602052600160405f20015490565b3461018d5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57610cc261101a565b50610ccb61103d565b5060643567ffffffffffffffff811161018d57610cec9036906004016111b0565b5060206040517f150b7a02000000000000000000000000000000000000000000000000000000008152f35b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576020610ade6004356113d7565b610018610de45f610df07fc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b58610ddb610d8a3661108e565b7fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e638a9995979299949394528960205260408a208a805260205260ff60408b20541615610df8575b888484898961147f565b98899788611a5d565b61032182828787611ae7565b0390a3611b3a565b610e013361192a565b610dd1565b3461018d575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d5760206040517fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e638152f35b3461018d5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d576004357fffffffff00000000000000000000000000000000000000000000000000000000811680910361018d57807f4e2312e00000000000000000000000000000000000000000000000000000000060209214908115610ef3575b506040519015158152f35b7f7965db0b00000000000000000000000000000000000000000000000000000000811491508115610f26575b5082610ee8565b7f01ffc9a70000000000000000000000000000000000000000000000000000000091501482610f1f565b3461018d5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261018d57610f8761101a565b6024359060443567ffffffffffffffff811161018d577f4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca92610fce5f923690600401611060565b949091606435946110106084359660a43590610fe933611875565b610ff789828c8a898961147f565b998a97611004848a6117b7565b6040519687968761135c565b0390a38061089557005b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361018d57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361018d57565b9181601f8401121561018d5782359167ffffffffffffffff831161018d576020838186019501011161018d57565b60a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc82011261018d5760043573ffffffffffffffffffffffffffffffffffffffff8116810361018d5791602435916044359067ffffffffffffffff821161018d576110fc91600401611060565b90916064359060843590565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761114957604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b67ffffffffffffffff811161114957601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b81601f8201121561018d578035906111c782611176565b926111d56040519485611108565b8284526020838301011161018d57815f926020809301838601378301015290565b9181601f8401121561018d5782359167ffffffffffffffff831161018d576020808501948460051b01011161018d57565b60a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc82011261018d5760043567ffffffffffffffff811161018d5781611270916004016111f6565b9290929160243567ffffffffffffffff811161018d5781611293916004016111f6565b929092916044359067ffffffffffffffff821161018d576110fc916004016111f6565b9080601f8301121561018d5781359167ffffffffffffffff8311611149578260051b90604051936112ea6020840186611108565b845260208085019282010192831161018d57602001905b82821061130e5750505090565b8135815260209182019101611301565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b9290936113989273ffffffffffffffffffffffffffffffffffffffff60809699989799168552602085015260a0604085015260a084019161131e565b9460608201520152565b6113d4949273ffffffffffffffffffffffffffffffffffffffff6060931682526020820152816040820152019161131e565b90565b6113e090611447565b60048110156109d95760021490565b6113f890611447565b60048110156109d95760031490565b61141090611447565b60048110156109d957151590565b61142790611447565b60048110156109d9576001811490811561143f575090565b600291501490565b5f52600160205260405f205480155f1461146057505f90565b6001810361146e5750600390565b42101561147a57600190565b600290565b946114c36114fa9495929360405196879573ffffffffffffffffffffffffffffffffffffffff602088019a168a52604087015260a0606087015260c086019161131e565b91608084015260a0830152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611108565b51902090565b91908110156115105760051b0190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b3573ffffffffffffffffffffffffffffffffffffffff8116810361018d5790565b91908110156115105760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561018d57019081359167ffffffffffffffff831161018d57602001823603811361018d579190565b9693949190969592956040519660208801988060c08a0160a08c525260e0890192905f905b80821061176a575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08883030160408901528082527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811161018d579087959394929160051b8092602083013701848103606086015260208101849052600584901b8101604090810194908201915f908890368290037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe101905b8484106116e7575050505050506114fa9450608084015260a0830152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611108565b919395979092949698507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0808383030101875289358381121561018d578401906020823592019167ffffffffffffffff811161018d57803603831361018d57611756602092839260019561131e565b9b0197019401918a9896999795939161169f565b90919384359073ffffffffffffffffffffffffffffffffffffffff8216820361018d576020809173ffffffffffffffffffffffffffffffffffffffff6001941681520195019201906115e3565b906117c182611407565b6118445760025480821061181557504201908142116117e8575f52600160205260405f2055565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b907f54336609000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b507f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600160245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff81165f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff16156118c45750565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f52166004527fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc160245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff81165f9081527fdae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d7069602052604090205460ff16156119795750565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f52166004527fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e6360245260445ffd5b90815f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260ff60405f20541615611a18575050565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b611a66816113d7565b15611ab7575080151580611aa7575b611a7c5750565b7f90a9a618000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50611ab1816113ef565b15611a75565b7f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600460245260445ffd5b611b2f935f93928493826040519384928337810185815203925af13d15611b32573d90611b1382611176565b91611b216040519384611108565b82523d5f602084013e611cf2565b50565b606090611cf2565b611b43816113d7565b15611ab7575f526001602052600160405f2055565b805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f205416155f14611c2457805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905573ffffffffffffffffffffffffffffffffffffffff339216907f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d5f80a4600190565b50505f90565b805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f2054165f14611c2457805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00815416905573ffffffffffffffffffffffffffffffffffffffff339216907ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b5f80a4600190565b15611cfa5790565b805115611d0957602081519101fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5dae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d7069c3ad33e20b0c56a223ad5104fff154aa010f8715b9c981fd38fdc60a4d1a52fbad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5'
