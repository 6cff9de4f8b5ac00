import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  opensForm,
  PAYLOAD_BYTES,
  pack,
  SCENE_CODES,
  type SceneName,
  unpack,
  VERB_CODES,
  type Verb,
} from '../../bots/conversation/buttons.ts'
import { formOf } from '../../bots/conversation/forms.ts'
import { wordsFor } from '../../bots/conversation/words/index.ts'

const scenes = Object.keys(SCENE_CODES) as SceneName[]
const verbs = Object.keys(VERB_CODES) as Verb[]
const id = fc.uuid({ version: [4, 7] })
/** The longest argument that any button carries: the id of a label, 32 characters. */
const arg = fc.stringMatching(/^[a-z0-9_]{0,32}$/)

describe('button payloads', () => {
  it('never outgrow 64 bytes, and say after reading what was packed', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenes),
        fc.constantFrom(...verbs),
        fc.option(id),
        arg,
        (scene, verb, given, text) => {
          const payload = pack(scene, verb, given ?? undefined, text)
          expect(Buffer.byteLength(payload)).toBeLessThanOrEqual(PAYLOAD_BYTES)
          expect(unpack(payload)).toEqual({ scene, verb, arg: text, ...(given === null ? {} : { id: given }) })
        },
      ),
    )
  })

  it('are unreadable, and no fault, when they are made up', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary', maxLength: 200 })), text => {
        const press = unpack(text)
        if (press !== undefined) expect(pack(press.scene, press.verb, press.id, press.arg)).toBe(text)
      }),
    )
    for (const bad of [
      '',
      '1',
      '2|wk|go||',
      '1|zz|go||',
      '1|wk|zz||',
      '1|wk|go|short|',
      '1|wk|go||a b',
      '1|wk|go|||',
      `1|wk|go||${'a'.repeat(60)}`,
    ]) {
      expect(unpack(bad), bad).toBeUndefined()
    }
  })

  it('give every scene and verb a code of two letters of its own', () => {
    for (const codes of [Object.values(SCENE_CODES), Object.values(VERB_CODES)]) {
      expect(new Set(codes).size).toBe(codes.length)
      for (const code of codes) expect(code).toMatch(/^[a-z]{2}$/)
    }
  })

  it('say by themselves whether they open a form, and which', () => {
    const some = '00000000-0000-7000-8000-000000000000'
    const w = wordsFor('en')
    const text = pack('task', 'write', some, '40-600')
    expect(opensForm(text)).toBe(true)
    expect(formOf(text, w)).toMatchObject({ title: 'Your text', label: 'In your own words', min: 40, max: 600 })
    expect(formOf(pack('vote', 'write', some, 3), w)).toMatchObject({ title: 'Why not?', min: 15 })
    expect(opensForm(pack('task', 'answer', some, 'a'))).toBe(false)
    expect(opensForm('nonsense')).toBe(false)
    expect(formOf(pack('task', 'write', some, 'x'), w)).toBeUndefined()
  })
})
