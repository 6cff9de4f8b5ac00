// S08 to S21: the task, its frame, and what is said once it is sent.
export const task = {
  foot: '{campaign} · {price} · about {seconds} s',
  yoursUntil: 'Yours until {until}.',
  moreTimeGiven: 'Yours until {until} now.',
  chosen: 'You chose: {answer}. Choose again, or the same.',
  moreHeading: 'What would you like?',
  moreLine: 'Undo, ask, report, or stop for now.',
  cannotUndo: 'Undo works until the next answer is sent.',
  undone: 'Taken back. It is open again below.',
} as const

export const kinds = {
  choiceTyped: 'Or type a part of the answer to find it.',
  pairwiseLine: 'Which is better: A, B, equal, or both bad?',
  rankingHeading: 'Tap the best, then the best of the rest.',
  rankingSoFar: 'So far: {order}',
  rankingNothing: 'So far: nothing yet',
  rankingShares: 'Your next tap shares place {place}.',
  rankingOrder: '**Your order: {order}.**',
  rankingAllBad: '**Your answer: all are bad.**',
  rankingLine_one: 'So far: {order}. {count} left.',
  rankingLine_other: 'So far: {order}. {count} left.',
  rankingLineNone: 'Tap the best, then the best of the rest.',
  rankingLineDone: 'Your order: {order}. Send it when it fits.',
  place: '{place} {letters}',
  sequence: '{first}, then {rest}',
  textAsked: '{min} to {max} characters, in your own words.',
  textYours_one: '**Your text, {count} character**:',
  textYours_other: '**Your text, {count} characters**:',
  textWrongLength_one: '{count} character; {min} to {max} are asked. Your text is kept.',
  textWrongLength_other: '{count} characters; {min} to {max} are asked. Your text is kept.',
  textLine: 'Write {min} to {max} characters. Your draft is kept.',
  source: 'The text',
} as const

export const forms = {
  textTitle: 'Your text',
  textLabel: 'In your own words',
  textPlaceholder: 'Keep every fact',
  askTitle: 'Ask about the guide',
  askLabel: 'What is unclear?',
  askPlaceholder: 'Without the answer you would give',
  appealTitle: 'Note for the second look',
  appealLabel: 'What did we miss?',
  appealPlaceholder: 'The people who look again read this',
  voteTitle: 'Why not?',
  voteLabel: 'Note for the author',
  votePlaceholder: 'As you would like to read it',
  caseTitle: 'To a person',
  caseLabel: 'What happened?',
  casePlaceholder: 'In your own words',
} as const

export const reading = {
  part: '**Part {i} of {n}**',
  partFirst_one: '**Part {i} of {n}**, about {count} minute in all',
  partFirst_other: '**Part {i} of {n}**, about {count} minutes in all',
  allOfIt: 'That was all of it.',
  read: 'Read: {list}.',
  yes: '{label} yes',
  notYet: '{label} not yet',
  line: 'Part {i} of {n}. The answer buttons come at the end.',
  lineSeveral: 'Read each text; the answer buttons come then.',
  end: 'That was all of it.',
} as const

export const skip = {
  heading: 'Skip this one?',
  body: 'It costs you nothing. Why, if you like:',
  skipped: 'Skipped. Nothing is counted against you.',
  line: 'Skip this one? It costs you nothing.',
  reportHeading: 'What is the matter?',
  reportLine: 'What is the matter with this one?',
  reported_one:
    '**Thank you.** It is gone from your list, and held for everyone until a person has looked, within {count} hour.',
  reported_other:
    '**Thank you.** It is gone from your list, and held for everyone until a person has looked, within {count} hours.',
  harmful: 'Some work is hard to look at; a break costs nothing.',
} as const

export const ask = {
  heading: 'What is unclear?',
  body: 'One question, without the answer you would give. {requester} reads it.',
  sent: '**Sent.** {requester} can read it, without your name. This task goes back unanswered, at no cost.',
  line: 'Ask one question about the guide.',
} as const

export const guide = {
  heading: 'Guide: {campaign}',
  version: 'Version {version}. Answers keep the guide they were given under.',
  rule: '**{rule}** {text}',
  line: 'The guide of “{campaign}”, {n} rules.',
} as const

export const receipt = {
  saved_one: '**Saved.** {price} if accepted. {count} today, {sum} being checked.',
  saved_other: '**Saved.** {price} if accepted. {count} today, {sum} being checked.',
  first: '**Your first answer is saved.** People check it next. The result waits for you under /me.',
  allSentHeading: 'That was all of it for now.',
  allSent: 'There is no more for you in this campaign at the moment. Other work may be open.',
  line: 'Saved. It is being checked.',
  doneHeading: 'Done for today.',
  done_one: '{count} answer today, {sum} being checked.',
  done_other: '{count} answers today, {sum} being checked.',
  doneLine_one: 'Done for today. {count} answer, {sum} being checked.',
  doneLine_other: 'Done for today. {count} answers, {sum} being checked.',
} as const
