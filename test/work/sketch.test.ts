import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { likeness, sketchOf } from '../../core/work/sketch.ts'

const keyed = (key: string) => (text: string) => createHmac('sha256', key).update(text).digest('hex')
const sketch = (text: string, key = 'one') => sketchOf(text, keyed(key))

const NOTICE = 'If you do not send us the documents before the deadline, we will treat your application as withdrawn.'

describe('a sketch of a text', () => {
  it('is the same for the same words, whatever their case and punctuation', () => {
    expect(likeness(sketch(NOTICE), sketch(NOTICE.toUpperCase().replace(',', ' -')))).toBe(1)
  })

  it('is alike for a copy with a few words changed, and not for another text', () => {
    const copy = NOTICE.replace('your application', 'the whole application')
    const other = 'The pool closes for repairs on 3 March and opens again three weeks later; the sauna stays open.'
    expect(likeness(sketch(NOTICE), sketch(copy))).toBeGreaterThan(0.5)
    expect(likeness(sketch(NOTICE), sketch(other))).toBeLessThan(0.2)
  })

  it('says nothing under another key, and holds no text', () => {
    expect(likeness(sketch(NOTICE, 'one'), sketch(NOTICE, 'two'))).toBeLessThan(0.2)
    expect(sketch('short')).toMatch(/^[0-9a-f]{128}$/)
    expect(sketch('')).toMatch(/^[0-9a-f]{128}$/)
  })
})
