// S44: paused, why, and the way back.
export const paused = {
  heading: 'Your {skill} work is paused.',
  line: '{skill} is paused until {date}. Your pay stays yours.',
  lineOpen: '{skill} is paused; the way back is open. Your pay stays yours.',
  why_one: '{missed} of your last {count} check question did not match.',
  why_other: '{missed} of your last {count} check questions did not match.',
  shown_one: 'You can see {count} of them, with the reason.',
  shown_other: 'You can see {count} of them, with the reason.',
  back: 'Earned pay stays yours. Back from {date}: read the guide, then get {pass} of {count} test questions right. After that your work is paid as before.',
  backNow:
    'Earned pay stays yours. The way back is open: read the guide, then get {pass} of {count} test questions right. After that your work is paid as before.',
  guideFirst: 'The guide comes first. The test opens on {date}.',
  disputed: '**Case {code}.** A person looks at this pause and answers here and under /help. It costs nothing.',
  shownHeading: 'Check question {i} of {n}',
  shownLine: 'Check question {i} of {n}: your answer, the right one, and why.',
  right: 'The right answer',
} as const
