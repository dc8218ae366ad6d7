import eslint from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const generated = [
  'shaders/*.d.wgsl.ts',
  'src/ui/locales/locale-codes.ts',
  'src/ui/locales/zh-CN-first.ts',
  'src/ui/locales/zh-CN-rest.ts',
];

export default defineConfig(
  // Modules with packages of the bench's own, which need not be installed: `npm run bench -- --typecheck`.
  { ignores: ['dist/', 'assembly/*.ts', 'bench/peers/', 'bench/page/', ...generated] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  eslint.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['src/ui/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/best-practice']],
    // This plugin has no flat preset, only the list of its rules.
    plugins: { 'lit-a11y': litA11y },
    rules: {
      ...litA11y.configs.recommended.rules,
      // LitElement has every lifecycle callback, as its types say.
      'wc/guard-super-call': 'off',
      // Lit calls a listener in a template with its element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
