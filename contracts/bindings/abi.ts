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

export const prlBytecode = '0x61016080604052346104d8576113e8803803809161001d82856104dc565b833981016060828203126104d85781516001600160401b0381116104d857816100479184016104ff565b60208301519091906001600160401b0381116104d85760409161006b9185016104ff565b9201516001600160a01b03811691908290036104d85760409283519161009185846104dc565b60018352603160f81b6020840190815281519092906001600160401b0381116103dd57600354600181811c911680156104ce575b60208210146103bf57601f8111610460575b50806020601f82116001146103fc575f916103f1575b508160011b915f199060031b1c1916176003555b8051906001600160401b0382116103dd5760045490600182811c921680156103d3575b60208310146103bf5781601f849311610349575b50602090601f83116001146102e3575f926102d8575b50508160011b915f199060031b1c1916176004555b61016c81610554565b6101205261017983610554565b6101405260208151910120918260e05251902080610100524660a05283519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f84528583015260608201524660808201523060a082015260a081526101e460c0826104dc565b5190206080523060c05280156102c5576002546b033b2e3c9fd0803ce800000081018091116102b157600255805f525f602052815f206b033b2e3c9fd0803ce800000081540190555f7fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef602084516b033b2e3c9fd0803ce80000008152a351610e2890816105c0823960805181610aff015260a05181610bbc015260c05181610ad0015260e05181610b4e01526101005181610b740152610120518161046d015261014051816104960152f35b634e487b7160e01b5f52601160045260245ffd5b63ec442f0560e01b5f525f60045260245ffd5b015190505f8061014e565b60045f9081528281209350601f198516905b8181106103315750908460019594939210610319575b505050811b01600455610163565b01515f1960f88460031b161c191690555f808061030b565b929360206001819287860151815501950193016102f5565b828111156101385760045f52909150601f830160051c7f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b602085106103b7575b849392601f0160051c82900391015f5b8281106103a7575050610138565b5f81830155859450600101610399565b5f9150610389565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610124565b634e487b7160e01b5f52604160045260245ffd5b90508301515f6100ed565b60035f9081528181209250601f198416905b81811061044857509083600194939210610430575b5050811b01600355610101565b8501515f1960f88460031b161c191690555f80610423565b9192602060018192868a01518155019401920161040e565b818111156100d75760035f52601f820160051c7fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b602084106104c6575b81601f9101920160051c03905f5b8281106104b95750506100d7565b5f828201556001016104ab565b5f915061049d565b90607f16906100c5565b5f80fd5b601f909101601f19168101906001600160401b038211908210176103dd57604052565b81601f820112156104d8578051906001600160401b0382116103dd5760405192610533601f8401601f1916602001856104dc565b828452602083830101116104d857815f9260208093018386015e8301015290565b601f81511161057f576020815191015160208210610570571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816306fdde03146107e857508063095ea7b3146107c257806318160ddd146107a557806323b872dd1461062f578063313ce567146106145780633644e515146105f257806370a08231146105ae5780637ecebe001461056957806384b0196e1461045557806395d89b4114610312578063a9059cbb146102e1578063c50497ae146102bb578063d505accf146101285763dd62ed3e146100b6575f80fd5b34610124576040600319360112610124576100cf6108e3565b73ffffffffffffffffffffffffffffffffffffffff6100ec610906565b91165f52600160205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060405f2054604051908152f35b5f80fd5b346101245760e0600319360112610124576101416108e3565b610149610906565b604435906064359260843560ff811681036101245784421161028f5761024a61024173ffffffffffffffffffffffffffffffffffffffff9283851697885f52600760205260405f20908154916001830190556040519060208201927f6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c984528b6040840152878a1660608401528a608084015260a083015260c082015260c081526101f460e082610929565b5190206101ff610ab9565b90604051917f190100000000000000000000000000000000000000000000000000000000000083526002830152602282015260c43591604260a4359220610cb6565b90929192610d50565b1684810361025f575061025d9350610be2565b005b84907f4b800e46000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b847f62791302000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b34610124575f6003193601126101245760206040516b033b2e3c9fd0803ce80000008152f35b34610124576040600319360112610124576103076102fd6108e3565b6024359033610997565b602060405160018152f35b34610124575f600319360112610124576040515f6004548060011c9060018116801561044b575b60208310811461041e578285529081156103dc575060011461037e575b61037a8361036681850382610929565b6040519182916020835260208301906108a0565b0390f35b91905060045f527f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b915f905b8082106103c257509091508101602001610366610356565b9192600181602092548385880101520191019092916103aa565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001660208086019190915291151560051b840190910191506103669050610356565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f1691610339565b34610124575f6003193601126101245761050d6104917f0000000000000000000000000000000000000000000000000000000000000000610c5f565b6104ba7f0000000000000000000000000000000000000000000000000000000000000000610c5f565b602061051b604051926104cd8385610929565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e08701906108a0565b9085820360408701526108a0565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061055257505050500390f35b835185528695509381019392810192600101610543565b346101245760206003193601126101245773ffffffffffffffffffffffffffffffffffffffff6105976108e3565b165f526007602052602060405f2054604051908152f35b346101245760206003193601126101245773ffffffffffffffffffffffffffffffffffffffff6105dc6108e3565b165f525f602052602060405f2054604051908152f35b34610124575f60031936011261012457602061060c610ab9565b604051908152f35b34610124575f60031936011261012457602060405160128152f35b34610124576060600319360112610124576106486108e3565b610650610906565b6044359073ffffffffffffffffffffffffffffffffffffffff831692835f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f20547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81106106cc575b506103079350610997565b83811061077157841561074557331561071957610307945f52600160205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f526020528360405f2091039055846106c1565b7f94280d62000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7fe602df05000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b83907ffb8f41b2000000000000000000000000000000000000000000000000000000005f523360045260245260445260645ffd5b34610124575f600319360112610124576020600254604051908152f35b34610124576040600319360112610124576103076107de6108e3565b6024359033610be2565b34610124575f600319360112610124575f6003548060011c90600181168015610896575b60208310811461041e578285529081156103dc57506001146108385761037a8361036681850382610929565b91905060035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b915f905b80821061087c57509091508101602001610366610356565b919260018160209254838588010152019101909291610864565b91607f169161080c565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361012457565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361012457565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761096a57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff16908115610a8d5773ffffffffffffffffffffffffffffffffffffffff16918215610a6157815f525f60205260405f2054818110610a2f57817fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef92602092855f525f84520360405f2055845f525f825260405f20818154019055604051908152a3565b827fe450d38c000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7fec442f05000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b7f96c6fd1e000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480610bb9575b15610b21577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152610bb360c082610929565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614610af8565b73ffffffffffffffffffffffffffffffffffffffff169081156107455773ffffffffffffffffffffffffffffffffffffffff169182156107195760207f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92591835f526001825260405f20855f5282528060405f2055604051908152a3565b60ff811690601f8211610c8e5760405191610c7b604084610929565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610d45579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610d3a575f5173ffffffffffffffffffffffffffffffffffffffff811615610d3057905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f9160039190565b6004811015610dfb5780610d62575050565b60018103610d92577ff645eedf000000000000000000000000000000000000000000000000000000005f5260045ffd5b60028103610dc657507ffce698f7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600314610dd05750565b7fd78bce0c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd'

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
        "name": "",
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
        "name": "claimed",
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

