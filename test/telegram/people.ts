// People who ask for help again and again, each step a real update: every case that is opened is one effect that can be counted.
import type { Person, Seen } from '../emulators/control.ts'
import type { Telegram } from '../emulators/telegram/emulator.ts'

/** Updates that one case takes: a command, three presses, a text. */
export const STEPS = 5

const rowsHave = (one: Seen, label: string) => one.rows.flat().some(button => button.label === label)

/** Opens `cases` cases, waiting for each answer as a person would; answers the milliseconds that each answer took. */
export async function asksForHelp(
  telegram: Telegram,
  who: Person,
  cases: number,
  patienceMs: number,
): Promise<number[]> {
  const times: number[] = []
  const bot = () => telegram.seen(who).filter(one => one.from === 'bot')
  const step = async (deed: () => void, isAnswered: () => boolean) => {
    const from = performance.now()
    deed()
    await telegram.until(isAnswered, patienceMs).catch((error: Error) => {
      throw new Error(`${who.name} waits for an answer: ${error.message}\n${bot().at(-1)?.text}`)
    })
    times.push(performance.now() - from)
  }
  const newest = (label: string, after: number) => bot().some(one => Number(one.id) > after && rowsHave(one, label))
  for (let n = 0; n < cases; n++) {
    const before = Number(telegram.seen(who).at(-1)?.id ?? 0)
    await step(
      () => telegram.says(who, '/help'),
      () => newest('Talk to a person', before),
    )
    await step(
      () => telegram.presses(who, 'Talk to a person'),
      () => newest('Pay', before),
    )
    await step(
      () => telegram.presses(who, 'Pay'),
      () => newest('Write', before),
    )
    await step(
      () => telegram.presses(who, 'Write'),
      () => bot().some(one => Number(one.id) > before && one.asks !== undefined),
    )
    const asked = Number(telegram.seen(who).at(-1)?.id ?? 0)
    await step(
      () => telegram.replies(who, `Question ${n} of ${who.name}, in my own words.`),
      () => bot().some(one => Number(one.id) > asked && one.text.startsWith('Case ')),
    )
  }
  return times
}

export function aCrowd(people: number): Person[] {
  return Array.from({ length: people }, (_, n) => ({ id: String(8000 + n), name: `person ${n}`, locale: 'en' }))
}
