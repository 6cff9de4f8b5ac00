// Sums, numbers and times as a person reads them. Days are UTC days; a time of day always says so.
import { formatPrl } from '@perle/core'

export type Formats = ReturnType<typeof formatsOf>

const DAY_SECONDS = 86_400

/** Plain "en" writes 23 November, as the script does, and a 24-hour clock; so do the made-up languages. */
function tagOf(locale: string): string {
  return ['en', 'en-XA', 'ar-XB'].includes(locale) ? 'en-GB' : locale
}

export function formatsOf(locale: string) {
  const tag = tagOf(locale)
  const numbers = new Intl.NumberFormat(tag)
  const dates = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(tag, { timeZone: 'UTC', ...options })
  const day = dates({ day: 'numeric', month: 'long' })
  const full = dates({ day: 'numeric', month: 'long', year: 'numeric' })
  const weekday = dates({ weekday: 'long', day: 'numeric', month: 'long' })
  const month = dates({ month: 'long', year: 'numeric' })
  const clock = dates({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const percents = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 })
  const inUnit = (unit: string) => new Intl.NumberFormat(tag, { style: 'unit', unit, maximumFractionDigits: 1 })
  const [kilobytes, megabytes] = [inUnit('kilobyte'), inUnit('megabyte')]
  const conjunction = new Intl.ListFormat(tag, { type: 'conjunction' })
  const unit = new Intl.ListFormat(tag, { type: 'unit', style: 'short' })
  return {
    number: (value: number) => numbers.format(value),
    /** 0.6 -> "60 %" in the way of the locale. */
    percent: (share: number) => percents.format(share),
    sum: (value: bigint) => `${formatPrl(value)} PRL`,
    /** An hourly rate is a rule of thumb: two places say enough. */
    rate: (value: bigint) => `${formatPrl(value, 2)} PRL`,
    day: (at: Date) => day.format(at),
    fullDay: (at: Date) => full.format(at),
    weekday: (at: Date) => weekday.format(at),
    month: (at: Date) => month.format(at),
    /** The hour today, or the day and the hour. */
    moment(at: Date, now: Date): string {
      const isToday = Math.floor(at.getTime() / 1000 / DAY_SECONDS) === Math.floor(now.getTime() / 1000 / DAY_SECONDS)
      return isToday ? `${clock.format(at)} UTC` : `${day.format(at)}, ${clock.format(at)} UTC`
    },
    /** "340 kB", "1.2 MB": as phones count, in thousands. */
    bytes(count: number): string {
      const isSmall = count < 999_500
      return isSmall ? kilobytes.format(Math.max(1, Math.round(count / 1e3))) : megabytes.format(count / 1e6)
    },
    /** "0:42", "1:02:07". */
    duration(seconds: number): string {
      const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
      const two = (part: number) => String(part).padStart(2, '0')
      return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`
    },
    and: (parts: string[]) => conjunction.format(parts),
    list: (parts: string[]) => unit.format(parts),
  }
}

/** 0x12ab…89ef: enough to recognise one's own, short enough for a line. */
export function shortAddress(address: string): string {
  return `${address.slice(0, 6)}…${address.slice(-4)}`
}
