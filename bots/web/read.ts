// What a browser sends -> Action. Pure; anything that does not fit is undefined.
import { z } from 'zod'
import { type Action, COMMANDS } from '../conversation/event.ts'

/** The longest text a page may send; the conversation says what is too long for its purpose. */
const MAX_TEXT = 1_100_000

const action = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('command'), name: z.string().max(64), argument: z.string().max(64).optional() }),
  z.strictObject({ kind: z.literal('unknownCommand') }),
  z.strictObject({ kind: z.literal('press'), payload: z.string().max(256) }),
  z.strictObject({ kind: z.literal('form'), payload: z.string().max(256), text: z.string().max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('text'), text: z.string().max(MAX_TEXT) }),
  z.strictObject({ kind: z.literal('look') }),
])

const body = z.strictObject({ key: z.uuid(), action })

export function readEvent(given: unknown): { key: string; action: Action } | undefined {
  const parsed = body.safeParse(given)
  if (!parsed.success) return undefined
  const { key, action: said } = parsed.data
  if (said.kind !== 'command') return { key, action: said }
  const name = COMMANDS.find(command => command === said.name)
  if (name === undefined) return { key, action: { kind: 'unknownCommand' } }
  return { key, action: { kind: 'command', name, ...(said.argument === undefined ? {} : { argument: said.argument }) } }
}
