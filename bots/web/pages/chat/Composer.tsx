import { useState } from 'react'
import { type Action, COMMANDS, type CommandName } from '../../../conversation/event.ts'
import type { Role } from '../api/shapes.ts'
import { Unfold } from '../frame/Unfold.tsx'
import { words } from '../words.ts'
import type { Act } from './createTalk.ts'

/** The commands shown in the menu; any other of ours may be typed. */
const MENU = ['task', 'me', 'review', 'wallet', 'help', 'settings', 'privacy'] as const satisfies CommandName[]
const REQUESTER_MENU = ['campaign', 'task', 'me', 'help', 'settings', 'privacy'] as const satisfies CommandName[]

/** A typed line: "/task" is a command, "/anything" one we do not have, the rest is text. */
export function actionOf(line: string): Action {
  const [first = '', ...more] = line.trim().split(/\s+/)
  if (!first.startsWith('/')) return { kind: 'text', text: line.trim() }
  const name = COMMANDS.find(command => command === first.slice(1).toLowerCase())
  if (!name) return { kind: 'unknownCommand' }
  return more.length > 0 ? { kind: 'command', name, argument: more.join(' ') } : { kind: 'command', name }
}

export function Composer({ act, role }: { act: Act; role: Role }) {
  const [line, setLine] = useState('')
  const send = async () => {
    if (line.trim() === '') return
    const action = actionOf(line)
    // What was typed where nothing was asked is not kept, so it does not stay on the screen either.
    const label = action.kind === 'command' ? `/${action.name}` : words.composer.typed
    if ((await act(action, label)) !== 'busy') setLine('')
  }
  return (
    <div className="composer">
      <Unfold label={words.composer.menu} title={words.composer.menuLong} upward className="press plain">
        {fold =>
          (role === 'requester' ? REQUESTER_MENU : MENU).map(name => (
            <button
              key={name}
              type="button"
              className="choice"
              onClick={() => {
                fold()
                act({ kind: 'command', name }, `/${name}`)
              }}
            >
              <span className="mono">/{name}</span>
              <span className="small soft">{words.composer.commands[name]}</span>
            </button>
          ))
        }
      </Unfold>
      <form
        className="composerLine"
        onSubmit={event => {
          event.preventDefault()
          send()
        }}
      >
        <input
          className="field"
          aria-label={words.composer.label}
          placeholder={words.composer.placeholder}
          dir="auto"
          autoComplete="off"
          enterKeyHint="send"
          value={line}
          onChange={event => setLine(event.target.value)}
        />
      </form>
    </div>
  )
}
