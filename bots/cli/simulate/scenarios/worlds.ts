// Worlds: how many marks there are, and how often each is the right one. Pure.
export type World = { name: string; classes: number; firstShare?: number }

export const WORLDS: readonly World[] = [
  { name: 'K3', classes: 3 },
  { name: 'K2', classes: 2 },
  { name: 'K4', classes: 4 },
  { name: 'K2 skew', classes: 2, firstShare: 0.9 },
]
export const K3 = WORLDS[0] as World
