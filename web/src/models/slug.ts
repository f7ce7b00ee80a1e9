const slugMost = 32;
const channelMost = 80;

/** A short address for a company's name: letters, digits and single hyphens. */
export function slugOfCompany(company: string): string {
  return words(company).slice(0, slugMost).replace(/-$/, '');
}

export function channelNameOf(typed: string): string {
  return typed.toLowerCase().replace(/\s+/g, '-').slice(0, channelMost);
}

export function isChannelName(name: string): boolean {
  return name.length <= channelMost && /^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(name);
}

export function isSlug(slug: string): boolean {
  return slug.length <= slugMost && /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(slug);
}

function words(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '');
}
