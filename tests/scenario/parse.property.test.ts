import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeLink } from '../../src/scenario/decodeLink.ts';
import { encodeLink } from '../../src/scenario/encodeLink.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { resolveScenario } from '../../src/scenario/resolve.ts';
import type { Scenario } from '../../src/scenario/types.ts';
import { scenarios } from './arbitraries.ts';

/** Parameters far out may have derived defaults that no method could be given; those are refused, and not meant here. */
function accepted(scenario: Scenario): boolean {
  const result = parseScenario(scenario);
  if (!result.ok)
    expect(result.problems.every(({ message }) => message.startsWith('The default that follows'))).toBe(true);
  return result.ok;
}

test('a scenario from the registries parses to itself, from data and from text', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      fc.pre(accepted(scenario));
      expect(parseScenario(scenario)).toEqual({ ok: true, scenario });
      expect(parseScenario(JSON.stringify(scenario, null, 2))).toEqual({ ok: true, scenario });
    }),
    { numRuns: 400 },
  );
});

test('parse∘encode is the identity', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      fc.pre(accepted(scenario));
      expect(decodeLink(`#${encodeLink(scenario)}`)).toEqual({ ok: true, scenario });
    }),
    { numRuns: 400 },
  );
});

test('a resolved scenario is valid, and resolving it again changes nothing', () => {
  fc.assert(
    fc.property(scenarios, (scenario) => {
      fc.pre(accepted(scenario));
      const resolved = resolveScenario(scenario);
      const { seed = resolved.seed, title, note, view } = scenario;
      expect(resolved).toMatchObject(JSON.parse(JSON.stringify({ seed, title, note, view })));
      const parsed = parseScenario(JSON.stringify(resolved));
      expect(parsed).toEqual({ ok: true, scenario: resolved });
      if (parsed.ok) expect(resolveScenario(parsed.scenario)).toEqual(resolved);
    }),
    { numRuns: 400 },
  );
});
