/** Activations, element by element, and their derivatives. */
import type { Tensor4 } from '../tensor.ts';
import type { ActivationName } from './layer.ts';

export function activate({ shape, data }: Tensor4, name: ActivationName): Tensor4 {
  switch (name) {
    case 'none':
      return { shape, data };
    case 'relu':
      return { shape, data: data.map((value) => Math.max(0, value)) };
    case 'tanh':
      return { shape, data: data.map(Math.tanh) };
  }
}

/** dL/dinput from dL/doutput; the derivative by the output y: tanh′ = 1 − y², and ReLU's is 0 at 0 as in PyTorch. */
export function activationGradient(upstream: Tensor4, output: Tensor4, name: ActivationName): Tensor4 {
  const y = output.data;
  const { shape, data } = upstream;
  switch (name) {
    case 'none':
      return upstream;
    case 'relu':
      return { shape, data: data.map((value, index) => ((y[index] ?? 0) > 0 ? value : 0)) };
    case 'tanh':
      return { shape, data: data.map((value, index) => value * (1 - (y[index] ?? 0) ** 2)) };
  }
}
