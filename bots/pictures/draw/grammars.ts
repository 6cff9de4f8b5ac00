// The languages that tasks come in, by name and by file ending. Each grammar is read when it is first needed.
import type { LanguageRegistration } from '@shikijs/primitive'

export type Grammar = { name: string; load: () => Promise<{ default: LanguageRegistration[] }> }

const GRAMMARS: Record<string, () => Promise<{ default: LanguageRegistration[] }>> = {
  bash: () => import('@shikijs/langs/bash'),
  c: () => import('@shikijs/langs/c'),
  cpp: () => import('@shikijs/langs/cpp'),
  csharp: () => import('@shikijs/langs/csharp'),
  css: () => import('@shikijs/langs/css'),
  go: () => import('@shikijs/langs/go'),
  html: () => import('@shikijs/langs/html'),
  java: () => import('@shikijs/langs/java'),
  javascript: () => import('@shikijs/langs/javascript'),
  json: () => import('@shikijs/langs/json'),
  kotlin: () => import('@shikijs/langs/kotlin'),
  markdown: () => import('@shikijs/langs/markdown'),
  php: () => import('@shikijs/langs/php'),
  python: () => import('@shikijs/langs/python'),
  ruby: () => import('@shikijs/langs/ruby'),
  rust: () => import('@shikijs/langs/rust'),
  solidity: () => import('@shikijs/langs/solidity'),
  sql: () => import('@shikijs/langs/sql'),
  swift: () => import('@shikijs/langs/swift'),
  toml: () => import('@shikijs/langs/toml'),
  tsx: () => import('@shikijs/langs/tsx'),
  typescript: () => import('@shikijs/langs/typescript'),
  yaml: () => import('@shikijs/langs/yaml'),
}

const ENDINGS: Record<string, string> = {
  cc: 'cpp',
  cs: 'csharp',
  h: 'c',
  hpp: 'cpp',
  js: 'javascript',
  jsx: 'tsx',
  kt: 'kotlin',
  md: 'markdown',
  mjs: 'javascript',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  sol: 'solidity',
  ts: 'typescript',
  yml: 'yaml',
}

/** `language` is a name ("python"), an ending ("py") or a file ("src/pages.py"). */
export function grammarOf(language: string | undefined): Grammar | undefined {
  const ending = language?.toLowerCase().split(/[./]/).at(-1) ?? ''
  const name = Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] as string) : ending
  return Object.hasOwn(GRAMMARS, name) ? { name, load: GRAMMARS[name] as Grammar['load'] } : undefined
}
