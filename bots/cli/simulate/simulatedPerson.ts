// One simulated person at the chat: events in, Views out, buttons pressed that are really there.
import { type KnownTruth, proveWallet, readWalletLink, runTurn, walletMessage } from '@perle/core'
import { keccak256, toHex, verifyMessage } from 'viem'
import { privateKeyToAccount } from 'viem/accounts'
import type { Action, CommandName, Event } from '../../conversation/event.ts'
import { receive, takeTurn } from '../../conversation/turn.ts'
import type { View } from '../../conversation/view.ts'
import { drawsOf } from '../crowd/draws.ts'
import { judge } from '../crowd/judging.ts'
import { AWAY_SECONDS } from './calendar.ts'
import type { Cards } from './dealCards.ts'
import type { Member } from './membersOf.ts'
import { type Move, nextMove, roundsShown, stopping, walletPage } from './nextMove.ts'
import type { World } from './openWorld.ts'

/** More presses than this in one sitting would be a circle of screens. */
const MOST_PRESSES = 400
/** What reading a screen and judging an answer takes. */
const SCREEN_SECONDS = 4
const JUDGE_SECONDS = 12

type Step = Exclude<Move, { kind: 'rest' }>
type AnswerStep = Extract<Move, { kind: 'answer' }>
type JudgeStep = Extract<Move, { kind: 'judge' }>

export class SimulatedPerson {
  readonly member: Member
  /** Empty before the first event. */
  contributorId = ''
  readonly #world: World
  readonly #cards: Cards
  readonly #seed: number
  readonly #random: () => number
  readonly #sat = new Set<string>()
  #events = 0
  #awayUntil = 0
  #isGone = false

  constructor(world: World, cards: Cards, member: Member, seed: number) {
    this.#world = world
    this.#cards = cards
    this.member = member
    this.#seed = seed
    this.#random = drawsOf(seed, 'person', member.name)
  }

