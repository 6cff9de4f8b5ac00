// Those who judge, and those who only look in.
import { setTimeout as sleep } from 'node:timers/promises'
import { unpack } from '../../../bots/conversation/buttons.ts'
import { linkWallet } from './linking.ts'
import { live, type Person } from './live.ts'
import { counts, enter, type Guest, press, type Run, say } from './visitor.ts'

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
