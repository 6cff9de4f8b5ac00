import { useEffect, useState } from 'react'
import { useTheme } from '../frame/theme.ts'
import { words } from '../words.ts'

/** A picture with its words folded below it; where it cannot be shown, its words stand in its place. */
export function Picture({ alt, src }: { alt: string; src: string | undefined }) {
  const [isMissing, setMissing] = useState(src === undefined)
  const text = (
    <p className="twin" dir="auto">
      {alt}
    </p>
  )
  const address = useAddress(src)
  if (isMissing) return text
  return (
    <figure className="picture">
      <img src={address} alt={alt} onError={() => setMissing(true)} />
      <details>
        <summary>{words.chat.asText}</summary>
        {text}
      </details>
    </figure>
  )
}

/** A picture of what stands above it as text: folded, and fetched when somebody unfolds it. */
export function ToldPicture({ alt, src }: { alt: string; src: string | undefined }) {
  const [isOpen, setOpen] = useState(false)
  if (src === undefined) return null
  return (
    <details className="picture" onToggle={event => setOpen(event.currentTarget.open)}>
      <summary>{words.chat.asPicture}</summary>
      {isOpen && <Pages alt={alt} src={src} />}
    </details>
  )
}

/** As many pages as the picture has, which is known once the first is drawn. */
function Pages({ alt, src }: { alt: string; src: string }) {
  const address = useAddress(src) as string
  const [pages, setPages] = useState<number>()
  useEffect(() => {
    let isHere = true
    fetch(address)
      .then(answer => (answer.ok ? Number(answer.headers.get('x-pages') ?? 1) : 0))
      .catch(() => 0)
      .then(count => {
        if (isHere) setPages(count)
      })
    return () => {
      isHere = false
    }
  }, [address])
  if (pages === undefined) return null
  if (pages === 0) return <p className="foot">{words.chat.noPicture}</p>
  // The first is asked for by the address that has just been fetched: the browser has it already.
  const addresses = Array.from({ length: pages }, (_, page) => (page === 0 ? address : `${address}&page=${page + 1}`))
  return addresses.map((each, page) => (
    <img
      key={each}
      src={each}
      loading={page === 0 ? 'eager' : 'lazy'}
      alt={pages > 1 ? `${alt} ${page + 1}/${pages}` : alt}
    />
  ))
}

/** In the colours of the page. */
function useAddress(src: string | undefined): string | undefined {
  const theme = useTheme()
  return src === undefined ? undefined : `${src}?theme=${theme}`
}
