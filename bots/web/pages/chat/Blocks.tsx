import type { Block, DiffLine, Span } from '../../../conversation/view.ts'
import { Pearl } from '../frame/Pearl.tsx'
import { Medium } from './Medium.tsx'
import { Picture, ToldPicture } from './Picture.tsx'

/** Every block of a View; a new type of block does not compile until it is drawn here. */
export function Blocks({ blocks }: { blocks: Block[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: blocks have no name of their own; a new View draws all of them anew.
  return blocks.map((block, place) => <OneBlock key={`${block.type}.${place}`} block={block} />)
}

function OneBlock({ block }: { block: Block }) {
  switch (block.type) {
    case 'text':
      return (
        <p dir="auto">
          <Spans spans={block.spans} />
        </p>
      )
    case 'mark':
      return (
        <p className={`mark ${block.mark}`}>
          <Pearl mark={block.mark} />
          <span dir="auto">
            <Spans spans={block.spans} />
          </span>
        </p>
      )
    case 'content':
      return (
        <blockquote className="content" dir="auto">
          {block.text}
        </blockquote>
      )
    case 'option':
      return (
        <section className="option">
          <h2 dir="auto">{block.label}</h2>
          <p dir="auto">{block.text}</p>
        </section>
      )
    case 'diff':
      return <Change file={block.file} lines={block.lines} />
    case 'list':
      return block.ordered ? (
        <ol className="lines">
          <Lines items={block.items} />
        </ol>
      ) : (
        <ul className="lines">
          <Lines items={block.items} />
        </ul>
      )
    case 'picture':
      return block.isTold ? (
        <ToldPicture alt={block.alt} src={block.src} />
      ) : (
        <Picture alt={block.alt} src={block.src} />
      )
    case 'media':
      return <Medium block={block} />
    case 'foot':
      return (
        <p className="foot" dir="auto">
          {block.text}
        </p>
      )
    default:
      return block satisfies never
  }
}

const MARKS = { same: ' ', added: '+', removed: '−' } as const

/** Lines of a change; long ones wrap, so that a phone shows all of them without scrolling sideways. */
function Change({ file, lines }: { file: string; lines: DiffLine[] }) {
  return (
    <figure className="change" dir="ltr">
      <figcaption className="mono">{file}</figcaption>
      <table>
        <tbody>
          {lines.map((line, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and never change places.
            <tr key={place} className={line.mark}>
              {line.mark === 'gap' ? (
                <td colSpan={3}>⋯</td>
              ) : (
                <>
                  <th scope="row">{line.number}</th>
                  <td className="sign">{MARKS[line.mark]}</td>
                  <td className="code">{line.text}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}

function Lines({ items }: { items: Span[][] }) {
  return items.map((spans, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and never change places.
    <li key={place} dir="auto">
      <Spans spans={spans} />
    </li>
  ))
}

function Spans({ spans }: { spans: Span[] }) {
  return spans.map((span, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: as above.
    typeof span === 'string' ? span : <b key={place}>{span.bold}</b>,
  )
}
