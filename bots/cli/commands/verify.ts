import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { openExportChain } from '@perle/contracts'
import { type ExportReport, verifyExport } from '@perle/core/proof'
import type { Command } from 'commander'
import { CommandFailed } from '../failed.ts'

const SHOWN = 20

export function addVerify(program: Command): void {
  program
    .command('verify')
    .argument('<file>', 'an export (JSONL)')
    .requiredOption('--rpc <address>', 'a node of the chain that the export names; any node will do')
    .description(
      'Check a dataset against the chain. Needs nothing but the file and a node: no account, no data folder.',
    )
    .option('--json', 'print the whole report')
    .action(async (path: string, options: { rpc: string; json?: boolean }) => {
      await stat(path).catch(() => {
        throw new CommandFailed(`There is no file ${path}.`, 2)
      })
      const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
      const report = await verifyExport(lines, openExportChain(options.rpc))
      if (options.json) console.log(JSON.stringify(report))
      else print(report)
      if (report.faults.length > 0) throw new CommandFailed(verdict(report))
    })
}

function print(report: ExportReport): void {
  for (const fault of report.faults.slice(0, SHOWN)) {
    const row = fault.row === 0 ? 'first line' : `row ${fault.row}`
    console.log(`${row}, field ${fault.field}: found ${short(fault.found)}, expected ${short(fault.expected)}`)
  }
  if (report.faults.length > SHOWN) console.log(`and ${report.faults.length - SHOWN} more`)
  if (report.faults.length === 0) console.log(verdict(report))
}

function verdict(report: ExportReport): string {
  const { rows, genuine, erased, faults, head, epochsSince } = report
  if (faults.length > 0) return `${faults.length} differences in ${rows} rows. This file is not what was recorded.`
  const gone = erased === 0 ? '' : `, ${erased} removed at their authors' wish with the record around them whole`
  const since = epochsSince === 0 ? '' : ` ${epochsSince} paydays have been recorded since.`
  return `All ${rows} rows hold: ${genuine} genuine${gone}. Head on the chain ${head}.${since}`
}

function short(text: string): string {
  return text.length <= 80 ? text : `${text.slice(0, 60)}... (${text.length} characters)`
}
