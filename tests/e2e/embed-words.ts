/** What is read and selected by on figures in somebody's page, where their HTML is made, and of the page's updates. */
const ENGLISH = {
  opener: 'Put it into your page',
  html: 'HTML for your page',
  language: 'Language',
  theme: 'Theme',
  visitors: 'the visitor’s',
  dark: 'dark',
  undoControl: 'undo and start again',
  frameTitle: '6×8 image ⋆ [1, −1] · corr2d playground',
  openInPlayground: 'Open in the playground',
  startAgain: 'Start again',
  updateNow: 'Update now',
};

const CHINESE: typeof ENGLISH = {
  opener: '放进您的网页',
  html: '用于网页的 HTML',
  language: '语言',
  theme: '主题',
  visitors: '跟随访客',
  dark: '深色',
  undoControl: '撤销与重新开始',
  frameTitle: '6×8 图像 ⋆ [1, −1] · corr2d 互相关实验场',
  openInPlayground: '在实验场中打开',
  startAgain: '重新开始',
  updateNow: '立即更新',
};

export const EMBED_WORDS = { en: ENGLISH, 'zh-CN': CHINESE } as const;
