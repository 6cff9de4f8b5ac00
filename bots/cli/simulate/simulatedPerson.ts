// One simulated person at the chat: events in, Views out, buttons pressed that are really there.
import { type KnownTruth, proveWallet, readWalletLink, runTurn, walletMessage } from '@perle/core'
import { keccak256, toHex, verifyMessage } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Action, Event } from '../../conversation/event.ts'
import { receive, takeTurn } from '../../conversation/turn.ts'
import type { View } from '../../conversation/view.ts'
import { drawsOf } from '../crowd/draws.ts'
import { judge } from '../crowd/judging.ts'
import type { Cards } from './cards.ts'
import type { Member } from './membersOf.ts'
import { type Move, nextMove, roundsShown, stopping, walletPage } from './nextMove.ts'
import type { World } from './openWorld.ts'

/** More presses than this in one sitting would be a circle of screens. */
const MOST_PRESSES = 400
/** What reading a screen and judging an answer takes. */
const SCREEN_SECONDS = 4
const JUDGE_SECONDS = 12
/** After a test not passed or a pause: a day and a little. */
const AWAY_SECONDS = 25 * 3600

export type SimulatedPerson = {
  member: Member
  contributorId: string
  /** Works until so many tasks are answered or nothing is left; answers how many were. */
  work(tasks: number): Promise<number>
  /** Judges everything in the rounds that this person was drawn for and has not been through. */
  review(): Promise<void>
  hasSat(roundId: string): boolean
  linkWallet(): Promise<void>
}

export function simulatedPerson(world: World, cards: Cards, member: Member, seed: number): SimulatedPerson {
  const { composition } = world
  const place = { database: composition.database, base: composition.base }
  const random = drawsOf(seed, 'person', member.name)
  let [events, visits] = [0, 0]
  let awayUntil = 0
  let isGone = false
  const sat = new Set<string>()
  let contributorId = ''

  async function send(action: Action): Promise<View> {
    events += 1
    const identity = { platform: 'web', platformId: `simulated:${member.name}` } as const
    const event: Event = { eventKey: `simulated:${member.name}:${events}`, identity, locale: 'en', action }
    await receive(place, event)
    const turn = await takeTurn(place, event)
    contributorId = turn.person.id
    return turn.view
  }
  const command = (name: 'start' | 'task' | 'review' | 'wallet') => send({ kind: 'command', name })
  const pressing = (payload: string) => send({ kind: 'press', payload })

  async function work(tasks: number): Promise<number> {
    if (isGone || world.elapsed() < awayUntil) return 0
    let view = await command(visits++ === 0 ? 'start' : 'task')
    let answered = 0
    for (let presses = 0; presses < MOST_PRESSES; presses++) {
      const move = nextMove(view)
      if (move.kind === 'rest') return rested(move, answered)
      if (move.kind === 'answer' && move.scene === 'task') {
        if (member.actor.isSilent) {
          isGone = true
          return answered
        }
        if (answered === tasks) {
          await stop(view)
          return answered
        }
        answered += 1
      }
      view = await act(move)
    }
    throw new Error(`bug: ${member.name} goes in circles at ${view.scene}`)
  }

  function rested(move: Extract<Move, { kind: 'rest' }>, answered: number): number {
    if (move.why === 'failed' || move.why === 'paused' || move.why === 'refused') {
      awayUntil = world.elapsed() + AWAY_SECONDS
    }
    return answered
  }

  async function stop(view: View): Promise<void> {
    for (let at = view, payload = stopping(at); payload !== undefined; payload = stopping(at))
      at = await pressing(payload)
  }

  function act(move: Exclude<Move, { kind: 'rest' }>): Promise<View> {
    switch (move.kind) {
      case 'press':
        world.pass(SCREEN_SECONDS)
        return pressing(move.payload)
      case 'answer': {
        const label = cards.labelOf(member, move.card, move.scene)
        const payload = move.offered.get(label)
        if (payload === undefined) throw new Error(`bug: ${label} is not offered`)
        // A test is read by everybody; at work each has their own pace, with some spread.
        const pace = move.scene === 'task' ? member.actor.pace : 1
        world.pass(Math.max(3, Math.round(cards.usualSeconds * pace * (0.6 + 0.8 * random()))))
        if (move.scene === 'task') cards.note({ member, card: move.card, label })
        return pressing(payload)
      }
      case 'judge':
        world.pass(JUDGE_SECONDS)
        return pressing(accepts(move) ? move.accept : move.reject)
      case 'write':
        world.pass(JUDGE_SECONDS)
        return send({ kind: 'form', payload: move.payload, text: 'The card bears another mark than this one.' })
    }
  }

  function accepts({ card, quoted }: Extract<Move, { kind: 'judge' }>): boolean {
    const { question, item } = cards.read(card)
    const label = quoted.map(word => cards.labelCalled(word)).find(found => found !== undefined)
    if (label === undefined) throw new Error(`bug: no answer stands under ${card}`)
    const known: KnownTruth = { truth: question.truth, why: null, rule: 1 }
    const given = { item, answer: { label }, known, rules: [1] }
    return judge(member.actor, given, drawsOf(seed, 'vote', member.name, question.key)).choice === 'accept'
  }

  async function review(): Promise<void> {
    if (isGone) return
    let view = await command('review')
    if (view.scene === 'invitation') view = await follow(view)
    for (const { roundId, payload } of roundsShown(view)) {
      if (sat.has(roundId)) continue
      sat.add(roundId)
      await judgeRound(await pressing(payload))
    }
  }

  /** From the card of a round to its last ballot; back at the card, nothing of it is left for this person. */
  async function judgeRound(card: View): Promise<void> {
    let view = await follow(card)
    for (let presses = 0; presses < MOST_PRESSES && view.scene !== 'round'; presses++) {
      const move = nextMove(view)
      if (move.kind === 'rest') return
      view = await act(move)
    }
  }

  function follow(view: View): Promise<View> | View {
    const move = nextMove(view)
    return move.kind === 'press' ? act(move) : view
  }

  /** The page's half by its use-cases, with a key that follows from the seed; the last word is said in the chat. */
  async function linkWallet(): Promise<void> {
    if (isGone) return
    const once = walletPage(await command('wallet'))
    if (once === undefined) return
    const wallet = privateKeyToAccount(keccak256(toHex(`${seed}:${member.name}`)))
    const { database, base } = place
    const asked = await runTurn(database, base, ctx => walletMessage(ctx, { once, address: wallet.address }))
    if (!asked.ok) throw new Error(`bug: no message to sign: ${asked.refusal.code}`)
    const signature = await wallet.signMessage({ message: asked.value.message })
    const link = await runTurn(database, base, ctx => readWalletLink(ctx, { once }))
    const message = link?.message ?? ''
    const isVerified = await verifyMessage({ address: wallet.address, message, signature })
    await runTurn(database, base, ctx => proveWallet(ctx, { once, address: wallet.address, signature, isVerified }))
    const confirm = nextMove(await command('wallet'))
    if (confirm.kind !== 'press') throw new Error('bug: a signed wallet is not asked about')
    await pressing(confirm.payload)
  }

  return {
    member,
    get contributorId() {
      return contributorId
    },
    work,
    review,
    hasSat: roundId => isGone || sat.has(roundId),
    linkWallet,
  }
}
