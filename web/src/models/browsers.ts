const browsers: [RegExp, string][] = [
  [/\bEdgA?\/([\d]+)/, 'Edge'],
  [/\bOPR\/([\d]+)/, 'Opera'],
  [/\bFirefox\/([\d]+)/, 'Firefox'],
  [/\bChrome\/([\d]+)/, 'Chrome'],
  [/\bVersion\/([\d]+).*Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];

/** What a person would call the browser behind a user agent line. */
export function browserOf(agent: string): string {
  const browser = browsers.find(([pattern]) => pattern.test(agent));
  const system = systems.find(([pattern]) => pattern.test(agent))?.[1];
  if (browser === undefined) return agent.split(' ')[0] ?? agent;
  const version = browser[0].exec(agent)?.[1] ?? '';
  const name = `${browser[1]} ${version}`;
  return system === undefined ? name : `${name}, ${system}`;
}
