// The menu of commands that a platform shows: short for a newcomer, the rest comes with the role. All of them always work.
import type { Person } from '@perle/core'
import { COMMANDS, type CommandName } from './event.ts'
import type { Words } from './words/index.ts'

const FIRST: CommandName[] = ['task', 'me', 'help', 'privacy']
const BY_ROLE: Record<Person['role'], CommandName[]> = {
  contributor: ['wallet', 'settings'],
  reviewer: ['review', 'wallet', 'settings'],
  requester: ['campaign', 'settings'],
}

/** For one person; without one, what everybody sees. */
export function commandMenu(w: Words, person?: Person): { name: CommandName; about: string }[] {
  const names = person?.isAdult ? [...FIRST, ...BY_ROLE[person.role]] : FIRST
  return COMMANDS.filter(name => names.includes(name)).map(name => ({ name, about: w.say(`command.${name}`) }))
}