  /** Works until so many tasks are answered or nothing is left; answers how many were. */
  async work(tasks: number): Promise<number> {
    if (this.#isGone || this.#world.elapsed() < this.#awayUntil) return 0
    let view = await this.#command(this.#events === 0 ? 'start' : 'task')
    let answered = 0
    for (let presses = 0; presses < MOST_PRESSES; presses++) {
      const move = nextMove(view)
      if (move.kind === 'rest') {
        if (move.why !== 'done') this.#awayUntil = this.#world.elapsed() + AWAY_SECONDS
        return answered
      }
      if (move.kind === 'answer' && move.scene === 'task') {
        this.#isGone = this.member.actor.isSilent ?? false
        if (this.#isGone) return answered
        if (answered === tasks) {
          await this.#stop(view)
          return answered
        }
        answered += 1
      }
      view = await this.#act(move)
    }
    throw new Error(`bug: ${this.member.name} goes in circles at ${view.scene}`)
  }

  /** Whether this person has been through a round, or will not come. */
  hasSat(roundId: string): boolean {
    return this.#isGone || this.#sat.has(roundId)
  }

  /** Judges everything in the rounds that this person was drawn for and has not been through. */
  async review(): Promise<void> {
    if (this.#isGone) return
    let view = await this.#command('review')
    if (view.scene === 'invitation') view = await this.#follow(view)
    for (const { roundId, payload } of roundsShown(view)) {
      if (this.#sat.has(roundId)) continue
      this.#sat.add(roundId)
      await this.#judgeRound(await this.#press(payload))
    }
  }

  /** The page's half by its use-cases, with a key that follows from the seed; the last word is said in the chat. */
  async linkWallet(): Promise<void> {
    if (this.#isGone) return
    const once = walletPage(await this.#command('wallet'))
    if (once === undefined) return
    const wallet = privateKeyToAccount(keccak256(toHex(`${this.#seed}:${this.member.name}`)))
    const { database, base } = this.#world.composition
    const { address } = wallet
    const asked = await runTurn(database, base, ctx => walletMessage(ctx, { once, address }))
    if (!asked.ok) throw new Error(`bug: no message to sign: ${asked.refusal.code}`)
    const signature = await wallet.signMessage({ message: asked.value.message })
    const link = await runTurn(database, base, ctx => readWalletLink(ctx, { once }))
    const isVerified = await verifyMessage({ address, message: link?.message ?? '', signature })
    const proved = await runTurn(database, base, ctx => proveWallet(ctx, { once, address, signature, isVerified }))
    if (!proved.ok) throw new Error(`bug: a signed wallet was refused: ${proved.refusal.code}`)
    const confirm = nextMove(await this.#command('wallet'))
    if (confirm.kind !== 'press') throw new Error('bug: a signed wallet is not asked about')
    await this.#press(confirm.payload)
  }

  async #send(action: Action): Promise<View> {
    this.#events += 1
    const { name } = this.member
    const identity = { platform: 'web', platformId: `simulated:${name}` } as const
    const event: Event = { eventKey: `simulated:${name}:${this.#events}`, identity, locale: 'en', action }
    const { database, base } = this.#world.composition
    await receive({ database, base }, event)
    const turn = await takeTurn({ database, base }, event)
    this.contributorId = turn.person.id
    return turn.view
  }

  #command(name: CommandName): Promise<View> {
    return this.#send({ kind: 'command', name })
  }

  #press(payload: string): Promise<View> {
    return this.#send({ kind: 'press', payload })
  }

  /** From the card of a round to its last ballot; back at the card, nothing of it is left for this person. */
  async #judgeRound(card: View): Promise<void> {
    let view = await this.#follow(card)
    for (let presses = 0; presses < MOST_PRESSES && view.scene !== 'round'; presses++) {
      const move = nextMove(view)
      if (move.kind === 'rest') return
      view = await this.#act(move)
    }
  }

  async #follow(view: View): Promise<View> {
    const move = nextMove(view)
    return move.kind === 'press' ? this.#act(move) : view
  }

  async #stop(view: View): Promise<void> {
    let at = view
    for (let payload = stopping(at); payload !== undefined; payload = stopping(at)) at = await this.#press(payload)
  }

  #act(move: Step): Promise<View> {
    switch (move.kind) {
      case 'press':
        this.#world.pass(SCREEN_SECONDS)
        return this.#press(move.payload)
      case 'answer':
        return this.#answer(move)
      case 'judge':
        this.#world.pass(JUDGE_SECONDS)
        return this.#press(this.#accepts(move) ? move.accept : move.reject)
      case 'write':
        this.#world.pass(JUDGE_SECONDS)
        return this.#send({ kind: 'form', payload: move.payload, text: 'The card bears another mark than this one.' })
    }
  }

  #answer({ card, scene, offered }: AnswerStep): Promise<View> {
    const { member } = this
    const label = this.#cards.labelOf(member, card, scene)
    const payload = offered.get(label)
    if (payload === undefined) throw new Error(`bug: ${label} is not offered`)
    // A test is read by everybody; at work each has their own pace, with some spread.
    const pace = scene === 'task' ? member.actor.pace : 1
    this.#world.pass(Math.max(3, Math.round(this.#cards.usualSeconds * pace * (0.6 + 0.8 * this.#random()))))
    if (scene === 'task') this.#cards.note({ member, card, label })
    return this.#press(payload)
  }

  #accepts({ card, quoted }: JudgeStep): boolean {
    const { question, item } = this.#cards.read(card)
    const label = quoted.map(word => this.#cards.labelCalled(word)).find(found => found !== undefined)
    if (label === undefined) throw new Error(`bug: no answer stands under ${card}`)
    const known: KnownTruth = { truth: question.truth, why: null, rule: 1 }
    const given = { item, answer: { label }, known, rules: [1] }
    const random = drawsOf(this.#seed, 'vote', this.member.name, question.key)
    return judge(this.member.actor, given, random).choice === 'accept'
  }
}
