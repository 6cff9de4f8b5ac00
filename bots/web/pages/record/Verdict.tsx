import type { Step } from '@perle/core/proof'
import { words } from '../words.ts'
import type { Checked } from './checkRecord.ts'

/** What the browser found. Green only where every step holds and the contract itself was asked. */
export function Verdict({ checked, host }: { checked: Checked | undefined; host: string }) {
  const text = words.record
  if (!checked) return <p role="status">{text.checkingNow}</p>
  const wrong = checked.steps.find(step => !step.ok)
  const [look, title, line] = wrong
    ? ['wrong', text.wrong, text.wrongLine(text.step[wrong.name])]
    : checked.chain === 'read'
      ? ['genuine', text.genuine, text.genuineLine(host)]
      : ['open', text.notChecked, checked.chain === 'away' ? text.notCheckedAway(host) : text.notCheckedNoAddress]
  return (
    <>
      <div className={`verdict ${look}`} role="status">
        <h2>{title}</h2>
        <p>{line}</p>
      </div>
      <h3>{text.steps}</h3>
      <ol className="steps">
        {checked.steps.map(step => (
          <OneStep
            key={step.name}
            step={step}
            isOpen={step.name === 'header' && checked.chain !== 'read'}
            start={step === wrong}
          />
        ))}
      </ol>
    </>
  )
}

/** `isOpen`: could not be decided here, which is neither right nor wrong. */
function OneStep({ step, isOpen, start }: { step: Step; isOpen: boolean; start: boolean }) {
  const text = words.record
  const [word, look] = isOpen ? [text.open, 'waiting'] : step.ok ? [text.held, 'accepted'] : [text.differs, 'refused']
  return (
    <li>
      <details open={start || undefined}>
        <summary>
          {text.step[step.name]} <span className={look}>{word}</span>
        </summary>
        <p>{text.stepAbout[step.name]}</p>
        <dl className="values">
          <dt>{text.computed}</dt>
          <dd className="mono">{step.found}</dd>
          {!isOpen && (
            <>
              <dt>{step.name === 'header' ? text.fromChain : text.expected}</dt>
              <dd className="mono">{step.expected}</dd>
            </>
          )}
          {Object.entries(step.values)
            .filter(([name, value]) => value.length > 0 && name in text.value)
            .map(([name, value]) => (
              <ValueOf key={name} name={text.value[name] ?? name} value={value} />
            ))}
        </dl>
      </details>
    </li>
  )
}

function ValueOf({ name, value }: { name: string; value: string | readonly string[] }) {
  return (
    <>
      <dt>{name}</dt>
      {typeof value === 'string' ? (
        <dd className="mono">{value}</dd>
      ) : (
        <dd className="mono">
          <ol className="plainList">
            {value.map(hash => (
              <li key={hash}>{hash}</li>
            ))}
          </ol>
        </dd>
      )}
    </>
  )
}
