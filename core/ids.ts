// Branded ids: a string that only the right function accepts. All are uuidv7 from `ctx.newId`, so they sort by creation.
type Brand<T, B extends string> = T & { readonly __brand: B }

export type ContributorId = Brand<string, 'ContributorId'>
export type IdentityId = Brand<string, 'IdentityId'>
export type CampaignId = Brand<string, 'CampaignId'>
export type ItemId = Brand<string, 'ItemId'>
export type AssignmentId = Brand<string, 'AssignmentId'>
export type SubmissionId = Brand<string, 'SubmissionId'>
export type ConsentId = Brand<string, 'ConsentId'>
export type RoundId = Brand<string, 'RoundId'>
export type RoomId = Brand<string, 'RoomId'>
export type VoteId = Brand<string, 'VoteId'>
export type AppealId = Brand<string, 'AppealId'>
export type PostingId = Brand<string, 'PostingId'>

/** 32 bytes as 0x and 64 lower-case hex digits. */
export type Hash = `0x${string}`
/** 20 bytes as 0x and 40 hex digits, stored in lower case. */
export type Address = `0x${string}`

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A public code: 10 characters of Crockford's base 32 (50 bits), for people to read and type. */
export function codeFrom(bytes: Uint8Array): string {
  return Array.from({ length: 10 }, (_, index) => CROCKFORD.charAt((bytes[index] ?? 0) & 31)).join('')
}

/** What a person typed as a code: case, blanks and look-alike letters forgiven; undefined if it cannot be one. */
export function readCode(text: string): string | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? code : undefined
}
