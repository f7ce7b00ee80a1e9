import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

const bareText = {
  selector: 'JSXText[value=/\\p{L}{2}/u]',
  message: 'Texts come from the catalogue in src/i18n.',
};
const bareLabel = {
  selector: 'JSXAttribute[name.name=/^(aria-label|title|placeholder|alt)$/] > Literal[value=/\\S/]',
  message: 'Texts come from the catalogue in src/i18n.',
};
const rawHtml = {
  selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
  message: 'No raw HTML: render from the parse tree.',
};
const innerHtml = {
  selector: 'AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]',
  message: 'No raw HTML: render from the parse tree.',
};

export default tseslint.config(
  { ignores: ['dist', 'reports', 'node_modules', 'public'] },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'max-lines': ['error', 250],
      'no-restricted-syntax': ['error', bareText, bareLabel, rawHtml, innerHtml],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
    },
  },
  {
    files: ['**/*.test.{ts,tsx}', 'stories/**', 'src/testing/**'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['src/protocol/generated.ts'],
    rules: { 'max-lines': 'off' },
  },
  {
    files: ['**/*.js', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
  },
);