export const settlementBytecode = '0x610200806040523461057857610140816158c2803803809161002182856107a1565b833981010312610578576040516101408101916001600160401b03831182841017610772576040928352610054816107c4565b8252610062602082016107c4565b91602081019283526100758483016107c4565b91848201928352610088606082016107c4565b916060810192835261009c608083016107d8565b92608082019384526100b060a084016107d8565b9460a083019586526100c460c085016107d8565b9460c084019586526100d860e086016107d8565b9160e085019283526101026101206100f361010089016107e9565b976101008801988952016107e9565b9461012081019586528a51976101188c8a6107a1565b6010895260208901996f14195c9b194814d95d1d1b195b595b9d60821b8b526101438d519d8e6107a1565b60018d52603160f81b60208e019081528c51909c906001600160a01b03161561075257845188516001600160a01b03918216911681156107315781146106ff5750875185516001600160a01b03918216911681156107115781146106ff575063ffffffff83511663ffffffff83511680821015806106f2575b156106ae57505063ffffffff86511663ffffffff83511663ffffffff8551169080831015806106a4575b156106675750505063ffffffff875116600181101580610659575b1561061a575060ff8a511660078110158061060f575b156105d4575060ff895116600e811015806105c9575b1561058f5750835160405163313ce56760e01b815290602090829060049082906001600160a01b03165afa8015610584575f90610546575b60ff915016936012851161050f57516001600160a01b0390811660805290511660a0525163ffffffff90811660c05290511660e052604d81116104fb57600a0a61010052519051915160405190916001600160a01b0316906102c681610786565b81815263ffffffff84811660208301525f60408084018290529185166060938401526001600160a01b0393841660a09690961b63ffffffff60a01b169590951760e09490941b6001600160e01b0319169390931784559351955194519151919516929061033281610786565b83815260ff85811660208301528616604082015201526001805460a89490941b60ff60a81b1665ffffffffffff60a01b199092166001600160d01b03199094169390931760a09290921b60ff60a01b1691909117179055610392816107f7565b6101c05261039f846107f7565b6101e052519020918261018052519020806101a05246610140526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261040a60c0826107a1565b51902061012052306101605260405161505f9081610863823960805181818161037e01528181610b1b015281816116ba01528181612717015281816135f601528181614a9a0152614baa015260a05181818161076d015281816107b901528181610fbd0152818161210101528181612be801528181612db80152612fc9015260c05181818161233c0152612de6015260e05181818161099e0152612e0d015261010051816118b501526101205181614f0001526101405181614fb701526101605181614ed101526101805181614f4f01526101a05181614f7501526101c0518161249e01526101e051816124c70152f35b634e487b7160e01b5f52601160045260245ffd5b60405163eef1389960e01b815267646563696d616c7360c01b6004820152602481018690525f604482015260126064820152608490fd5b506020813d60201161057c575b81610560602093836107a1565b810103126105785761057360ff916107e9565b610265565b5f80fd5b3d9150610553565b6040513d5f823e3d90fd5b60405163eef1389960e01b81526867726163654461797360b81b60048201526024810191909152600e6044820152605a6064820152608490fd5b50605a81111561022d565b60405163eef1389960e01b8152696e6f746963654461797360b01b6004820152602481019190915260076044820152601e6064820152608490fd5b50601e811115610217565b60405163eef1389960e01b81526a6d6178496e63726561736560a81b600482015260248101919091526001604482015263ffffffff6064820152608490fd5b5063ffffffff811115610201565b60405163eef1389960e01b81526e61637469766174696f6e44656c617960881b600482015260248101939093526044830152606482015260849150fd5b50818311156101e6565b60405163eef1389960e01b8152716d617841637469766174696f6e44656c617960701b60048201526024810192909252604482015262127500606482015260849150fd5b50621275008211156101bc565b6350bb702960e11b5f5260045260245ffd5b63171dab6960e21b5f9081526733bab0b93234b0b760c11b600452602490fd5b63171dab6960e21b5f90815268383ab13634b9b432b960b91b600452602490fd5b63171dab6960e21b5f9081526774696d656c6f636b60c01b600452602490fd5b634e487b7160e01b5f52604160045260245ffd5b608081019081106001600160401b0382111761077257604052565b601f909101601f19168101906001600160401b0382119082101761077257604052565b51906001600160a01b038216820361057857565b519063ffffffff8216820361057857565b519060ff8216820361057857565b601f815111610822576020815191015160208210610813571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c8063172bd6de146135965780631d28dec71461345957806335ca5f751461343a578063392f5f64146133ed5780633f4ba83a146133365780634cda9b55146131675780634fdfab5114612fa257806358baaa3e14612d875780635e38b5ef14612bc1578063641f1c7d146127615780637190f684146125e657806379502c551461259a57806384b0196e1461248657806387b56ccf1461236057806388b06baa1461232057806388f84238146122915780638a0dac4a146120da5780638b88a3a5146120415780638f7dcfa31461202457806397ab2c7a1461179457806397cea3f01461166b5780639e00f339146112ba5780639eca2f1e146111df578063a11d3b88146111bd578063a17231fe14611195578063a285aed714611165578063ae2f8eab14610f8b578063b360656714610e6b578063b67644b914610cd4578063c038a38e14610c83578063c260a76c146109e4578063c38b392e146109c2578063c711104b14610981578063c884ef8314610949578063cab6366114610791578063d33219b41461074d578063d5a781a3146106ac578063e3429972146105c7578063ec60cf17146103f9578063ec73ae46146103a2578063fc0c546a1461035e5763fddbe188146101e8575f80fd5b3461035b5760e060031936011261035b5761020161361b565b906024356044356064356084359160a4359560c43567ffffffffffffffff8111610359576102339036906004016137c4565b9161023c613c20565b61025363ffffffff895460c01c16804210156139b9565b8389116103295760209894926102fe979694926102dc92604051978c89017f8463b273f778bcb5cb6de21378b42cd591309d84aa91720a5764177ccd57343381526001600160a01b038316998a60408201528b60608201528760808201528860a08201528960c08201528260e082015260e081526102d3610100826136e6565b51902091614139565b604051936102e985613662565b845287840152604083015260608201526143d7565b907f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b604488858b7f2695a880000000000000000000000000000000000000000000000000000000008352600452602452fd5b865b80fd5b503461035b578060031936011261035b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461035b57602060031936011261035b5760043560028110156103f55760409150600701548151907affffffffffffffffffffffffffffffffffffffffffffffffffffff8116825260d81c6020820152f35b5080fd5b503461035b57604060031936011261035b5760043567ffffffffffffffff81116103f55761042b903690600401613631565b9060243590610438613c20565b610441826148b8565b84917affffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa1823603019216925b858110156105a0578060051b8201358381121561059c578201906104ab82613b9e565b916104bb6020820135809461485a565b9260408201357fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18336030181121561059857820180359067ffffffffffffffff8211610594576020018160051b3603811361059457600195899261051e92614735565b60281c141590811561057a575b50610538575b5001610488565b6105496001600160a01b0391613b9e565b167f919934efa9b9cbef8df83209d038a3fab0a1c3fe088bd0aa10e272ff7177f0766020604051898152a25f610531565b61058d915061058883613b9e565b6149bf565b155f61052b565b8b80fd5b8a80fd5b8780fd5b86807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b503461035b57600319360160a081126103f55760801361035b5761067f7f60e0876708aeabbf4f544fb02602d0599d975f2b270d3450d4c0867712d157426020608435610612613c20565b61061a6142c4565b61063264ffffffffff829793975460c01c1684614da4565b80547fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff1660c084901b7cffffffffff00000000000000000000000000000000000000000000000016179055565b604051908152a2807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b503461035b5760c060031936011261035b57506020610745604051828101907fca39d11f3a18edb4ac8b7a559ee5302754edabdb829cd4271449df093587ae268252466040820152306060820152600435608082015260243560a082015260443560c082015260643560e082015260843561010082015260a435610120820152610120815261073d610140826136e6565b519020614e8d565b604051908152f35b503461035b578060031936011261035b5760206040516001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461035b57602060031936011261035b576107ab61361b565b6107e0336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633146138a6565b6001600160a01b03806001541691169081156108fd5781146108d2578154816001600160a01b03821614610882577fffffffffffffffffffffffff0000000000000000000000000000000000000000907f7075626c697368657200000000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e0486020604051868152a21617815580f35b604483837f5b4f3ec60000000000000000000000000000000000000000000000000000000082527f7075626c69736865720000000000000000000000000000000000000000000000600452602452fd5b7fa176e052000000000000000000000000000000000000000000000000000000008252600452602490fd5b6024837f5c76ada40000000000000000000000000000000000000000000000000000000081527f7075626c69736865720000000000000000000000000000000000000000000000600452fd5b503461035b57602060031936011261035b5760406020916001600160a01b0361097061361b565b168152600a83522054604051908152f35b503461035b578060031936011261035b57602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b503461035b57604060031936011261035b5760206107456024356004356146dd565b503461035b57608060031936011261035b576109fe613c20565b610a0f610a0a36613709565b613854565b9081815260096020526040812091610a2683613a6f565b9064ffffffffff60408301511660ff60a0840151169062015180820291808304620151801490151715610c6f5790610a5d9161392a565b42109384610c01575b84610bdb576bffffffffffffffffffffffff808451165b16928315610baf57610b4094955f14610b66576bffffffffffffffffffffffff60208192015116167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161790555b6001600160a01b03610add613b88565b16907ff552ca82e113ac3c539c3d617f29fcd19c172a0c75dad017555c9e109f7fe1836020604051858152a3610b11613b88565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016613e3c565b807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b506024354210610b8457508084526009602052836040812055610acd565b7fffffffffffffffff0000000000000000000000000000000000000000000000008154169055610acd565b602485847f75d8e7f4000000000000000000000000000000000000000000000000000000008252600452fd5b6bffffffffffffffffffffffff610bfc818551168260208701511690613bf6565b610a7d565b610c276001600160a01b03610c14613b88565b163314610c1f613b88565b903390613bb2565b60045460c01c600181166002811015610c5b579063ffffffff610c56926007015460d81c9116814210156139ec565b610a66565b602486634e487b7160e01b81526032600452fd5b602485634e487b7160e01b81526011600452fd5b503461035b578060031936011261035b57606060045463ffffffff604051916bffffffffffffffffffffffff811683526bffffffffffffffffffffffff81851c16602084015260c01c166040820152f35b503461035b57604060031936011261035b57600435610cf1613c20565b610d0863ffffffff835460c01c16804210156139b9565b8082526009602052604082209060ff825460e81c166003811015610e575781610d32911515613af8565b610e05610d4160243533614b9f565b926bffffffffffffffffffffffff80610d5d868285541661392a565b610d6a8183811115613b2b565b16167fffffffffffffffffffffffffffffffffffffffff000000000000000000000000825416178155610dbd6bffffffffffffffffffffffff85166bffffffffffffffffffffffff835460601c16613b5e565b7fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b6040519182527f831e8bacc44ea8b4be95d1b2ad207b7bbe602348c66b089cace4646af6619e8660203393a3807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b602484634e487b7160e01b81526021600452fd5b503461035b57600319360161022081126103f5576101401361035b5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffebc36011261035b576102043567ffffffffffffffff81116103f55790610ed6610f62923690600401613631565b909150610f5c60405160208101907fca39d11f3a18edb4ac8b7a559ee5302754edabdb829cd4271449df093587ae2682524660408201523060608201526101443560808201526101643560a08201526101843560c08201526101a43560e08201526101c4356101008201526101e435610120820152610120815261073d610140826136e6565b91614735565b6084351480610f79575b6020906040519015158152f35b506020610f846147be565b9050610f6c565b503461035b57602060031936011261035b5760043563ffffffff81169081810361116157610fe4336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633146138a6565b8254916401fffffffe8360df1c16600182101580611157575b156110f35750808360e01c146110a4577bffffffffffffffffffffffffffffffffffffffffffffffffffffffff917f6d6178496e6372656173650000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e04860207fffffffff0000000000000000000000000000000000000000000000000000000094604051908152a260e01b16911617815580f35b7f5b4f3ec60000000000000000000000000000000000000000000000000000000084527f6d6178496e637265617365000000000000000000000000000000000000000000600452602452604483fd5b60849250604051917feef138990000000000000000000000000000000000000000000000000000000083527f6d6178496e63726561736500000000000000000000000000000000000000000060048401526024830152600160448301526064820152fd5b5080821115610ffd565b8280fd5b503461035b578060031936011261035b5760206fffffffffffffffffffffffffffffffff60065416604051908152f35b503461035b57604060031936011261035b5760206107456111b461361b565b6024359061485a565b503461035b57604060031936011261035b576020610745602435600435614769565b503461035b57602060031936011261035b578060a0604051611200816136ca565b82815282602082015282604082015282606082015282608082015201526004358152600960205261123360408220613a6f565b90604051906bffffffffffffffffffffffff83511682526bffffffffffffffffffffffff602084015116602083015264ffffffffff604084015116604083015260608301519060038210156112a6575060a060c09360ff92606085015282608082015116608085015201511660a0820152f35b80634e487b7160e01b602492526021600452fd5b503461035b57606060031936011261035b5760043567ffffffffffffffff81116103f5576112ec903690600401613631565b9060243560443567ffffffffffffffff811161166757611310903690600401613631565b90611319613c20565b841561163f5761132885613a2a565b91865b8681106115f9575061133c846148b8565b9280518060011b917f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff821682141580611575575f1984018481116115e55761138390613a2a565b937ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe81019081118c5b85811061159d5750505050505f19810190811161156157805b6114e457508051156114d057602001517affffffffffffffffffffffffffffffffffffffffffffffffffffff926113fc9290614735565b60281c9116036114a857835b8381106114365784807f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d80f35b80611444600192868661391a565b3560601c61146b6bffffffffffffffffffffffff61146384898961391a565b3516826149bf565b15611478575b5001611408565b7f919934efa9b9cbef8df83209d038a3fab0a1c3fe088bd0aa10e272ff7177f0766020604051868152a25f611471565b6004847f6561742b000000000000000000000000000000000000000000000000000000008152fd5b602488634e487b7160e01b81526032600452fd5b8060011b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff82168203611589575f198101818111611575579061153561152d61153c9386613a5b565b519185613a5b565b5190614ea6565b5f198201828111611575576115519084613a5b565b528015611561575f1901806113c5565b602489634e487b7160e01b81526011600452fd5b60248b634e487b7160e01b81526011600452fd5b60248a634e487b7160e01b81526011600452fd5b836115a88287613a5b565b51906115d157826115d157906001916115ca6115c48387613963565b8a613a5b565b52016113ac565b60248f634e487b7160e01b81526011600452fd5b60248c634e487b7160e01b81526011600452fd5b8061162e61160a6001938a8a61391a565b3560601c6bffffffffffffffffffffffff611626848c8c61391a565b35169061485a565b6116388287613a5b565b520161132b565b6004867f3ff66817000000000000000000000000000000000000000000000000000000008152fd5b8480fd5b503461179057610100600319360112611790576004359060a4359160ff831680930361179057611699613c20565b6116b063ffffffff5f5460c01c16804210156139b9565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016803b15611790575f809160e460209660405194859384927fd505accf0000000000000000000000000000000000000000000000000000000084523360048501523060248501528860448501526084356064850152608484015260c43560a4840152833560c48401525af1611779575b506102fe9060405161175a81613662565b33815260243585820152604435604082015260643560608201526143d7565b6117869192505f906136e6565b5f906102fe611749565b5f80fd5b34611790576117a236613762565b9392916117ad613c20565b6001600160a01b035f546117cd63ffffffff8260c01c16804210156139b9565b163303611ff8576117e484356005548082146138e3565b604051906117f182613692565b600454936bffffffffffffffffffffffff8516835263ffffffff60208401956bffffffffffffffffffffffff8160601c16875260c01c16966040840188815260018901809911611cc5576020880135898103611fc957506001815116906002821015611c835763ffffffff611873926007015460d81c915116814210156139ec565b611880818685858b613fcc565b5f94818403611f99575f93845b818610611d92575050505050506bffffffffffffffffffffffff905116906118da5f5460e01c7f000000000000000000000000000000000000000000000000000000000000000090613970565b9160c085013592808311611d6357818410611d3357806118fa8386613963565b116119058386613963565b90611d055750506bffffffffffffffffffffffff8311611cd957906119299161392a565b818103905f83128015828413169183121617611cc55760e084013590808203611c975750906119646bffffffffffffffffffffffff92614047565b1690519060405161197481613692565b8181526bffffffffffffffffffffffff83166020820152604063ffffffff86169101527fffffffffffffffffffffffffffffffffffffffff00000000000000000000000060045416176004557fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff000000000000000000000000806004549360601b16169116176004556004547fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff7bffffffff000000000000000000000000000000000000000000000000808560c01b161691161760045564ffffffffff611a7263ffffffff5f5460a01c164261392a565b169060405190611a81826136ae565b60a081013560281c82526020820192835260018416916002831015611c83577f9db5c95c9321a60d5e50e753cc3abd62be80c024ff12499f5a9a3c1a7b51c848937affffffffffffffffffffffffffffffffffffffffffffffffffffff611c5b946007019251167fffffffffff000000000000000000000000000000000000000000000000000000835416178255517affffffffffffffffffffffffffffffffffffffffffffffffffffff7fffffffffff0000000000000000000000000000000000000000000000000000008084549360d81b161691161790556040516020810190611be481611bd6858591909161012080610140830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501520135910152565b03601f1981018352826136e6565b5190206005556040519182918291909161012080610140830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501520135910152565b0390a25f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b634e487b7160e01b5f52603260045260245ffd5b7f97d5cc09000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b634e487b7160e01b5f52601160045260245ffd5b827f1e8396dc000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5cabec7c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b83827f4afdb340000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b827f7238fe2a000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b611da08683879a989a61391a565b35908815908115611f8f575b5015611f64578095611dbf89868661391a565b3560601c916bffffffffffffffffffffffff611ddc8b888861391a565b351690611dea8b888861391a565b356bffffffffffffffffffffffff8511611f355750805f52600960205260405f20916bffffffffffffffffffffffff835416808611611f025785611e2d91613963565b91828211611ed15750916bffffffffffffffffffffffff80611ec99593611e9b6001989685907fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b16167fffffffffffffffffffffffffffffffffffffffff00000000000000000000000082541617905561392a565b97019461188d565b7fab52b60d000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b85837f929d5349000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b907f879cc204000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f3d1f1bc3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b905081118c611dac565b50827f24856b32000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b897fa6527dc7000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7fdf0048ce000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b34611790575f600319360112611790576020600554604051908152f35b346117905760031936016101e081126117905761014013611790576101a43567ffffffffffffffff81116117905761207d903690600401613631565b6101c4359167ffffffffffffffff831161179057610f5c6120bb6120a86120c4953690600401613631565b939094610f5c61018435610164356146dd565b61014435614769565b6064351480610f79576020906040519015158152f35b34611790576020600319360112611790576120f361361b565b612128336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633146138a6565b6001600160a01b03805f5416911690811561224557811461221a57600154816001600160a01b038216146121ca577fffffffffffffffffffffffff0000000000000000000000000000000000000000907f677561726469616e0000000000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e0486020604051868152a21617600155005b507f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f677561726469616e00000000000000000000000000000000000000000000000060045260245260445ffd5b7fa176e052000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f5c76ada4000000000000000000000000000000000000000000000000000000005f527f677561726469616e00000000000000000000000000000000000000000000000060045260245ffd5b34611790576080600319360112611790576122aa613c20565b6122c163ffffffff5f5460c01c16804210156139b9565b60206122f56040516122d281613662565b3381526024358382015260443560408201526064356060820152600435906143d7565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b34611790575f60031936011261179057602060405163ffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b3461179057608060031936011261179057612379613c20565b6123816142c4565b80549060ff8260f01c169062015180820291808304620151801490151715611cc5577fa808e41176ae56bae0ef33b9fea5c608a7f753c479260bac36ab3296d101258b9264ffffffffff6123d76020944261392a565b9160c01c168082101561247e5750905b80547fffff000000000000ffffffffffffffffffffffffffffffffffffffffffffffff167cffffffffff00000000000000000000000000000000000000000000000060c084901b16177d020000000000000000000000000000000000000000000000000000000000179055604051908152a25f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b9050906123e7565b34611790575f6003193601126117905761253e6124c27f0000000000000000000000000000000000000000000000000000000000000000614e36565b6124eb7f0000000000000000000000000000000000000000000000000000000000000000614e36565b602061254c604051926124fe83856136e6565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e08701906137f2565b9085820360408701526137f2565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b82811061258357505050500390f35b835185528695509381019392810192600101612574565b34611790575f6003193601126117905760805f54604051906001600160a01b038116825263ffffffff8160a01c16602083015263ffffffff8160c01c16604083015260e01c6060820152f35b346117905760e0600319360112611790576125ff61361b565b602435906001600160a01b0382169182810361179057604435926084359260a43567ffffffffffffffff81116117905761263d903690600401613631565b9060c4359267ffffffffffffffff84116117905761273c976126d96126696126e29636906004016137c4565b90612672613c20565b6040519a60208c017f9687be605e8dd7465552b8691ed08eac08851771139eadd6f567c12fe864a7bb81526001600160a01b0387169c8d60408201528b60608201528660808201528260a082015260a081526126cf60c0826136e6565b5190209086614139565b60643591613c94565b927feb02cb7e81236601a3399f9bb0b18f262aaea8b00c262bf1a5b8ae159a97e2f76020604051868152a36001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016613e3c565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b346117905761276f36613762565b9161277c94939194613c20565b61280860405160208101906127fa81611bd6898591909161012080610140830194803584526020810135602085015260408101356040850152606081013560608501526080810135608085015260a081013560a085015260c081013560c085015260e081013560e08501526101008101356101008501520135910152565b5190206005548082146138e3565b602084013594600186166002811015611c835764ffffffffff906007015460d81c03612b955761283b8482848689613fcc565b5f935f5b818110612b72575060e0860135935f851215612b6b5761285e85613937565b945b855f821315612b5f57612873919761392a565b9261287e8785613963565b6bffffffffffffffffffffffff61289a60045492828416613963565b9160601c1681811115612b4f576128c0916128b491613963565b95929193955b85613963565b925f955f935b8085106129f3578b8b8b6bffffffffffffffffffffffff61290a8d8d8d8d8293806129c3575b50505050836129ad575b6129056004549484861661392a565b613963565b165f198401848111611cc5577bffffffff0000000000000000000000000000000000000000000000007fffffffff00000000ffffffffffffffffffffffff0000000000000000000000009160c01b1692161717600455356005557f25714500420599d0ccc816d0e4dc61785f088b2e791bb1259a16bc6f75592d475f80a25f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b6129be6129b985613937565b614047565b6128f6565b6129ea94506129db92916129d691613970565b613983565b906129e582614047565b61392a565b868080806128ec565b9091929396612a0388838761391a565b355f52600960205260405f208688612a1c8b878961391a565b3560601c80612b3c575050505f915b82906bffffffffffffffffffffffff83541692836bffffffffffffffffffffffff03936bffffffffffffffffffffffff8511611cc5576001956bffffffffffffffffffffffff612b1d9616809111612b28575b50906bffffffffffffffffffffffff612a9d6129e59382871690613b5e565b167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008254161781556bffffffffffffffffffffffff8154167fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b9701939291906128c6565b93506bffffffffffffffffffffffff612a7e565b612b49926129d691613970565b91612a2b565b50506128c05f95929193956128ba565b61287391505f9761392a565b5f94612860565b94612b8e600191612b8488858761391a565b3560601c9061392a565b950161283f565b857fe69ee115000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b3461179057602060031936011261179057612bda613752565b612c0f336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633146138a6565b60ff811690600e82101580612d7c575b15612d1757600154918060ff8460a81c1614612cc8577fffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffffff917f67726163654461797300000000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e048602075ff00000000000000000000000000000000000000000094604051908152a260a81b169116176001555f80f35b7f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f677261636544617973000000000000000000000000000000000000000000000060045260245260445ffd5b608482604051907feef138990000000000000000000000000000000000000000000000000000000082527f677261636544617973000000000000000000000000000000000000000000000060048301526024820152600e6044820152605a6064820152fd5b50605a821115612c1f565b346117905760206003193601126117905760043563ffffffff81169081810361179057612ddf336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633146138a6565b63ffffffff7f00000000000000000000000000000000000000000000000000000000000000001663ffffffff7f000000000000000000000000000000000000000000000000000000000000000016908084101580612f98575b15612f355750505f54918063ffffffff8460a01c1614612ee6577fffffffffffffffff00000000ffffffffffffffffffffffffffffffffffffffff917f61637469766174696f6e44656c617900000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e048602077ffffffff000000000000000000000000000000000000000094604051908152a260a01b169116175f555f80f35b7f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f61637469766174696f6e44656c6179000000000000000000000000000000000060045260245260445ffd5b6084939250604051927feef138990000000000000000000000000000000000000000000000000000000084527f61637469766174696f6e44656c617900000000000000000000000000000000006004850152602484015260448301526064820152fd5b5081841115612e38565b3461179057602060031936011261179057612fbb613752565b612ff0336001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001633146138a6565b60ff81169060078210158061315c575b156130f757600154918060ff8460a01c16146130a8577fffffffffffffffffffffff00ffffffffffffffffffffffffffffffffffffffff917f6e6f7469636544617973000000000000000000000000000000000000000000007f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e048602074ff000000000000000000000000000000000000000094604051908152a260a01b169116176001555f80f35b7f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f6e6f74696365446179730000000000000000000000000000000000000000000060045260245260445ffd5b608482604051907feef138990000000000000000000000000000000000000000000000000000000082527f6e6f7469636544617973000000000000000000000000000000000000000000006004830152602482015260076044820152601e6064820152fd5b50601e821115613000565b346117905760206003193601126117905760043563ffffffff811680910361179057600154906131a2336001600160a01b0384163314613817565b600181101580613329575b156132c25763ffffffff8260b01c16804210613297575063ffffffff42160163ffffffff8111611cc55762127500905f547fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff7bffffffff00000000000000000000000000000000000000000000000063ffffffff8416936132378563ffffffff8660c01c16613eec565b60c01b169116175f550163ffffffff8111611cc55779ffffffff000000000000000000000000000000000000000000007fffffffffffff00000000ffffffffffffffffffffffffffffffffffffffffffff9160b01b169116176001555f80f35b7ff44285ad000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b608490604051907feef138990000000000000000000000000000000000000000000000000000000082527f70617573655365636f6e647300000000000000000000000000000000000000006004830152602482015260016044820152621275006064820152fd5b50621275008111156131ad565b34611790575f6003193601126117905761335d336001600160a01b03600154163314613817565b5f5463ffffffff8160c01c16804210156133c55761337c904290613eec565b7fffffffff00000000ffffffffffffffffffffffffffffffffffffffffffffffff164260c01b7bffffffff00000000000000000000000000000000000000000000000016175f55005b7f2aeca234000000000000000000000000000000000000000000000000000000005f5260045ffd5b34611790575f60031936011261179057608060015463ffffffff604051916001600160a01b038116835260ff8160a01c16602084015260ff8160a81c16604084015260b01c166060820152f35b34611790576080600319360112611790576020610745610a0a36613709565b3461179057602060031936011261179057600435613475613c20565b61348c336001600160a01b03600154163314613817565b600181166002811015611c835760070180548060d81c4281119081613586575b5063ffffffff60045460c01c168414908161357e575b5015613552577affffffffffffffffffffffffffffffffffffffffffffffffffffff167fffffffffff0000000000000000000000000000000000000000000000000000001790557f2ae00ba9813199478b6f22f0c9b606daa70f8efc319c8d2fa6af63f66ea317635f80a25f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b827fe5e4b7bd000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9050846134c2565b64ffffffffff91501415846134ac565b34611790576080600319360112611790576135af61361b565b6064359067ffffffffffffffff8211611790576135eb6135d661273c933690600401613631565b906135df613c20565b60443560243585613c94565b906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016613e3c565b600435906001600160a01b038216820361179057565b9181601f840112156117905782359167ffffffffffffffff8311611790576020808501948460051b01011161179057565b6080810190811067ffffffffffffffff82111761367e57604052565b634e487b7160e01b5f52604160045260245ffd5b6060810190811067ffffffffffffffff82111761367e57604052565b6040810190811067ffffffffffffffff82111761367e57604052565b60c0810190811067ffffffffffffffff82111761367e57604052565b90601f601f19910116810190811067ffffffffffffffff82111761367e57604052565b6003196080910112611790576040519061372282613662565b816004356001600160a01b0381168103611790578152602435602082015260443560408201526060606435910152565b6004359060ff8216820361179057565b90600319820161018081126117905761014013611790576004916101443567ffffffffffffffff8111611790578161379c91600401613631565b92909291610164359067ffffffffffffffff8211611790576137c091600401613631565b9091565b9181601f840112156117905782359167ffffffffffffffff8311611790576020838186019501011161179057565b90601f19601f602080948051918291828752018686015e5f8582860101520116010190565b1561381f5750565b6001600160a01b03907fa30bbd5e000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b604051606060208201924684523060408401526001600160a01b038151168284015260208101516080840152604081015160a0840152015160c082015260c081526138a060e0826136e6565b51902090565b156138ae5750565b6001600160a01b03907ff5bbedaf000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b156138ec575050565b7ffe696b29000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9190811015611c835760051b0190565b91908201809211611cc557565b7f80000000000000000000000000000000000000000000000000000000000000008114611cc5575f0390565b91908203918211611cc557565b81810292918115918404141715611cc557565b811561398d570490565b634e487b7160e01b5f52601260045260245ffd5b67ffffffffffffffff811161367e5760051b60200190565b156139c15750565b7fd4c27e1d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b156139f5575050565b63ffffffff907f120b6b51000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b90613a34826139a1565b613a4160405191826136e6565b828152601f19613a5182946139a1565b0190602036910137565b8051821015611c835760209160051b010190565b90604051613a7c816136ca565b8092546bffffffffffffffffffffffff811682526bffffffffffffffffffffffff8160601c16602083015264ffffffffff8160c01c16604083015260ff8160e81c16906003821015613ae45760a091606084015260ff8160f01c16608084015260f81c910152565b634e487b7160e01b5f52602160045260245ffd5b15613b005750565b7f277f8b8c000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b15613b335750565b7f6625a0f2000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b906bffffffffffffffffffffffff809116911601906bffffffffffffffffffffffff8211611cc557565b6004356001600160a01b03811681036117905790565b356001600160a01b03811681036117905790565b15613bbb575050565b906001600160a01b0380927fb9dc8117000000000000000000000000000000000000000000000000000000005f52166004521660245260445ffd5b906bffffffffffffffffffffffff809116911603906bffffffffffffffffffffffff8211611cc557565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c613c6c5760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b92613ccc90613cc17affffffffffffffffffffffffffffffffffffffffffffffffffffff939796946148b8565b93610f5c888761485a565b60281c911603613e14576001600160a01b031691825f52600a60205260405f205480821115613de157613cff9082613963565b926004546bffffffffffffffffffffffff8082169160601c16613d2e86613d268385613963565b81119261392a565b90613db35750505f52600a60205260405f20556004547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff000000000000000000000000613da76bffffffffffffffffffffffff86166bffffffffffffffffffffffff8560601c16613b5e565b60601b16911617600455565b7f7c358243000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b90837f56f9b09d000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b7f6561742b000000000000000000000000000000000000000000000000000000005f5260045ffd5b916001600160a01b03604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615613ecb575b60405215613e965750565b6001600160a01b03907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b906001811516613ee357823b15153d15161690613e8b565b503d5f823e3d90fd5b8114613f40577f9b900726daef362ccb7ef4037118922e973973109c4d10b5c19277bddd59e04860207f706175736564556e74696c00000000000000000000000000000000000000000092604051908152a2565b7f5b4f3ec6000000000000000000000000000000000000000000000000000000005f527f706175736564556e74696c00000000000000000000000000000000000000000060045260245260445ffd5b90918281527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff83116117905760209260051b809284830137010190565b93613ff591611bd66101009561400793604051958694602086019860408a526060870191613f8f565b91601f19858403016040860152613f8f565b51902091013590808203614019575050565b7fbf1ab523000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b801561413657600654906fffffffffffffffffffffffffffffffff821690808201918183125f8212908015821691151617611cc5575f83126141085750506fffffffffffffffffffffffffffffffff81116140d8576fffffffffffffffffffffffffffffffff7fffffffffffffffffffffffffffffffff000000000000000000000000000000009116911617600655565b7f6dfcc650000000000000000000000000000000000000000000000000000000005f52608060045260245260445ffd5b7ff26c0e29000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50565b939190804211614299575060429061414f614ec7565b90604051917f1901000000000000000000000000000000000000000000000000000000000000835260028301526022820152209061418e818484614e02565b506004811015613ae457159081614283575b5061427d57833b151592836141f0575b505050156141bb5750565b6001600160a01b03907f93527fa9000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b60209350601f19601f835f9594606494604051967f1626ba7e000000000000000000000000000000000000000000000000000000008852600488015260406024880152816044880152858701378584828701015201160190845afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d1116165f80806141b0565b50505050565b90506001600160a01b038086169116145f6141a0565b7ffa810ba8000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b60806004360312611790576040516142db81613662565b600435906001600160a01b03821682036117905781815260243560208201526044356040820152606435606082015261431390613854565b91825f52600960205260405f20916001600160a01b03811690818103611790576143409133903314613bb2565b815460ff8160e81c166003811015613ae45780614361866001931515613af8565b036143ab5764ffffffffff9060c01c168042101561437c5750565b837f2d7edc73000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b837f13ba6fc3000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b91906143e283613854565b92835f52600960205260ff60405f205460e81c166003811015613ae4576146b15783614428602083019361441885514290614da4565b6001600160a01b03845116614b9f565b91614442836bffffffffffffffffffffffff811115613b2b565b6bffffffffffffffffffffffff83169264ffffffffff855116916001549461458d64ffffffffff60405195614476876136ca565b838752602087019384526040870190815261453f6bffffffffffffffffffffffff60608901956001875260808a019a60ff8d60a01c168c5260ff60a08c019d60a81c168d525f526009602052818060405f209b5116167fffffffffffffffffffffffffffffffffffffffff0000000000000000000000008b5416178a55511688907fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff00000000000000000000000083549260601b169116179055565b5186547fffffff0000000000ffffffffffffffffffffffffffffffffffffffffffffffff16911660c01b7cffffffffff00000000000000000000000000000000000000000000000016178555565b51926003841015613ae45788957fc7c2c9d9f0a4cf7f5659cd881dc55c17eb3912812baaa2b16662b349cea69192956080957fffff00ffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7dff000000000000000000000000000000000000000000000000000000000085549260e81b16911617835551907dffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7eff0000000000000000000000000000000000000000000000000000000000007fff000000000000000000000000000000000000000000000000000000000000008554935160f81b169360f01b169116171790556001600160a01b038151169551906060604082015191015191604051938452602084015260408301526060820152a3565b837fea309c41000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b614732916040519060208201927ff4d8b35b4e89a41b4776e8ec771e986da7a5e207ecf8da3a70ff3519faf123288452466040840152306060840152608083015260a082015260a0815261073d60c0826136e6565b90565b5f915b8083106147455750505090565b90919261476060019161475986858761391a565b3590614ea6565b93019190614738565b614732916040519060208201927ff8142a12b553a393f30bd9be9ff6ee6d33e34ceeef3f874889d654608bf0b8268452466040840152306060840152608083015260a082015260a0815261073d60c0826136e6565b6040805160043560208201908152602435928201929092526044356060820152606435608082015260843560a082015260a43560c082015260c43560e082015260e4356101008201526101043561012082015261012435610140820152614829816101608101611bd6565b51902060055414806148385790565b506001602435166002811015611c83576007015460d81c64ffffffffff141590565b61473291604051906001600160a01b0360208301937f49b04a2cebd283e7b32b99908ff97706e261fa71a9744bec1edf6ea44027beb4855246604085015230606085015216608083015260a082015260a0815261073d60c0826136e6565b63ffffffff60045460c01c16811515806149a3575b15614974575060018116906002821015611c8357604051916148ee836136ae565b600701547affffffffffffffffffffffffffffffffffffffffffffffffffffff8116835260d81c90816020840152814210614946575050517affffffffffffffffffffffffffffffffffffffffffffffffffffff1690565b7f99c721fe000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b907fa0ee5962000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b50808214806148cd575060018201808311611cc55781146148cd565b6001600160a01b0316805f52600a60205260405f20549081831115614b98576149e88284613963565b926bffffffffffffffffffffffff614a0a60045482808260601c169116613bf6565b168411614b9057815f52600a60205260405f20556bffffffffffffffffffffffff8316926004547fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff000000000000000000000000614a86876bffffffffffffffffffffffff8560601c16613b5e565b60601b169116176004556001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016604051917fa9059cbb000000000000000000000000000000000000000000000000000000005f528360045260245260205f60448180855af19060015f5114821615614b83575b5090604052614b7b575f52600a60205260405f20557fffffffffffffffff000000000000000000000000ffffffffffffffffffffffff77ffffffffffffffffffffffff000000000000000000000000614b6d600454936bffffffffffffffffffffffff8560601c16613bf6565b60601b169116176004555f90565b505050600190565b3b15153d1516165f614b00565b505050505f90565b5050505f90565b906001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016604051917f70a08231000000000000000000000000000000000000000000000000000000008352306004840152602083602481855afa928315614d1b575f93614d70575b506001600160a01b03604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004523060245260445260205f60648180855af160015f5114811615614d51575b836040525f60605215614d2657826024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa8015614d1b575f90614ce7575b614cb69250613963565b908115614cbf57565b7f4e77d211000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020823d602011614d13575b81614d01602093836136e6565b8101031261179057614cb69151614cac565b3d9150614cf4565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001811516614d6757813b15153d151616614c60565b833d5f823e3d90fd5b9092506020813d602011614d9c575b81614d8c602093836136e6565b810103126117905751915f614c0e565b3d9150614d7f565b9063020f5800420191824211611cc55781811180614df8575b15614dc757505050565b7f5c644ecd000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5082811115614dbd565b9060418303614e2c57614e259250602081013591604082359201355f1a90614fdd565b9192909190565b50505f9160029190565b60ff811690601f8211614e655760405191614e526040846136e6565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b60405160208101918252602081526138a06040826136e6565b81811015614eba575f5260205260405f2090565b905f5260205260405f2090565b6001600160a01b037f000000000000000000000000000000000000000000000000000000000000000016301480614fb4575b15614f22577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a081526138a060c0826136e6565b507f00000000000000000000000000000000000000000000000000000000000000004614614ef9565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411615054579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15614d1b575f516001600160a01b0381161561504a57905f905f90565b505f906001905f90565b5050505f916003919056'

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

