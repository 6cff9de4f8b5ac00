import { type RefObject, useEffect, useId, useState } from 'react'
import type { Form } from '../../../conversation/view.ts'
import { words } from '../words.ts'
import { fitOf, keepDraft, readDraft } from './draft.ts'

/** The box that counts. Its text survives a reload and a lost connection; it goes only when the server has it. */
export function AnswerForm(props: {
  person: string
  form: Form
  sending: boolean
  send: (text: string) => Promise<'answered' | 'refused' | 'busy'>
  typing: RefObject<boolean>
  /** Lets the Enter key of the page send, when the focus is not in the box. */
  sender: RefObject<(() => void) | undefined>
}) {
  const { person, form, typing, sender } = props
  const [text, setText] = useState(() => readDraft(person, form))
  const [tried, setTried] = useState(false)
  const id = useId()
  const { length, fits } = fitOf(text, form)

  const write = (next: string) => {
    setText(next)
    setTried(false)
    keepDraft(person, form, next)
    typing.current = next !== '' && next !== form.draft
  }
  const submit = async () => {
    if (props.sending) return
    if (!fits) return setTried(true)
    typing.current = false
    if ((await props.send(text)) === 'answered') keepDraft(person, form, '')
    else typing.current = true
  }
  sender.current = submit
  useEffect(
    () => () => {
      typing.current = false
      sender.current = undefined
    },
    [typing, sender],
  )

  const count = words.form.count(length, form.min, form.max)
  return (
    <form
      className="box"
      onSubmit={event => {
        event.preventDefault()
        submit()
      }}
    >
      <label htmlFor={id} dir="auto">
        {form.label}
      </label>
      <textarea
        id={id}
        className="field"
        dir="auto"
        rows={form.max > 120 ? 5 : 2}
        value={text}
        placeholder={form.placeholder}
        aria-describedby={`${id}count`}
        aria-invalid={(tried && !fits) || undefined}
        onChange={event => write(event.target.value)}
        onKeyDown={event => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          submit()
        }}
      />
      <div className="row spread">
        <span id={`${id}count`} dir="auto" className={fits || length === 0 ? 'small soft' : 'small waiting'}>
          {count}
        </span>
        <button type="submit" className="press primary" aria-disabled={props.sending || undefined}>
          <span>{words.form.send}</span>
          <span className="key" aria-hidden="true">
            {words.form.sendKey}
          </span>
        </button>
      </div>
      <p className="small waiting" role="status" dir="auto">
        {tried && !fits ? words.form.outside(length, form.min, form.max) : ''}
      </p>
    </form>
  )
}
