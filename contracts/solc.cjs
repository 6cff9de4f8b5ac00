#!/usr/bin/env node
// Gives forge the two things it asks of a native solc, on top of solc-js: `--version`, and standard JSON on stdin.
// CommonJS, because forge runs it without type stripping and solc-js is CommonJS.
const fs = require('node:fs')
const path = require('node:path')
const solc = require('solc')

const flags = process.argv.slice(2)

if (flags.includes('--version')) {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`)
} else {
  const basePath = flags.includes('--base-path') ? flags[flags.indexOf('--base-path') + 1] : process.cwd()
  // forge inlines every source it knows; this covers a file it did not.
  const readImport = name => {
    const file = path.resolve(basePath, name)
    return fs.existsSync(file) ? { contents: fs.readFileSync(file, 'utf8') } : { error: `${name} not found` }
  }
  process.stdout.write(solc.compile(fs.readFileSync(0, 'utf8'), { import: readImport }))
}
