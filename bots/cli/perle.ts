// `perle`: everything an operator, a requester or an auditor does at a shell.
import { Fault } from '@perle/core'
import { Command, CommanderError } from 'commander'
import { ConfigError } from '../config.ts'
import { StartError } from '../dataFolder.ts'
import { addCampaigns } from './commands/campaigns.ts'
import { addChain } from './commands/chain.ts'
import { addDoctor } from './commands/doctor.ts'
import { addEpoch } from './commands/epoch.ts'
import { addExport } from './commands/export.ts'
import { addGuardian } from './commands/guardian.ts'
import { addImport } from './commands/import.ts'
import { addMigrate } from './commands/migrate.ts'
import { addPlay } from './commands/play.ts'
import { addQuestions } from './commands/questions.ts'
import { addSeed } from './commands/seed.ts'
import { addSimulate } from './commands/simulate.ts'
import { addVerify } from './commands/verify.ts'
import { CommandFailed } from './failed.ts'

const program = new Command('perle')
  .description('Perle: human judgement that contributors, requesters and anyone else can check.')
  .showHelpAfterError('(`perle --help` lists all commands)')
  .exitOverride()

for (const add of [
  addDoctor,
  addMigrate,
  addSeed,
  addCampaigns,
  addImport,
  addPlay,
  addQuestions,
  addExport,
  addVerify,
  addChain,
  addEpoch,
  addGuardian,
  addSimulate,
]) {
  add(program)
}

try {
  await program.parseAsync(process.argv)
} catch (error) {
  process.exitCode = codeFor(error)
}

/** 0 done; 1 the answer is no; 2 it was asked wrongly, or something that is needed does not work. */
function codeFor(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof CommandFailed) {
    console.error(error.message)
    return error.code
  }
  if (error instanceof ConfigError) console.error(`The settings are not as they should be:\n${error.message}`)
  else if (error instanceof StartError || error instanceof Fault) console.error(error.message)
  else console.error(error instanceof Error ? (error.stack ?? error.message) : String(error))
  return 2
}
