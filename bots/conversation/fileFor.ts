// The file behind a button that sends one. Reads what a press may see and changes nothing, not even where the person is.
import { type Context, meet, runTurn } from '@perle/core'
import { accountLock } from '@perle/core/inbox'
import { unpack } from './buttons.ts'
import type { Event } from './event.ts'
import type { TextFile } from './itemFile.ts'
import { sceneOf } from './scenes/index.ts'
import { parseState } from './state.ts'
import type { TurnPlace } from './turn.ts'
import { wordsIn } from './words/index.ts'

/** Undefined for a button that is from before, foreign or made up. */
export async function fileFor(
  place: TurnPlace,
  input: { identity: Event['identity']; payload: string },
): Promise<TextFile | undefined> {
  const press = unpack(input.payload)
  if (press?.verb !== 'file') return undefined
  const read = async (ctx: Context) => {
    const { person, conversation } = await meet(ctx, input.identity)
    const talk = { ctx, person, surface: input.identity.platform, w: wordsIn(ctx.settings.mode, person.locale) }
    const state = parseState(conversation?.state) ?? { scene: 'work' as const, page: 0 }
    return sceneOf(press.scene).file?.(talk, press, state)
  }
  return runTurn(place.database, place.base, read, accountLock(input.identity))
}
