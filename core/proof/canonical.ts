// Canonical JSON: one text for one value, so that a hash of the text is a hash of the value (RFC 8785).
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/**
 * RFC 8785: keys by UTF-16 code units, ECMAScript numbers, no white space. Keys whose value is `undefined` are left out.
 * Throws TypeError on NaN, infinities, bigint (amounts are decimal strings), functions and half surrogate pairs.
 */
export function canonicalJson(value: Json): string {
  return write(value, '$', false)
}

/** As `canonicalJson`, and throws on null and on numbers that are not safe integers: the form of manifests and leaves of ours. */
export function canonicalStrict(value: Json): string {
  return write(value, '$', true)
}

/**
 * Parses a text that must already be the strict canonical form of its value, byte for byte: this also refuses doubled keys,
 * white space and other spellings of a number. Throws SyntaxError or TypeError.
 */
export function parseCanonical(text: string): Json {
  const value = JSON.parse(text) as Json
  if (canonicalStrict(value) !== text) throw new SyntaxError('JSON is not in canonical form')
  return value
}

function write(value: Json | undefined, path: string, strict: boolean): string {
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new TypeError(`half of a surrogate pair at ${path}`)
      return JSON.stringify(value)
    case 'boolean':
      return value ? 'true' : 'false'
    case 'number':
      return writeNumber(value, path, strict)
    case 'object':
      if (value === null) {
        if (strict) throw new TypeError(`null at ${path}`)
        return 'null'
      }
      if (Array.isArray(value)) return `[${value.map((entry, i) => write(entry, `${path}[${i}]`, strict)).join(',')}]`
      return writeObject(value as { readonly [key: string]: Json | undefined }, path, strict)
    default:
      throw new TypeError(`${typeof value} at ${path}`)
  }
}

function writeNumber(value: number, path: string, strict: boolean): string {
  if (!Number.isFinite(value)) throw new TypeError(`${value} at ${path}`)
  if (strict && !Number.isSafeInteger(value)) throw new TypeError(`not an exact integer at ${path}`)
  // JSON.stringify writes ECMAScript's shortest form and 0 for -0, which is what the RFC prescribes.
  return JSON.stringify(value)
}

function writeObject(value: { readonly [key: string]: Json | undefined }, path: string, strict: boolean): string {
  const members: string[] = []
  // The default order of sort() is by UTF-16 code units.
  for (const key of Object.keys(value).sort()) {
    const member = value[key]
    if (member === undefined) continue
    members.push(`${write(key, path, strict)}:${write(member, `${path}.${key}`, strict)}`)
  }
  return `{${members.join(',')}}`
}
