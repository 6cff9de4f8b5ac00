import { useEffect, useState } from 'react'
import { words } from '../words.ts'

type Theme = 'light' | 'dark'
const KEY = 'perle.theme'
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)')

function chosenTheme(): Theme | undefined {
  const theme = document.documentElement.dataset['theme']
  return theme === 'light' || theme === 'dark' ? theme : undefined
}

/** Light or dark: the system's until chosen here. `public/theme.js` sets a kept choice before the first paint. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(chosenTheme() ?? (systemIsDark.matches ? 'dark' : 'light'))
  useEffect(() => {
    const follow = () => {
      if (!chosenTheme()) setTheme(systemIsDark.matches ? 'dark' : 'light')
    }
    systemIsDark.addEventListener('change', follow)
    return () => systemIsDark.removeEventListener('change', follow)
  }, [])
  const other: Theme = theme === 'dark' ? 'light' : 'dark'
  const change = () => {
    document.documentElement.dataset['theme'] = other
    try {
      localStorage.setItem(KEY, other)
    } catch {
      // Kept for this page only.
    }
    setTheme(other)
  }
  return (
    <button type="button" className="press plain" aria-label={words.frame.themeLong[other]} onClick={change}>
      {words.frame.theme[other]}
    </button>
  )
}
