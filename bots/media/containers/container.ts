// What every reader of a container says: the bytes without what they tell of whoever made them, and what can be known of them.
import type { MediaFacts } from '@perle/core'

export type Stripped = { bytes: Buffer } & Pick<MediaFacts, 'width' | 'height' | 'seconds'> & {
    /** EXIF's number for how a picture is turned when it is shown, 2 to 8; absent for one that stands upright. */
    turn?: number
  }

/** The bytes are no whole file of their type; `message` says where, for whoever made the file. */
export class Broken extends Error {}

export function demand(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Broken(message)
}

/** Whole seconds, at least one; undefined where nothing sensible is known. */
export function secondsOf(seconds: number): { seconds?: number } {
  return Number.isFinite(seconds) && seconds > 0 && seconds < 1e6 ? { seconds: Math.max(1, Math.round(seconds)) } : {}
}
