/** What stands around a program, in both languages. */
export const PROGRAM_WORDS = {
  en: { inLanguage: 'In', copy: 'Copy the program', copied: 'Copied' },
  'zh-CN': { inLanguage: '语言', copy: '复制程序', copied: '已复制' },
} as const;
