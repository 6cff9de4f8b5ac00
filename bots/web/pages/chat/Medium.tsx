import { useState } from 'react'
import type { Block } from '../../../conversation/view.ts'
import { words } from '../words.ts'

type MediaBlock = Extract<Block, { type: 'media' }>

/** A file of a task with its words. One that is hard to see stays covered until it is asked for; its words do not. */
export function Medium({ block }: { block: MediaBlock }) {
  const [isCovered, setCovered] = useState(block.isBlurred === true)
  const [isMissing, setMissing] = useState(block.src === undefined)
  return (
    <figure className={`medium ${block.class}`}>
      {isCovered && !isMissing && block.class !== 'file' ? (
        <Cover block={block} show={() => setCovered(false)} />
      ) : (
        !isMissing && <Shown block={block} failed={() => setMissing(true)} />
      )}
      {isMissing && <p className="away">{words.chat.mediaAway(block.label)}</p>}
      <Words block={block} isOpen={isMissing} />
    </figure>
  )
}

/** A picture as a blur of itself, so that its place does not jump; sound and films play nothing yet. */
function Cover({ block, show }: { block: MediaBlock; show: () => void }) {
  const { width, height } = block.media
  const shape = width && height ? { aspectRatio: `${width} / ${height}` } : undefined
  return (
    <button type="button" className="cover" style={shape} onClick={show}>
      {block.class === 'image' && <img src={block.small ?? block.src} alt="" aria-hidden="true" />}
      <span className="press uncover">{words.chat.uncover(block.label)}</span>
    </button>
  )
}

function Shown({ block, failed }: { block: MediaBlock; failed: () => void }) {
  const { src, small, alt, label, name, media } = block
  const title = <figcaption dir="auto">{label}</figcaption>
  switch (block.class) {
    case 'image': {
      const size = media.width && media.height ? { width: media.width, height: media.height } : {}
      const image = <img src={small ?? src} alt={alt} {...size} onError={failed} />
      if (small === undefined) return image
      return (
        <>
          {image}
          <a href={src} target="_blank" rel="noreferrer">
            {words.chat.fullSize}
          </a>
        </>
      )
    }
    case 'audio':
      return (
        <>
          {title}
          {/* biome-ignore lint/a11y/useMediaCaption: what is said stands below it in words. */}
          <audio controls preload="metadata" src={src} aria-label={label} onError={failed} />
        </>
      )
    case 'video':
      return (
        <>
          {title}
          {/* biome-ignore lint/a11y/useMediaCaption: as above. */}
          <video controls playsInline preload="metadata" src={src} aria-label={label} onError={failed} />
        </>
      )
    case 'file':
      return (
        <a className="file" href={src} download={name}>
          <span dir="auto">{label}</span>
        </a>
      )
  }
}

function Words({ block: { alt, transcript }, isOpen }: { block: MediaBlock; isOpen: boolean }) {
  if (alt === '' && transcript === undefined) return null
  return (
    <details open={isOpen}>
      <summary>{words.chat.inWords}</summary>
      {alt !== '' && (
        <p className="twin" dir="auto">
          {alt}
        </p>
      )}
      {transcript !== undefined && (
        <p className="twin" dir="auto">
          {transcript}
        </p>
      )}
    </details>
  )
}
