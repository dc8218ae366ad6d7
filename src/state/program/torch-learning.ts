/** A run of scene 3 as a PyTorch program: it prints the page's lines. */
import type { LearningPart, NumberGrid } from '../document.ts';
import type { Lesson } from '../learning-lesson.ts';
import { isClean } from './lesson-data.ts';
import { numberText } from './literal.ts';
import { planeText, tensorText } from './torch-tensor.ts';

export function torchLearning(part: LearningPart, lesson: Lesson): string {
  const { start, teacher } = lesson;
  const [{ image, target }] = lesson.examples;
  return [
    'import torch',
    'from torch import nn',
    '',
    `X = ${planeText(image)}`,
    ...(isClean(part, lesson) && teacher
      ? [`K = ${planeText(teacher)}`, 'Y = nn.functional.conv2d(X, K)']
      : [`Y = ${planeText(target)}`]),
    '',
    ...startLines(part, start),
    `optimizer = ${optimizerText(part)}`,
    `for epoch in range(${String(part.steps)}):`,
    `    loss = ((conv(X) - Y) ** 2).${part.loss}()`,
    ...stopLine('loss', part.stop.loss),
    '    optimizer.zero_grad()',
    '    loss.backward()',
    ...stopLine('conv.weight.grad.norm()', part.stop.gradient),
    '    optimizer.step()',
    '    if (epoch + 1) % 2 == 0:',
    "        print(f'epoch {epoch + 1}, loss {loss.item():.3f}')",
    'print([[round(w, 4) for w in row] for row in conv.weight[0, 0].tolist()])',
    '',
  ].join('\n');
}

function stopLine(measure: string, threshold: number): readonly string[] {
  return threshold > 0 ? [`    if ${measure} <= ${numberText(threshold)}:`, '        break'] : [];
}

function startLines({ start }: LearningPart, kernel: NumberGrid): readonly string[] {
  const size = `(${String(kernel.rows)}, ${String(kernel.columns)})`;
  const layer = `conv = nn.Conv2d(1, 1, kernel_size=${size}, bias=False)`;
  switch (start.kind) {
    case 'torch':
      return [`torch.manual_seed(${String(start.seed)})`, layer];
    case 'zeros':
      return [layer, 'nn.init.zeros_(conv.weight)'];
    case 'ones':
      return [layer, 'nn.init.ones_(conv.weight)'];
    default:
      return [layer, `conv.weight.data[:] = torch.tensor(${tensorText(kernel)})`];
  }
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
