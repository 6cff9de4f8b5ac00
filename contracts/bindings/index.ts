// The only door of this workspace: the chain adapter, deployments, the local chain.
export { prlAbi, settlementAbi, timelockAbi } from './abi.ts'
export { chainEvents } from './chainEvents.ts'
export { checkDeployment } from './checkDeployment.ts'
export { type DeployParameters, type DeployTimes, deployAll, liveTimes, localTimes } from './deploy.ts'
export { type Deployment, deploymentSchema } from './deployment.ts'
export { type ExportChain, openExportChain } from './exportChain.ts'
export { type LocalAccounts, type LocalChain, startLocalChain } from './localChain.ts'
export { type ChainAccounts, openChain } from './viemChain.ts'
