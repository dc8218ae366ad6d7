/** What a visitor reads on the page and selects by, in both languages: the only place of these tests that holds wording. */

export type Language = 'en' | 'zh-CN';

const ENGLISH = {
  language: 'en' as Language,
  /** The button that leads to the other language; it is written in that language. */
  otherLanguage: '中文',
  title: 'corr2d playground',

  scenes: { correlation: 'Correlation', edges: 'Edges', learning: 'Learning' },
  headings: {
    correlation: 'What does a convolution layer compute?',
    edges: 'How can a kernel see an edge?',
    learning: 'Can a kernel be learned instead of designed?',
  },

  undo: /^Undo/,
  redo: /^Redo/,
  lightTheme: 'Light theme',
  darkTheme: 'Dark theme',

  engine: (name: string) => `Engine: ${name}`,
  computesOnGpu: 'Responses and gradients are computed on the GPU, by WebGPU, as chosen.',
  computesOnCpuAsChosen: 'Responses and gradients are computed on the CPU, as chosen.',
  /** On the software adapter of the tests either sentence may be the one. */
  callCost: (needed: string) =>
    new RegExp(
      `^A call to the GPU takes about [\\d.]+ ms before it computes anything.* this scene needs ${needed}`,
      'i',
    ),
  noAdapter: 'WebGPU found no graphics adapter here, so the CPU computes. The results are the same.',
  lostOnce: 'The GPU was lost for a moment. Another engine was opened, and the work goes on where it was.',

  image: 'Image',
  paintedImage: 'Image: paint here',
  transposedImage: 'Transposed image',
  kernel: 'Kernel',
  flippedKernel: 'Kernel, flipped',
  response: 'Response',
  transposedResponse: 'Response to the transposed image',
  padding: 'padding',

  play: 'Play',
  pause: 'Pause',
  previousPosition: 'Previous position',
  nextPosition: 'Next position',
  position: 'Position of the window',
  speed: 'Speed',
  positionOf: (position: number, count: number) => `${String(position)} of ${String(count)}`,
  takesPart: (cell: string, fed: number, count: number) =>
    `${cell} takes part in ${String(fed)} of ${String(count)} response elements.`,
  flip: /^True convolution/,
  backToExample: 'Back to the example',

  imageSize: 'Image size',
  kernelSize: 'Kernel size',
  stride: 'Stride',
  paddingGroup: 'Padding',
  dilation: 'Dilation',
  rows: 'rows',
  columns: 'columns',
  down: 'down',
  toTheRight: 'to the right',
  top: 'top',
  bottom: 'bottom',
  left: 'left',
  right: 'right',

  faults: {
    cellText: 'Image, row 2, column 2: “abc” is not a number. Enter one from −9999 to 9999.',
    cellEmpty: 'Image, row 2, column 2 is empty: enter a number from −9999 to 9999.',
    cellHex: 'Image, row 2, column 2: “0x10” is not a number. Enter one from −9999 to 9999.',
    cellHuge: 'Image, row 2, column 2: 1e309 is out of range. Enter a number from −9999 to 9999.',
    imageRows: 'Image rows: 17 is out of range. Enter a number from 1 to 16.',
    strideDown: 'Stride down: 0 is out of range. Enter a number from 1 to 8.',
    rate: 'Learning rate: 0 is out of range. Enter a number from 0.000001 to 10.',
    kernelDoesNotFit: /^The kernel does not fit: 4 rows span 4, the image has 3 \(3 with padding\)\./,
  },

  transpose: 'Transpose',
  invert: 'Invert',
  allWhite: 'All white',
  zeroEverywhere: 'The response is zero everywhere: this kernel finds nothing here.',

  startKernel: 'Start kernel',
  learnedKernel: 'Learned kernel',
  learningRate: 'Learning rate',
  epochs: 'Epochs',
  startFrom: 'Start from',
  starts: { torch: 'PyTorch, by seed', zeros: 'zeros', typed: 'typed numbers' },
  asFastAsItGoes: 'as fast as it goes',
  run: 'Run',
  step: 'Step',
  reset: 'Reset',
  trainingLog: 'Training log',
  epochOf: (step: number, steps: number) => `epoch ${String(step)} of ${String(steps)}`,
  done: /^Done: \d+ epochs/,
  diverged: /Stopped at epoch \d+: the loss grows, .* Rates below 0\.0333 converge/,
  useRate: /^Use the rate 0\.0278$/,

  share: 'Share',
  linkCopied: 'Link copied',
  close: 'Close',
  linkShown: 'The browser did not allow copying. Copy this link yourself:',
  openedShared: 'You opened a shared playground.',
  linkDamaged: /^This link is damaged/,
  linkNewer: /^This link was made with a newer version of the playground/,
  linkInvalid: /^This link holds something that cannot be used: Correlation, Stride down/,
  workKept: /Your own work is kept\.$/,
  backToWork: 'Back to my work',
};

