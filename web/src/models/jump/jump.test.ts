import { expect, test } from 'vitest';
import type { Conversation, Person } from '../../protocol/generated';
import { conversation } from '../../testing/builders';
import { noMemory, withPick, withVisit } from './memory';
import { frecency, lastVisited, picked } from './score';
import { offered, rank } from './rank';
import { targetsOf, type Place } from './targets';
import { keyOfVisit } from './visits';

const hour = 3_600_000;
const now = 1_700_000_000_000;

const channels = [
  'general',
  'random',
  'design',
  'design-team',
  'design-reviews',
  'engineering',
  'eng-backend',
  'eng-frontend',
  'incidents',
  'incident-reviews',
  'releases',
  'release-notes',
  'support',
  'support-emea',
  'sales',
  'hiring',
  'launch-sprout-2',
  'café',
  'straße-muenchen',
  'team-ops',
  'ops',
  'product',
  'product-feedback',
  'lunch',
  'überall',
  'b2b-partners',
];
const names: [id: string, handle: string, real: string, display?: string][] = [
  ['U1', 'maya', 'Maya Lindqvist'],
  ['U2', 'jonas', 'Jonas Weber'],
  ['U3', 'priya', 'Priya Raman'],
  ['U4', 'zoe', 'Zoë Müller'],
  ['U5', 'carmen', 'Carmen Ortega', 'Carmen'],
  ['U6', 'theo', 'Theo Papadakis'],
  ['U7', 'wei', 'Wei Chen'],
  ['U8', 'jonathan', 'Jonathan Hart'],
  ['U9', 'sofia', 'Sofia Marino'],
  ['U10', 'marcus', 'Marcus Reed'],
  ['U11', 'mreed', 'Mary Reed'],
  ['U12', 'gone', 'Jonas Gone'],
];
const people: Record<string, Person> = Object.fromEntries(
  names.map(([id, name, real_name, display_name]) => [
    id,
    { id, name, real_name, ...(display_name === undefined ? {} : { display_name }) },
  ]),
);
people.U12 = { ...people.U12!, deleted: true };

const lately = ['incidents', 'releases'];
const made = channels.map((name) => {
  const last = lately.includes(name) ? { last_ts: '1700000001.000001' } : {};
  return conversation({ id: `C-${name}`, name, ...last });
});
const direct = (id: string, user: string, given: Partial<Conversation> = {}) =>
  conversation({ id, is_im: true, is_private: true, user, name: undefined, ...given });
const conversations: Conversation[] = [
  ...made,
  direct('D2', 'U2'),
  direct('D6', 'U6', { last_ts: '1700000001.000001' }),
  direct('D9', 'U9', { message_number: 4, last_ts: '1699999000.000001' }),
  conversation({ id: 'G1', is_mpim: true, is_private: true, users: ['U1', 'U5', 'U6'] }),
  conversation({ id: 'C-old', name: 'old-launch', is_archived: true }),
  conversation({ id: 'C-mute', name: 'salesforce', muted: true }),
  conversation({
    id: 'C-alerts',
    name: 'alerts',
    message_number: 9,
    last_ts: '1699999999.000001',
    mention_count: 1,
  }),
];
const places: Place[] = [
  { key: 'view:unreads', kind: 'view', title: 'Unreads' },
  { key: 'view:drafts', kind: 'view', title: 'Drafts & sent' },
  { key: 'setting:appearance', kind: 'setting', title: 'Preferences: Appearance' },
  { key: 'command:readAll', kind: 'command', title: 'Mark everything read' },
  { key: 'command:create', kind: 'command', title: 'Create channel' },
];
const other = { id: 'C-garden', name: 'gardening', is_archived: false } as never;
const targets = targetsOf({
  self: 'U1',
  conversations: Object.fromEntries(conversations.map((each) => [each.id, each])),
  people,
  ops: [],
  others: [other],
  places,
  titleOf: ({ name = '', users = [] }) => (name === '' ? users.join() : name),
});

let memory = noMemory;
for (let at = 0; at < 3; at += 1) memory = withVisit(memory, 'C-design-team', now - at * hour);
memory = withVisit(memory, 'C-eng-backend', now - 2 * hour);
memory = withPick(memory, 're', 'C-releases', now - 24 * hour);
memory = withPick(memory, 'j', 'U8', now - hour);

const first = (query: string) => rank(query, { targets, memory, now, limit: 24 })[0]?.key;

