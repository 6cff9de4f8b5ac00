// The body of a Bot API request as parameters: JSON, a form, a query, or multipart with files.
import type { IncomingMessage } from 'node:http'
import { isUpload, takesText, type Upload } from './schema.ts'

type Params = Record<string, unknown>

export async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

export function paramsOf(method: string, type: string, query: string, body: Buffer): Params {
  if (type.includes('application/json')) return body.length === 0 ? {} : (JSON.parse(body.toString()) as Params)
  if (type.startsWith('multipart/')) {
    const boundary = /boundary="?([^";]+)/.exec(type)?.[1] ?? ''
    return attached(method, partsOf(body, boundary))
  }
  const text = type.includes('urlencoded') ? body.toString() : query
  return Object.fromEntries(
    [...new URLSearchParams(text)].map(([name, value]) => [name, fieldValue(method, name, value)]),
  )
}

type Part = { name: string; file: string | undefined; data: Buffer }

function partsOf(body: Buffer, boundary: string): Part[] {
  const mark = Buffer.from(`--${boundary}`)
  const parts: Part[] = []
  let from = body.indexOf(mark)
  while (from >= 0) {
    const to = body.indexOf(mark, from + mark.length)
    if (to < 0) break
    const part = body.subarray(from + mark.length, to)
    const end = part.indexOf('\r\n\r\n')
    if (end > 0) {
      const head = part.subarray(0, end).toString()
      const name = /name="?([^";\r\n]+)/i.exec(head)?.[1] ?? ''
      parts.push({
        name,
        file: /filename="?([^";\r\n]*)/i.exec(head)?.[1],
        data: part.subarray(end + 4, part.length - 2),
      })
    }
    from = to
  }
  return parts
}

/** A file is its own field, or a field says `attach://name` and the file comes under that name. */
function attached(method: string, parts: Part[]): Params {
  const files = new Map<string, Upload>()
  const params: Params = {}
  for (const { name, file, data } of parts) {
    if (file === undefined) params[name] = fieldValue(method, name, data.toString())
    else {
      const upload = { upload: file, bytes: Buffer.from(data) }
      files.set(name, upload)
      params[name] = upload
    }
  }
  const used = new Set<string>()
  const filled = fill(params, value => {
    const key = /^attach:\/\/(.+)$/.exec(value)?.[1]
    const file = key === undefined ? undefined : files.get(key)
    if (key !== undefined && file !== undefined) used.add(key)
    return file ?? value
  }) as Params
  for (const key of used) delete filled[key]
  return filled
}

function fill(value: unknown, put: (text: string) => unknown): unknown {
  if (typeof value === 'string') return put(value)
  if (isUpload(value) || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(one => fill(one, put))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill(one, put)]))
}

/** In a form everything is text: what is no text by its type was JSON before. */
function fieldValue(method: string, name: string, text: string): unknown {
  const isNumber = /^(chat_id|user_id)$/.test(name) && /^-?\d+$/.test(text)
  if (takesText(method, name) && !isNumber) return text
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
