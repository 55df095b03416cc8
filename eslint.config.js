/** The lint rules of `npm run check`: the strictest sets, and a reason for each exception. */
import { resolve } from 'node:path';
import js from '@eslint/js';
import astro from 'eslint-plugin-astro';
import { defineConfig, includeIgnoreFile } from 'eslint/config';
import ts from 'typescript-eslint';

export default defineConfig(
  includeIgnoreFile(resolve(import.meta.dirname, '.gitignore')),
  {
    files: ['**/*.{js,mjs,ts}'],
    ignores: ['**/*.astro/*.ts'], // the scripts of components, see below
    extends: [js.configs.recommended, ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    // A service for editors, `projectService`, takes longer.
    languageOptions: { parserOptions: { project: 'tsconfig.json' } },
    rules: {
      'no-undef': 'off', // TypeScript finds undefined names, in JavaScript too
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // noUncheckedIndexedAccess doubts every index; `!` says that the value is known to be there.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // ['name'] marks a key that comes from data.
      '@typescript-eslint/dot-notation': 'off',
      // Numbers print as they should; undefined, null and objects do not.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowAny: false, allowBoolean: false, allowNullish: false, allowNumber: true, allowRegExp: false },
      ],
      // An empty string counts as no value, above all in environment variables.
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // `() => close()` and `return fail()` are shorter than a block, and nobody uses the value.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // `() => {}` means: do nothing.
      '@typescript-eslint/no-empty-function': ['error', { allow: ['arrowFunctions'] }],
      // A property left out of a rest pattern counts as used.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Astro's types are extended through their namespace, App.
      '@typescript-eslint/no-namespace': ['error', { allowDeclarations: true }],
    },
  },
  {
    // A longer function does several things: split it and name them.
    files: ['{src,scripts}/**/*.{ts,mjs}'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['tests/**'],
    rules: {
      // Node's test runner waits for its tests itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: ['describe', 'test'] }] },
      ],
      // Tests parse JSON and assert its shape, so it has no type before.
      ...Object.fromEntries(
        ['argument', 'assignment', 'call', 'member-access', 'return'].map((use) => [
          `@typescript-eslint/no-unsafe-${use}`,
          'off',
        ]),
      ),
      // In test names and failure messages, undefined should show.
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowAny: true, allowNullish: true, allowNumber: true, allowRegExp: true },
      ],
      // Playwright reads from the pattern which fixtures a function needs, even if it needs none.
      'no-empty-pattern': ['error', { allowObjectPatternsAsParameters: true }],
    },
  },
  {
    // `astro check` checks the types of these; checking them again takes as long as all the rest.
    files: ['**/*.astro', '**/*.astro/*.ts'],
    extends: [
      js.configs.recommended,
      ts.configs.strict,
      ts.configs.stylistic,
      astro.configs.recommended, // after the sets above, whose parser does not know Astro
    ],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off', // as above
      'no-undef': 'off', // as above
      // A comment in an inline script would be sent to readers.
      'no-empty': ['error', { allowEmptyCatch: true }],
    },
  },
  {
    // A drawing exports its title, description and size; Figure.astro collects them.
    files: ['src/kinds/figure/drawings/*.astro'],
    rules: { 'astro/no-exports-from-components': 'off' },
  },
);
