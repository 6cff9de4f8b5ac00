// What each command leads to.
import { campaignOf } from '@perle/core'
import type { CommandName } from './event.ts'
import { sceneOf } from './scenes/index.ts'
import { refusedState } from './scenes/refused.ts'
import type { Move, Talk } from './scenes/scene.ts'
import { takeUpCode } from './scenes/takeUp.ts'
import type { State } from './state.ts'

/** Where somebody begins of whom nothing is kept. */
export function beginning(talk: Talk): State {
  return talk.person.isAdult ? { scene: 'work', page: 0 } : { scene: 'welcome' }
}

/** A campaign's link carries `c_` and its public code. */
async function start(talk: Talk, argument: string | undefined): Promise<Move> {
  const code = /^c_([0-9A-Za-z]{4,16})$/.exec(argument ?? '')?.[1]
  if (code === undefined) return { to: beginning(talk) }
  if ((await campaignOf(talk.ctx, { code })) === undefined) return { refusal: { code: 'campaign.unknown' } }
  return talk.person.isAdult ? takeUpCode(talk, code) : { to: { scene: 'welcome', toward: code } }
}

/** Presses the scene's own door, for those that have to look something up before they open. */
async function enter(talk: Talk, scene: 'reviews' | 'wallet', state: State): Promise<Move> {
  const opened = await sceneOf(scene).press?.(talk, { scene, verb: 'go', arg: '' }, state)
  return opened ?? { stale: true }
}

export async function obey(talk: Talk, name: CommandName, argument: string | undefined, state: State): Promise<Move> {
  switch (name) {
    case 'start':
      return start(talk, argument)
    case 'task':
      return { to: { scene: 'work', page: 0 } }
    case 'me':
      return { to: { scene: 'me' } }
    case 'review':
      if (talk.person.isExcluded) return { to: refusedState(talk, { code: 'contributor.excluded' }) }
      return enter(talk, 'reviews', state)
    case 'wallet':
      return enter(talk, 'wallet', state)
    case 'campaign':
      return { to: { scene: 'desk' } }
    case 'privacy':
      return { to: { scene: 'privacy' } }
    case 'mydata':
      return { to: { scene: 'myData' } }
    case 'forget':
      return { to: { scene: 'forget' } }
    case 'settings':
      return { to: { scene: 'settings' } }
    case 'terms':
      return { to: { scene: 'terms' } }
    case 'paysupport':
      return { to: { scene: 'topic', topic: 'pay' } }
    case 'help':
      return { to: { scene: 'help' } }
  }
}
