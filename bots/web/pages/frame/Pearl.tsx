import type { Mark } from '../../../conversation/view.ts'

/** The one sign: outline = saved, half = being checked, full = recorded. Always beside the word, so hidden from readers. */
export function Pearl({ mark }: { mark: Mark }) {
  return (
    <svg className="pearl" viewBox="0 0 12 12" aria-hidden="true">
      <circle cx="6" cy="6" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {mark === 'checking' && <path className="fill" d="M6 0.75a5.25 5.25 0 0 1 0 10.5z" fill="currentColor" />}
      {mark === 'recorded' && <circle className="fill" cx="6" cy="6" r="5.25" fill="currentColor" />}
    </svg>
  )
}
