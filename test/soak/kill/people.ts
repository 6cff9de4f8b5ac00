// The people of a run. Each is a loop of small steps that rests while the run is paused and ends with it.
import { setTimeout as sleep } from 'node:timers/promises'
import { unpack } from '../../../bots/conversation/buttons.ts'
import type { ChatReply } from '../../support/perle.ts'
import { nextStep } from '../../support/solver.ts'
import { TITLE, type Truths } from './campaign.ts'
import { linkWallet } from './linking.ts'
import { act, enter, type Guest, look, press, type Run, say } from './visitor.ts'

/** Between two taps. People are slower; this is as much as two cores bear beside the process under test. */
const PACE_MS = 150

export type Person = { isResting: () => boolean; ended: Promise<void> }

/** Runs `step` again and again. A step that throws is a finding, and the person goes on from where Perle says they are. */
export function live(
  run: Run,
  name: string,
  begin: () => Promise<Guest>,
  step: (guest: Guest) => Promise<void>,
): Person {
  let guest: Guest | undefined
  let isResting = false
  const loop = async () => {
    while (!run.isOver) {
      isResting = run.isPaused
      if (isResting) {
        await sleep(20)
        continue
      }
      try {
        guest ??= await begin()
        await step(guest)
      } catch (error) {
        if (run.isOver) return
        run.faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`)
        if (guest !== undefined) await look(guest).catch(() => {})
      }
      await sleep(PACE_MS * (0.5 + run.random()))
    }
  }
  return { isResting: () => isResting, ended: loop() }
}

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

/** A no is an answer as well (a round closed meanwhile): the deed then need not have had its effect. */
function counts(guest: Guest, reply: ChatReply | undefined, scenes: string[]): void {
  const deed = guest.diary.deeds.at(-1)
  if (reply === undefined || deed === undefined || scenes.includes(reply.view?.scene)) return
  deed.isRefused = true
}

async function skip(guest: Guest): Promise<void> {
  const subject = taskOf(guest, 'Skip')
  await press(guest, 'Skip')
  if (guest.visitor.has('Not clear')) await press(guest, 'Not clear', { kind: 'skip', subject }, true)
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
  await press(guest, 'Ask about the guide')
  const payload = guest.visitor.view?.form?.payload
  if (payload === undefined) return
  await act(guest, { kind: 'form', payload, text: 'Does the second rule hold here?' }, { kind: 'ask', subject }, true)
}

/** The task in hand, as the button under it names it. */
function taskOf(guest: Guest, label: string): string {
  return unpack(guest.visitor.button(label))?.id ?? ''
}

const clean = (text: string) => text.normalize('NFC').replace(/[\u2066-\u2069]/g, '')

/** A reviewer of the seeded people, by alias. */
export function reviewer(run: Run, alias: string): Person {
  return live(
    run,
    alias,
    async () => {
      const reply = await fetch(`${run.url}/api/chat/people`)
      const { people } = (await reply.json()) as { people: { id: string; alias: string }[] }
      const id = people.find(one => one.alias === alias)?.id
      if (id === undefined) throw new Error(`nobody is called ${alias}`)
      return enter(run, alias, id)
    },
    judge,
  )
}

async function judge(guest: Guest): Promise<void> {
  const { visitor, run } = guest
  const accept = /Accept$/
  if (visitor.view?.scene === 'vote' && visitor.has(accept)) {
    const subject = unpack(visitor.button(accept))?.id ?? ''
    counts(guest, await press(guest, accept, { kind: 'vote', subject, detail: 'accept' }, true), ['sealed'])
    return
  }
  const on = ['Next', 'Start reviewing', 'Open 1'].find(label => visitor.has(label))
  if (on !== undefined && run.random() < 0.9) await press(guest, on)
  else await say(guest, 'review')
  if (!['Next', 'Start reviewing', 'Open 1', accept].some(label => visitor.has(label))) await sleep(400)
}

/** One newcomer after the other: looks round, links a wallet, and is not seen again. */
export function passerBy(run: Run): Person {
  const name = 'a passer-by'
  let guest: Guest | undefined
  return live(
    run,
    name,
    () => enter(run, name, 'new'),
    async first => {
      guest ??= first
      for (const label of ['Try a question', 'B is better', 'Set me up', 'English', 'Yes, 18 or older']) {
        if (guest.visitor.has(label)) await press(guest, label, { kind: 'other' }, true)
      }
      await linkWallet(guest)
      guest = await enter(run, name, 'new')
    },
  )
}
