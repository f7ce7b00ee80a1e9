import fc from 'fast-check';
import type { Change } from './channelTwin';

/** Whatever may happen in a channel, posts most often. */
export const anyChange: fc.Arbitrary<Change> = fc.oneof(
  { weight: 5, arbitrary: fc.boolean().map((own): Change => ({ kind: 'post', own })) },
  fc.constant<Change>({ kind: 'join' }),
  fc.nat(50).map((pick): Change => ({ kind: 'edit', pick })),
  fc.nat(50).map((pick): Change => ({ kind: 'pin', pick })),
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(50), fc.boolean())
      .map(([pick, broadcast]): Change => ({ kind: 'reply', pick, broadcast })),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat(50), fc.constantFrom('tada', 'eyes'))
      .map(([pick, name]): Change => ({ kind: 'react', pick, name })),
  },
  fc.nat(50).map((pick): Change => ({ kind: 'delete', pick })),
);
