// Reading untrusted JSON into typed values without a schema library, so that the verifier stays small.
import type { Json } from './canonical.ts'
import { type Address, type Hash, isAddress, isHash } from './words.ts'

/** Returns the typed value, or throws ShapeError naming the field. */
export type Shape<T> = (value: Json | undefined, field: string) => T
export type ShapeOf<S> = S extends Shape<infer T> ? T : never

export class ShapeError extends Error {
  readonly field: string
  readonly expected: string
  readonly found: string
  constructor(field: string, expected: string, value: Json | undefined) {
    const found = value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 120)
    super(`${field}: expected ${expected}, found ${found}`)
    this.name = 'ShapeError'
    this.field = field
    this.expected = expected
    this.found = found
  }
}

function guard<T extends Json>(expected: string, test: (value: Json | undefined) => value is T): Shape<T> {
  return (value, field) => {
    if (!test(value)) throw new ShapeError(field, expected, value)
    return value
  }
}

export const text = guard('text', (value): value is string => typeof value === 'string')
export const truth = guard('true or false', (value): value is boolean => typeof value === 'boolean')
export const hash: Shape<Hash> = guard('32 bytes in lower-case hex', (value): value is Hash => isHash(value))
export const address: Shape<Address> = guard('20 bytes in lower-case hex', (value): value is Address =>
  isAddress(value),
)
export const whole = guard(
  'a whole number from 0',
  (value): value is number => Number.isSafeInteger(value) && (value as number) >= 0,
)
export const json: Shape<Json> = (value, field) => {
  if (value === undefined) throw new ShapeError(field, 'a value', value)
  return value
}

/** Non-negative base units as a decimal string without leading zeros. */
export const sum: Shape<bigint> = (value, field) => {
  if (typeof value !== 'string' || !/^(0|[1-9]\d{0,76})$/.test(value)) {
    throw new ShapeError(field, 'a decimal string of base units', value)
  }
  return BigInt(value)
}

/** As `sum`, and may be below zero. */
export const difference: Shape<bigint> = (value, field) => {
  if (typeof value !== 'string' || !/^(0|-?[1-9]\d{0,76})$/.test(value)) {
    throw new ShapeError(field, 'a decimal string of base units', value)
  }
  return BigInt(value)
}

export function oneOf<const T extends string | number | boolean>(...options: T[]): Shape<T> {
  return (value, field) => {
    if (!options.includes(value as T))
      throw new ShapeError(field, options.map(option => `"${option}"`).join(' or '), value)
    return value as T
  }
}

/** The first of several shapes that fits. */
export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (value, field) => {
    try {
      return first(value, field)
    } catch {
      return second(value, field)
    }
  }
}

export function maybe<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, field) => (value === undefined ? undefined : shape(value, field))
}

export function list<T>(shape: Shape<T>): Shape<T[]> {
  return (value, field) => {
    if (!Array.isArray(value)) throw new ShapeError(field, 'a list', value)
    return value.map((entry: Json, i) => shape(entry, `${field}[${i}]`))
  }
}

/** A member whose shape admits undefined may be absent. */
type Members<F> = { [K in keyof F as undefined extends ShapeOf<F[K]> ? never : K]: ShapeOf<F[K]> } & {
  [K in keyof F as undefined extends ShapeOf<F[K]> ? K : never]?: Exclude<ShapeOf<F[K]>, undefined>
}

/** Exactly these members: one more, or one less that is not `maybe`, is refused. */
export function object<F extends Record<string, Shape<unknown>>>(fields: F): Shape<Members<F>> {
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ShapeError(field, 'an object', value)
    const source = value as { [key: string]: Json | undefined }
    const prefix = field === '' ? '' : `${field}.`
    for (const key of Object.keys(source)) {
      if (!Object.hasOwn(fields, key))
        throw new ShapeError(`${prefix}${key}`.slice(0, 80), 'no such field', source[key])
    }
    const result: Record<string, unknown> = {}
    for (const [key, shape] of Object.entries(fields)) {
      const member = shape(Object.hasOwn(source, key) ? source[key] : undefined, `${prefix}${key}`)
      if (member !== undefined) result[key] = member
    }
    return result as Members<F>
  }
}

/** An object with names of its own choice. */
export function record<T>(shape: Shape<T>): Shape<Record<string, T>> {
  return (value, field) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw new ShapeError(field, 'an object', value)
    const source = value as { [key: string]: Json | undefined }
    return Object.fromEntries(Object.entries(source).map(([key, entry]) => [key, shape(entry, `${field}.${key}`)]))
  }
}

type Plain = Json | bigint | undefined | readonly Plain[] | { readonly [key: string]: Plain }

/** The way back: amounts become decimal strings. */
export function toJson(value: Plain): Json {
  if (typeof value === 'bigint') return value.toString()
  if (Array.isArray(value)) return value.map(toJson)
  if (typeof value === 'object' && value !== null) {
    const members: Record<string, Json> = {}
    for (const [key, member] of Object.entries(value)) if (member !== undefined) members[key] = toJson(member as Plain)
    return members
  }
  return value as Json
}
