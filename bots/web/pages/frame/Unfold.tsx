import { type ReactNode, useEffect, useRef, useState } from 'react'

/**
 * A button that unfolds a small panel. Escape, a press outside and a choice fold it again and give the focus back.
 * `children` gets `fold`, to be called after a choice.
 */
export function Unfold(props: {
  label: ReactNode
  title: string
  upward?: true
  className?: string
  children: (fold: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const whole = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const fold = () => {
    setOpen(false)
    button.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    const outside = (event: PointerEvent) => {
      if (event.target instanceof Node && !whole.current?.contains(event.target)) setOpen(false)
    }
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      setOpen(false)
      button.current?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('keydown', leave)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('keydown', leave)
    }
  }, [open])
  return (
    <div className="unfold" ref={whole} data-open={open || undefined}>
      <button
        ref={button}
        type="button"
        className={props.className ?? 'press'}
        aria-expanded={open}
        aria-label={props.title}
        onClick={() => setOpen(!open)}
      >
        {props.label}
      </button>
      {open && <div className={props.upward ? 'unfolded upward' : 'unfolded'}>{props.children(fold)}</div>}
    </div>
  )
}
