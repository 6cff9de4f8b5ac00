// Somebody who answers tasks, and skips, takes back and asks as well.
import { setTimeout as sleep } from 'node:timers/promises'
import { unpack } from '../../../bots/conversation/buttons.ts'
import { nextStep } from '../../support/solver.ts'
import { TITLE, type Truths } from './campaign.ts'
import { linkWallet } from './linking.ts'
import { live, type Person } from './live.ts'
import { act, counts, enter, type Guest, press, type Run, say } from './visitor.ts'

/** From the welcome to the first task of the long campaign, or of the first that is offered where there is none. */
async function arrive(guest: Guest, isLong: boolean): Promise<void> {
  for (const label of ['Try a question', 'A is better', 'Set me up', 'English', 'Yes, 18 or older']) {
    await press(guest, label)
  }
  await press(guest, `Start ${await placeOf(guest, isLong ? TITLE : 'Scam, advert, or neither')}`)
  await press(guest, /^I agree/)
  await press(guest, 'Start practice')
  const { visitor } = guest
  for (let count = 0; count < 80 && !visitor.has('First task'); count++) {
    const on = ['Next', 'Start the test'].find(label => visitor.has(label))
    const next = on === undefined ? nextStep(visitor.view as never) : { press: on }
    if ('press' in next) await press(guest, next.press)
  }
  await press(guest, 'First task')
}

async function placeOf(guest: Guest, title: string): Promise<number> {
  for (let page = 0; page < 3; page++) {
    const lists = (guest.visitor.view?.blocks ?? []).flatMap(block => (block.type === 'list' ? block.items : []))
    const place = lists.findIndex(item => JSON.stringify(item).includes(title)) + 1
    if (place > 0) return place
    await press(guest, 'More work')
  }
  throw new Error(`"${title}" is not offered`)
}

export function contributor(run: Run, name: string, truths: Truths): Person {
  return live(
    run,
    name,
    async () => {
      const guest = await enter(run, name, 'new')
      await arrive(guest, truths.size > 0)
      await linkWallet(guest)
      return guest
    },
    guest => (guest.visitor.view?.scene === 'task' ? work(guest, truths) : toTask(guest)),
  )
}

async function toTask(guest: Guest): Promise<void> {
  await say(guest, 'task')
  const on = ['Go on', 'Next task', 'Start 1'].find(label => guest.visitor.has(label))
  if (on !== undefined) await press(guest, on)
  if (guest.visitor.view?.scene !== 'task') await sleep(500)
}

async function work(guest: Guest, truths: Truths): Promise<void> {
  const draw = guest.run.random()
  if (draw < 0.08) return skip(guest)
  if (draw < 0.16 && guest.visitor.has('Undo')) return undo(guest)
  if (draw < 0.2) return ask(guest)
  return answer(guest, truths)
}

async function answer(guest: Guest, truths: Truths): Promise<void> {
  const { visitor, run } = guest
  const shown = (visitor.view?.blocks ?? []).flatMap(block => (block.type === 'content' ? [clean(block.text)] : []))
  const known = shown.map(text => truths.get(text)).find(label => label !== undefined)
  const right = known ?? (nextStep(visitor.view as never) as { press: string }).press
  const label = run.random() < 0.05 ? 'Cannot tell' : right
  const about = { kind: 'answer', subject: taskOf(guest, label), detail: label } as const
  counts(guest, await press(guest, label, about, true), ['task', 'receipt'])
}

async function skip(guest: Guest): Promise<void> {
  const subject = taskOf(guest, 'Skip')
  await press(guest, 'Skip')
  if (!guest.visitor.has('Not clear')) return
  counts(guest, await press(guest, 'Not clear', { kind: 'skip', subject }, true), ['task', 'receipt'])
}

async function undo(guest: Guest): Promise<void> {
  const reply = await press(guest, 'Undo', { kind: 'undo', subject: taskOf(guest, 'Undo') }, true)
  const deed = guest.diary.deeds.at(-1)
  // Somebody began to judge the answer meanwhile: then it stays.
  if (reply !== undefined && deed !== undefined) deed.isRefused = !guest.visitor.text().includes('Taken back')
}

async function ask(guest: Guest): Promise<void> {
  const subject = taskOf(guest, 'More')
  await press(guest, 'More')
  if (!guest.visitor.has('Ask about the guide')) return
  await press(guest, 'Ask about the guide')
  const payload = guest.visitor.view?.form?.payload
  if (payload === undefined) return
  const form = { kind: 'form', payload, text: 'Does the second rule hold here?' } as const
  counts(guest, await act(guest, form, { kind: 'ask', subject }, true), ['task', 'receipt'])
}

/** The task in hand, as the button under it names it. */
function taskOf(guest: Guest, label: string): string {
  return unpack(guest.visitor.button(label))?.id ?? ''
}

const clean = (text: string) => text.normalize('NFC').replace(/[\u2066-\u2069]/g, '')
