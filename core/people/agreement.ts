// What one agrees to for one campaign: stored whole as canonical JSON, so that the proof of consent says what was read.
import type { CampaignId } from '../ids.ts'

/** The fields of the stored text; `text` is the full agreement, paragraphs parted by blank lines. */
export type AgreementTerms = {
  title: string
  requester: string
  purpose: string
  licence: string
  keptUntil: string
  text: string
}

export type Agreement = AgreementTerms & {
  campaignId: CampaignId
  version: number
  agreedAt: Date | null
  withdrawnAt: Date | null
}

/** The full text a person can read before agreeing (S05). Plain words; every promise of the platform is in it. */
export function agreementText(terms: Omit<AgreementTerms, 'text'>): string {
  return [
    `What you share. In the campaign "${terms.title}" you share your answers and how long each of them took. Nothing else leaves us under this agreement: not your name, not your account on a chat platform, not your language or your other work.`,
    `Who gets it, and for what. ${terms.requester} receives your answers, to ${terms.purpose}. The answers are given under ${terms.licence} and kept until ${terms.keptUntil}.`,
    'You are a code. In each campaign you appear under another code. We keep the link between you and the codes here, sealed, and do not pass it on. Somebody who knows a lot about you may still guess; with few people in a campaign this is easier.',
    'Check questions. Some questions have a known answer. They are paid like all others and show whether answers can be relied on.',
    'Pay. An accepted answer earns its price or a stated part of it. What you have earned stays yours, whatever you decide later. Amounts paid to a wallet address are public and cannot be taken back from public view; you can work without a wallet.',
    'A public record. For each accepted answer a fingerprint is recorded that says nothing without your text. When you leave, we delete your text and the salt, and the fingerprint leads nowhere.',
    `Taking it back. You may withdraw at any time under /privacy. We then delete your answers of this campaign here, leave them out of later copies, and tell ${terms.requester}. What a model has already learned from them cannot be undone.`,
    'Your agreement is kept with its date and this text, as proof. You can see it under /privacy, and you get a copy with /mydata.',
  ].join('\n\n')
}