export type Words = typeof ENGLISH;

const CHINESE: Words = {
  language: 'zh-CN',
  otherLanguage: 'English',
  title: 'corr2d 互相关实验场',

  scenes: { correlation: '互相关', edges: '边缘', learning: '学习' },
  headings: {
    correlation: '卷积层到底在算什么？',
    edges: '卷积核怎样看见边缘？',
    learning: '卷积核能不能自己学出来？',
  },

  undo: /^撤销/,
  redo: /^重做/,
  lightTheme: '浅色主题',
  darkTheme: '深色主题',

  engine: (name) => `计算引擎：${name}`,
  computesOnGpu: '按照您的选择，输出和梯度由 GPU 通过 WebGPU 计算。',
  computesOnCpuAsChosen: '按照您的选择，输出和梯度由 CPU 计算。',
  callCost: (needed) =>
    new RegExp(`^每调用一次 GPU，还没开始计算就要花大约 [\\d.]+ 毫秒.*这一节需要 ${needed} 次`),
  noAdapter: 'WebGPU 没有找到可用的显卡，因此由 CPU 计算，结果相同。',
  lostOnce: 'GPU 曾短暂失联，已重新打开计算引擎，从原处继续。',

  image: '图像',
  paintedImage: '图像：在这里绘制',
  transposedImage: '转置后的图像',
  kernel: '卷积核',
  flippedKernel: '翻转后的卷积核',
  response: '输出',
  transposedResponse: '转置图像的输出',
  padding: '填充',

  play: '播放',
  pause: '暂停',
  previousPosition: '上一个位置',
  nextPosition: '下一个位置',
  position: '窗口位置',
  speed: '速度',
  positionOf: (position, count) => `第 ${String(position)} 个，共 ${String(count)} 个`,
  takesPart: (cell, fed, count) => `${cell} 参与了 ${String(count)} 个输出元素中的 ${String(fed)} 个。`,
  flip: /^真正的卷积/,
  backToExample: '恢复示例',

  imageSize: '图像大小',
  kernelSize: '卷积核大小',
  stride: '步幅',
  paddingGroup: '填充',
  dilation: '空洞率',
  rows: '行',
  columns: '列',
  down: '向下',
  toTheRight: '向右',
  top: '上',
  bottom: '下',
  left: '左',
  right: '右',

  faults: {
    cellText: '图像第 2 行第 2 列：“abc”不是数字。请输入 −9999 到 9999 之间的数。',
    cellEmpty: '图像第 2 行第 2 列为空：请输入 −9999 到 9999 之间的数。',
    cellHex: '图像第 2 行第 2 列：“0x10”不是数字。请输入 −9999 到 9999 之间的数。',
    cellHuge: '图像第 2 行第 2 列：1e309 超出范围。请输入 −9999 到 9999 之间的数。',
    imageRows: '图像行数：17 超出范围。请输入 1 到 16 之间的数。',
    strideDown: '纵向步幅：0 超出范围。请输入 1 到 8 之间的数。',
    rate: '学习率：0 超出范围。请输入 0.000001 到 10 之间的数。',
    kernelDoesNotFit: /^卷积核放不下：4 行的核跨越 4 行，而图像只有 3 行（加上填充共 3 行）。/,
  },

  transpose: '转置',
  invert: '反色',
  allWhite: '全部变白',
  zeroEverywhere: '输出处处为 0：这个卷积核在这里什么也没发现。',

  startKernel: '初始核',
  learnedKernel: '学到的核',
  learningRate: '学习率',
  epochs: '轮数',
  startFrom: '初始值',
  starts: { torch: 'PyTorch 随机种子', zeros: '全零', typed: '手动输入' },
  asFastAsItGoes: '全速',
  run: '运行',
  step: '单步',
  reset: '重置',
  trainingLog: '训练日志',
  epochOf: (step, steps) => `第 ${String(step)} 轮，共 ${String(steps)} 轮`,
  done: /^完成：共 \d+ 轮/,
  diverged: /在第 \d+ 轮停下：损失越来越大，.*小于 0\.0333 才会收敛/,
  useRate: /^改用学习率 0\.0278$/,

  share: '分享',
  linkCopied: '链接已复制',
  close: '关闭',
  linkShown: '浏览器不允许自动复制，请手动复制这个链接：',
  openedShared: '您打开了别人分享的内容。',
  linkDamaged: /^这个链接已损坏/,
  linkNewer: /^这个链接来自更新的版本/,
  linkInvalid: /^这个链接里有无法使用的内容：互相关，纵向步幅/,
  workKept: /您自己的作品仍然保留着。$/,
  backToWork: '回到我的作品',
};

export const WORDS: Readonly<Record<Language, Words>> = { en: ENGLISH, 'zh-CN': CHINESE };
