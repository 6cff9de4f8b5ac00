// Answers in typed arrays, grouped by item. Everything here walks them in one order, so that equal input gives equal bits.

/** Answer k: contributor `contributorIndex[k]` gave class `label[k]` to item `itemIndex[k]`. All indexes count from 0. */
export type LabelInput = {
  items: number
  contributors: number
  classes: number
  itemIndex: Int32Array
  contributorIndex: Int32Array
  label: Int32Array
  /** Known class of each item, -1 where none is known. */
  gold?: Int32Array | undefined
  /** 1 for a contributor whose answers must not move anything (who failed the gold gate). */
  muted?: Uint8Array | undefined
}

/**
 * `order` lists answers item by item; those of item i are `order[start[i]] .. order[start[i + 1] - 1]`. `cell`, along `order`: where the row of
 * this contributor and class starts in an array of confusion matrices (see LabelFit).
 */
export type AnswersByItem = { start: Int32Array; order: Int32Array; cell: Int32Array }

/**
 * Groups answers by item, in their given order. Of several answers of one contributor to one item the last counts; muted ones do not.
 * Throws RangeError on an index outside its range: that is a bug of the caller.
 */
export function answersByItem(input: LabelInput): AnswersByItem {
  checkInput(input)
  const { items, itemIndex } = input
  const counts = new Int32Array(items + 1)
  for (const item of itemIndex) counts[item + 1]! += 1
  for (let i = 0; i < items; i++) counts[i + 1]! += counts[i]!
  const sorted = new Int32Array(itemIndex.length)
  const next = counts.slice(0, items)
  for (let k = 0; k < itemIndex.length; k++) {
    const item = itemIndex[k]!
    sorted[next[item]!] = k
    next[item]! += 1
  }
  return keepLast(input, counts, sorted)
}

function keepLast(input: LabelInput, bounds: Int32Array, sorted: Int32Array): AnswersByItem {
  const { items, contributors, classes, contributorIndex, label, muted } = input
  const seenAt = new Int32Array(contributors).fill(-1)
  const start = new Int32Array(items + 1)
  const kept = new Int32Array(sorted.length)
  // Backwards, so that the first answer met is the last one given.
  let end = sorted.length
  for (let i = items - 1; i >= 0; i--) {
    start[i + 1] = end
    for (let position = bounds[i + 1]! - 1; position >= bounds[i]!; position--) {
      const k = sorted[position]!
      const contributor = contributorIndex[k]!
      if (seenAt[contributor]! === i || muted?.[contributor] === 1) continue
      seenAt[contributor] = i
      kept[--end] = k
    }
  }
  start[0] = end
  const order = kept.slice(end)
  const cell = order.map(k => (contributorIndex[k]! * classes + label[k]!) * classes)
  return { start: start.map(value => value - end), order, cell }
}

function checkInput(input: LabelInput): void {
  const { items, contributors, classes, itemIndex, contributorIndex, label, gold, muted } = input
  const count = itemIndex.length
  if (contributorIndex.length !== count || label.length !== count) throw new RangeError('answers of unequal length')
  if (classes < 2) throw new RangeError('fewer than two classes')
  if (gold !== undefined && gold.length !== items) throw new RangeError('gold is one entry an item')
  if (muted !== undefined && muted.length !== contributors) throw new RangeError('muted is one entry a contributor')
  for (let k = 0; k < count; k++) {
    if (itemIndex[k]! < 0 || itemIndex[k]! >= items) throw new RangeError(`item of answer ${k}`)
    if (contributorIndex[k]! < 0 || contributorIndex[k]! >= contributors) {
      throw new RangeError(`contributor of answer ${k}`)
    }
    if (label[k]! < 0 || label[k]! >= classes) throw new RangeError(`class of answer ${k}`)
  }
  if (gold?.some(value => value < -1 || value >= classes)) throw new RangeError('class of a gold item')
}
