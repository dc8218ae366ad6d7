/** What is read and selected by where a figure is saved as a picture. */
const ENGLISH = {
  open: 'Save as a picture…',
  dialog: 'Save as a picture',
  format: 'Format',
  theme: 'Theme',
  size: 'Size',
  names: 'names and sizes',
  save: /^Save (SVG|PNG|GIF|WebM)$/,
  saved: /^Saved: /,
  cancel: 'Cancel',
  captions: ['Image X', 'Kernel K', 'Response Y'],
};

const CHINESE: typeof ENGLISH = {
  open: '存为图片……',
  dialog: '存为图片',
  format: '格式',
  theme: '主题',
  size: '大小',
  names: '名称与尺寸',
  save: /^保存 (SVG|PNG|GIF|WebM)$/,
  saved: /^已保存：/,
  cancel: '取消',
  captions: ['图像 X', '卷积核 K', '输出 Y'],
};

export const PICTURE_WORDS = { en: ENGLISH, 'zh-CN': CHINESE } as const;
