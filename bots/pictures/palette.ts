// The colours of the pages (bots/web/pages/styles/tokens.css), which a test compares with these.

export type Palette = Record<
  | 'paper'
  | 'card'
  | 'shade'
  | 'ink'
  | 'soft'
  | 'edge'
  | 'hair'
  | 'sea'
  | 'accepted'
  | 'refused'
  | 'waiting'
  | 'sealed'
  | 'addedGround'
  | 'removedGround',
  string
>

export const LIGHT: Palette = {
  paper: '#faf8f4',
  card: '#ffffff',
  shade: '#f0ece4',
  ink: '#17212b',
  soft: '#52606d',
  edge: '#8a8578',
  hair: '#dcd6ca',
  sea: '#0b5a63',
  accepted: '#1d6a3b',
  refused: '#9e2f1b',
  waiting: '#7a5100',
  sealed: '#573d8a',
  // One tenth of accepted and refused on paper: every colour of code keeps 4.5:1 on them.
  addedGround: '#e4eae2',
  removedGround: '#f3e3dc',
}

export const DARK: Palette = {
  paper: '#11181f',
  card: '#19232d',
  shade: '#202c37',
  ink: '#ece8e0',
  soft: '#a9b4be',
  edge: '#6f7c88',
  hair: '#2f3c48',
  sea: '#6fc7cf',
  accepted: '#7ccb96',
  refused: '#f0937f',
  waiting: '#e3b45c',
  sealed: '#b9a3ea',
  addedGround: '#1c2a2b',
  removedGround: '#272429',
}

export function paletteOf(look: { theme?: 'dark' }): Palette {
  return look.theme === 'dark' ? DARK : LIGHT
}