export const timelockBytecode = '0x60806040523461016657611e6c803803806100198161016a565b92833981019060808183031261016657805160208201519091906001600160401b038111610166578361004d9183016101b7565b604082015190936001600160401b0382116101665761007360609161007a9385016101b7565b92016101a3565b61008330610249565b506001600160a01b038116610156575b505f5b83518110156100e0576001906100be6001600160a01b036100b78388610221565b51166102bf565b506100d9828060a01b036100d28388610221565b5116610352565b5001610096565b50905f5b82518110156101135760019061010c6001600160a01b036101058387610221565b51166103e5565b50016100e4565b7f11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d5604083806002558151905f82526020820152a160405161195390816104798239f35b61015f90610249565b505f610093565b5f80fd5b6040519190601f01601f191682016001600160401b0381118382101761018f57604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b038216820361016657565b9080601f83011215610166578151916001600160401b03831161018f578260051b906020806101e781850161016a565b80968152019282010192831161016657602001905b8282106102095750505090565b60208091610216846101a3565b8152019101906101fc565b80518210156102355760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b6001600160a01b0381165f9081525f516020611e4c5f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f516020611e4c5f395f51905f5260205260408120805460ff191660011790553391905f516020611dcc5f395f51905f528180a4600190565b505f90565b6001600160a01b0381165f9081525f516020611dec5f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f516020611dec5f395f51905f5260205260408120805460ff191660011790553391907fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1905f516020611dcc5f395f51905f529080a4600190565b6001600160a01b0381165f9081525f516020611e2c5f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f516020611e2c5f395f51905f5260205260408120805460ff191660011790553391907ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f783905f516020611dcc5f395f51905f529080a4600190565b6001600160a01b0381165f9081525f516020611e0c5f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f516020611e0c5f395f51905f5260205260408120805460ff191660011790553391907fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e63905f516020611dcc5f395f51905f529080a460019056fe6080604052600436101561001a575b3615610018575f80fd5b005b5f3560e01c806301d5062a14610c9e57806301ffc9a714610bca57806307bd026514610b90578063134008d314610add57806313bc9f2014610abf578063150b7a0214610a51578063248a9ca314610a275780632ab0f52914610a095780632f2ff15d146109cc57806331d50750146109ae57806336568abe14610944578063584b153e1461091c57806364d623531461089e5780637958004c146108425780638065657f146108235780638f2a0bb0146106825780638f61f4f51461064857806391d14854146105f2578063a217fddf146105d8578063b08e51c01461059e578063b1c5f42714610574578063bc197c81146104c4578063c4d252f5146103b4578063d45c44351461038a578063d547741f14610346578063e38335e5146101e1578063f23a6e61146101735763f27a0c920361000e573461016f575f60031936011261016f576020600254604051908152f35b5f80fd5b3461016f5760a060031936011261016f5761018c610d4a565b50610195610d6d565b5060843567ffffffffffffffff811161016f576101b6903690600401610e86565b5060206040517ff23a6e61000000000000000000000000000000000000000000000000000000008152f35b6101ea36610efd565b5f80527fdae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d70696020527f5ba6852781629bcdcd4bdaa6de76d786f1c64b16acdac474e55bebc0ea1579515492979196919593949260ff1615610338575b82821480159061032e575b6102fa5761026761026e91888a888789888d61123a565b968761167f565b5f5b818110610280576100188761175c565b8080887fc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b5888886102f16102d88f986001998f828e6102cb8f836102c6916102d19661117c565b6111b9565b9761117c565b35956111da565b906102e582828787611709565b6040519485948561103c565b0390a301610270565b5086907fffb03211000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5087821415610250565b6103413361154c565b610245565b3461016f57604060031936011261016f57610018600435610365610d6d565b9061038561037e825f525f602052600160405f20015490565b3390611601565b61184c565b3461016f57602060031936011261016f576004355f526001602052602060405f2054604051908152f35b3461016f57602060031936011261016f57335f9081527fc3ad33e20b0c56a223ad5104fff154aa010f8715b9c981fd38fdc60a4d1a52fb60205260409020546004359060ff161561047457610408816110b8565b1561044157805f5260016020525f60408120557fbaa1eb22f2a492ba1a5fea61b8df4d27c6c8b5f3971e63bb58fa14ff72eedb705f80a2005b7f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600460021760245260445ffd5b7fe2517d3f000000000000000000000000000000000000000000000000000000005f52336004527ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f78360245260445ffd5b3461016f5760a060031936011261016f576104dd610d4a565b506104e6610d6d565b5060443567ffffffffffffffff811161016f57610507903690600401610f6e565b5060643567ffffffffffffffff811161016f57610528903690600401610f6e565b5060843567ffffffffffffffff811161016f57610549903690600401610e86565b5060206040517fbc197c81000000000000000000000000000000000000000000000000000000008152f35b3461016f57602061059661058736610efd565b9695909594919493929361123a565b604051908152f35b3461016f575f60031936011261016f5760206040517ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f7838152f35b3461016f575f60031936011261016f5760206040515f8152f35b3461016f57604060031936011261016f5761060b610d6d565b6004355f525f60205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f52602052602060ff60405f2054166040519015158152f35b3461016f575f60031936011261016f5760206040517fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc18152f35b3461016f5760c060031936011261016f5760043567ffffffffffffffff811161016f576106b3903690600401610ecc565b9060243567ffffffffffffffff811161016f576106d4903690600401610ecc565b60449291923567ffffffffffffffff811161016f576106f7903690600401610ecc565b9390916064356084359560a4359261070e33611497565b808914801590610819575b6107e65761072d88848489858a8f8e61123a565b98610738858b6113d9565b895f5b8281106107785750898061074b57005b60207f20fda5fd27a1ea7bf5b9567f143ac5470bb059374a27e8f67cb44f946f6d038791604051908152a2005b806001927f4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca8b8b6107db8f8c6107ce8f928e6107c78f8f906107c16102c68f809794819561117c565b9961117c565b35976111da565b9060405196879687610ff6565b0390a3018a9061073b565b90887fffb03211000000000000000000000000000000000000000000000000000000005f5260045260245260445260645ffd5b5081891415610719565b3461016f57602061059661083636610dbe565b94939093929192611119565b3461016f57602060031936011261016f5761085e6004356110e1565b6040516004821015610871576020918152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b3461016f57602060031936011261016f576004353033036108f0577f11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d560406002548151908152836020820152a1600255005b7fe2850c59000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b3461016f57602060031936011261016f57602061093a6004356110b8565b6040519015158152f35b3461016f57604060031936011261016f5761095d610d6d565b3373ffffffffffffffffffffffffffffffffffffffff821603610986576100189060043561184c565b7f6697b232000000000000000000000000000000000000000000000000000000005f5260045ffd5b3461016f57602060031936011261016f57602061093a6004356110a1565b3461016f57604060031936011261016f576100186004356109eb610d6d565b90610a0461037e825f525f602052600160405f20015490565b61177a565b3461016f57602060031936011261016f57602061093a600435611089565b3461016f57602060031936011261016f5760206105966004355f525f602052600160405f20015490565b3461016f57608060031936011261016f57610a6a610d4a565b50610a73610d6d565b5060643567ffffffffffffffff811161016f57610a94903690600401610e86565b5060206040517f150b7a02000000000000000000000000000000000000000000000000000000008152f35b3461016f57602060031936011261016f57602061093a600435611071565b610018610b6e5f610b7a7fc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b58610b65610b1436610dbe565b7fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e638a9995979299949394528960205260408a208a805260205260ff60408b20541615610b82575b8884848989611119565b9889978861167f565b6102e582828787611709565b0390a361175c565b610b8b3361154c565b610b5b565b3461016f575f60031936011261016f5760206040517fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e638152f35b3461016f57602060031936011261016f576004357fffffffff00000000000000000000000000000000000000000000000000000000811680910361016f57807f4e2312e00000000000000000000000000000000000000000000000000000000060209214908115610c41575b506040519015158152f35b7f7965db0b00000000000000000000000000000000000000000000000000000000811491508115610c74575b5082610c36565b7f01ffc9a70000000000000000000000000000000000000000000000000000000091501482610c6d565b3461016f5760c060031936011261016f57610cb7610d4a565b6024359060443567ffffffffffffffff811161016f577f4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca92610cfe5f923690600401610d90565b94909160643594610d406084359660a43590610d1933611497565b610d2789828c8a8989611119565b998a97610d34848a6113d9565b60405196879687610ff6565b0390a38061074b57005b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361016f57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361016f57565b9181601f8401121561016f5782359167ffffffffffffffff831161016f576020838186019501011161016f57565b60a060031982011261016f5760043573ffffffffffffffffffffffffffffffffffffffff8116810361016f5791602435916044359067ffffffffffffffff821161016f57610e0e91600401610d90565b90916064359060843590565b90601f601f19910116810190811067ffffffffffffffff821117610e3d57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b67ffffffffffffffff8111610e3d57601f01601f191660200190565b81601f8201121561016f57803590610e9d82610e6a565b92610eab6040519485610e1a565b8284526020838301011161016f57815f926020809301838601378301015290565b9181601f8401121561016f5782359167ffffffffffffffff831161016f576020808501948460051b01011161016f57565b60a060031982011261016f5760043567ffffffffffffffff811161016f5781610f2891600401610ecc565b9290929160243567ffffffffffffffff811161016f5781610f4b91600401610ecc565b929092916044359067ffffffffffffffff821161016f57610e0e91600401610ecc565b9080601f8301121561016f5781359167ffffffffffffffff8311610e3d578260051b9060405193610fa26020840186610e1a565b845260208085019282010192831161016f57602001905b828210610fc65750505090565b8135815260209182019101610fb9565b601f8260209493601f1993818652868601375f8582860101520116010190565b9290936110329273ffffffffffffffffffffffffffffffffffffffff60809699989799168552602085015260a0604085015260a0840191610fd6565b9460608201520152565b61106e949273ffffffffffffffffffffffffffffffffffffffff60609316825260208201528160408201520191610fd6565b90565b61107a906110e1565b60048110156108715760021490565b611092906110e1565b60048110156108715760031490565b6110aa906110e1565b600481101561087157151590565b6110c1906110e1565b600481101561087157600181149081156110d9575090565b600291501490565b5f52600160205260405f205480155f146110fa57505f90565b600181036111085750600390565b42101561111457600190565b600290565b9461115d6111769495929360405196879573ffffffffffffffffffffffffffffffffffffffff602088019a168a52604087015260a0606087015260c0860191610fd6565b91608084015260a083015203601f198101835282610e1a565b51902090565b919081101561118c5760051b0190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b3573ffffffffffffffffffffffffffffffffffffffff8116810361016f5790565b919081101561118c5760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561016f57019081359167ffffffffffffffff831161016f57602001823603811361016f579190565b9693949190969592956040519660208801988060c08a0160a08c525260e0890192905f905b80821061138c57505050601f198883030160408901528082527f07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811161016f579087959394929160051b8092602083013701848103606086015260208101849052600584901b8101604090810194908201915f908890368290037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe101905b848410611327575050505050506111769450608084015260a083015203601f198101835282610e1a565b91939597909294969850601f19808383030101875289358381121561016f578401906020823592019167ffffffffffffffff811161016f57803603831361016f576113786020928392600195610fd6565b9b0197019401918a989699979593916112fd565b90919384359073ffffffffffffffffffffffffffffffffffffffff8216820361016f576020809173ffffffffffffffffffffffffffffffffffffffff60019416815201950192019061125f565b906113e3826110a1565b61146657600254808210611437575042019081421161140a575f52600160205260405f2055565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b907f54336609000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b507f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600160245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff81165f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff16156114e65750565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f52166004527fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc160245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff81165f9081527fdae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d7069602052604090205460ff161561159b5750565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f52166004527fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e6360245260445ffd5b90815f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260ff60405f2054161561163a575050565b73ffffffffffffffffffffffffffffffffffffffff907fe2517d3f000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b61168881611071565b156116d95750801515806116c9575b61169e5750565b7f90a9a618000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b506116d381611089565b15611697565b7f5ead8eb5000000000000000000000000000000000000000000000000000000005f52600452600460245260445ffd5b611751935f93928493826040519384928337810185815203925af13d15611754573d9061173582610e6a565b916117436040519384610e1a565b82523d5f602084013e611914565b50565b606090611914565b61176581611071565b156116d9575f526001602052600160405f2055565b805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f205416155f1461184657805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0082541617905573ffffffffffffffffffffffffffffffffffffffff339216907f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d5f80a4600190565b50505f90565b805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260ff60405f2054165f1461184657805f525f60205260405f2073ffffffffffffffffffffffffffffffffffffffff83165f5260205260405f207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff00815416905573ffffffffffffffffffffffffffffffffffffffff339216907ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b5f80a4600190565b1561191c5790565b80511561192b57602081519101fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5dae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d7069c3ad33e20b0c56a223ad5104fff154aa010f8715b9c981fd38fdc60a4d1a52fbad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5'
