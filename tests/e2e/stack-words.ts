/** What a visitor reads in scene 4, in both languages. */
export const STACK_WORDS = {
  en: {
    examples: {
      article: 'two layers of 2×2',
      padded: 'a field larger than the image',
      deep: 'eight layers of 3×3',
    },
    level: (level: number) => (level === 0 ? 'Image' : `${String(level)} · correlation`),
    cell: (row: number, column: number, value: string) =>
      `row ${String(row)}, column ${String(column)}: ${value}`,
    startReading: '2 · correlation, row 1, column 1 (228) sees 3 × 3 cells of the image: all of it.',
    largerReading:
      '3 · correlation, row 3, column 3 (0.0922) sees 7 × 7 cells of the image, more than its 5 × 5: 24 of them are padding. Without padding that cannot be, for a window never leaves the layer below.',
    imageReading: 'Image, row 2, column 2 (4) reaches elements above it: 4 of layer 1, 1 of layer 2.',
    tooLarge:
      'The window is 3 cells high, and there are 2. A kernel of at most 2 would fit, or a padding of at least 1. From here on nothing is computed.',
    rows: 'rows',
    add: 'Add a layer',
    activation: 'activation',
    remove: (layer: number) => `Remove layer ${String(layer)}`,
    forward: (layer: number) => `Move layer ${String(layer)} forward`,
    kind: (layer: number) => `Kind of layer ${String(layer)}`,
    table: 'Receptive fields, layer by layer',
    layers: 'Layers',
    draws: 'Averaged over draws of the weights',
    effective: 'Size of the gradient of the middle element with respect to each cell of the image',
    draw: 'Draw on the image',
    kernels: 'Kernels',
    seedFault: 'Seed: “x” is not a number. Enter one from 0 to 4294967295.',
    seed: 'PyTorch seed',
    depthFields: (sizes: string) => `The fields of 8 layers: sides of ${sizes} cells`,
  },
  'zh-CN': {
    examples: { article: '两层 2×2', padded: '感受野比图像还大', deep: '八层 3×3' },
    level: (level: number) => (level === 0 ? '图像' : `${String(level)} · 互相关`),
    cell: (row: number, column: number, value: string) =>
      `第 ${String(row)} 行第 ${String(column)} 列: ${value}`,
    startReading: '2 · 互相关第 1 行第 1 列（228），看到图像的 3 × 3 个单元：也就是整幅图像。',
    largerReading:
      '3 · 互相关第 3 行第 3 列（0.0922），看到图像的 7 × 7 个单元，比 5 × 5 的图像还大：其中 24 个是填充。没有填充就不会这样，因为窗口从不越出前一层。',
    imageReading: '图像第 2 行第 2 列（4），影响到后面的元素：第 1 层 4 个，第 2 层 1 个。',
    tooLarge:
      '窗口高 3 个单元，而这里只有 2 个。 卷积核不超过 2，或填充不少于 1，就放得下。 从这一层起不再计算。',
    rows: '行',
    add: '添加一层',
    activation: '激活',
    remove: (layer: number) => `删除第 ${String(layer)} 层`,
    forward: (layer: number) => `把第 ${String(layer)} 层前移`,
    kind: (layer: number) => `第 ${String(layer)} 层的类型`,
    table: '逐层的感受野',
    layers: '层',
    draws: '随机抽取权重的次数',
    effective: '中间元素对图像各单元的梯度大小',
    draw: '在图像上画',
    kernels: '卷积核',
    seedFault: '种子：“x”不是数字。请输入 0 到 4294967295 之间的数。',
    seed: 'PyTorch 种子',
    depthFields: (sizes: string) => `8 层的感受野：边长依次为 ${sizes}`,
  },
};
