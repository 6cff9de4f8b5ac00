// Whose browser this is. A cookie, not an account: live, a random secret whose hash is the identity; local, the person chosen.

import { sha256, toHex, utf8 } from '@perle/core/proof'
import type { FastifyReply, FastifyRequest } from 'fastify'

const COOKIE = 'perle_session'
const YEAR_SECONDS = 365 * 24 * 3600

export type Session = { platformId: string }

/** The session of a request, if it carries one that this mode accepts. */
export function readSession(request: FastifyRequest, mode: 'local' | 'live'): Session | undefined {
  const value = request.cookies[COOKIE]
  if (value === undefined) return undefined
  const local = /^l\.([A-Za-z0-9-]{1,64})$/.exec(value)
  if (local !== null) return mode === 'local' ? { platformId: `local:${local[1]}` } : undefined
  const secret = /^t\.([A-Za-z0-9_-]{43})$/.exec(value)
  return secret === null ? undefined : { platformId: hashOf(secret[1] as string) }
}

/** A fresh session of somebody new. */
export function newSession(reply: FastifyReply, secret: Uint8Array, isSecure: boolean): Session {
  const text = Buffer.from(secret).toString('base64url')
  write(reply, `t.${text}`, isSecure)
  return { platformId: hashOf(text) }
}

/** Local mode: be this person from now on. `name` is what stands behind `local:` in the identity. */
export function actAs(reply: FastifyReply, name: string): Session {
  write(reply, `l.${name}`, false)
  return { platformId: `local:${name}` }
}

function write(reply: FastifyReply, value: string, isSecure: boolean): void {
  reply.setCookie(COOKIE, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: isSecure,
    maxAge: YEAR_SECONDS,
  })
}

/** A database that leaks does not hand out sessions. */
function hashOf(secret: string): string {
  return toHex(sha256(utf8(secret))).slice(2)
}
