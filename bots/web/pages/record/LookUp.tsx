import { useState } from 'react'
import { words } from '../words.ts'

export function LookUp() {
  const [code, setCode] = useState('')
  return (
    <form
      className="lookUp"
      onSubmit={event => {
        event.preventDefault()
        if (code.trim() !== '') window.location.assign(`/c/${encodeURIComponent(code.trim())}`)
      }}
    >
      <label htmlFor="code">{words.record.codeLabel}</label>
      <div className="row">
        <input
          id="code"
          className="field mono"
          autoComplete="off"
          spellCheck={false}
          value={code}
          onChange={event => setCode(event.target.value)}
        />
        <button type="submit" className="press primary">
          {words.record.lookUp}
        </button>
      </div>
    </form>
  )
}
