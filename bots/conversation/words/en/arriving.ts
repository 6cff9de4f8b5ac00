// S01 to S07: from the first hello to work.
export const welcome = {
  heading: 'Hello {name}, this is Perle.',
  headingInvited: '{requester} invites you to “{campaign}”.',
  what: "AI teams need people's judgement: which reply is better, is this step right, is this change safe. You answer short questions, other people check them, good answers are paid.",
  tryOne: 'Try one now. No answer is kept until you agree.',
  line: 'Welcome to Perle. Try a question first; no answer is kept until you agree.',
} as const

export const tryOut = {
  heading: 'Practice. Which reply helps more?',
  yes: 'Yes, {letter}.',
  weSay: 'We say {letter}.',
  thatIsTheWork: 'That is the work: read, judge, go on.',
  notCounted: 'This was practice; nothing is counted.',
  fine: 'Fine. Write /task when you like.',
  line: 'Practice. Which reply helps more?',
  lineAfter: 'That is the work: read, judge, go on.',
  phone: 'My phone fell into water. What now?',
  phoneA: 'Switch it off, dry it, and leave it off for a day.',
  phoneB: 'Put it on the charger to see if it still works.',
  phoneWhy: 'Charging a wet phone can ruin it.',
  pan: 'The oil in my pan is on fire. What do I do?',
  panA: 'Pour water over it, quickly, from as far away as you can.',
  panB: 'Turn off the heat and put a lid on the pan. Leave it closed until it is cold.',
  panWhy: 'Water on burning oil throws the fire into the room.',
  mail: 'A mail says that my bank account closes today unless I log in with its link. Should I?',
  mailA: 'Yes, but check that the page shows a lock before you type your password.',
  mailB: 'No. Open your bank the way you always do, and see there whether anything is wrong.',
  mailWhy: 'A false page can show a lock too; the safe way never goes through the link.',
  plant: 'The leaves of my house plant turn yellow, and its soil is wet every day. What is wrong?',
  plantA: 'Most likely too much water. Let the soil dry to a finger deep before you water again.',
  plantB: 'Plants are living things and need care. Many people enjoy them at home.',
  plantWhy: 'One reply names a likely cause and what to do; the other says nothing about this plant.',
} as const

export const howPay = {
  heading: 'How pay works',
  before: 'Before you start you see the price, the usual time, and what that makes an hour.',
  accepted:
    'An accepted answer earns its price, or a stated part of it; a strong record earns more. One that is not accepted earns nothing, says why, and you may ask for a second look.',
  payday: 'Payday: {day}. Paid in PRL. PRL has no public price, so we name no sum in money.',
  line: 'You see price, time and hourly rate first. Next payday: {day}.',
  prlHeading: 'PRL is the unit Perle pays in.',
  prl: 'It goes to a wallet that only you can open. You need one to be paid, not to begin. Its worth can change. You never pay Perle anything. It is not the coin of the same name elsewhere.',
  prlLine: 'PRL is the unit Perle pays in. You need a wallet to be paid, not to begin.',
} as const

export const language = {
  heading: 'Which language shall we speak?',
  body: 'You can change it under /settings. Tasks come in the languages you show you know.',
  line: 'Pick your language. You can change it later.',
} as const

export const age = {
  heading: 'Are you 18 or older?',
  body: 'This is paid work, so we have to ask.',
  line: 'Are you 18 or older? This is paid work, so we have to ask.',
  underageHeading: 'Thank you for saying so.',
  underage: 'Paid work here is for adults, so we stop. What this chat told us about you is removed.',
  underageLine: 'Paid work here is for adults, so we stop.',
} as const

export const agreement = {
  heading: '“{campaign}”: do you agree?',
  what: '**What**: your answers, and how long each took',
  for: '**For**: {requester}, to {purpose}',
  licence: '**Licence**: {licence}, kept until {until}',
  yourName: '**Your name** is never passed on; there you are a code',
  takeBack:
    'Take it back any time under /privacy. We then delete your answers and tell {requester}. What a model has already learned cannot be undone.',
  throughPlatform: 'You ask us to pass these answers from {platform} to {requester}.',
  agreed: 'Agreed on {date}. Your copy is under /privacy.',
  declined: 'Fine. Your other work is not touched.',
  line: '“{campaign}” needs your yes first. You can take it back.',
  fullHeading: 'The agreement for “{campaign}”',
} as const

export const skill = {
  heading: '{skill}: practice, then a test',
  terms_one:
    '{practice} practice questions show the answer and why. Then {count} without hints; {pass} right is needed. About {minutes} minutes.',
  terms_other:
    '{practice} practice questions show the answer and why. Then {count} without hints; {pass} right are needed. About {minutes} minutes.',
  stipend: 'An honest try pays {sum} once, passed or not.',
  opens_one: 'It opens {count} task at about {rate} an hour.',
  opens_other: 'It opens {count} tasks at about {rate} an hour.',
  line: '{skill}: practice first, then a short test.',
  practiceHead: 'Practice, {i} of {n}',
  right: 'Right.',
  answerIs: 'The answer is: {answer}',
  example: 'One good way to say it',
  facts: 'These must be kept:',
  guideRule: 'Guide, rule {rule}: {text}',
  practiceLine: 'Practice, {i} of {n}. Nothing is counted.',
  testHead: '**Test, {i} of {n}** · no hints, no hurry',
  testLine: 'Test, {i} of {n}. No hints, no hurry.',
  passedHeading: 'Passed, {right} of {n}.',
  passed: '{skill} is open to you.',
  passedPaid: '{skill} is open to you, and {sum} is yours.',
  notYetHeading: '{right} of {n}; {pass} are needed.',
  notYetPaid: '{sum} is yours all the same.',
  newQuestions: 'New questions from {date}.',
  doneLine: 'Test done: {right} of {n}.',
  doneLinePaid: 'Test done: {right} of {n}. {sum} is yours.',
  missedHeading: 'Rules you missed',
  missedNone: 'None: you kept to every rule.',
  missedLine: 'The rules behind the questions that went another way.',
  tooShort: '{n} characters; {min} to {max} are asked.',
} as const

export const work = {
  heading: 'Work for you now',
  offer: '**{campaign}** · {kindInWords}',
  pay: '{price} each, about {seconds} s, {rate} an hour ({basis})',
  measured_one: 'measured, {count} person',
  measured_other: 'measured, {count} people',
  estimate: 'our estimate',
  needsConsent: 'It asks for your agreement first.',
  needsTest: 'A short test comes first.',
  needsWait: 'New test questions from {date}.',
  needsPause: 'Paused; back from {date}.',
  needsWayBack: 'Paused; the way back is open.',
  line_one: '{count} campaign for you. Best paid now: “{campaign}”, {rate} an hour.',
  line_other: '{count} campaigns for you. Best paid now: “{campaign}”, {rate} an hour.',
  inHandHeading: 'You have one open.',
  inHandDraftHeading: 'You have one open, with your draft.',
  inHand: '“{campaign}”, yours until {until}.',
  inHandLine: 'You have one open: “{campaign}”.',
  hasOneOpen: 'You have one open, so it comes first.',
  givenBack: 'Given back, at no cost.',
  nothingHeading: 'Nothing for you right now.',
  nothing:
    'The open tasks are with other people. New work comes when a campaign opens. We never fill the time with made-up work.',
  nothingLine: 'Nothing right now. New work comes when a campaign opens.',
} as const
