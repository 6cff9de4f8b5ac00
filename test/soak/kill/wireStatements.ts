// Reads the SQL text out of what a client sends to Postgres. PGlite speaks the same wire protocol in the process.

/** One connection: statements it has prepared, by name. */
export type WireReader = (bytes: Uint8Array) => string[]

const [QUERY, PARSE, BIND] = ['Q', 'P', 'B'].map(letter => letter.charCodeAt(0))

/** A reader gives the texts that these bytes run, in order. Writes are taken to hold whole messages, as both clients send them. */
export function createWireReader(): WireReader {
  const prepared = new Map<string, string>()
  return bytes => {
    const texts: string[] = []
    // A first message has no letter: its length begins with a zero byte.
    for (let at = 0; at + 5 <= bytes.length && bytes[at] !== 0; ) {
      const length = new DataView(bytes.buffer, bytes.byteOffset + at + 1, 4).getInt32(0)
      const body = bytes.subarray(at + 5, at + 1 + length)
      if (bytes[at] === QUERY) texts.push(stringAt(body, 0).text)
      else if (bytes[at] === PARSE) {
        const name = stringAt(body, 0)
        prepared.set(name.text, stringAt(body, name.next).text)
      } else if (bytes[at] === BIND) {
        const portal = stringAt(body, 0)
        const text = prepared.get(stringAt(body, portal.next).text)
        if (text !== undefined) texts.push(text)
      }
      at += 1 + length
    }
    return texts
  }
}

function stringAt(bytes: Uint8Array, from: number): { text: string; next: number } {
  const end = bytes.indexOf(0, from)
  const to = end === -1 ? bytes.length : end
  return { text: Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('utf8'), next: to + 1 }
}
