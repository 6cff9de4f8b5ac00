import { useState } from 'react'
import { words } from '../words.ts'

/** A picture with its words folded below it; where it cannot be shown, its words stand in its place. */
export function Picture({ alt, src }: { alt: string; src: string | undefined }) {
  const [isMissing, setMissing] = useState(src === undefined)
  const text = (
    <p className="twin" dir="auto">
      {alt}
    </p>
  )
  if (isMissing) return text
  return (
    <figure className="picture">
      <img src={src} alt={alt} onError={() => setMissing(true)} />
      <details>
        <summary>{words.chat.asText}</summary>
        {text}
      </details>
    </figure>
  )
}
