// View -> what Telegram shows. Pure, and exhaustive over the blocks of a View: one that is new does not compile until it has a place here.
import type { InlineKeyboardButton } from '@grammyjs/types'
import { diffText } from '../conversation/diffText.ts'
import { partsOf } from '../conversation/reading.ts'
import type { Block, Button, Form, View } from '../conversation/view.ts'
import type { PictureAsk } from '../pictures/ask.ts'
import { linkOfPress } from './links.ts'
import { calm, isVisible, joined, messagesOf, type Piece, spoken, styled, TEXT } from './writing.ts'

/** What goes before the screen itself, each as a message of its own. */
export type Extra =
  /** `isTold`: its words stand in the screen already, so it comes with its name alone. */
  | { kind: 'picture'; ask: PictureAsk; alt: string }
  | MediaExtra
  | { kind: 'page'; page: Piece }
  /** More than a few pages: one message of its own sort where the server has it, else a file. */
  | { kind: 'long'; pieces: Piece[] }

type MediaBlock = Extract<Block, { type: 'media' }>
export type MediaExtra = {
  kind: 'media'
  media: MediaBlock['media']
  as: MediaBlock['class']
  name: string
  isBlurred: boolean
}

export type Screen = {
  extras: Extra[]
  text: Piece
  keyboard: InlineKeyboardButton[][]
  /** Shown with a forced reply when the form was asked for. */
  prompt: { text: Piece; placeholder: string } | undefined
}

export type RenderPlace = {
  username: string
  /** Without a trailing slash. */
  publicUrl: string
  /** Path of a page with all of a text, for the person whom the View is for; without it such buttons are left out. */
  readAt?: (payload: string) => string
}

/** So many messages for one View are still a talk; more are sent as one long one. */
const PAGES = 4
const MARKS = { saved: '○', checking: '◐', recorded: '●' }

export function renderView(view: View, place: RenderPlace): Screen {
  const pictures: Extra[] = []
  const said = (block: Block) => {
    if (block.type === 'picture') pictures.push({ kind: 'picture', ask: block.ask, alt: block.alt })
    if (block.type === 'media') pictures.push(mediaExtra(block))
    return piecesOf(block)
  }
  const head = [...view.before.flatMap(said), ...styled(view.heading, 'bold')]
  const body = view.blocks.flatMap(said)
  const links = hiddenLinks(view, place)
  const messages = messagesOf([...head, ...body, ...links], partsOf)
  const keyboard = keyboardOf(view, place)
  const prompt = view.form === undefined ? undefined : promptOf(view.form, place)
  const last = messages.at(-1) ?? { text: calm(view.line) || '·', entities: [] }
  if (messages.length <= PAGES) {
    const pages = messages.slice(0, -1).map((page): Extra => ({ kind: 'page', page }))
    return { extras: [...pictures, ...pages], text: last, keyboard, prompt }
  }
  const [short = last] = messagesOf([...styled(view.heading.slice(0, TEXT / 2), 'bold'), ...links], partsOf)
  return { extras: [...pictures, { kind: 'long', pieces: [...head, ...body] }], text: short, keyboard, prompt }
}

function piecesOf(block: Block): Piece[] {
  switch (block.type) {
    case 'text':
      return [spoken(block.spans)].filter(piece => piece.text.trim() !== '')
    case 'mark':
      return [spoken(block.spans, `${MARKS[block.mark]} `)]
    case 'content':
      return styled(block.text, 'blockquote')
    case 'option': {
      const text = styled(block.text, 'blockquote')
      return text.length === 0 ? styled(block.label, 'bold') : under(block.label, text[0] as Piece)
    }
    case 'diff':
      return styled(diffText(block), 'pre')
    case 'list':
      return [
        joined(
          block.items.map((item, index) => spoken(item, block.ordered ? `${index + 1}. ` : '• ')),
          '\n',
        ),
      ].filter(piece => piece.text !== '')
    case 'picture':
      // It is a message of its own, and its words are under it there.
      return []
    case 'media':
      // The file is a message of its own; what it is and says stands in the screen for whoever does not get it.
      return [
        ...styled(block.alt === '' ? block.label : `${block.label}: ${block.alt}`),
        ...(block.transcript === undefined ? [] : styled(block.transcript, 'blockquote')),
      ]
    case 'foot':
      return styled(block.text, 'italic')
    default:
      throw new Error(`bug: Telegram has no place for ${JSON.stringify(block satisfies never)}`)
  }
}

