import type { Context } from '../context.ts'
import type { ContributorId } from '../ids.ts'
import { openCase } from '../people/openCase.ts'
import { openAll } from '../people/seal.ts'
import { casesOf, lockContributor } from '../people/store.ts'
import { assert, type Only, ok, type Result, refuse } from '../refusals.ts'
import { type Pause, readPause } from './readPause.ts'

/** What the person who answers reads; it names one pause and no other. */
function textOf({ skill, missed, of, until }: Pause): string {
  return `This pause is a mistake: ${skill}, until ${until.toISOString()}, ${missed} of ${of} check questions.`
}

/** "This is a mistake": a question to a person, at no cost. Each pause has one; asked again, it answers the same case. */
export async function disputePause(
  ctx: Context,
  input: { contributorId: ContributorId; skill: string },
): Promise<Result<{ code: string }, Only<'qualification.missing'>>> {
  await lockContributor(ctx.db, input.contributorId)
  const pause = await readPause(ctx, input)
  if (pause === undefined) return refuse({ code: 'qualification.missing', skill: input.skill })
  const text = textOf(pause)
  const cases = await casesOf(ctx.db, input.contributorId)
  const texts = await openAll(
    ctx,
    cases.map(one => ({ contributorId: input.contributorId, sealed: one.question })),
  )
  const known = cases[texts.indexOf(text)]
  if (known !== undefined) return ok({ code: known.code })
  const opened = await openCase(ctx, { contributorId: input.contributorId, topic: 'decision', text })
  assert(opened.ok, 'a sentence of ours was too long for a case')
  return opened
}
