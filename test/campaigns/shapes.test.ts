// Data as people have it, read as items of a campaign. Each case is a row as its public data set writes it, shortened.
import { describe, expect, it } from 'vitest'
import { ask, good, itemsIn, lines, opened, pair, poor, readOne, sidesOf } from './readShapes.ts'

describe('preference pairs', () => {
  it.each([
    ['TRL, plain', { prompt: ask.content, chosen: good.content, rejected: poor.content }],
    ['TRL, messages', { prompt: [ask], chosen: [good], rejected: [poor] }],
    ['TRL, the prompt inside', { chosen: [ask, good], rejected: [ask, poor] }],
    ['UltraFeedback', { prompt: ask.content, prompt_id: 'f0', chosen: [ask, good], rejected: [ask, poor] }],
    [
      'HH-RLHF',
      {
        chosen: `\n\nHuman: ${ask.content}\n\nAssistant: ${good.content}`,
        rejected: `\n\nHuman: ${ask.content}\n\nAssistant: ${poor.content}`,
      },
    ],
    ['with a winner', { prompt: ask.content, response_a: poor.content, response_b: good.content, winner: 'b' }],
    [
      'Arena',
      { model_a: 'x', model_b: 'y', conversation_a: [ask, poor], conversation_b: [ask, good], winner: 'model_b' },
    ],
    [
      'the winner by the name of its model',
      {
        question: ask.content,
        answer_a: good.content,
        answer_b: poor.content,
        model_a: 'x',
        model_b: 'y',
        winner: 'x',
      },
    ],
    [
      'PKU-SafeRLHF',
      { prompt: ask.content, response_0: poor.content, response_1: good.content, better_response_id: 1 },
    ],
    ['SHP', { history: ask.content, human_ref_A: good.content, human_ref_B: poor.content, labels: 1 }],
    ['AlpacaEval', { instruction: ask.content, output_1: poor.content, output_2: good.content, preference: 2 }],
  ])('are read from %s', async (_name, record) => {
    expect(sidesOf(await readOne(record, 'pairwise'))).toEqual(pair)
  })

  it('of a talk keep what both sides share as the prompt, with who speaks', async () => {
    const talk = [{ role: 'system', content: 'Be brief.' }, ask, good, { role: 'user', content: 'And red?' }]
    const item = await readOne(
      { chosen: [...talk, { role: 'assistant', content: 'At dusk.' }], rejected: [...talk, poor] },
      'pairwise',
    )
    expect(sidesOf(item)).toEqual({
      prompt: `System: Be brief.\n\nUser: ${ask.content}\n\nAssistant: ${good.content}\n\nUser: And red?`,
      better: 'At dusk.',
      worse: poor.content,
    })
  })

  it('of the Arena as CSV hold lists inside their cells, and flags for the winner', async () => {
    const cell = (value: unknown) => `"${JSON.stringify(value).replaceAll('"', '""')}"`
    const csv = `id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie\n30192,x,y,${cell([ask.content])},${cell([good.content])},${cell([poor.content])},0,0,1\n`
    const file = await opened('arena.csv', csv, 'pairwise')
    expect(await itemsIn(file, 'pairwise')).toEqual([
      {
        row: 2,
        id: '30192',
        role: 'live',
        content: { prompt: ask.content, a: good.content, b: poor.content },
        truth: 'tie',
      },
    ])
    expect([...file.leftOut.columns]).toEqual([
      ['model_a', 1],
      ['model_b', 1],
    ])
  })

  it('put the chosen reply on either side as often, and the same pair always on the same', async () => {
    const rows = Array.from({ length: 400 }, (_, n) => ({
      prompt: `Question ${n}?`,
      chosen: `Good ${n}`,
      rejected: `Poor ${n}`,
    }))
    const items = await itemsIn(await opened('many.jsonl', lines(...rows), 'pairwise'), 'pairwise')
    const left = items.filter(item => item.truth === 'a').length
    // 400 draws at one half: within five standard deviations.
    expect(Math.abs(left - 200)).toBeLessThan(50)
    expect(items.every((item, n) => sidesOf(item).better === `Good ${n}`)).toBe(true)
    const turned = rows.map(({ prompt, chosen, rejected }) => ({ prompt, chosen: rejected, rejected: chosen }))
    const others = await itemsIn(await opened('turned.jsonl', lines(...turned), 'pairwise'), 'pairwise')
    expect(others.map(item => item.content)).toEqual(items.map(item => item.content))
    expect(others.every((item, n) => item.truth !== items[n]?.truth)).toBe(true)
  })

  it('say what they were read as, and which columns were not taken', async () => {
    const record = { prompt: 'p', chosen: 'x', rejected: 'y', score_chosen: 8.5, source: 'evol', nothing: null }
    const item = await readOne(record, 'pairwise')
    expect(item.shape).toMatch(/^preference pairs: prompt, chosen, rejected /)
    expect(item.columns).toEqual(['score_chosen', 'source'])
  })

  it.each([
    ['without a prompt', { chosen: 'x', rejected: 'y' }, 'prompt'],
    ['with one reply twice', { prompt: 'p', chosen: 'x', rejected: 'x' }, 'rejected'],
    ['with an empty reply', { prompt: 'p', chosen: '', rejected: 'x' }, 'chosen'],
    ['with a reply that is a number', { prompt: 'p', chosen: 'x', rejected: 7 }, 'rejected'],
    [
      'with a picture in a message',
      {
        prompt: [{ role: 'user', content: [{ type: 'image_url', image_url: { url: 'x' } }] }],
        chosen: 'x',
        rejected: 'y',
      },
      'prompt.0.content',
    ],
    ['with a winner nobody knows', { prompt: 'p', response_a: 'x', response_b: 'y', winner: 'left' }, 'winner'],
  ])('%s are refused by the name of their field', async (_name, record, field) => {
    expect(await readOne(record, 'pairwise')).toMatchObject({ row: 1, fault: { field } })
  })

  it('without a winner are items without a truth', async () => {
    const item = await readOne({ prompt: 'p', response_a: 'x', response_b: 'y' }, 'pairwise')
    expect(item).not.toHaveProperty('truth')
  })
})

