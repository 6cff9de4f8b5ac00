// What may have happened to somebody while away. Words for each live in bots/conversation/words.

export const NOTICE_CODES = [
  'answer.accepted',
  'answer.rejected',
  'appeal.won',
  'appeal.lost',
  'appeal.unseated',
  'payday',
  'pay.sent',
  'pay.arrived',
  'round.closed',
  'test.stipend',
  'wallet.changed',
  'guide.changed',
  'guide.answered',
  'skill.paused',
  'review.invited',
] as const
export type NoticeCode = (typeof NOTICE_CODES)[number]

export type Notice = { id: string; code: NoticeCode; values: Record<string, string | number>; createdAt: Date }
