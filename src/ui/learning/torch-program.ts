/** The PyTorch program of a run: it prints the same lines. */
import type { LearningPart, NumberGrid } from '../../state/document.ts';
import type { Lesson } from '../../state/learning-lesson.ts';

export function torchProgram(part: LearningPart, { image, target, start, teacher }: Lesson): string {
  const { rows, columns } = start;
  const clean = teacher !== null && part.noise.deviation === 0;
  return [
    'import torch',
    'from torch import nn',
    '',
    `X = torch.tensor(${tensorText(image)}).reshape(1, 1, ${String(image.rows)}, ${String(image.columns)})`,
    ...(clean
      ? [
          `K = torch.tensor(${tensorText(teacher)}).reshape(1, 1, ${String(rows)}, ${String(columns)})`,
          'Y = nn.functional.conv2d(X, K)',
        ]
      : [
          `Y = torch.tensor(${tensorText(target)}).reshape(1, 1, ${String(target.rows)}, ${String(target.columns)})`,
        ]),
    '',
    ...startLines(part, start),
    `optimizer = ${optimizerText(part)}`,
    `for epoch in range(${String(part.steps)}):`,
    `    loss = ((conv(X) - Y) ** 2).${part.loss}()`,
    '    optimizer.zero_grad()',
    '    loss.backward()',
    '    optimizer.step()',
    '    if (epoch + 1) % 2 == 0:',
    "        print(f'epoch {epoch + 1}, loss {loss.item():.3f}')",
    'print([[round(w, 4) for w in row] for row in conv.weight[0, 0].tolist()])',
    '',
  ].join('\n');
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

/** Rows of Python floats, so that the tensor is float32. */
function tensorText({ rows, columns, values }: NumberGrid): string {
  const lines = Array.from({ length: rows }, (_, row) => {
    const line = values.slice(row * columns, (row + 1) * columns);
    return `[${line.map(floatText).join(', ')}]`;
  });
  return lines.length === 1 ? `[${lines.join('')}]` : `[\n    ${lines.join(',\n    ')}]`;
}

/** Nine digits tell every float32 from its neighbours. */
function floatText(value: number): string {
  const text = numberText(Number(value.toPrecision(9)));
  return /^-?\d+$/.test(text) ? `${text}.` : text;
}

function numberText(value: number): string {
  return String(value);
}
