import { expect, test } from 'vitest'
import type { Button } from '../../bots/conversation/view.ts'
import { assignKeys } from '../../bots/web/pages/chat/keys.ts'

function press(label: string, change: Partial<Extract<Button, { kind: 'press' }>> = {}): Button {
  return { kind: 'press', label, payload: label, ...change }
}

function keysOf(rows: Button[][]): Record<string, string[]> {
  return Object.fromEntries(
    assignKeys(rows)
      .flat()
      .map(({ button, keys }) => [button.label, keys]),
  )
}

test('the first nine buttons that press get 1 to 9, links and the tenth get none', () => {
  const rows = [
    [press('a'), { kind: 'link', label: 'link', href: '/e' } as Button, press('b')],
    ['c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'].map(label => press(label)),
  ]
  expect(keysOf(rows)).toEqual({
    a: ['1'],
    link: [],
    b: ['2'],
    c: ['3'],
    d: ['4'],
    e: ['5'],
    f: ['6'],
    g: ['7'],
    h: ['8'],
    i: ['9'],
    j: [],
  })
})

test('a key of its own comes first and is given to no other button', () => {
  const rows = [
    [press('x'), press('Three', { key: '1' }), press('Skip', { key: 's' }), press('Undo', { key: 'Backspace' })],
  ]
  expect(keysOf(rows)).toEqual({ x: ['2'], Three: ['1'], Skip: ['S'], Undo: ['Backspace'] })
})

test('Enter belongs to the first primary button alone', () => {
  const rows = [[press('Send', { primary: true }), press('Also', { primary: true })]]
  expect(keysOf(rows)).toEqual({ Send: ['1', 'Enter'], Also: ['2'] })
})
