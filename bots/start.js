// Plain JavaScript, so that an old Node can read at least this sentence.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Perle runs on Node 24; this is ${process.versions.node}.\n` +
      'On Linux (x64) `npm ci` brings the right Node along: run `npm ci`, then `npm start`.\n' +
      'On other systems install Node 24 or newer first.',
  )
  process.exit(1)
}
await import('./main.ts')
