// @vitest-environment happy-dom
import { undo } from '@tiptap/pm/history';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outgoing } from '../../../richtext/outgoing';
import { Typist } from '../../../testing/typist';

let typist: Typist;

beforeEach(() => {
  typist = new Typist();
});
afterEach(() => typist.end());

const html = () => typist.dom.innerHTML.replaceAll(' dir="auto"', '').replace(/<br[^>]*>/g, '');

test('keys of the table format what is typed, and take it off again', () => {
  typist.press('b', { ctrlKey: true, code: 'KeyB' });
  typist.type('bold');
  typist.press('b', { ctrlKey: true, code: 'KeyB' });
  typist.type(' x');
  expect(html()).toBe('<p><strong>bold</strong> x</p>');
  typist.press('(', { ctrlKey: true, shiftKey: true, code: 'Digit8' });
  expect(outgoing(typist.draft)).toMatchObject({ text: '• *bold* x', blocks: [{}] });
  typist.press('(', { ctrlKey: true, shiftKey: true, code: 'Digit8' });
  expect(html()).toBe('<p><strong>bold</strong> x</p>');
});

test('Shift+Enter is the next item; on an empty one it leaves the list, Tab goes deeper', () => {
  typist.type('- one');
  typist.press('Enter', { shiftKey: true });
  expect(typist.press('Tab').defaultPrevented).toBe(true);
  typist.type('two');
  expect(html()).toBe('<ul><li><p>one</p><ul><li><p>two</p></li></ul></li></ul>');
  for (let times = 0; times < 3; times += 1) typist.press('Enter', { shiftKey: true });
  expect(html()).toBe('<ul><li><p>one</p><ul><li><p>two</p></li></ul></li></ul><p></p>');
  expect(typist.press('Tab').defaultPrevented).toBe(false);
  expect(typist.sent).toBe(0);
});

test('in code Enter breaks and Ctrl+Enter sends; two empty lines end it', () => {
  typist.type('```a');
  typist.press('Enter');
  typist.type('b');
  expect(html()).toBe('<pre><code>a\nb</code></pre>');
  typist.press('Enter', { ctrlKey: true });
  expect(typist.sent).toBe(1);
  for (let times = 0; times < 3; times += 1) typist.press('Enter');
  typist.type('c');
  expect(html()).toBe('<pre><code>a\nb</code></pre><p>c</p>');
});

test.each(['> ', '- ', '1. ', '```'])('Backspace at its start leaves %s', (signs) => {
  typist.type(`${signs}x`);
  typist.home();
  typist.press('Backspace');
  expect(html()).toBe('<p>x</p>');
});

test('what is pasted keeps its structure; undoing it leaves the words', () => {
  typist.paste(
    'red bold\nline',
    '<p style="color:red">red <b>bold</b><script>x</script><img src=x onerror=alert(1)></p><ul><li>line</li></ul>',
  );
  expect(html()).toBe('<p>red <strong>bold</strong></p><ul><li><p>line</p></li></ul>');
  typist.run(undo);
  expect(html()).toBe('<p>red bold</p><p>line</p>');
});

test('an address over words makes them a link', () => {
  typist.type('here');
  typist.selectAll();
  typist.paste('https://a.test/x');
  expect(outgoing(typist.draft).text).toBe('<https://a.test/x|here>');
});

test('mentions that are pasted stay mentions', () => {
  typist.paste('@Bob', '<bdi data-person="U2">@Bob</bdi> and <bdi data-person="S1">@team</bdi>');
  expect(outgoing(typist.draft).text).toBe('<@U2> and @team');
});

test('what looks like code is pasted as it is and offered as a block; undoing that leaves the lines', () => {
  const code = 'if (a) {\n  b();\n  c();\n  d();\n}';
  typist.type('see ');
  typist.paste(code, `<div style="color:red">${code}</div>`);
  expect(typist.offered).toBe(true);
  typist.makeCode();
  expect(typist.offered).toBe(false);
  expect(outgoing(typist.draft).text).toBe(`see \n\`\`\`\n${code}\n\`\`\``);
  typist.run(undo);
  expect(outgoing(typist.draft).text).toBe(`see ${code}`);
});

test('typing on takes the offer away; a list and a poem are none', () => {
  typist.paste('a = {\n  1;\n  2;\n  3;\n}');
  expect(typist.offered).toBe(true);
  typist.type('x');
  expect(typist.offered).toBe(false);
  typist.paste('Roses\n  are red\n  violets\n  are blue');
  expect(typist.offered).toBe(false);
  typist.paste('To do:\n  - milk\n  - bread\n  - eggs');
  expect(typist.offered).toBe(false);
});

test('the address of a message of this page is one thing, and travels as the address', () => {
  const url = `${location.origin}/w/acme/c/C1/p/1700000000.000001`;
  typist.type('see ');
  typist.paste(url);
  expect(typist.dom.querySelector('bdi')?.textContent).toBe(url);
  expect(outgoing(typist.draft).text).toBe(`see <${url}>`);
  typist.run(undo);
  expect(typist.dom.querySelector('bdi')).toBeNull();
  expect(typist.dom.textContent).toBe(`see ${url}`);
  const words = { ...typist.draft };
  typist.show({ text: '', mentions: [] });
  typist.show({ ...words, tree: undefined, wire: `see <${url}>` });
  expect(typist.dom.querySelector('bdi')?.textContent).toBe(url);
});

test('a command that is completed stands there as words', () => {
  typist.type('/rem');
  typist.complete({ sign: '/', start: 1, query: 'rem' }, '/remind');
  typist.type('me');
  expect(typist.draft.text).toBe('/remind me');
});

test('what is over the limit is underlined, from the first character that is too much', () => {
  const excess = () => typist.dom.querySelector('[class*=excess]')?.textContent;
  typist.show({ text: `${'a'.repeat(39_998)}&b`, mentions: [] });
  expect(excess()).toBe('&b');
  typist.home();
  typist.press('Enter', { shiftKey: true });
  expect(excess()).toBe('&b');
  typist.show({ text: 'a'.repeat(40_000), mentions: [] });
  expect(excess()).toBeUndefined();
});

test('bold that is only a look is bold, and a look that takes it away does', () => {
  typist.paste(
    'plain bold',
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:400">plain </span><span style="color:red;font-weight:700">bold</span></p></b>',
  );
  expect(html()).toBe('<p>plain <strong>bold</strong></p>');
});

test('a row of a table is a line, with its cells apart', () => {
  const row = (...cells: string[]) =>
    `<tr>${cells.map((each) => `<td>${each}</td>`).join('')}</tr>`;
  typist.paste(
    'a b c d',
    `<style>td { color: red }</style><table><tbody>${row('<p>a</p>', '<b>b</b>')}${row('c', 'd')}</tbody></table><p>end</p>`,
  );
  expect(html()).toBe('<p>a | <strong>b</strong></p><p>c | d</p><p>end</p>');
});
