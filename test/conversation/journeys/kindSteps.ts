// The steps of somebody who goes through a kind, tap by tap, as the screens ask for them.
import { kindOf } from '../../../core/kinds/index.ts'
import type { KindName } from '../../../core/kinds/kind.ts'
import { aCampaign, type BuiltCampaign } from '../../support/builders.ts'
import type { Sample } from '../../support/kindSamples.ts'
import { type Solvable, type Solver, solve } from '../../support/solveKind.ts'
import type { World } from '../../support/world.ts'
import type { Talking } from '../transcript.ts'

export const NOTE = 'Please read the guide once more, the second rule above all.'

export function solvable(name: KindName, sample: Sample, n: number, truth: unknown): Solvable {
  const kind = kindOf(name)
  const ask = kind.ask.parse(sample.ask) as Record<string, unknown>
  return { kind: name, ask, content: sample.item(n).content as Record<string, unknown>, truth }
}

export async function openFor(world: World, name: KindName, sample: Sample): Promise<BuiltCampaign> {
  const isText = name === 'text'
  const spec = { kind: name, ask: sample.ask, title: `All about ${name}`, skill: `skill ${name}` }
  return aCampaign(world, {
    kind: isText ? 'text' : 'choice',
    spec: { ...spec, overlapMin: 1, overlapMax: 1 },
    // Every answer is looked at by people here.
    terms: { reviewShareBps: 4_000 },
  })
}

export function printable(talk: Talking): string {
  return (
    talk
      .print()
      .split('\n  > ')
      .at(-1)
      ?.split('\n')
      .slice(2)
      .filter(line => !line.includes('Saved'))
      .join('\n') ?? ''
  )
}

export function numberOn(talk: Talking): number {
  const text = JSON.stringify([talk.view().heading, talk.view().blocks.filter(block => block.type !== 'foot')])
  const found = /(?:parcel|Flat|boil|Pool|number|Jacket|Shop) (\d)/.exec(text)?.[1]
  if (found === undefined) throw new Error(`no item is on screen: ${text}`)
  return Number(found)
}

export async function takes(talk: Talking, item: Solvable, solver?: Solver): Promise<void> {
  const step = solve(talk.view(), item, solver)
  if ('write' in step) return void (await talk.writes(step.write))
  const labels = talk
    .view()
    .rows.flat()
    .map(one => one.label.replace(/[\u2066-\u2069]/g, ''))
  const label = labels.find(one => (typeof step.press === 'string' ? one === step.press : step.press.test(one)))
  if (label === undefined) throw new Error(`no ${step.press} among ${labels.join(', ')}`)
  await talk.presses(label)
}

/** Until the answer is sent: the next task, or the receipt, is on screen then. */
export async function answers(world: World, talk: Talking, item: Solvable, solver?: Solver): Promise<void> {
  world.advance(60)
  for (let count = 0; count < 20; count++) {
    await takes(talk, item, solver)
    if (/saved\.|\*\*Saved\.\*\*/.test(talk.print().split('\n  > ').at(-1) ?? '')) return
  }
  throw new Error('never sent')
}

export async function votesOn(judge: Talking, isGood: (answered: string) => boolean): Promise<void> {
  const text = printable(judge)
  const answered = text.slice(text.indexOf('**Answered**'))
  if (isGood(answered)) await judge.presses('Accept')
  else {
    await judge.presses('Reject')
    await judge.presses('Rule 2')
    await judge.writes(NOTE)
  }
  if (judge.has('Next')) await judge.presses('Next')
}
