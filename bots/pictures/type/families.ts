// Which typefaces there are, in which order each is asked for a character. Adding a script adds a line and a package.

/** `variable`: one file holds all weights. Packages are fontsource's, all under the OFL. */
export type Family = { package: string; variable?: true }

const LITERATA: Family = { package: '@fontsource/literata' }
const PLEX_SANS: Family = { package: '@fontsource/ibm-plex-sans' }
const PLEX_MONO: Family = { package: '@fontsource/ibm-plex-mono' }

/** Simplified Chinese also draws kana and most kanji; emoji come last and as outlines, in the colour of the text. */
const SCRIPTS: Family[] = [
  { package: '@fontsource/ibm-plex-sans-arabic' },
  { package: '@fontsource/noto-sans-hebrew' },
  { package: '@fontsource/noto-sans-devanagari' },
  { package: '@fontsource/noto-sans-thai' },
  { package: '@fontsource-variable/noto-sans-sc', variable: true },
  { package: '@fontsource-variable/noto-sans-kr', variable: true },
  { package: '@fontsource-variable/noto-emoji', variable: true },
]

export type Face = 'heading' | 'text' | 'strong' | 'mono'

/** Headings in Literata; a script it lacks stands in semi-bold sans. */
export const FACES: Record<Face, { weight: 400 | 600; families: Family[] }> = {
  heading: { weight: 600, families: [LITERATA, PLEX_SANS, ...SCRIPTS] },
  text: { weight: 400, families: [PLEX_SANS, ...SCRIPTS] },
  strong: { weight: 600, families: [PLEX_SANS, ...SCRIPTS] },
  mono: { weight: 400, families: [PLEX_MONO, PLEX_SANS, ...SCRIPTS] },
}
