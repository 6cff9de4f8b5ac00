import { words } from '../words.ts'
import { type Theme, useTheme } from './theme.ts'

const KEY = 'perle.theme'

/** Light or dark: the system's until chosen here. `public/theme.js` sets a kept choice before the first paint. */
export function ThemeSwitch() {
  const other: Theme = useTheme() === 'dark' ? 'light' : 'dark'
  const change = () => {
    document.documentElement.dataset['theme'] = other
    try {
      localStorage.setItem(KEY, other)
    } catch {
      // Kept for this page only.
    }
  }
  return (
    <button type="button" className="press plain" aria-label={words.frame.themeLong[other]} onClick={change}>
      {words.frame.theme[other]}
    </button>
  )
}
