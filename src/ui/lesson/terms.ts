/** The words of the field that the lesson uses; each has an entry in the glossary. */
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
  target: ['target', '目标'],
  residual: ['residual', '残差'],
  loss: ['loss', '损失'],
  gradient: ['gradient', '梯度'],
  rate: ['learning rate', '学习率'],
  epoch: ['epoch', '轮次'],
  'feature-map': ['feature map', '特征映射'],
  'receptive-field': ['receptive field', '感受野'],
  'effective-field': ['effective receptive field', '有效感受野'],
} as const satisfies Record<string, readonly [english: string, chinese: string]>;

export type TermName = keyof typeof TERMS;

export function asTerm(text: string | undefined): TermName | null {
  return text !== undefined && Object.hasOwn(TERMS, text) ? (text as TermName) : null;
}
