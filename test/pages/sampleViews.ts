// Views as the server would send them: fixtures of the HTTP that the pages speak, taken from the script's scenes.
import type { View } from '../../bots/conversation/view.ts'
import { twinOf } from '../../bots/pictures/twin.ts'
import { card } from '../pictures/samplePictures.ts'

function view(scene: string, change: Partial<View>): View {
  return { scene, audience: 'private', before: [], heading: scene, line: scene, blocks: [], rows: [], ...change }
}

const frameRow: View['rows'][number] = [
  { kind: 'press', label: 'Guide', payload: '1|task|guide' },
  { kind: 'press', label: 'Skip', payload: '1|task|skip', key: 's' },
  { kind: 'press', label: 'More', payload: '1|task|more' },
]

export const welcome = view('welcome', {
  heading: 'Hello Quiet Heron, this is Perle.',
  line: 'Welcome to Perle. Try a question first; no answer is kept until you agree.',
  blocks: [
    {
      type: 'text',
      spans: [
        'AI teams need people’s judgement: which reply is better, is this step right, is this change safe. You answer short questions, other people check them, good answers are paid.',
      ],
    },
    { type: 'text', spans: ['Try one now. ', { bold: 'No answer is kept until you agree.' }] },
  ],
  rows: [
    [{ kind: 'press', label: 'Try a question', payload: '1|welcome|try', primary: true }],
    [
      { kind: 'press', label: 'How pay works', payload: '1|welcome|pay' },
      { kind: 'press', label: 'Privacy', payload: '1|welcome|privacy' },
    ],
  ],
})

export const pairwise = view('pairwise', {
  before: [
    { type: 'mark', mark: 'saved', spans: [{ bold: 'Saved.' }, ' 2 PRL if accepted. 3 today, 6 PRL being checked.'] },
  ],
  heading: 'Which reply helps this person more?',
  line: 'Which is better: A, B, equal, or both bad?',
  blocks: [
    { type: 'content', text: 'My phone fell into water. What now?' },
    { type: 'option', label: 'A', text: 'Switch it off, dry it, and leave it off for a day.' },
    { type: 'option', label: 'B', text: 'Put it on the charger to see if it still works.' },
    { type: 'foot', text: 'The more useful reply · 2 PRL · about 35 s' },
  ],
  rows: [
    [
      { kind: 'press', label: 'A is better', payload: '1|pairwise|answer|a' },
      { kind: 'press', label: 'B is better', payload: '1|pairwise|answer|b' },
    ],
    [
      { kind: 'press', label: 'Equally good', payload: '1|pairwise|answer|tie' },
      { kind: 'press', label: 'Both bad', payload: '1|pairwise|answer|bad' },
      { kind: 'press', label: 'Cannot judge', payload: '1|pairwise|answer|none' },
    ],
    [...frameRow, { kind: 'press', label: 'Undo', payload: '1|task|undo', key: 'Backspace' }],
  ],
})

export const write = view('write', {
  heading: 'Say this so that anyone understands it.',
  line: 'Write 40 to 200 characters. Your draft is kept.',
  blocks: [
    {
      type: 'content',
      text: '“The tenancy shall determine automatically upon expiry of the term,\nunless a notice to the contrary is served.”',
    },
    { type: 'text', spans: ['40 to 200 characters, in your own words. Keep every fact.'] },
    { type: 'foot', text: 'Make it plain · 9 PRL · about 2 min' },
  ],
  rows: [frameRow],
  form: {
    payload: '1|write|text|x',
    title: 'Your text',
    label: 'In your own words',
    placeholder: 'Keep every fact',
    open: 'Write',
    min: 40,
    max: 200,
  },
})

