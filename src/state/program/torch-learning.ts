/** A run of scene 3 as a PyTorch program: it prints the page's lines. */
import type { LearningPart, NumberGrid } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { freeWeights, givenTargets, imagesOf } from './lesson-data.ts';
import { numberText } from './literal.ts';
import { planeText, tensorText } from './torch-tensor.ts';

export function torchLearning(part: LearningPart, lesson: Lesson): string {
  const isFrozen = part.frozen.length > 0;
  return [
    'import torch',
    'from torch import nn',
    '',
    ...dataLines(part, lesson),
    '',
    ...startLines(part, lesson),
    ...freeLines(part, lesson),
    `optimizer = ${optimizerText(part)}`,
    `for epoch in range(${String(part.steps)}):`,
    `    loss = ((conv(X) - Y) ** 2).${part.loss}()`,
    ...stopLine('loss', part.stop.loss),
    '    optimizer.zero_grad()',
    '    loss.backward()',
    ...(isFrozen ? ['    conv.weight.grad *= free'] : []),
    ...stopLine(gradientLength(part), part.stop.gradient),
    '    optimizer.step()',
    ...(isFrozen && decays(part) ? ['    conv.weight.data[:] = free * conv.weight.data + kept'] : []),
    '    if (epoch + 1) % 2 == 0:',
    "        print(f'epoch {epoch + 1}, loss {loss.item():.3f}')",
    'print([[round(w, 4) for w in row] for row in conv.weight[0, 0].tolist()])',
    // Rounded and with 0 added, as a small negative number would be -0.0000.
    ...(part.bias ? ["print(f'bias {round(conv.bias.item(), 4) + 0:.4f}')"] : []),
    '',
  ].join('\n');
}

function dataLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const given = givenTargets(part, lesson);
  return [
    `X = ${planeText(...imagesOf(lesson))}`,
    ...('teacher' in given
      ? [`K = ${planeText(given.teacher)}`, 'Y = nn.functional.conv2d(X, K)']
      : [`Y = ${planeText(...given.targets)}`]),
  ];
}

function stopLine(measure: string, threshold: number): readonly string[] {
  return threshold > 0 ? [`    if ${measure} <= ${numberText(threshold)}:`, '        break'] : [];
}

function gradientLength({ bias }: LearningPart): string {
  return bias ? 'torch.cat([p.grad.flatten() for p in conv.parameters()]).norm()' : 'conv.weight.grad.norm()';
}

/** PyTorch draws the bias after the weights; from all other starts it begins at 0. */
function startLines({ start, bias }: LearningPart, { start: kernel }: Lesson): readonly string[] {
  const size = `(${String(kernel.rows)}, ${String(kernel.columns)})`;
  const layer = `conv = nn.Conv2d(1, 1, kernel_size=${size}${bias ? '' : ', bias=False'})`;
  if (start.kind === 'torch') return [`torch.manual_seed(${String(start.seed)})`, layer];
  return [layer, weightLine(start.kind, kernel), ...(bias ? ['nn.init.zeros_(conv.bias)'] : [])];
}

function weightLine(kind: LearningPart['start']['kind'], kernel: NumberGrid): string {
  if (kind === 'zeros') return 'nn.init.zeros_(conv.weight)';
  if (kind === 'ones') return 'nn.init.ones_(conv.weight)';
  return `conv.weight.data[:] = torch.tensor(${tensorText(kernel)})`;
}

/** A gradient of 0 keeps a weight where it is, but for the decay, which the optimiser adds to it. */
function freeLines(part: LearningPart, lesson: Lesson): readonly string[] {
  const free = freeWeights(lesson);
  if (!free) return [];
  return [
    `free = torch.tensor(${tensorText(free)})  # 0 for a frozen weight`,
    ...(decays(part) ? ['kept = (1 - free) * conv.weight.data'] : []),
  ];
}

function decays({ optimizer }: LearningPart): boolean {
  return optimizer.weightDecay !== 0;
}

function optimizerText({ optimizer, rate }: LearningPart): string {
  const settings: string[] = [`lr=${numberText(rate)}`];
  const add = (name: string, value: number, plain: number): void => {
    if (value !== plain) settings.push(`${name}=${numberText(value)}`);
  };
  if (optimizer.kind === 'sgd') {
    add('momentum', optimizer.momentum, 0);
    add('dampening', optimizer.dampening, 0);
    if (optimizer.nesterov) settings.push('nesterov=True');
  } else {
    const { beta1, beta2 } = optimizer;
    if (beta1 !== 0.9 || beta2 !== 0.999) settings.push(`betas=(${numberText(beta1)}, ${numberText(beta2)})`);
    add('eps', optimizer.epsilon, 1e-8);
  }
  add('weight_decay', optimizer.weightDecay, 0);
  return `torch.optim.${optimizer.kind === 'sgd' ? 'SGD' : 'Adam'}(conv.parameters(), ${settings.join(', ')})`;
}
