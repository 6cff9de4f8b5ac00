// Every expected no, with its sentence and its ways on. The compiler asks for a new code here, and for its words.
import type { Only, Refusal, RefusalCode } from '@perle/core'
import { type Said, said, type Words } from './words/index.ts'

/** Where a refusal may lead; each is a button that works. */
export const WAYS = ['next', 'mine', 'work', 'results', 'wallet', 'reviews', 'help', 'desk', 'pay'] as const
export type Way = (typeof WAYS)[number]

type Told = {
  sentence: Said
  /** The first is the primary. */
  ways: Way[]
  /** Said on top of where the person is, because nothing there has changed. */
  isHere?: boolean
}

type Telling = { [C in RefusalCode]: (w: Words, refusal: Only<C>, now: Date) => Told }

const refusals = {
  'assignment.expired': () => ({ sentence: said('refusal.assignment.expired'), ways: ['next'] }),
  'assignment.not_yours': () => ({ sentence: said('refusal.assignment.not_yours'), ways: ['mine'] }),
  'assignment.closed': () => ({ sentence: said('refusal.assignment.closed'), ways: ['next'] }),
  'answer.malformed': () => ({ sentence: said('refusal.answer.malformed'), ways: ['work'], isHere: true }),
  'answer.length': (w, { length, min, max }) => ({
    sentence: said('refusal.answer.length', { count: length, min: w.number(min), max: w.number(max) }),
    ways: ['work'],
    isHere: true,
  }),
  'answer.too_quick': (_w, { seconds }) => ({
    sentence: said('refusal.answer.too_quick', { seconds }),
    ways: ['work'],
    isHere: true,
  }),
  'answer.not_undoable': () => ({ sentence: said('refusal.answer.not_undoable'), ways: ['work'], isHere: true }),
  'text.too_long': (_w, { length, max }) => ({
    sentence: said('refusal.text.too_long', { length, max }),
    ways: ['help'],
    isHere: true,
  }),
  'campaign.unknown': () => ({ sentence: said('refusal.campaign.unknown'), ways: ['work'] }),
  'campaign.not_open': (_w, { title }) => ({
    sentence: said('refusal.campaign.not_open', { campaign: title }),
    ways: ['work'],
  }),
  'campaign.unfunded': (w, { missing }) => ({
    sentence: said('refusal.campaign.unfunded', { sum: w.sum(missing) }),
    ways: ['desk'],
  }),
  'campaign.exists': () => ({ sentence: said('refusal.campaign.exists'), ways: ['desk'] }),
  'consent.missing': (_w, { title }) => ({
    sentence: said('refusal.consent.missing', { campaign: title }),
    ways: ['work'],
  }),
  'consent.withdrawn': (_w, { title }) => ({
    sentence: said('refusal.consent.withdrawn', { campaign: title }),
    ways: ['work'],
  }),
  'qualification.missing': (_w, { skill }) => ({
    sentence: said('refusal.qualification.missing', { skill }),
    ways: ['work'],
  }),
  'qualification.wait': (w, { skill, until }) => ({
    sentence: said('refusal.qualification.wait', { skill, date: w.day(until) }),
    ways: ['work'],
  }),
  'skill.paused': (w, { skill, until }) => ({
    sentence: said('refusal.skill.paused', { skill, date: w.day(until) }),
    ways: ['work', 'help'],
  }),
  'work.hard_to_see': (_w, { title, what }) => ({
    sentence: said('refusal.work.hard_to_see', { campaign: title, what }),
    ways: ['work'],
  }),
  'work.none': () => ({ sentence: said('refusal.work.none'), ways: ['work', 'results'] }),
  'contributor.underage': () => ({ sentence: said('refusal.contributor.underage'), ways: ['help'] }),
  'contributor.excluded': () => ({ sentence: said('refusal.contributor.excluded'), ways: ['help', 'results', 'pay'] }),
  'import.bad_row': (w, { row, field, expected }) => ({
    sentence: said('refusal.import.bad_row', { row: w.number(row), field, expected }),
    ways: ['desk'],
  }),
  'guide.question_unknown': () => ({ sentence: said('refusal.guide.question_unknown'), ways: ['desk'] }),
  'guide.rule_unfit': (_w, { expected }) => ({
    sentence: said('refusal.guide.rule_unfit', { expected }),
    ways: ['desk'],
  }),
  'import.bad_file': (_w, { expected }) => ({
    sentence: said('refusal.import.bad_file', { expected }),
    ways: ['desk'],
  }),
  'round.closed': (w, { closedAt }, now) => ({
    sentence: said('refusal.round.closed', { time: w.moment(closedAt, now) }),
    ways: ['reviews'],
  }),
  'round.not_drawn': () => ({ sentence: said('refusal.round.not_drawn'), ways: ['reviews'] }),
  'room.not_moderator': () => ({ sentence: said('refusal.room.not_moderator'), ways: ['work'] }),
  'vote.own_work': () => ({ sentence: said('refusal.vote.own_work'), ways: ['reviews'] }),
  'vote.reason_missing': () => ({ sentence: said('refusal.vote.reason_missing'), ways: ['reviews'], isHere: true }),
  'vote.conflict': () => ({ sentence: said('refusal.vote.conflict'), ways: ['reviews'] }),
  'ballot.full': () => ({ sentence: said('refusal.ballot.full'), ways: ['reviews'] }),
  'appeal.not_rejected': () => ({ sentence: said('refusal.appeal.not_rejected'), ways: ['results'] }),
  'appeal.exists': () => ({ sentence: said('refusal.appeal.exists'), ways: ['results'] }),
  'appeal.window_over': (w, { endedAt }) => ({
    sentence: said('refusal.appeal.window_over', { date: w.day(endedAt) }),
    ways: ['results', 'help'],
  }),
  'appeal.bond_missing': (w, { bond }) => ({
    sentence: said('refusal.appeal.bond_missing', { sum: w.sum(bond) }),
    ways: ['results', 'help'],
  }),
  'submission.unknown': () => ({ sentence: said('refusal.submission.unknown'), ways: ['results'] }),
  'wallet.bad_address': () => ({ sentence: said('refusal.wallet.bad_address'), ways: ['wallet'] }),
  'wallet.bad_signature': () => ({ sentence: said('refusal.wallet.bad_signature'), ways: ['wallet'] }),
  'wallet.link_closed': () => ({ sentence: said('refusal.wallet.link_closed'), ways: ['wallet'] }),
  'wallet.taken': () => ({ sentence: said('refusal.wallet.taken'), ways: ['wallet', 'help'] }),
  'wallet.none': () => ({ sentence: said('refusal.wallet.none'), ways: ['wallet'] }),
  'epoch.previous_unsettled': () => ({ sentence: said('refusal.epoch.previous_unsettled'), ways: ['pay'] }),
  'epoch.breaker': (_w, { title }) => ({
    sentence: said('refusal.epoch.breaker', { campaign: title }),
    ways: ['pay', 'help'],
  }),
  'mode.local_only': () => ({ sentence: said('refusal.mode.local_only'), ways: ['work'] }),
} satisfies Telling

/** The codes that have words: all of them, says the compiler. */
export const REFUSAL_CODES = Object.keys(refusals) as RefusalCode[]

export function tellRefusal(w: Words, refusal: Refusal, now: Date): Told {
  const tell = refusals[refusal.code] as (w: Words, refusal: Refusal, now: Date) => Told
  return tell(w, refusal, now)
}
