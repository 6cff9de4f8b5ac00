// The level that a reputation gives. Pure.

export const STANDINGS = ['new', 'regular', 'trusted', 'expert'] as const
export type Standing = (typeof STANDINGS)[number]

/**
 * What each level asks: the lower 5 % bound of the share of right answers, and checked answers behind it.
 * 0.60, 0.75 and 0.85 lie where a careless (0.66), an average (0.80) and a careful person (0.92) of the simulated crowd
 * part; the counts keep a lucky first dozen from counting as a record.
 */
export const STANDING_TERMS: Record<Standing, { lowPpm: number; checked: number }> = {
  new: { lowPpm: 0, checked: 0 },
  regular: { lowPpm: 600_000, checked: 12 },
  trusted: { lowPpm: 750_000, checked: 40 },
  expert: { lowPpm: 850_000, checked: 120 },
}

export function standingOf(lowPpm: number, checked: number): Standing {
  const reached = STANDINGS.filter(
    name => lowPpm >= STANDING_TERMS[name].lowPpm && checked >= STANDING_TERMS[name].checked,
  )
  return reached.at(-1) ?? 'new'
}

export function nextStanding(standing: Standing): Standing | null {
  return STANDINGS[STANDINGS.indexOf(standing) + 1] ?? null
}
