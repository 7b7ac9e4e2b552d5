import { describe, expect, it } from '@jest/globals';
import { doctorChecks } from '../../../blueprints/doctor/checks.ts';
import { readOptions } from '../../../blueprints/doctor/options.ts';
import { isReady, reportText } from '../../../blueprints/doctor/report.ts';
import { faultCalled, faults } from '../../sandbox/doctor/faults.ts';
import { examineInSandbox } from '../../sandbox/doctor/run-in-sandbox.ts';
import { defaultFeatures, type Features } from '../../sandbox/salesforce/features.ts';

/** Fewer signals are looked at faster. */
const options = readOptions(['--signals', 'deal-room,case-escalation,new-lead']);

describe('The doctor in the sandbox', () => {
  it('finds nothing wrong where nothing is, and asks everything', async () => {
    const rows = await examineInSandbox(readOptions([]));
    expect(rows.filter(({ state }) => state !== 'pass')).toEqual([]);
    expect(rows.map(({ check }) => check)).toEqual(
      expect.arrayContaining([
        ...doctorChecks.map(({ name }) => name),
        'ledger',
        'rows',
        'scopes',
        'channels',
      ]),
    );
  });

  it.each(
    faults.map((fault) => [fault.name, fault] as const),
  )('names the fault %s and what mends it', async (_, fault) => {
    const rows = await examineInSandbox(options, fault);
    const found = rows.find(({ check }) => check === fault.check);
    const hits = found?.findings.filter(
      ({ weight, fix }) => weight === fault.weight && fault.remedy.test(fix),
    );
    expect({ ...found, hits: hits?.length }).toMatchObject({ hits: expect.any(Number) });
    expect(hits?.length).toBeGreaterThan(0);
    expect(isReady(rows)).toBe(fault.weight === 'notice' && rows.every(({ state }) => state !== 'problem'));
    const text = reportText(rows);
    for (const { says, fix } of found?.findings ?? []) {
      expect(text).toContain(says);
      expect(text).toContain(fix);
      expect([says, fix].filter((each) => each.includes('undefined'))).toEqual([]);
    }
  });

  it('calls nothing a problem beside the fault but what follows from it', async () => {
    const follows: Readonly<Record<string, readonly string[]>> = {
      'no-ledger': ['ledger', 'ledger-write'],
      'hidden-ledger-field': ['ledger', 'ledger-write'],
      'small-edition': ['push'],
    };
    for (const name of ['hidden-field', 'ledger-rule', 'rooms-forbidden', ...Object.keys(follows)]) {
      const fault = faultCalled(name);
      const rows = await examineInSandbox(options, fault);
      const problems = rows.filter(({ state }) => state === 'problem').map(({ check }) => check);
      expect([name, problems]).toEqual([name, follows[name] ?? [fault.check]]);
    }
  });

  it('asks nothing further of a side that does not answer', async () => {
    const rows = await examineInSandbox(options, faultCalled('api-disabled'));
    const states = Object.fromEntries(rows.map(({ check, state }) => [check, state]));
    expect(states).toMatchObject({
      'api-access': 'problem',
      fields: 'not asked',
      'ledger-write': 'not asked',
    });
    expect(states).toMatchObject({ 'slack-token': 'pass', scopes: 'pass' });
  });
});

/** Switches of the org that are no fault: the pack works the same either way. */
const HARMLESS: readonly (keyof Features)[] = [
  'customFiscalYears',
  'multiCurrency',
  'recordTypes',
  'refreshTokenRotation',
  'opportunityFieldHistory',
  'leadHistory',
  'accountHistory',
  'projectHistory',
];

describe('The faults', () => {
  it('cover every switch of the org that is one', () => {
    const switched = faults.flatMap(({ org }) => Object.keys(org?.features ?? {}));
    const missing = Object.keys(defaultFeatures).filter(
      (name) => !switched.includes(name) && !HARMLESS.some((harmless) => harmless === name),
    );
    expect(missing).toEqual([]);
  });

  it('have names of their own, and are listed for a name that is none', () => {
    expect(new Set(faults.map(({ name }) => name)).size).toBe(faults.length);
    for (const name of [undefined, '', 'hidden']) {
      expect(() => faultCalled(name)).toThrow(name ? 'there is no fault "hidden"' : 'names no fault');
      try {
        faultCalled(name);
      } catch (error) {
        for (const fault of faults) expect((error as { fix: string }).fix).toContain(`  ${fault.name} `);
      }
    }
  });
});
