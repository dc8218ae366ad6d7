/** The words of the field that the page uses; each has an entry in the glossary. */
export const TERMS = {
  correlation: ['cross-correlation', '互相关'],
  convolution: ['convolution', '卷积'],
  image: ['image', '图像'],
  kernel: ['kernel', '卷积核'],
  response: ['response', '输出'],
  window: ['window', '窗口'],
  stride: ['stride', '步幅'],
  padding: ['padding', '填充'],
  dilation: ['dilation', '空洞率'],
  channel: ['channel', '通道'],
  bias: ['bias', '偏置'],
  edge: ['edge', '边缘'],
  norm: ['norm', '范数'],
  separable: ['separable', '可分离'],
  target: ['target', '目标'],
  residual: ['residual', '残差'],
  loss: ['loss', '损失'],
  gradient: ['gradient', '梯度'],
  rate: ['learning rate', '学习率'],
  epoch: ['epoch', '轮次'],
  curvature: ['curvature, Hessian', '曲率与 Hessian 矩阵'],
  condition: ['condition number', '条件数'],
  momentum: ['momentum', '动量'],
  dampening: ['dampening', '阻尼'],
  nesterov: ['Nesterov momentum', 'Nesterov 动量'],
  'weight-decay': ['weight decay', '权重衰减'],
  adam: ['Adam', 'Adam 优化器'],
  'feature-map': ['feature map', '特征映射'],
  activation: ['activation', '激活函数'],
  pooling: ['pooling', '池化'],
  'receptive-field': ['receptive field', '感受野'],
  jump: ['jump', '间距'],
  overhang: ['overhang', '外伸'],
  'effective-field': ['effective receptive field', '有效感受野'],
} as const satisfies Record<string, readonly [english: string, chinese: string]>;

export type TermName = keyof typeof TERMS;

/** Terms that a scene shows: pointing at one lights up what it names, by `page.css`. The others are only explained. */
export const SHOWN_TERMS = [
  'correlation',
  'convolution',
  'image',
  'kernel',
  'response',
  'window',
  'stride',
  'padding',
  'dilation',
  'edge',
  'target',
  'residual',
  'loss',
  'gradient',
  'rate',
  'epoch',
  'feature-map',
  'receptive-field',
  'jump',
  'effective-field',
] as const satisfies readonly TermName[];

const shown: ReadonlySet<TermName> = new Set(SHOWN_TERMS);

export function isShown(name: TermName): boolean {
  return shown.has(name);
}

export function asTerm(text: string | undefined): TermName | null {
  return text !== undefined && Object.hasOwn(TERMS, text) ? (text as TermName) : null;
}
