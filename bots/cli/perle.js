#!/usr/bin/env node
// Plain JavaScript, so that an old Node can read at least this sentence.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Perle runs on Node 24; this is ${process.versions.node}. Use \`npm run -s perle -- ...\`, which brings its own.`,
  )
  process.exit(1)
}
await import('./perle.ts')
