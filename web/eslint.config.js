import js from '@eslint/js';
import compat from 'eslint-plugin-compat';
import vue from 'eslint-plugin-vue';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
  { ignores: ['dist/', 'node_modules/', 'src/desk/casefile/release/', 'src/api/paths/', 'test-results/', 'target/'] },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue,js}'],
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: { parser: ts.parser },
    },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      // The compiler knows what stands where.
      'no-undef': 'off',
      // Texts come from the street: no page parses HTML.
      'vue/no-v-html': 'error',
      'no-restricted-properties': ['error',
        { property: 'innerHTML', message: 'Texts come from the street: build elements.' },
        { property: 'outerHTML', message: 'Texts come from the street: build elements.' },
        // Newer than iOS 15.4, and not in the table of the plugin that knows.
        { object: 'AbortSignal', property: 'timeout', message: 'Not in iOS 15.4: an AbortController and a timer.' },
        { object: 'AbortSignal', property: 'any', message: 'Not in iOS 15.4: pass the abort on.' },
        { object: 'URL', property: 'canParse', message: 'Not in iOS 15.4: try new URL().' },
        { property: 'insertAdjacentHTML', message: 'Texts come from the street: build elements.' }],
      // How a template is broken into lines is the writer's.
      'vue/max-attributes-per-line': 'off',
      'vue/singleline-html-element-content-newline': 'off',
      'vue/multiline-html-element-content-newline': 'off',
      'vue/html-self-closing': 'off',
      'vue/html-indent': 'off',
      'vue/html-closing-bracket-newline': 'off',
      'vue/first-attribute-linebreak': 'off',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
    },
  },
  // Chrome 109 and iOS 15.4 (browserslist in package.json): what they do not have stops here. Methods of objects, which no
  // name tells, are held by the type check's library (ES2022).
  { files: ['src/**/*.{ts,vue,js}'], ...compat.configs['flat/recommended'] },
  { files: ['build/*.js', 'test/browser/*.js'], rules: { 'no-console': 'off' } },
);
