// Deep links into the private talk: t.me/bot?start=..., at most 64 characters of A-Z a-z 0-9 _ and -. They carry a button, so that what
// is pressed in a room happens where only its presser sees it; a forced reply carries its form the same way. Pure.
import { SCENE_CODES, type SceneName, unpack, VERB_CODES, type Verb } from '../conversation/buttons.ts'
import { COMMANDS, type CommandName } from '../conversation/event.ts'

const MOST = 64
const PRESS = /^p-([a-z]{2})([a-z]{2})(?:0|1([A-Za-z0-9_-]{22}))([A-Za-z0-9_-]*)$/

/** `.` is no letter of a link, and `-` begins an escape. */
const escaped = (arg: string) => arg.replaceAll('-', '-d').replaceAll('.', '-p')
const unescaped = (arg: string) => arg.replace(/-([dp])/g, (_, letter: string) => (letter === 'd' ? '-' : '.'))

/** Throws on a button that no link can carry: a bug of ours, since arguments are short. */
export function linkOfPress(username: string, payload: string): string {
  const [, scene, verb, id, arg] = payload.split('|')
  const start = `p-${scene}${verb}${id === '' ? '0' : `1${id}`}${escaped(arg ?? '')}`
  if (unpack(payload) === undefined || start.length > MOST) throw new Error('bug: a button does not fit a deep link')
  return `https://t.me/${username}?start=${start}`
}

export function linkOfCommand(username: string, name: CommandName): string {
  return `https://t.me/${username}?start=x-${name}`
}

export type Followed = { press: string } | { command: CommandName } | undefined

const sceneOf = new Map(Object.entries(SCENE_CODES).map(([name, code]) => [code as string, name as SceneName]))
const verbOf = new Map(Object.entries(VERB_CODES).map(([name, code]) => [code as string, name as Verb]))

/** What a link carried; undefined for one that is not of this sort, cut or made up. */
export function readStart(argument: string): Followed {
  const command = COMMANDS.find(name => argument === `x-${name}`)
  if (command !== undefined) return { command }
  const [, sceneCode = '', verbCode = '', short = '', arg = ''] = PRESS.exec(argument) ?? []
  if (!sceneOf.has(sceneCode) || !verbOf.has(verbCode)) return undefined
  const payload = ['1', sceneCode, verbCode, short, unescaped(arg)].join('|')
  return unpack(payload) === undefined ? undefined : { press: payload }
}

/** The form that a prompt carries in its link. */
export function readPromptLink(username: string, url: string): string | undefined {
  const before = `https://t.me/${username}?start=`
  if (!url.startsWith(before)) return undefined
  const followed = readStart(url.slice(before.length))
  return followed !== undefined && 'press' in followed ? followed.press : undefined
}