describe('chat messages', () => {
  const calls = [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Oslo"}' } }]
  const messages = [
    { role: 'user', content: 'Do I need a coat in Oslo?' },
    { role: 'assistant', content: null, tool_calls: calls },
    { role: 'tool', tool_call_id: 'c1', name: 'weather', content: [{ type: 'text', text: '-4 C' }] },
    { role: 'assistant', content: 'Yes, a warm one.' },
  ]
  const before =
    'User: Do I need a coat in Oslo?\n\nAssistant: Calls weather with {"city":"Oslo"}\n\nTool weather: -4 C'

  it('become one text with who speaks, and keep what a tool was asked and answered', async () => {
    const item = await readOne({ id: 'm1', messages }, 'choice')
    expect(item).toMatchObject({ id: 'm1', content: { text: `${before}\n\nAssistant: Yes, a warm one.` } })
  })

  it('are rated by the last reply, with what stands before it as its source', async () => {
    expect(await readOne({ messages }, 'rating')).toMatchObject({
      content: { text: 'Yes, a warm one.', source: before },
    })
    const fault = { field: 'messages.2', expected: expect.stringContaining('assistant at the end') }
    expect(await readOne({ messages: messages.slice(0, 3) }, 'rating')).toMatchObject({ fault })
  })

  it('are the source of a text, and may come from ShareGPT', async () => {
    const conversations = [
      { from: 'human', value: 'Hello' },
      { from: 'gpt', value: 'Good day.' },
    ]
    expect(await readOne({ conversations }, 'text')).toMatchObject({
      content: { source: 'User: Hello\n\nAssistant: Good day.' },
    })
  })

  it('take a label from a column that is named', async () => {
    expect(await readOne({ messages, kind_of: 'Advert' }, 'choice', { truth: 'kind_of' })).toMatchObject({
      truth: 'advert',
      columns: [],
    })
  })
})

describe('steps of reasoning', () => {
  const rated = (text: string, rating: number | null) => ({ text, rating, flagged: null })
  const step = (...completions: object[]) => ({ completions, human_completion: null, chosen_completion: 0 })
  const unexplained = { reason: 'other', note: expect.stringContaining('gives no reason') }

  it('are read from PRM800K with the first step that was rated wrong', async () => {
    const written = ['Let x be the price.', 'Then x = 4.', 'So 8.']
    const record = {
      labeler: 'u1',
      question: { problem: 'What is twice the price?', pre_generated_steps: written, ground_truth_answer: '6' },
      label: {
        steps: [
          step(rated(written[0] as string, 0)),
          { ...step(rated(written[1] as string, -1), rated('Other', 1)), chosen_completion: null },
        ],
        finish_reason: 'found_error',
      },
    }
    const item = await readOne(record, 'steps')
    expect(item).toMatchObject({
      content: { problem: 'What is twice the price?', steps: written },
      truth: { mistake: 2, neither: [1], ...unexplained },
      columns: ['labeler'],
    })
  })

  it('are read from PRM800K along the path that was chosen, a step of the labeler among it', async () => {
    const own = { completions: [rated('Bad', -1)], human_completion: { text: 'So 6.' }, chosen_completion: null }
    const second = {
      completions: [rated('Worse', -1), rated('x is 3.', 1)],
      human_completion: null,
      chosen_completion: 1,
    }
    const record = { question: { problem: 'p' }, label: { steps: [second, own], finish_reason: 'solution' } }
    expect(await readOne(record, 'steps')).toMatchObject({
      content: { steps: ['x is 3.', 'So 6.'] },
      truth: { mistake: null },
    })
  })

  it('carry no truth where nobody looked to the end', async () => {
    const record = {
      question: { problem: 'p', pre_generated_steps: ['a', 'b'] },
      label: { steps: [step(rated('a', 1))], finish_reason: 'give_up' },
    }
    expect(await readOne(record, 'steps')).not.toHaveProperty('truth')
  })

  it.each([
    ['ProcessBench', { id: 'gsm8k-0', problem: 'p', steps: ['a', 'b', 'c'], label: 1, final_answer_correct: false }, 2],
    ['ProcessBench without a mistake', { problem: 'p', steps: ['a', 'b'], label: -1 }, null],
    ["TRL's stepwise supervision", { prompt: 'p', completions: ['a', 'b'], labels: [true, false] }, 2],
    ['labels of 1 and 0', { question: 'p', steps: ['a', 'b', 'c'], labels: [1, 0, 0] }, 2],
    [
      'ratings inside the steps',
      {
        problem: 'p',
        steps: [
          { step: 'a', rating: 1 },
          { step: 'b', rating: -1 },
        ],
      },
      2,
    ],
    [
      'Math-Shepherd',
      {
        input: 'How many? Step 1: Two. ки\nStep 2: Four. ки',
        label: 'How many? Step 1: Two. +\nStep 2: Four. -',
        task: 'GSM8K',
      },
      2,
    ],
  ])('are read from %s', async (_name, record, mistake) => {
    const item = await readOne(record, 'steps')
    expect(item.truth).toMatchObject(mistake === null ? { mistake } : { mistake, ...unexplained })
  })

  it('of Math-Shepherd come without tags and numbers', async () => {
    const record = {
      input: 'How many? Step 1: Two. ки\nStep 2: Four. ки',
      label: 'How many? Step 1: Two. +\nStep 2: Four. -',
    }
    expect(await readOne(record, 'steps')).toMatchObject({
      content: { problem: 'How many?', steps: ['Two.', 'Four.'] },
    })
  })

  it.each([
    ['a label beyond the steps', { problem: 'p', steps: ['a'], label: 3 }, 'label'],
    ['fewer labels than steps', { problem: 'p', steps: ['a', 'b'], labels: [1] }, 'labels'],
    ['an empty step', { problem: 'p', steps: ['a', ''] }, 'steps.1'],
    [
      'more steps than people can go through',
      { problem: 'p', steps: Array.from({ length: 21 }, (_, n) => `s${n}`) },
      'content.steps',
    ],
  ])('with %s are refused by the name of their field', async (_name, record, field) => {
    expect(await readOne(record, 'steps')).toMatchObject({ fault: { field } })
  })
})
