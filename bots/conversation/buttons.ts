// Button payloads: `1|scene|verb|id22|arg`, at most 64 bytes (Telegram's limit; Discord takes 100). A payload says what was
// pressed and never that it may be: the right to press is checked in the database when the press arrives.

const VERSION = '1'
export const PAYLOAD_BYTES = 64

/** Two letters per scene; a code is never given to another scene, since old messages keep their buttons. */
export const SCENE_CODES = {
  welcome: 'wl',
  tryOut: 'to',
  howPay: 'hp',
  language: 'la',
  age: 'ag',
  underage: 'ua',
  agreement: 'ac',
  agreementText: 'at',
  skill: 'sk',
  practice: 'pr',
  test: 'te',
  testDone: 'td',
  missedRules: 'mr',
  work: 'wk',
  paused: 'pd',
  task: 'tk',
  more: 'mo',
  skip: 'sp',
  report: 'rp',
  askGuide: 'aq',
  guide: 'gu',
  receipt: 'rc',
  done: 'dn',
  since: 'si',
  me: 'me',
  results: 'rs',
  answer: 'aw',
  appeal: 'ap',
  reputation: 'rn',
  wallet: 'wa',
  noWallet: 'nw',
  pay: 'py',
  firstPay: 'fp',
  proof: 'pf',
  invitation: 'iv',
  reviews: 'rv',
  round: 'ro',
  vote: 'vo',
  sealed: 'sl',
  myVotes: 'mv',
  desk: 'ds',
  privacy: 'pv',
  agreements: 'as',
  withdraw: 'wd',
  myData: 'md',
  forget: 'fg',
  forgotten: 'fd',
  settings: 'st',
  hardToSee: 'hs',
  help: 'he',
  topic: 'tp',
  cases: 'cs',
  terms: 'tm',
  refused: 'rf',
  room: 'rm',
} as const
export type SceneName = keyof typeof SCENE_CODES

/** Two letters per verb, shared by all scenes. */
export const VERB_CODES = {
  /** Go to the scene. */
  go: 'go',
  /** Answer at once. */
  answer: 'an',
  /** One step of an answer that takes several. */
  step: 'dr',
  /** Turn a page of answers. */
  list: 'li',
  /** Open the form, or send it. */
  write: 'wr',
  /** Send what is drafted. */
  send: 'sd',
  /** Throw the draft away. */
  clear: 'cl',
  /** Read a part of long content. */
  read: 're',
  yes: 'ye',
  no: 'no',
  next: 'nx',
  back: 'bk',
  start: 'sa',
  take: 'ta',
  undo: 'un',
  stop: 'so',
  more: 'mr',
  guide: 'gu',
  extend: 'ex',
  choose: 'ch',
  rule: 'ru',
  recuse: 'rc',
  page: 'pg',
  why: 'wy',
  pause: 'pa',
  /** Uncover what is hard to see. */
  show: 'sh',
  /** Get all of it as a file. */
  file: 'fi',
} as const
export type Verb = keyof typeof VERB_CODES

export type Press = { scene: SceneName; verb: Verb; id?: string; arg: string }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const SHORT = /^[A-Za-z0-9_-]{22}$/
const ARG = /^[A-Za-z0-9_.-]*$/

function byCode<T extends string>(codes: Record<T, string>): Map<string, T> {
  return new Map((Object.entries(codes) as [T, string][]).map(([name, code]) => [code, name]))
}
const SCENES = byCode<SceneName>(SCENE_CODES)
const VERBS = byCode<Verb>(VERB_CODES)

function shorten(id: string): string {
  if (!UUID.test(id)) throw new Error('bug: a button names something that has no uuid')
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
}

function lengthen(short: string): string {
  const hex = Buffer.from(short, 'base64url').toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/** Packs a press. What does not fit is a bug of ours, so it throws. */
export function pack(scene: SceneName, verb: Verb, id?: string, arg: string | number = ''): string {
  const text = String(arg)
  if (!ARG.test(text)) throw new Error(`bug: a button's argument has other characters than it may: ${scene} ${verb}`)
  const payload = [VERSION, SCENE_CODES[scene], VERB_CODES[verb], id === undefined ? '' : shorten(id), text].join('|')
  if (payload.length > PAYLOAD_BYTES) throw new Error(`bug: a button's payload is too long: ${scene} ${verb}`)
  return payload
}

/** Reads a payload. Undefined for one that is of another version, cut or made up: a stale button, not a fault. */
export function unpack(payload: string): Press | undefined {
  if (payload.length > PAYLOAD_BYTES) return undefined
  const [version, sceneCode, verbCode, short, arg, ...rest] = payload.split('|')
  const scene = SCENES.get(sceneCode ?? '')
  const verb = VERBS.get(verbCode ?? '')
  if (version !== VERSION || scene === undefined || verb === undefined || rest.length > 0) return undefined
  if (arg === undefined || !ARG.test(arg) || short === undefined) return undefined
  if (short === '') return { scene, verb, arg }
  return SHORT.test(short) ? { scene, verb, id: lengthen(short), arg } : undefined
}

/** Whether this press opens a form: known from the payload alone, since Discord wants the form before anything is read. */
export function opensForm(payload: string): boolean {
  return unpack(payload)?.verb === 'write'
}
