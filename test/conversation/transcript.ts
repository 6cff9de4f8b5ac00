// Somebody talking with Perle through real turns, and the talk as they would read it.

import { eq } from 'drizzle-orm'
import { printed } from '../../bots/cli/viewText.ts'
import type { Action, Event } from '../../bots/conversation/event.ts'
import { COMMANDS } from '../../bots/conversation/event.ts'
import { receive, type Turn, takeTurn } from '../../bots/conversation/turn.ts'
import type { Button, View } from '../../bots/conversation/view.ts'
import type { WordKey } from '../../bots/conversation/words/catalogue.ts'
import { en } from '../../bots/conversation/words/en.ts'
import { wordsFor } from '../../bots/conversation/words/index.ts'
import type { ContributorId } from '../../core/ids.ts'
import { identities } from '../../core/people/tables.ts'
import type { World } from '../support/world.ts'
import { faultsOf } from './measure.ts'

let events = 0

export type Talking = ReturnType<typeof talking>

/** How an action of somebody reaches its turn; by hand, unless a world has a surface in between. */
export type Carrier = (said: {
  platformId: string
  locale: string
  action: Action
  spoken: string
  eventKey: string
}) => Promise<Turn>

const carriers = new WeakMap<World, Carrier>()

/** From now on what people of this world do goes through a real surface. */
export function carryBy(world: World, carrier: Carrier): void {
  carriers.set(world, carrier)
}

/** One account of one person. Every View that was shown is kept in `seen`. */
export function talking(world: World, platformId: string, locale = 'en') {
  const w = wordsFor(locale)
  const place = { database: world.database, base: world.base }
  const lines: string[] = []
  const seen: View[] = []
  let latest: Turn | undefined

  async function sends(action: Action, spoken: string, eventKey = `test:${++events}`): Promise<View> {
    const carrier = carriers.get(world)
    if (carrier === undefined) {
      const event: Event = { eventKey, identity: { platform: 'web', platformId }, locale, action }
      await receive(place, event)
      latest = await takeTurn(place, event)
    } else latest = await carrier({ platformId, locale, action, spoken, eventKey })
    seen.push(latest.view)
    const faults = faultsOf(latest.view, locale)
    if (faults.length > 0) throw new Error(`${faults.join('; ')}\n${printed(latest.view)}`)
    lines.push(`\n  > ${spoken}\n`, printed(latest.view))
    return latest.view
  }

  const view = (): View => {
    if (latest === undefined) throw new Error('nothing was said yet')
    return latest.view
  }

  return {
    platformId,
    seen,
    view,
    person: () => {
      if (latest === undefined) throw new Error('nothing was said yet')
      return latest.person
    },
    sends,
    /** A command with its slash, or any text. */
    says(text: string): Promise<View> {
      const [, name, argument] = /^\/(\w+)(?: (.*))?$/.exec(text) ?? []
      const known = COMMANDS.find(one => one === name)
      if (name === undefined) return sends({ kind: 'text', text }, text)
      if (known === undefined) return sends({ kind: 'unknownCommand' }, text)
      return sends({ kind: 'command', name: known, ...(argument === undefined ? {} : { argument }) }, text)
    },
    /** The button with this label on the present screen. */
    presses(label: string): Promise<View> {
      const button = buttonOf(view(), label, localized(w, label))
      return sends({ kind: 'press', payload: button.payload }, `[${label}]`)
    },
    pressesPayload: (payload: string) => sends({ kind: 'press', payload }, '[a button from before]'),
    /** Fills the form that is shown. */
    writes(text: string): Promise<View> {
      const form = view().form
      if (form === undefined) throw new Error(`no form is shown at ${view().scene}`)
      return sends({ kind: 'form', payload: form.payload, text }, `✎ ${text}`)
    },
    looks: () => sends({ kind: 'look' }, '(looks)'),
    payloadOf: (label: string) => buttonOf(view(), label, localized(w, label)).payload,
    has: (label: string) =>
      view()
        .rows.flat()
        .some(one => one.label === localized(w, label)),
    /** Text on the present screen; looked for in English only, the made-up language is there to be measured. */
    shows(...texts: string[]): void {
      if (locale !== 'en') return
      for (const text of texts) {
        if (!printed(view()).includes(text)) throw new Error(`"${text}" is not shown:\n${printed(view())}`)
      }
    },
    print: () => lines.join('\n'),
  }
}

/** The label of an English button in these words; labels of campaigns stay. */
function localized(w: ReturnType<typeof wordsFor>, label: string): string {
  const exact = Object.entries(en.button).find(([, template]) => template === label)
  if (exact !== undefined) return w.spansOf({ say: `button.${exact[0]}` as WordKey, values: {} }).join('')
  for (const [name, template] of Object.entries(en.button)) {
    const places = [...template.matchAll(/\{(\w+)\}/g)].map(match => match[1] as string)
    const pattern = new RegExp(`^${template.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{\w+\}/g, '(\\w+)')}$`)
    const match = pattern.exec(label)
    if (match === null) continue
    const values = Object.fromEntries(places.map((place, index) => [place, match[index + 1] as string]))
    return w.spansOf({ say: `button.${name}` as WordKey, values }).join('')
  }
  return label
}

/** Somebody whom a builder made, at their own account. */
export async function talkingAs(world: World, contributorId: ContributorId, locale = 'en'): Promise<Talking> {
  const rows = await world.turn(ctx =>
    ctx.db.select().from(identities).where(eq(identities.contributorId, contributorId)),
  )
  const platformId = rows[0]?.platformId
  if (platformId === undefined) throw new Error('nobody has this account')
  return talking(world, platformId, locale)
}

/** A screen in between may still be English: either label will do. */
function buttonOf(view: View, label: string, here: string): Extract<Button, { kind: 'press' }> {
  const buttons = view.rows.flat()
  const found = buttons.find(button => button.label === here) ?? buttons.find(button => button.label === label)
  if (found?.kind !== 'press') {
    throw new Error(`no button "${label}" at ${view.scene}; there are: ${buttons.map(one => one.label).join(', ')}`)
  }
  return found
}

export { printed } from '../../bots/cli/viewText.ts'
