import { dropLease, takeLease } from '../inbox/leaseStore.ts'
import { runTurn } from '../inbox/runTurn.ts'
import { WRITER_LEASE } from '../outbox/writing.ts'
import { Fault } from '../refusals.ts'
import { applySurvey } from './applySurvey.ts'
import { type Finding, findings } from './finding.ts'
import type { Reading } from './readChain.ts'
import { type FindPayday, type Survey, surveyChain } from './surveyChain.ts'

export type Resync = {
  /** `even`: nothing of ours is missing on either side. */
  place: 'even' | 'database behind' | 'chain behind' | 'apart'
  /** The newest block that both have, and how far the chain was read. */
  common: number
  block: number
  found: Finding[]
  /** Whether anything was written: never on a dry run, and never where something is missing. */
  isChanged: boolean
}

export type ResyncOptions = {
  isDry: boolean
  findPayday: FindPayday
  /** Where files of paydays are kept, as the operator knows it. */
  place: string
  holder: string
}

/** Longer than the writing takes; a writer of another process must not begin meanwhile. */
const LEASE_SECONDS = 600

/**
 * Puts a database right with its chain after one of the two was restored from a copy. Signs nothing and sends nothing. All or nothing: where
 * something is missing that cannot be derived, the database stays as it was, and the findings say what to do. Safe to run again at any time.
 */
export async function resyncChain(reading: Reading, options: ResyncOptions): Promise<Resync> {
  const survey = await surveyChain(reading, options.findPayday)
  const place = placeOf(survey)
  const told = { place, common: Number(survey.common), block: Number(survey.read?.block.number ?? survey.common) }
  // What the chain lost is the reader's and the writer's daily work: they go back and send again.
  if (place === 'chain behind') return { ...told, found: behindFindings(survey), isChanged: false }
  if (place === 'apart') return { ...told, found: [findings.both()], isChanged: false }
  const found = await writeOrNot(reading, survey, options)
  const isRight = found.every(finding => finding.kind !== 'missing')
  const hasWork = found.some(finding => finding.kind !== 'note')
  return {
    ...told,
    place: hasWork ? 'database behind' : place,
    found,
    isChanged: isRight && hasWork && !options.isDry,
  }
}

function placeOf({ accounts, vanished, idle }: Survey): Resync['place'] {
  const isBehind = idle.size > 0 || accounts.some(account => account.sent.length > 0)
  const hasLost = vanished > 0 || accounts.some(account => account.lost > 0)
  if (isBehind && hasLost) return 'apart'
  return isBehind ? 'database behind' : hasLost ? 'chain behind' : 'even'
}

function behindFindings({ accounts, vanished, common }: Survey): Finding[] {
  const lost = accounts.reduce((sum, account) => sum + account.lost, 0)
  return [...(vanished > 0 ? [findings.vanished(vanished, common)] : []), ...(lost > 0 ? [findings.again(lost)] : [])]
}

/** Carries the findings out of a transaction that must not stand. */
class Undone extends Error {
  readonly found: Finding[]
  constructor(found: Finding[]) {
    super('rolled back on purpose')
    this.found = found
  }
}

async function writeOrNot(reading: Reading, survey: Survey, options: ResyncOptions): Promise<Finding[]> {
  const { database, base, chain } = reading
  const lease = { name: WRITER_LEASE, holder: options.holder, seconds: LEASE_SECONDS }
  try {
    return await runTurn(database, base, async ctx => {
      if (!(await takeLease(ctx, lease))) {
        throw new Fault('Another process writes to the chain right now. Stop Perle, then run this again.', {
          retry: 'later',
        })
      }
      const found = await applySurvey(ctx, survey, { chain, place: options.place })
      if (options.isDry || found.some(finding => finding.kind === 'missing')) throw new Undone(found)
      await dropLease(ctx, lease)
      return found
    })
  } catch (error) {
    if (error instanceof Undone) return error.found
    throw error
  }
}
