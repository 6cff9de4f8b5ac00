// All scenes, by name: the compiler asks for one per state.
import type { State, StateOf } from '../state.ts'
import { age, underage } from './age.ts'
import { agreement, agreementText } from './agreement.ts'
import { answer } from './answer.ts'
import { appeal } from './appeal.ts'
import { askGuide } from './askGuide.ts'
import { desk } from './desk.ts'
import { forget, forgotten } from './forget.ts'
import { guide } from './guide.ts'
import { hardToSee } from './hardToSee.ts'
import { cases, help, settings, terms, topic } from './help.ts'
import { howPay } from './howPay.ts'
import { invitation } from './invitation.ts'
import { language } from './language.ts'
import { me } from './me.ts'
import { paused } from './paused.ts'
import { firstPay, pay } from './pay.ts'
import { practice } from './practice.ts'
import { agreements, myData, privacy, withdraw } from './privacy.ts'
import { proof } from './proof.ts'
import { refused } from './refused.ts'
import { reputation } from './reputation.ts'
import { results } from './results.ts'
import { reviews, round } from './reviews.ts'
import { room } from './room.ts'
import type { Scene } from './scene.ts'
import { myVotes, sealed } from './sealed.ts'
import { since } from './since.ts'
import { skill } from './skill.ts'
import { report, skip } from './skip.ts'
import { done, more, receipt, task } from './task.ts'
import { test } from './test.ts'
import { missedRules, testDone } from './testDone.ts'
import { tryOut } from './tryOut.ts'
import { vote } from './vote.ts'
import { noWallet, wallet } from './wallet.ts'
import { welcome } from './welcome.ts'
import { work } from './work.ts'

const scenes = {
  welcome,
  tryOut,
  howPay,
  language,
  age,
  underage,
  agreement,
  agreementText,
  skill,
  practice,
  test,
  testDone,
  missedRules,
  work,
  paused,
  task,
  more,
  skip,
  report,
  askGuide,
  guide,
  receipt,
  done,
  since,
  me,
  results,
  answer,
  appeal,
  reputation,
  wallet,
  noWallet,
  pay,
  firstPay,
  proof,
  invitation,
  reviews,
  room,
  round,
  vote,
  sealed,
  myVotes,
  desk,
  privacy,
  agreements,
  withdraw,
  myData,
  forget,
  forgotten,
  settings,
  hardToSee,
  help,
  topic,
  cases,
  terms,
  refused,
} satisfies { [S in State['scene']]: Scene<StateOf<S>> }

/** The scene of a state; each takes only its own states, which the record above makes sure of. */
export function sceneOf(name: State['scene']): Scene {
  return scenes[name] as unknown as Scene
}
