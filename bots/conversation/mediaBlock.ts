// One of an item's media as it is shown. Pure.
import { type Media, mediaClass } from '@perle/core'
import type { Block } from './view.ts'
import { isolated } from './words/fill.ts'
import type { Words } from './words/index.ts'

export type MediaBlock = Extract<Block, { type: 'media' }>

export function mediaBlock(w: Words, medium: Media, isBlurred = false): MediaBlock {
  const { at: _at, name, alt = '', transcript, ...media } = medium
  return {
    type: 'media',
    media,
    class: mediaClass(media.type),
    name,
    label: labelOf(w, medium),
    alt,
    ...(transcript === undefined ? {} : { transcript }),
    ...(isBlurred ? { isBlurred: true as const } : {}),
  }
}

function labelOf(w: Words, { type, seconds, name, bytes }: Media): string {
  const time = seconds === undefined ? w.bytes(bytes) : w.duration(seconds)
  switch (mediaClass(type)) {
    case 'image':
      return w.say('media.image')
    case 'audio':
      return w.say('media.audio', { time })
    case 'video':
      return w.say('media.video', { time })
    case 'file':
      return w.say('media.file', { name: isolated(name), size: w.bytes(bytes) })
  }
}
