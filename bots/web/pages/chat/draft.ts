import type { Form } from '../../../conversation/view.ts'
import { visitStore } from '../browser.ts'

/** Length as the server counts it after cleaning: code points of the composed text, without spaces at its end. */
export function lengthOf(text: string): number {
  return [...text.replaceAll('\0', '').toWellFormed().normalize('NFC').trimEnd()].length
}

export type Fit = { length: number; fits: boolean }

export function fitOf(text: string, form: Pick<Form, 'min' | 'max'>): Fit {
  const length = lengthOf(text)
  return { length, fits: length >= form.min && length <= form.max }
}

function draftKey(person: string, form: Form): string {
  return `perle.draft.${person}.${form.payload}`
}

/** What was typed in this browser comes before what the server kept: it is newer. */
export function readDraft(person: string, form: Form): string {
  return visitStore.get(draftKey(person, form)) ?? form.draft ?? ''
}

/** An empty text takes the draft away. */
export function keepDraft(person: string, form: Form, text: string): void {
  visitStore.set(draftKey(person, form), text === '' ? null : text)
}
