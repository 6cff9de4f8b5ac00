// Whether a value is of a type of @grammyjs/types, and if not, where it is not.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Declared, type Field, readDeclarations, type Type } from './typeTree.ts'

const FOLDER = dirname(fileURLToPath(import.meta.resolve('@grammyjs/types')))

/** What a request carries in place of an uploaded file. */
export type Upload = { upload: string; bytes: Buffer }
export function isUpload(value: unknown): value is Upload {
  return typeof value === 'object' && value !== null && Buffer.isBuffer((value as Upload).bytes)
}

type Scope = ReadonlyMap<string, Bound>
type Bound = { type: Type; scope: Scope }
const NONE: Scope = new Map()
const carried = new Map<string, Bound>()
const STRING: Type = { is: 'string' }

function load(): Map<string, Declared> {
  const all = new Map<string, Declared>()
  for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.d.ts') && name !== 'mod.d.ts')) {
    for (const [name, declared] of readDeclarations(readFileSync(join(FOLDER, file), 'utf8'))) all.set(name, declared)
  }
  return all
}
const declarations = load()

function find(name: string, within: string): Declared {
  const declared = declarations.get(`${within}.${name}`) ?? declarations.get(name)
  if (declared === undefined) throw new Error(`@grammyjs/types has no ${name}`)
  return declared
}

/** The type behind a name, with what its parameters stand for. */
function unfold({ type, scope }: Bound): Bound {
  let one: Bound = { type, scope }
  for (;;) {
    if (one.type.is !== 'named') return one
    const { name, args, within } = one.type
    const given = one.scope.get(name) ?? carried.get(name)
    if (given !== undefined) {
      one = given
      continue
    }
    if (BUILT_IN.has(name)) return one
    const declared = find(name, within)
    const outer = one.scope
    const inner = new Map(
      declared.parameters.map((parameter, index): [string, Bound] => [
        parameter,
        { type: args[index] ?? { is: 'any' }, scope: outer },
      ]),
    )
    one = { type: declared.type, scope: inner }
  }
}

const BUILT_IN = new Set([
  'Record',
  'NonNullable',
  'Partial',
  'Omit',
  'Pick',
  'Exclude',
  'Required',
  'ReadonlyArray',
  'Array',
  'InputFileProxy',
])

/** The strings that a type of keys stands for. */
function stringsOf(bound: Bound): Set<string> {
  const { type, scope } = unfold(bound)
  if (type.is === 'literal') return new Set([String(type.value)])
  if (type.is === 'union') return new Set(type.of.flatMap(of => [...stringsOf({ type: of, scope })]))
  if (type.is === 'keys') return new Set(fieldsOf({ type: type.of, scope }).keys())
  return new Set()
}

type Fields = Map<string, Field & { scope: Scope }>
const known = new WeakMap<Type, WeakMap<Scope, Fields>>()

/** All fields that an object of this type may have, each with what is asked of it. */
function fieldsOf({ type, scope }: Bound): Fields {
  const inScope = known.get(type) ?? new WeakMap<Scope, Fields>()
  known.set(type, inScope)
  const fields = inScope.get(scope) ?? readFields({ type, scope })
  inScope.set(scope, fields)
  return fields
}

function readFields(bound: Bound): Fields {
  const { type, scope } = unfold(bound)
  const all = new Map<string, Field & { scope: Scope }>()
  const add = (name: string, field: Field & { scope: Scope }) => {
    const known = all.get(name)
    if (known === undefined) return void all.set(name, field)
    const both: Type = { is: 'both', of: [wrap(known), wrap(field)] }
    all.set(name, { type: both, scope: NONE, isOptional: known.isOptional && field.isOptional })
  }
  const inherit = (from: Bound) => {
    for (const [name, field] of fieldsOf(from)) add(name, field)
  }
  if (type.is === 'object') {
    for (const [name, field] of type.fields) all.set(name, { ...field, scope })
    // An interface narrows what its parents say of a field.
    for (const parent of type.parents)
      for (const [name, field] of fieldsOf({ type: parent, scope })) if (!all.has(name)) all.set(name, field)
  } else if (type.is === 'both') for (const of of type.of) inherit({ type: of, scope })
  else if (type.is === 'union') {
    for (const of of type.of) {
      for (const [name, field] of fieldsOf({ type: of, scope })) {
        const other = all.get(name)
        const either: Type = other === undefined ? wrap(field) : { is: 'union', of: [wrap(other), wrap(field)] }
        all.set(name, { type: either, scope: NONE, isOptional: true })
      }
    }
  } else if (type.is === 'named') builtInFields(type, scope, add)
  return all
}

