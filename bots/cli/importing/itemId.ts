// Ids of items whose file has none, or has some that cannot be ours. The same row gets the same id each time, so a file read twice adds nothing.
import { createHash } from 'node:crypto'

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

/** As the campaign's records can hold it: what is not a letter, a digit or one of . _ : - is left out, and a few digits keep it unique. */
export function idFrom(given: unknown): string | undefined {
  const text = typeof given === 'string' || typeof given === 'number' ? String(given).trim() : ''
  if (text === '') return undefined
  if (/^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(text)) return text
  const readable = text
    .replace(/[^A-Za-z0-9._:-]+/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 48)
  return `${readable === '' ? 'id' : readable}-${sha(text).slice(0, 12)}`
}

export function idOfContent(content: unknown): string {
  return `c-${sha(JSON.stringify(content) ?? '').slice(0, 24)}`
}