function mediaExtra({ media, class: as, name, isBlurred }: MediaBlock): MediaExtra {
  return { kind: 'media', media, as, name, isBlurred: isBlurred === true }
}

function under(label: string, piece: Piece): Piece[] {
  const [head] = styled(label, 'bold')
  return head === undefined ? [piece] : [joined([head, piece], '\n')]
}

const WRITE_ROWS = 1

function keyboardOf(view: View, place: RenderPlace): InlineKeyboardButton[][] {
  const rows = [...openRow(view), ...view.rows]
  return rows
    .map(row => row.flatMap(button => buttonOf(button, view, place)))
    .filter(row => row.length > 0)
    .slice(0, 6 + WRITE_ROWS)
}

/** The way into the form, where no button of the screen is it. */
function openRow({ form, rows }: View): Button[][] {
  if (form === undefined) return []
  const isThere = rows.flat().some(one => one.kind === 'press' && one.payload === form.payload)
  const isFirst = !rows.flat().some(one => one.primary)
  const look = isFirst ? { primary: true as const } : {}
  return isThere ? [] : [[{ kind: 'press', label: form.open, payload: form.payload, ...look }]]
}

function buttonOf(button: Button, view: View, place: RenderPlace): InlineKeyboardButton[] {
  const text = labelOf(button.label)
  const style = button.primary ? { style: 'primary' as const } : {}
  if (button.kind === 'read') {
    const path = place.readAt?.(button.payload)
    const url = path === undefined ? '' : addressOf(path, place)
    return isPublic(url) ? [{ text, url, ...style }] : []
  }
  if (button.kind === 'link') {
    const url = addressOf(button.href, place)
    return isPublic(url) ? [{ text, url, ...style }] : []
  }
  // What is pressed in a room happens in the private talk, where only its presser sees what comes of it.
  if (view.audience === 'public') return [{ text, url: linkOfPress(place.username, button.payload), ...style }]
  return [{ text, callback_data: button.payload, ...style }]
}

function labelOf(label: string): string {
  const said = calm(label).replace(/\s+/g, ' ').trim()
  return isVisible(said) ? said : '·'
}

const addressOf = (href: string, { publicUrl }: RenderPlace) => (href.startsWith('/') ? `${publicUrl}${href}` : href)

/** Telegram takes only addresses that look like one of the internet ("Wrong HTTP URL"); on somebody's own machine the address is written out. */
function isPublic(url: string): boolean {
  return /^https?:\/\/[^/:?#]*\.[^/:?#]+/.test(url)
}

function hiddenLinks(view: View, place: RenderPlace): Piece[] {
  return view.rows.flat().flatMap(button => {
    if (button.kind !== 'link') return []
    const url = addressOf(button.href, place)
    return isPublic(url) ? [] : styled(`${button.label}: ${url}`)
  })
}

/** The label carries the form in its link: whoever answers this message fills that form, also after a restart. */
function promptOf(form: Form, place: RenderPlace): NonNullable<Screen['prompt']> {
  const label = labelOf(form.label)
  const link = {
    type: 'text_link' as const,
    offset: 0,
    length: label.length,
    url: linkOfPress(place.username, form.payload),
  }
  const asked: Piece = { text: label, entities: [link] }
  const limits = styled(`${form.min}–${form.max}`)
  // What was written before is at hand to be copied and changed.
  const draft = form.draft === undefined || form.draft.length > TEXT / 2 ? [] : styled(form.draft, 'pre')
  const placeholder = [...labelOf(form.placeholder)].slice(0, 64).join('')
  return { text: joined([joined([asked, ...limits], ' '), ...draft], '\n\n'), placeholder }
}