/** A type that carries its own scope, so that two of them can stand side by side. */
function wrap(bound: Bound): Type {
  const name = `~${carried.size}`
  carried.set(name, bound)
  return { is: 'named', name, args: [], within: '' }
}

function builtInFields(
  { name, args }: Extract<Type, { is: 'named' }>,
  scope: Scope,
  add: (name: string, field: Field & { scope: Scope }) => void,
): void {
  const [first, second] = args.map(type => ({ type, scope }))
  if (first === undefined) return
  if (name === 'Record') {
    for (const key of stringsOf(first)) add(key, { ...(second as Bound), isOptional: false })
    return
  }
  const names = second === undefined ? undefined : stringsOf(second)
  for (const [key, field] of fieldsOf(first)) {
    if (name === 'Omit' && names?.has(key)) continue
    if (name === 'Pick' && !names?.has(key)) continue
    add(
      key,
      name === 'Partial'
        ? { ...field, isOptional: true }
        : name === 'Required'
          ? { ...field, isOptional: false }
          : field,
    )
  }
}

/** The first thing about `value` that its type does not allow; undefined where all is well. */
function faultOf(bound: Bound, value: unknown, path: string, isStrict: boolean): string | undefined {
  const { type, scope } = unfold(bound)
  const wrong = (what: string) => `${path} is not ${what}`
  switch (type.is) {
    case 'any':
      return undefined
    case 'never':
      return `${path} must not be there`
    case 'undefined':
      return value === undefined ? undefined : `${path} must not be there`
    case 'null':
      return value === null ? undefined : wrong('null')
    case 'string':
    case 'number':
    case 'boolean':
      return typeof value === type.is ? undefined : wrong(`a ${type.is}`)
    case 'literal':
      return value === type.value ? undefined : wrong(JSON.stringify(type.value))
    case 'array':
      return arrayFault({ type: type.of, scope }, value, path, isStrict)
    case 'union':
      return unionFault(type.of, scope, value, path, isStrict)
    case 'both':
      return bothFault(type.of, { type, scope }, value, path, isStrict)
    case 'object':
      return objectFault({ type, scope }, value, path, isStrict)
    case 'keys':
      return fieldsOf({ type: type.of, scope }).has(String(value)) ? undefined : wrong('one of its names')
    case 'member':
      return memberFault(type, scope, value, path, isStrict)
    case 'named':
      return builtInFault(type, scope, value, path, isStrict)
  }
}

/** Each part by itself, and of all of them together the names. */
function bothFault(of: Type[], whole: Bound, value: unknown, path: string, isStrict: boolean): string | undefined {
  for (const type of of) {
    const fault = faultOf({ type, scope: whole.scope }, value, path, false)
    if (fault !== undefined) return fault
  }
  // Fields of one part may be nested in another that says less of them; each is held to all that is known of it.
  return isStrict && fieldsOf(whole).size > 0 ? objectFault(whole, value, path, true) : undefined
}

function memberFault(
  type: Extract<Type, { is: 'member' }>,
  scope: Scope,
  value: unknown,
  path: string,
  isStrict: boolean,
): string | undefined {
  const fields = fieldsOf({ type: type.of, scope })
  const asked = [...stringsOf({ type: type.key, scope })].flatMap(name => fields.get(name) ?? [])
  const faults = asked.map(field => faultOf(field, value, path, isStrict))
  return faults.includes(undefined) ? undefined : faults[0]
}

