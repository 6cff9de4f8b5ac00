// English, the catalogue that types all others. Sentences are whole; plurals go by rule (`_one`, `_other`, chosen by `count`);
// `**` is bold; `{x}` is filled in, and what is filled in can never become markup (fill.ts).
import { ask, forms, guide, hard, kinds, media, reading, receipt, skip, task } from './en/answering.ts'
import { age, agreement, howPay, language, skill, tryOut, welcome, work } from './en/arriving.ts'
import { buttons } from './en/buttons.ts'
import { command } from './en/commands.ts'
import { paused } from './en/paused.ts'
import { answer, appeal, level, me, pay, proof, reputation, results, side, since, wallet } from './en/results.ts'
import { desk, help, invitation, privacy, review, room, settings, terms } from './en/rooms.ts'
import { notice, refusal, trouble } from './en/trouble.ts'

export const en = {
  button: buttons,
  command,
  welcome,
  tryOut,
  howPay,
  language,
  age,
  agreement,
  skill,
  work,
  paused,
  task,
  kinds,
  form: forms,
  media,
  hard,
  reading,
  skip,
  ask,
  guide,
  receipt,
  since,
  me,
  results,
  side,
  answer,
  appeal,
  reputation,
  level,
  wallet,
  pay,
  proof,
  invitation,
  review,
  room,
  desk,
  privacy,
  settings,
  help,
  terms,
  refusal,
  trouble,
  notice,
} as const
