import { useEffect, useRef } from 'react'
import type { Button } from '../../../conversation/view.ts'
import { words } from '../words.ts'
import { assignKeys, type Keyed, keyName } from './keys.ts'

/** The answer buttons, at the bottom of the screen, with their keys. `send` is what Enter does where no button is primary. */
export function Answers(props: {
  rows: Button[][]
  sending: string | undefined
  press: (button: Button & { kind: 'press' }) => void
  send: (() => void) | undefined
}) {
  const keyed = assignKeys(props.rows)
  useKeys(keyed, props.press, props.send)
  return (
    <div className="answers">
      {keyed.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a button is known by its place; two may carry the same words.
        <div className="answerRow" key={place}>
          {row.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: as above.
            <OneButton key={at} keyed={one} sending={props.sending} press={props.press} />
          ))}
        </div>
      ))}
    </div>
  )
}

function OneButton(props: {
  keyed: Keyed
  sending: string | undefined
  press: (button: Button & { kind: 'press' }) => void
}) {
  const { button, keys } = props.keyed
  const look = button.primary ? 'press primary' : 'press'
  if (button.kind === 'link' || button.kind === 'read') {
    // A page to read beside the chat stays beside it.
    const outside = button.kind === 'read' || !button.href.startsWith('/')
    return (
      <a className={look} href={button.href} {...(outside ? { target: '_blank', rel: 'noreferrer' } : {})}>
        <span dir="auto">{button.label}</span>
      </a>
    )
  }
  if (button.kind === 'file') {
    return (
      <a className={look} href={button.href} download>
        <span dir="auto">{button.label}</span>
      </a>
    )
  }
  const busy = props.sending !== undefined
  return (
    <button
      type="button"
      className={look}
      aria-keyshortcuts={keys.join(' ')}
      aria-disabled={busy || undefined}
      data-pressed={props.sending === button.label || undefined}
      onClick={() => props.press(button)}
    >
      {keys.map(key => (
        <span className="key" key={key} aria-hidden="true">
          {words.keys[key] ?? key}
        </span>
      ))}
      <span dir="auto">{button.label}</span>
    </button>
  )
}

/** Keys work wherever the focus is, except in a text field, in an open menu, or on something that has its own Enter. */
function useKeys(
  keyed: Keyed[][],
  press: (button: Button & { kind: 'press' }) => void,
  send: (() => void) | undefined,
) {
  const latest = useRef({ keyed, press, send })
  latest.current = { keyed, press, send }
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.repeat || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
      const target = event.target instanceof Element ? event.target : document.body
      if (target.closest('input, textarea, select, [data-open]')) return
      if (event.key === 'Enter' && target.closest('a, button, summary')) return
      const wanted = keyName(event.key)
      const hit = latest.current.keyed.flat().find(({ keys }) => keys.includes(wanted))
      if (hit?.button.kind === 'press') {
        event.preventDefault()
        latest.current.press(hit.button)
      } else if (event.key === 'Enter' && latest.current.send) {
        event.preventDefault()
        latest.current.send()
      }
    }
    document.addEventListener('keydown', pressed)
    return () => document.removeEventListener('keydown', pressed)
  }, [])
}
