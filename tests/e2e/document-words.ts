/** What is read and pressed by where documents are kept, saved and opened. */
const ENGLISH = {
  documents: 'My documents',
  keep: 'Keep what is on the page',
  save: 'Save it as a file',
  close: 'Close',
  open: (name: string) => `Open “${name}”`,
  delete: (name: string) => `Delete “${name}”`,
  kept: 'Correlation',
  opened: (name: string) => `Opened: “${name}”.`,
  notOurs: /“notes\.txt” is not a document of the playground/,
  invalid: /“mine\.json” holds something that cannot be used: Correlation, .*stride/i,
  backToWork: 'Back to my work',
};

const CHINESE: typeof ENGLISH = {
  documents: '我的文档',
  keep: '保存页面上的内容',
  save: '存为文件',
  close: '关闭',
  open: (name) => `打开“${name}”`,
  delete: (name) => `删除“${name}”`,
  kept: '互相关',
  opened: (name) => `已打开“${name}”。`,
  notOurs: /“notes\.txt”不是本页面保存的文档/,
  invalid: /“mine\.json”中有无法使用的内容：互相关，.*步幅/,
  backToWork: '回到我的作品',
};

export const DOCUMENT_WORDS = { en: ENGLISH, 'zh-CN': CHINESE } as const;
