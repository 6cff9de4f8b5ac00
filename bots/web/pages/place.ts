// Paths of the web door. The server sends the same index.html for each of them.
export type Place =
  | { at: 'chat' }
  | { at: 'contribution'; code: string }
  | { at: 'paydays' }
  | { at: 'payday'; epoch: string }
  | { at: 'wallet'; once: string }
  | { at: 'read'; once: string }
  | { at: 'status' }
  | { at: 'nowhere' }

export function placeOf(pathname: string): Place {
  const [first, second, ...more] = pathname.split('/').filter(Boolean).map(decode)
  if (more.length > 0) return { at: 'nowhere' }
  if (first === undefined) return { at: 'chat' }
  if (first === 'c' && second) return { at: 'contribution', code: second }
  if (first === 'e' && second === undefined) return { at: 'paydays' }
  if (first === 'e' && second && /^\d+$/.test(second)) return { at: 'payday', epoch: second }
  if (first === 'w' && second) return { at: 'wallet', once: second }
  if (first === 'r' && second) return { at: 'read', once: second }
  if (first === 'status' && second === undefined) return { at: 'status' }
  return { at: 'nowhere' }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
