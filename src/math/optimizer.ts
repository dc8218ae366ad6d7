/** The optimisers of `torch.optim`. */

export type OptimizerSettings =
  | {
      readonly kind: 'sgd';
      readonly rate: number;
      readonly momentum?: number;
      readonly dampening?: number;
      readonly nesterov?: boolean;
      readonly weightDecay?: number;
    }
  | {
      readonly kind: 'adam';
      readonly rate: number;
      readonly beta1?: number;
      readonly beta2?: number;
      readonly epsilon?: number;
      readonly weightDecay?: number;
    };
