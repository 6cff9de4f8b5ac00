// Reads the declarations of @grammyjs/types, so that the emulator checks requests and updates against the very types our bot compiles
// with, and a new version of them is checked the day it is installed. TypeScript 7 has no compiler to call from here; these files need
// only a small part of its grammar, and what lies outside that part throws.

export type Type =
  | { is: 'any' | 'never' | 'string' | 'number' | 'boolean' | 'undefined' | 'null' }
  | { is: 'literal'; value: string | number | boolean }
  | { is: 'array'; of: Type }
  | { is: 'union' | 'both'; of: Type[] }
  | { is: 'named'; name: string; args: Type[]; within: string }
  | { is: 'member'; of: Type; key: Type }
  | { is: 'keys'; of: Type }
  | { is: 'object'; parents: Type[]; fields: Map<string, Field> }
export type Field = { type: Type; isOptional: boolean }
export type Declared = { parameters: string[]; type: Type }

const TOKEN =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|\s+|("(?:[^"\\]|\\.)*"|`[^`]*`|[\p{L}_$][\p{L}\d_$]*|0x[0-9a-fA-F]+|-?\d+(?:\.\d+)?|=>|[{}()[\]<>|&;:,.?=-])/uy

function tokensOf(text: string): string[] {
  const tokens: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex
    const match = TOKEN.exec(text)
    if (match === null) throw new Error(`cannot read a declaration at: ${text.slice(at, at + 60)}`)
    if (match[1] !== undefined) tokens.push(match[1])
  }
  return tokens
}

/** All types of one file, by name; those of a namespace as `Space.Name`. */
export function readDeclarations(text: string): Map<string, Declared> {
  const tokens = tokensOf(text)
  const found = new Map<string, Declared>()
  let at = 0
  let space = ''

  const peek = (ahead = 0) => tokens[at + ahead] ?? ''
  const next = () => tokens[at++] ?? ''
  const accept = (token: string) => peek() === token && next() === token
  const expect = (token: string) => {
    if (!accept(token)) throw new Error(`expected ${token} before: ${tokens.slice(at, at + 12).join(' ')}`)
  }
  const skipTo = (token: string) => {
    while (at < tokens.length && next() !== token);
  }

  function parameters(): string[] {
    const names: string[] = []
    if (!accept('<')) return names
    do {
      names.push(next())
      if (accept('extends')) type()
      if (accept('=')) type()
    } while (accept(','))
    expect('>')
    return names
  }

  function type(): Type {
    accept('|')
    const first = both()
    const all = [first]
    while (accept('|')) all.push(both())
    return all.length === 1 ? first : { is: 'union', of: all }
  }

  function both(): Type {
    const first = postfix()
    const all = [first]
    while (accept('&')) all.push(postfix())
    return all.length === 1 ? first : { is: 'both', of: all }
  }

  function postfix(): Type {
    let one = primary()
    while (peek() === '[') {
      next()
      if (accept(']')) one = { is: 'array', of: one }
      else {
        one = { is: 'member', of: one, key: type() }
        expect(']')
      }
    }
    return one
  }

  function primary(): Type {
    const token = next()
    if (token === '(') {
      const inner = type()
      expect(')')
      return inner
    }
    if (token === '{') return object([])
    if (token === 'readonly') return postfix()
    if (token === 'typeof') return primary()
    if (token === 'keyof') return { is: 'keys', of: postfix() }
    if (token.startsWith('"')) return { is: 'literal', value: JSON.parse(token) as string }
    if (token.startsWith('`')) return { is: 'string' }
    if (/^-?\d/.test(token)) return { is: 'literal', value: Number(token) }
    switch (token) {
      case 'true':
      case 'false':
        return { is: 'literal', value: token === 'true' }
      case 'string':
      case 'number':
      case 'boolean':
      case 'undefined':
      case 'null':
      case 'never':
        return { is: token }
      case 'unknown':
      case 'any':
        return { is: 'any' }
    }
    if (!/^[\p{L}_$]/u.test(token)) throw new Error(`no type begins with ${token}`)
    let name = token
    while (accept('.')) name += `.${next()}`
    return { is: 'named', name, args: args(), within: space }
  }

  function args(): Type[] {
    const all: Type[] = []
    if (!accept('<')) return all
    do all.push(type())
    while (accept(','))
    expect('>')
    return all
  }

  /** Methods are fields whose type is that of their one argument. */
  function object(parents: Type[]): Type {
    const fields = new Map<string, Field>()
    while (!accept('}')) {
      accept('readonly')
      const token = next()
      const name = token.startsWith('"') ? (JSON.parse(token) as string) : token
      let isOptional = accept('?')
      let of: Type
      if (accept('(')) {
        of = { is: 'object', parents: [], fields: new Map() }
        if (!accept(')')) {
          next()
          isOptional = accept('?')
          expect(':')
          of = type()
          accept(',')
          expect(')')
        } else isOptional = true
        expect(':')
        type()
      } else {
        expect(':')
        of = type()
      }
      fields.set(name, { type: of, isOptional })
      if (!accept(';')) accept(',')
    }
    return { is: 'object', parents, fields }
  }

  function declare(): void {
    while (accept('export') || accept('declare'));
    const word = next()
    if (word === 'import' || word === '{' || word === '*') {
      skipTo(';')
      return
    }
    if (word === 'namespace') {
      space = next()
      expect('{')
      while (!accept('}')) declare()
      space = ''
      return
    }
    const name = (space === '' ? '' : `${space}.`) + next()
    const names = parameters()
    if (word === 'interface') {
      const parents: Type[] = []
      if (accept('extends')) {
        do parents.push(postfix())
        while (accept(','))
      }
      expect('{')
      found.set(name, { parameters: names, type: object(parents) })
      return
    }
    // A constant's type goes by its name, for `typeof`.
    if (word === 'const') expect(':')
    else if (word !== 'type') throw new Error(`cannot read a declaration of ${word} ${name}`)
    else expect('=')
    // Two helpers speak about types in ways that no payload needs.
    if (name === 'Params' || name === 'Opts') {
      skipDeclaration()
      return
    }
    found.set(name, { parameters: names, type: type() })
    accept(';')
  }

  function skipDeclaration(): void {
    let depth = 0
    while (at < tokens.length) {
      const token = next()
      if (token === '{' || token === '(') depth += 1
      if (token === '}' || token === ')') depth -= 1
      if (token === ';' && depth === 0) return
    }
  }

  while (at < tokens.length) declare()
  return found
}
