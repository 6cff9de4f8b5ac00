// All of a text behind a press for it, in a file or on a page. Reads what the person may see and changes nothing, not even where they are.
import { type Context, type ContributorId, findPerson, meet, type Person, runTurn } from '@perle/core'
import { accountLock } from '@perle/core/inbox'
import { blocksOf, sectionsOf } from './asking.ts'
import { unpack } from './buttons.ts'
import type { Event } from './event.ts'
import { itemFile, type TextFile } from './itemFile.ts'
import type { Asking } from './kinds/kindTalk.ts'
import { sceneOf } from './scenes/index.ts'
import { parseState, type State } from './state.ts'
import type { TurnPlace } from './turn.ts'
import type { Block } from './view.ts'
import { type Words, wordsIn } from './words/index.ts'

/** Undefined for a button that is from before, foreign or made up. */
export async function fileFor(
  place: TurnPlace,
  input: { identity: Event['identity']; payload: string },
): Promise<TextFile | undefined> {
  const read = async (ctx: Context) => {
    const { person, conversation } = await meet(ctx, input.identity)
    const found = await wholeOf(ctx, person, input.payload, parseState(conversation?.state))
    return found && itemFile(found.w, found.asking)
  }
  return runTurn(place.database, place.base, read, accountLock(input.identity))
}

export type WholePage = { heading: string; blocks: Block[]; locale: string }

/** The same on a page, for whoever has its address: it names the person, and where they are by now does not matter. */
export async function pageFor(
  place: TurnPlace,
  input: { contributorId: ContributorId; payload: string },
): Promise<WholePage | undefined> {
  return runTurn(place.database, place.base, async ctx => {
    const person = await findPerson(ctx, input)
    const found = person && (await wholeOf(ctx, person, input.payload, undefined))
    if (found === undefined) return undefined
    const { w, asking } = found
    const heading = (asking.item.ask as { question?: string }).question ?? ''
    return { heading, blocks: blocksOf(sectionsOf(w, { ...asking, isWhole: true })), locale: w.locale }
  })
}

async function wholeOf(
  ctx: Context,
  person: Person,
  payload: string,
  state: State = { scene: 'work', page: 0 },
): Promise<{ w: Words; asking: Asking } | undefined> {
  const press = unpack(payload)
  if (press?.verb !== 'file' || person.isErased) return undefined
  const w = wordsIn(ctx.settings.mode, person.locale)
  const asking = await sceneOf(press.scene).whole?.({ ctx, person, surface: 'web', w }, press, state)
  return asking && { w, asking }
}
