import { operate, post, type Call, type Company } from './people';

const lanes = 12;
const word = 'Zusammenhangsverhältnis';

/** What stands in a channel that is in use: words of any length, code, lists, quotes, blocks. */
function contentOf(at: number): Record<string, unknown> {
  const name = `Row ${at}.`;
  switch (at % 23) {
    case 3:
      return { text: `${name} ${'A longer thought takes several lines. '.repeat(2 + (at % 9))}` };
    case 5:
      return { text: `${name}\n\`\`\`\n${lines(at % 40, 'const row = read(next);')}\n\`\`\`` };
    case 7:
      return { text: `${name}\n${lines(2 + (at % 6), '• a point')}` };
    case 9:
      return { text: `&gt; ${'What somebody said before. '.repeat(1 + (at % 7))}\n${name}` };
    case 11:
      return { text: `${name} https://example.test/${'path/'.repeat(at % 30)} ${word.repeat(9)}` };
    case 13:
      return { text: name, blocks: blocksOf(at, name) };
    case 17:
      return { text: name, attachments: [attachmentOf(at)] };
    case 19:
      return { text: `${name} :tada:\n${'مرحبا بالعالم '.repeat(1 + (at % 20))}` };
    default:
      return { text: `${name} Plain.` };
  }
}

function lines(count: number, text: string): string {
  return Array.from({ length: count + 1 }, (_, at) => `${text} ${at}`).join('\n');
}

function blocksOf(at: number, name: string): readonly unknown[] {
  const image_url = 'https://example.test/picture.png';
  return [
    { type: 'header', text: { type: 'plain_text', text: name } },
    { type: 'section', text: { type: 'mrkdwn', text: '*Bold* words. '.repeat(1 + (at % 12)) } },
    { type: 'image', image_url, alt_text: 'A picture' },
    { type: 'context', elements: [{ type: 'mrkdwn', text: 'By the way' }] },
  ];
}

function attachmentOf(at: number): unknown {
  const fields = Array.from({ length: at % 5 }, (_, each) => ({
    title: `Field ${each}`,
    value: 'a value',
    short: each % 2 === 0,
  }));
  return {
    color: 'good',
    title: `Build ${at}`,
    text: 'All is well. '.repeat(1 + (at % 15)),
    image_url: 'https://example.test/picture.png',
    fields,
  };
}

/** Fills a channel with as many messages of all kinds, of two people, with reactions and lines. */
export async function fillMixed(company: Company, channel: string, count: number): Promise<void> {
  const { bob, slug, url } = company;
  const { token } = await operate('token.create', { workspace: slug, user: 'alice' });
  const alice: Call = (method, args) => post(`${url}/api/${method}`, String(token), args);
  let next = 0;
  const lane = async () => {
    for (let at = next++; at < count; at = next++) {
      const call = at % 50 < 25 ? bob.call : alice;
      const { ts } = await call('chat.postMessage', { channel, ...contentOf(at) });
      if (at % 31 === 0) await bob.call('reactions.add', { channel, timestamp: ts, name: '+1' });
      if (at % 97 === 0) await alice('conversations.setTopic', { channel, topic: `Topic ${at}` });
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
