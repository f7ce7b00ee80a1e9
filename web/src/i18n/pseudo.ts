import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

/** As it is written, or as the build has read it. */
export type Text = string | MessageFormatElement[];

const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü', A: 'Å', E: 'Ë' };

/** A catalogue that is longer and accented, to find what was not made for other languages. */
export function pseudo(catalogue: Record<string, Text>): Record<string, Text> {
  return Object.fromEntries(Object.entries(catalogue).map(([id, text]) => [id, stretch(text)]));
}

function stretch(text: Text): MessageFormatElement[] {
  const elements = typeof text === 'string' ? parse(text) : text;
  const tail = '~'.repeat(Math.ceil(lengthOf(elements) * 0.4));
  return [literal('['), ...elements.map(accented), literal(`${tail}]`)];
}

function accented(element: MessageFormatElement): MessageFormatElement {
  if (element.type === TYPE.literal) {
    return literal(element.value.replace(/[aeiouAE]/g, (char) => accents[char] ?? char));
  }
  if (element.type !== TYPE.plural && element.type !== TYPE.select) return element;
  const options = { ...element.options };
  for (const [name, option] of Object.entries(options)) {
    options[name] = { ...option, value: option.value.map(accented) };
  }
  return { ...element, options };
}

/** What is put in by somebody else counts as one word. */
function lengthOf(elements: MessageFormatElement[]): number {
  return elements.reduce(
    (sum, each) => sum + (each.type === TYPE.literal ? each.value.length : 8),
    0,
  );
}

function literal(value: string): MessageFormatElement {
  return { type: TYPE.literal, value };
}
