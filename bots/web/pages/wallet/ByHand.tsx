import { useState } from 'react'
import { words } from '../words.ts'
import type { Linking } from './useLinking.ts'

const text = words.wallet
const ADDRESS = /^0x[0-9a-fA-F]{40}$/
/** 65 bytes of a key, or longer from a contract wallet (ERC-1271). */
const SIGNATURE = /^0x(?:[0-9a-fA-F]{2}){65,}$/

/** For a wallet that is not in this browser: address, message to sign there, signature brought back. */
export function ByHand({ linking }: { linking: Linking }) {
  const [address, setAddress] = useState('')
  const [signature, setSignature] = useState('')
  const [message, setMessage] = useState<string>()
  const [hint, setHint] = useState('')
  const show = async () => {
    if (!ADDRESS.test(address.trim())) return setHint(text.addressShape)
    setHint('')
    setMessage(await linking.messageFor(address.trim()))
  }
  const send = async () => {
    if (!SIGNATURE.test(signature.trim())) return setHint(text.signatureShape)
    setHint('')
    await linking.sendSignature(address.trim(), signature.trim())
  }
  return (
    <details>
      <summary>{text.hand}</summary>
      <div className="stack">
        <p>{text.handAbout}</p>
        <form
          className="stack tight"
          onSubmit={event => {
            event.preventDefault()
            show()
          }}
        >
          <label htmlFor="address">{text.address}</label>
          <input
            id="address"
            className="field mono"
            autoComplete="off"
            spellCheck={false}
            value={address}
            aria-describedby="handHint"
            onChange={event => {
              setAddress(event.target.value)
              setMessage(undefined)
            }}
          />
          <div>
            <button type="submit" className="press" aria-disabled={linking.busy || undefined}>
              {text.showMessage}
            </button>
          </div>
        </form>
        {message !== undefined && (
          <SignatureForm
            message={message}
            signature={signature}
            write={setSignature}
            isBusy={linking.busy}
            send={send}
          />
        )}
        <p id="handHint" className="waiting" role="status">
          {hint}
        </p>
      </div>
    </details>
  )
}

function SignatureForm(props: {
  message: string
  signature: string
  write: (signature: string) => void
  isBusy: boolean
  send: () => void
}) {
  return (
    <form
      className="stack tight"
      onSubmit={event => {
        event.preventDefault()
        props.send()
      }}
    >
      <p className="label" id="messageLabel">
        {text.message}
      </p>
      <MessageToSign message={props.message} />
      <label htmlFor="signature">{text.signature}</label>
      <textarea
        id="signature"
        className="field mono"
        rows={3}
        spellCheck={false}
        value={props.signature}
        aria-describedby="handHint"
        onChange={event => props.write(event.target.value)}
      />
      <div>
        <button type="submit" className="press" aria-disabled={props.isBusy || undefined}>
          {text.send}
        </button>
      </div>
    </form>
  )
}

function MessageToSign({ message }: { message: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(message)
      setCopied(true)
    } catch {
      // The text can still be marked and copied by hand.
    }
  }
  return (
    <>
      <textarea className="field mono" rows={8} readOnly value={message} aria-labelledby="messageLabel" />
      <div>
        <button type="button" className="press" onClick={copy}>
          {copied ? words.frame.copied : words.frame.copy}
        </button>
      </div>
    </>
  )
}
