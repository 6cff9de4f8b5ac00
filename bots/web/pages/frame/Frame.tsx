import { type ReactNode, useEffect } from 'react'
import { words } from '../words.ts'
import { Pearl } from './Pearl.tsx'
import { ThemeSwitch } from './ThemeSwitch.tsx'
import { ThinLine } from './ThinLine.tsx'

/** Header and footer of every page. `go` is the way on in the header; it is the page's primary action unless `quiet`. */
export function Frame(props: {
  place: string
  busy: boolean
  go: { label: string; href: string; primary?: true }
  className?: string
  children: ReactNode
}) {
  const { place, busy, go } = props
  useEffect(() => {
    document.title = words.frame.title(place)
  }, [place])
  return (
    <div className={props.className ? `page ${props.className}` : 'page'}>
      <ThinLine busy={busy} />
      <header className="header">
        <a className="brand" href="/">
          <Pearl mark="recorded" />
          {words.frame.name}
        </a>
        <span className="place">{place}</span>
        <nav aria-label={words.frame.ways}>
          <a className={go.primary ? 'press primary' : 'press plain'} href={go.href}>
            {go.label}
          </a>
          <ThemeSwitch />
        </nav>
      </header>
      {props.children}
      <footer className="footer">
        <a href="/status">{words.frame.status}</a>
        <a href="/#privacy">{words.frame.privacy}</a>
        <a href="/status#source">{words.frame.source}</a>
      </footer>
    </div>
  )
}
