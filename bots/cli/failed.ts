/** A command's honest no: the sentence goes to stderr, the code to whoever asked. */
export class CommandFailed extends Error {
  readonly code: 1 | 2
  constructor(sentence: string, code: 1 | 2 = 1) {
    super(sentence)
    this.name = 'CommandFailed'
    this.code = code
  }
}
