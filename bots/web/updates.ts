// Who is looking at a page right now, and what they are told: "something changed", and how far a long step has come.

export type Progress = { label: string; done: number; total: number | null; ended?: true; sentence?: string }
export type Update = { event: 'changed'; data: Record<string, never> } | { event: 'progress'; data: Progress }

/** Small and in memory: a page that missed an update asks again when it is looked at. */
export type Updates = {
  listen(listener: (update: Update) => void): () => void
  changed(): void
  progress(progress: Progress): void
}

export function createUpdates(): Updates {
  const listeners = new Set<(update: Update) => void>()
  const tell = (update: Update) => {
    for (const listener of listeners) listener(update)
  }
  return {
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    changed: () => tell({ event: 'changed', data: {} }),
    progress: progress => tell({ event: 'progress', data: progress }),
  }
}