function builtInFault(
  type: Extract<Type, { is: 'named' }>,
  scope: Scope,
  value: unknown,
  path: string,
  isStrict: boolean,
): string | undefined {
  const first: Bound = { type: type.args[0] ?? { is: 'any' }, scope }
  if (type.name === 'NonNullable') {
    return value === undefined || value === null ? `${path} is missing` : faultOf(first, value, path, isStrict)
  }
  if (type.name === 'ReadonlyArray' || type.name === 'Array') return arrayFault(first, value, path, isStrict)
  if (type.name === 'Exclude') {
    const second: Bound = { type: type.args[1] ?? STRING, scope }
    if (typeof value === 'string' && stringsOf(second).has(value)) return `${path} must not be ${value}`
    return faultOf(without(first, second), value, path, isStrict)
  }
  return objectFault({ type, scope }, value, path, isStrict)
}

/** A union without one of its members. */
function without(whole: Bound, gone: Bound): Bound {
  const { type, scope } = unfold(whole)
  if (type.is !== 'union') return whole
  const target = unfold(gone).type
  return { type: { is: 'union', of: type.of.filter(of => unfold({ type: of, scope }).type !== target) }, scope }
}

function arrayFault(of: Bound, value: unknown, path: string, isStrict: boolean): string | undefined {
  if (!Array.isArray(value)) return `${path} is not a list`
  for (const [index, one] of value.entries()) {
    const fault = faultOf(of, one, `${path}[${index}]`, isStrict)
    if (fault !== undefined) return fault
  }
  return undefined
}

/** Of all the alternatives the one that came furthest says what is wrong. */
function unionFault(of: Type[], scope: Scope, value: unknown, path: string, isStrict: boolean): string | undefined {
  let deepest = `${path} fits nothing`
  for (const type of of) {
    const fault = faultOf({ type, scope }, value, path, isStrict)
    if (fault === undefined) return undefined
    const depth = (text: string) => text.split(' ')[0]?.length ?? 0
    if (depth(fault) > depth(deepest)) deepest = fault
  }
  return deepest
}

function objectFault(bound: Bound, value: unknown, path: string, isStrict: boolean): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return `${path} is not an object`
  const fields = fieldsOf(bound)
  const given = value as Record<string, unknown>
  for (const [name, field] of fields) {
    const one = given[name]
    if (one === undefined) {
      if (!field.isOptional && !isVoid(field)) return `${path}.${name} is missing`
      continue
    }
    const fault = faultOf(field, one, `${path}.${name}`, isStrict)
    if (fault !== undefined) return fault
  }
  if (!isStrict) return undefined
  const unknown = Object.keys(given).find(name => !fields.has(name) && given[name] !== undefined)
  return unknown === undefined ? undefined : `${path}.${unknown} is not known`
}

function isVoid(field: Bound): boolean {
  const { type, scope } = unfold(field)
  if (type.is === 'both') return type.of.some(of => isVoid({ type: of, scope }))
  return type.is === 'undefined' || type.is === 'never'
}

const named = (name: string, args: Type[] = []): Bound => ({
  type: { is: 'named', name, args, within: '' },
  scope: NONE,
})
const methods = fieldsOf(named('ApiMethods', [{ is: 'any' }]))
const byLowerCase = new Map([...methods.keys()].map(name => [name.toLowerCase(), name]))

/** The name of a method as it is written; method names are case-insensitive on the wire. */
export function methodNamed(name: string): string | undefined {
  return byLowerCase.get(name.toLowerCase())
}

export function methodNames(): string[] {
  return [...methods.keys()].sort()
}

export function fieldNames(method: string): string[] {
  const field = methods.get(method)
  return field === undefined ? [] : [...fieldsOf(field).keys()].sort()
}

export function typeFieldNames(type: string): string[] {
  return [...fieldsOf(named(type)).keys()].sort()
}

/** Keys that a client adds and Telegram ignores are no fault of a request. */
export function requestFault(method: string, params: Record<string, unknown>): string | undefined {
  const field = methods.get(method)
  if (field === undefined) return `${method} is no method`
  if (field.isOptional && Object.keys(params).length === 0) return undefined
  return faultOf(field, params, method, false)
}

/** Whether a parameter may be a string; all others arrive as JSON in a form or a query. */
export function takesText(method: string, name: string): boolean {
  const field = methods.get(method)
  const known = field === undefined ? undefined : fieldsOf(field).get(name)
  return known === undefined || faultOf(known, 'x', name, false) === undefined
}

/** What we make ourselves holds nothing that the types do not know. */
export function madeFault(type: string, value: unknown): string | undefined {
  return faultOf(named(type), value, type, true)
}
