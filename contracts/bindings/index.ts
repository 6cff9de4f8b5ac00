// The only door of this workspace: the chain adapter, deployments, the local chain.
export { prlAbi, settlementAbi, timelockAbi } from './abi.ts'
export { chainEvents } from './chainEvents.ts'
export { checkDeployment, type DeploymentReport } from './checkDeployment.ts'
export { checkGuardian } from './checkGuardian.ts'
export { deployAll } from './deploy.ts'
export { deployToFile, readDeploymentFile } from './deployFile.ts'
export type { Deployment } from './deployment.ts'
export { deploymentSchema } from './deployment.ts'
export { type Danger, dangersOf } from './deploymentDangers.ts'
export {
  type DeployParameters,
  type DeployTimes,
  deployTimesSchema,
  liveTimes,
  localTimes,
} from './deployParameters.ts'
export { openSettlementReader, type Pending, type SettlementReader } from './epochChain.ts'
export { type ExportChain, openExportChain } from './exportChain.ts'
export { sendUnwind, sendVeto } from './guardianCalls.ts'
export { type LocalAccounts, type LocalChain, startLocalChain } from './localChain.ts'
export { openSigner, type SignerSource } from './signerAccount.ts'
export { type ChainAccounts, openChain } from './viemChain.ts'
