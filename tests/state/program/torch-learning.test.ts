import { describe, expect, it } from 'vitest';
import type { LearningPart } from '../../../src/state/document.ts';
import { makeLesson, type LearningSetup } from '../../../src/state/learning-lesson.ts';
import { torchLearning } from '../../../src/state/program/torch-learning.ts';
import { ARTICLE } from '../learning-fixture.ts';
import { BY_HAND } from './samples.ts';

const programOf = (change: Partial<LearningSetup> = {}) => {
  const setup = { ...ARTICLE, ...change };
  return torchLearning(setup, makeLesson(setup));
};
const row = '    [1., 1., 0., 0., 0., 0., 1., 1.]';

it("the article's run", () => {
  expect(programOf().split('\n')).toEqual([
    'import torch',
    'from torch import nn',
    '',
    'X = torch.tensor([',
    ...Array<string>(5).fill(`${row},`),
    `${row}]).reshape(1, 1, 6, 8)`,
    'K = torch.tensor([[1., -1.]]).reshape(1, 1, 1, 2)',
    'Y = nn.functional.conv2d(X, K)',
    '',
    'conv = nn.Conv2d(1, 1, kernel_size=(1, 2), bias=False)',
    'conv.weight.data[:] = torch.tensor([[0.492331, 0.270422]])',
    'optimizer = torch.optim.SGD(conv.parameters(), lr=0.03)',
    'for epoch in range(10):',
    '    loss = ((conv(X) - Y) ** 2).sum()',
    '    optimizer.zero_grad()',
    '    loss.backward()',
    '    optimizer.step()',
    '    if (epoch + 1) % 2 == 0:',
    "        print(f'epoch {epoch + 1}, loss {loss.item():.3f}')",
    'print([[round(w, 4) for w in row] for row in conv.weight[0, 0].tolist()])',
    '',
  ]);
});

it('a batch, a bias and frozen weights, which no weight decay moves', () => {
  const program = programOf({ ...BY_HAND, loss: 'mean', stop: { loss: 0.5, gradient: 0.25 } });
  expect(program.split('\n').slice(3)).toEqual([
    'X = torch.tensor([[[1., 2.]], [[3., 4.]]]).reshape(2, 1, 1, 2)',
    'K = torch.tensor([[1., -1.]]).reshape(1, 1, 1, 2)',
    'Y = nn.functional.conv2d(X, K)',
    '',
    'conv = nn.Conv2d(1, 1, kernel_size=(1, 2))',
    'conv.weight.data[:] = torch.tensor([[0.5, -2.]])',
    'nn.init.zeros_(conv.bias)',
    'free = torch.tensor([[1., 0.]])  # 0 for a frozen weight',
    'kept = (1 - free) * conv.weight.data',
    'optimizer = torch.optim.SGD(conv.parameters(), lr=0.01, momentum=0.5, weight_decay=1)',
    'for epoch in range(10):',
    '    loss = ((conv(X) - Y) ** 2).mean()',
    '    if loss <= 0.5:',
    '        break',
    '    optimizer.zero_grad()',
    '    loss.backward()',
    '    conv.weight.grad *= free',
    '    if torch.cat([p.grad.flatten() for p in conv.parameters()]).norm() <= 0.25:',
    '        break',
    '    optimizer.step()',
    '    conv.weight.data[:] = free * conv.weight.data + kept',
    '    if (epoch + 1) % 2 == 0:',
    "        print(f'epoch {epoch + 1}, loss {loss.item():.3f}')",
    'print([[round(w, 4) for w in row] for row in conv.weight[0, 0].tolist()])',
    "print(f'bias {round(conv.bias.item(), 4) + 0:.4f}')",
    '',
  ]);
});

it('PyTorch draws the bias itself, after the weights', () => {
  expect(programOf({ start: { kind: 'torch', seed: 7 }, bias: true })).toContain(
    'torch.manual_seed(7)\nconv = nn.Conv2d(1, 1, kernel_size=(1, 2))\noptimizer',
  );
});

describe('names only what is not the default', () => {
  it.each<[string, Partial<LearningPart>]>([
    ['torch.manual_seed(7)\nconv = nn.Conv2d(', { start: { kind: 'torch', seed: 7 } }],
    ['nn.init.zeros_(conv.weight)', { start: { kind: 'zeros' } }],
    ['nn.init.ones_(conv.weight)', { start: { kind: 'ones' } }],
    ['** 2).mean()', { loss: 'mean' }],
    [
      'torch.optim.SGD(conv.parameters(), lr=0.03, momentum=0.9, nesterov=True, weight_decay=0.01)',
      { optimizer: { kind: 'sgd', momentum: 0.9, dampening: 0, nesterov: true, weightDecay: 0.01 } },
    ],
    [
      'torch.optim.Adam(conv.parameters(), lr=0.03, betas=(0.5, 0.999))',
      { optimizer: { kind: 'adam', beta1: 0.5, beta2: 0.999, epsilon: 1e-8, weightDecay: 0 } },
    ],
    ['conv.weight.grad *= free\n    optimizer.step()\n    if (epoch', { frozen: [0] }],
    [
      'K = torch.tensor([\n    [0., 0., 0.],\n    [0., 1., -1.],\n    [0., 0., 0.]])',
      { learner: { rows: 3, columns: 3 }, start: { kind: 'zeros' } },
    ],
  ])('%s', (part, change) => {
    expect(programOf(change)).toContain(part);
  });

  it('a target that no kernel of this size gives is written out', () => {
    const program = programOf({ noise: { deviation: 0.1, seed: 3 } });
    expect(program).not.toContain('conv2d(X, K)');
    const drawn = makeLesson({ ...ARTICLE, noise: { deviation: 0.1, seed: 3 } }).examples[0].target.values;
    const written = /Y = torch\.tensor\(([^)]*)\)\.reshape\(1, 1, 6, 7\)/.exec(program)?.[1] ?? '';
    const values = (JSON.parse(`[${written.replace(/(\d)\.(?=[,\]])/g, '$1')}]`) as number[][][]).flat(2);
    expect(values.map((value) => Math.fround(value))).toEqual(drawn);
  });
});
