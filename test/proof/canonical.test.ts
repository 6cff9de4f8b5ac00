import { describe, expect, it } from 'vitest'
import { canonicalJson, canonicalStrict, type Json, parseCanonical } from '../../core/proof/canonical.ts'

describe('canonical JSON', () => {
  it('gives the bytes of RFC 8785 section 3.2.3 for its sample', () => {
    const sample = String.raw`{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [null, true, false]
    }`
    expect(canonicalJson(JSON.parse(sample) as Json)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    )
  })

  it('sorts keys by UTF-16 code units as RFC 8785 appendix C asks', () => {
    const keys: Json = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    }
    const values = [...canonicalJson(keys).matchAll(/:"([^"]*)"/g)].map(match => match[1])
    expect(values).toEqual([
      'Carriage Return',
      'One',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ])
  })

  it.each([
    [0x0000000000000000n, '0'],
    [0x8000000000000000n, '0'],
    [0x0000000000000001n, '5e-324'],
    [0x8000000000000001n, '-5e-324'],
    [0x7fefffffffffffffn, '1.7976931348623157e+308'],
    [0x4340000000000000n, '9007199254740992'],
    [0xc340000000000000n, '-9007199254740992'],
    [0x4430000000000000n, '295147905179352830000'],
    [0x44b52d02c7e14af5n, '9.999999999999997e+22'],
    [0x44b52d02c7e14af6n, '1e+23'],
    [0x444b1ae4d6e2ef50n, '1e+21'],
    [0x41b3de4355555555n, '333333333.3333333'],
    [0xbecbf647612f3696n, '-0.0000033333333333333333'],
    [0x43143ff3c1cb0959n, '1424953923781206.2'],
  ])('writes the double %s of RFC 8785 appendix B as %s', (bits, expected) => {
    const view = new DataView(new ArrayBuffer(8))
    view.setBigUint64(0, bits)
    expect(canonicalJson(view.getFloat64(0))).toBe(expected)
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], ['\ud800'], [{ '\udc00': 1 }]])('refuses %s', value => {
    expect(() => canonicalJson(value as Json)).toThrow(TypeError)
  })

  it('refuses bigint, so that amounts are written as decimal strings', () => {
    expect(() => canonicalJson([1n as unknown as Json])).toThrow(TypeError)
  })

  it.each([[1.5], [null], [{ a: [null] }], [2 ** 53]])('refuses %s in the strict form of manifests', value => {
    expect(() => canonicalStrict(value as Json)).toThrow(TypeError)
  })

  it.each([['{"b":1,"a":2}'], ['{"a":1,"a":1}'], ['{ "a":1}'], ['{"a":1.0}'], ['{"a":"\\u0041"}'], ['{"a":1}\n']])(
    'refuses to parse %s, which is another spelling of its value',
    text => {
      expect(() => parseCanonical(text)).toThrow(SyntaxError)
    },
  )
})
