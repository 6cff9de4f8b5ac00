import { useEffect, useState } from 'react'
import { words } from '../words.ts'

/** What takes over 300 ms keeps its old content and shows this line on top; what is quicker shows nothing. */
export function ThinLine({ busy }: { busy: boolean }) {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!busy) return setLate(false)
    const timer = window.setTimeout(() => setLate(true), 300)
    return () => window.clearTimeout(timer)
  }, [busy])
  return busy && late ? <div className="thinLine" role="progressbar" aria-label={words.frame.waiting} /> : null
}
