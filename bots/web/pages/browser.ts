// The only file of the pages that reads the clock, chance and what the browser says of itself.

export function now(): number {
  return Date.now()
}

/** One key per press; a retry keeps it, so that the same press has one effect. */
export function newKey(): string {
  return crypto.randomUUID()
}

/** Chromium under a POSIX locale names one that `Intl` refuses (en-US@posix): the page must not stay blank for that. */
const locale = isTag(navigator.language) ? navigator.language : 'en'
const dateStyle = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
const timeStyle = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
const clockStyle = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'always' })
const list = new Intl.ListFormat('en', { type: 'conjunction' })

export function dateOf(iso: string): string {
  return dateStyle.format(new Date(iso))
}

export function momentOf(iso: string): string {
  return timeStyle.format(new Date(iso))
}

export function clockOf(at: number): string {
  return clockStyle.format(new Date(at))
}

/** "in 3 days", "2 hours ago": the largest unit that still counts at least one. */
export function agoOf(iso: string, from: number = now()): string {
  const seconds = Math.round((Date.parse(iso) - from) / 1000)
  const steps: [Intl.RelativeTimeFormatUnit, number][] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ]
  for (const [unit, size] of steps) {
    if (Math.abs(seconds) >= size) return relative.format(Math.trunc(seconds / size), unit)
  }
  return relative.format(seconds, 'second')
}

/** A length of time in its largest unit: "40 seconds", "3 hours". */
export function spanOf(seconds: number): string {
  const [unit, size] =
    seconds >= 86_400
      ? ['day', 86_400]
      : seconds >= 3_600
        ? ['hour', 3_600]
        : seconds >= 60
          ? ['minute', 60]
          : ['second', 1]
  return new Intl.NumberFormat('en', { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(seconds / size))
}

export function countOf(value: number): string {
  return new Intl.NumberFormat('en').format(value)
}

export function listOf(items: string[]): string {
  return list.format(items)
}

const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur', 'ps', 'yi', 'ckb', 'sd', 'ug', 'dv'])

/** Language and direction of the whole document, from a BCP 47 tag. */
export function speak(tag: string): void {
  const root = document.documentElement
  root.lang = tag
  root.dir = RIGHT_TO_LEFT.has(tag.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}

/** Storage may be switched off or full; the pages work without it. */
export const visitStore = {
  get(key: string): string | null {
    try {
      return sessionStorage.getItem(key)
    } catch {
      return null
    }
  },
  set(key: string, value: string | null): void {
    try {
      if (value === null) sessionStorage.removeItem(key)
      else sessionStorage.setItem(key, value)
    } catch {
      // Nothing is lost but the draft's copy.
    }
  },
}