test.each([
  // A name as it is, in any case and without marks.
  ['general', 'C-general'],
  ['GENERAL', 'C-general'],
  ['design', 'C-design'],
  ['ops', 'C-ops'],
  ['cafe', 'C-café'],
  ['café', 'C-café'],
  ['uberall', 'C-überall'],
  ['strasse', 'C-straße-muenchen'],
  ['straße', 'C-straße-muenchen'],
  ['maya lindqvist', 'U1'],
  ['zoe', 'U4'],
  ['zoë', 'U4'],
  ['muller', 'U4'],
  ['Müller', 'U4'],
  ['wei', 'U7'],
  // How it begins.
  ['gen', 'C-general'],
  ['ran', 'C-random'],
  ['hir', 'C-hiring'],
  ['lun', 'C-lunch'],
  ['laun', 'C-launch-sprout-2'],
  ['inc', 'C-incidents'],
  ['incident-', 'C-incident-reviews'],
  ['rel', 'C-releases'],
  ['sup', 'C-support'],
  ['support-e', 'C-support-emea'],
  ['prod', 'C-product'],
  ['car', 'U5'],
  ['theo p', 'U6'],
  ['sof', 'U9'],
  ['pri', 'U3'],
  ['b2', 'C-b2b-partners'],
  ['gard', 'C-garden'],
  // Words of it, in any order.
  ['team design', 'C-design-team'],
  ['design rev', 'C-design-reviews'],
  ['rev inc', 'C-incident-reviews'],
  ['back', 'C-eng-backend'],
  ['front', 'C-eng-frontend'],
  ['sprout', 'C-launch-sprout-2'],
  ['feedback', 'C-product-feedback'],
  ['emea', 'C-support-emea'],
  ['lind', 'U1'],
  ['chen wei', 'U7'],
  ['papa', 'U6'],
  ['reed ma', 'U10'],
  ['carmen theo', 'G1'],
  ['theo carmen', 'G1'],
  ['notes', 'C-release-notes'],
  // First letters, parts, letters in their order.
  ['ls2', 'C-launch-sprout-2'],
  ['ml', 'U1'],
  ['jw', 'U2'],
  ['eneral', 'C-general'],
  ['gnrl', 'C-general'],
  // What was used, what waits, what is silent or gone.
  ['desi', 'C-design-team'],
  ['eng', 'C-eng-backend'],
  ['re', 'C-releases'],
  ['j', 'U8'],
  ['jonas', 'U2'],
  ['al', 'C-alerts'],
  ['sales', 'C-sales'],
  // One kind of thing.
  ['#des', 'C-design-team'],
  ['@marc', 'U10'],
  ['>mark', 'command:readAll'],
  ['> create', 'command:create'],
  ['unr', 'view:unreads'],
  ['appear', 'setting:appearance'],
])('the wanted one is the first: %s', (query, wanted) => {
  expect(first(query)).toBe(wanted);
});

test('what nobody is called is not found; one kind alone is listed by its sign', () => {
  expect(first('xyzzy')).toBeUndefined();
  expect(first('')).toBeUndefined();
  const commands = rank('>', { targets, memory, now, limit: 24 });
  expect(commands.map(({ kind }) => kind)).toEqual(['command', 'command']);
  expect(rank('#', { targets, memory, now, limit: 24 })[0]?.key).toBe('C-alerts');
});

test('before anything is typed: where one was, mentions, unread, then where one has been', () => {
  const went = withVisit(withVisit(memory, 'C-hiring', now - 10), 'C-general', now);
  const rows = offered({ targets, memory: went, now, limit: 24 }, 'C-general');
  const wanted = ['C-hiring', 'C-alerts', 'U9', 'C-design-team', 'C-eng-backend'];
  expect(rows.map(({ key }) => key).slice(0, 5)).toEqual(wanted);
  expect(rows.length).toBe(24);
  expect(new Set(rows).size).toBe(24);
});

test('visits fade by half in three days, picks in a month; the oldest are forgotten', () => {
  expect(frecency(withVisit(noMemory, 'C1', now - 72 * hour), 'C1', now)).toBeCloseTo(0.5);
  expect(picked(withPick(noMemory, 'a', 'C1', now - 720 * hour), 'a', 'C1', now)).toBeCloseTo(0.5);
  expect(picked(memory, 'other', 'C-releases', now)).toBe(0);
  let many = noMemory;
  for (let at = 0; at < 600; at += 1) many = withVisit(many, `C${at}`, at);
  for (let at = 0; at < 30; at += 1) many = withVisit(many, 'C599', 1000 + at);
  expect(Object.keys(many.visits).length).toBe(500);
  expect(many.visits.C599?.length).toBe(20);
  expect(many.visits.C0).toBeUndefined();
  expect(lastVisited(many)[0]).toBe('C599');
});

test('a direct conversation is remembered by its person', () => {
  expect(keyOfVisit(direct('D2', 'U2'))).toBe('U2');
  expect(keyOfVisit(conversation({ id: 'C1' }))).toBe('C1');
});

test('few letters inside a command mean people and channels first; its beginning means the command', () => {
  const found = (query: string) =>
    rank(query, { targets: named, memory: noMemory, now, limit: 24 }).map(({ key }) => key);
  const named = targetsOf({
    self: 'U1',
    conversations: {},
    people: { U2: { id: 'U2', name: 'cai', real_name: 'Cai Andersson' } },
    ops: [],
    others: [{ id: 'C-plans', name: 'plans', is_archived: false }],
    places: [{ key: 'command:any', kind: 'command', title: 'Go to any channel' }],
    titleOf: () => '',
  });
  expect(found('an')).toEqual(['U2', 'C-plans', 'command:any']);
  expect(found('go')[0]).toBe('command:any');
  expect(found('>an')).toEqual(['command:any']);
});
