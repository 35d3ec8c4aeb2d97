/** Styles that the oldest browsers read: `browserslist` in package.json. */
export default {
  plugins: ['stylelint-no-unsupported-browser-features'],
  overrides: [{ files: ['**/*.vue'], customSyntax: 'postcss-html' }],
  rules: {
    'plugin/no-unsupported-browser-features': [true, {
      severity: 'error',
      ignorePartialSupport: true,
      // What is only nicer where it is known: a grip at a text field, a face from the system, a bar's place kept free, rows
      // that are drawn when they come near; and A4 without margins, which phones print with their own.
      ignore: ['css-resize', 'extended-system-fonts', 'css-scrollbar-gutter', 'css-content-visibility', 'css-paged-media'],
    }],
    // Colours that Chrome 109 cannot work out, which the rule above does not know.
    'function-disallowed-list': ['color-mix', 'light-dark', 'oklch', 'oklab', 'lch', 'lab'],
    // Chinese has no italics: slanted characters are hard to read. And a column of 1fr grows with the longest line in it, past
    // the window: minmax(0, 1fr).
    'declaration-property-value-disallowed-list': { 'font-style': ['italic', 'oblique'], 'grid-template-columns': ['1fr'] },
  },
};