export const myPage = view('me', {
  heading: 'Quiet Heron',
  line: '41 accepted, 3 being checked. Next payday Friday: 12.5 PRL.',
  blocks: [
    { type: 'text', spans: ['Today 3, this week 17'] },
    { type: 'mark', mark: 'recorded', spans: ['accepted 41'] },
    { type: 'mark', mark: 'checking', spans: ['being checked 3'] },
    { type: 'mark', mark: 'saved', spans: ['saved 1'] },
    {
      type: 'list',
      ordered: true,
      items: [['The more useful reply: ', { bold: 'Trusted' }], ['Find the first mistake: Steady']],
    },
  ],
  rows: [
    [{ kind: 'press', label: 'Next task', payload: '1|me|task', primary: true }],
    [
      { kind: 'link', label: 'Proof of the last one', href: '/c/7GQ4M2ZK9R' },
      { kind: 'press', label: 'Close', payload: '1|me|close' },
    ],
  ],
})

export const reputation = view('reputation', {
  heading: 'Reasoning: Trusted',
  line: 'Reasoning: Trusted, 87 of 100.',
  blocks: [{ type: 'picture', ask: card, alt: twinOf(card), src: `/pictures/${'a'.repeat(64)}.png` }],
  rows: [[{ kind: 'press', label: 'Why this number', payload: '1|reputation|why', primary: true }]],
})

export const arabic = view('arabic', {
  heading: 'أي رد يساعد هذا الشخص أكثر؟',
  line: 'أيهما أفضل: أ أم ب؟',
  before: [{ type: 'mark', mark: 'checking', spans: [{ bold: 'قيد المراجعة.' }, ' تم إجراء ٢ من ٣ مراجعات.'] }],
  blocks: [
    { type: 'content', text: 'سقط هاتفي في الماء. ماذا أفعل الآن؟' },
    { type: 'option', label: 'أ', text: 'أطفئه وجففه واتركه مغلقًا ليوم كامل.' },
    { type: 'option', label: 'ب', text: 'Put it on the charger to see if it still works.' },
    { type: 'list', ordered: true, items: [['القاعدة الأولى'], ['القاعدة الثانية']] },
    { type: 'foot', text: 'الرد الأكثر فائدة · ٢ PRL · حوالي ٣٥ ثانية' },
  ],
  rows: [
    [
      { kind: 'press', label: 'أ أفضل', payload: '1|pairwise|answer|a' },
      { kind: 'press', label: 'ب أفضل', payload: '1|pairwise|answer|b' },
    ],
    [{ kind: 'press', label: 'تخطي', payload: '1|task|skip', key: 's' }],
  ],
})

const LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

export const longWords = view('longWords', {
  heading: `${LONG} ${LONG}`,
  line: 'Long words',
  before: [{ type: 'mark', mark: 'saved', spans: [LONG] }],
  blocks: [
    { type: 'text', spans: [LONG, { bold: LONG }] },
    { type: 'content', text: `0x${'ab'.repeat(64)}\n${LONG}` },
    { type: 'option', label: LONG, text: LONG.repeat(3) },
    { type: 'list', ordered: true, items: [[LONG], [`https://example.org/${LONG}`]] },
    { type: 'foot', text: LONG },
  ],
  rows: [
    [
      { kind: 'press', label: LONG.slice(0, 34), payload: '1|x|a' },
      { kind: 'press', label: LONG.slice(0, 34), payload: '1|x|b', primary: true },
    ],
    [{ kind: 'link', label: LONG.slice(0, 34), href: '/status' }],
  ],
  form: { payload: '1|x|f', title: LONG, label: LONG, placeholder: LONG, open: 'Write', min: 1, max: 600 },
})

export const forgotten = view('forgotten', {
  heading: 'Deleted.',
  line: 'Deleted. Receipt E0J7RG3PY2.',
  blocks: [{ type: 'text', spans: ['Receipt E0J7RG3PY2. Come back any time, as a new person. Thank you.'] }],
  rows: [[{ kind: 'press', label: 'Start anew', payload: '1|forgotten|start' }]],
})
