import { useSyncExternalStore } from 'react'

export type Theme = 'light' | 'dark'
const systemIsDark = window.matchMedia('(prefers-color-scheme: dark)')

/** What was chosen here, else what the system says. */
function themeNow(): Theme {
  const chosen = document.documentElement.dataset['theme']
  return chosen === 'light' || chosen === 'dark' ? chosen : systemIsDark.matches ? 'dark' : 'light'
}

function watch(tell: () => void): () => void {
  const observer = new MutationObserver(tell)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  systemIsDark.addEventListener('change', tell)
  return () => {
    observer.disconnect()
    systemIsDark.removeEventListener('change', tell)
  }
}

/** The colours that the page stands in now. */
export function useTheme(): Theme {
  return useSyncExternalStore(watch, themeNow)
}
