import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { withBlock } from '../../blueprints/readme-block.ts';
import { openDealRoom } from '../../shared/operation/action/open-deal-room.ts';
import { PROJECT } from './document.ts';
import { generated } from './generate.ts';
import { callOf, stepDiagram } from './step-diagram.ts';

it.each(generated())('$path shows as $name what npm run docs writes', ({ path, name, text }) => {
  const written = readFileSync(join(PROJECT, path), 'utf8');
  expect(withBlock(written, name, text)).toBe(written);
});

it('The diagram of a room has every call of its table, each after those it waits for', () => {
  const { delivery } = openDealRoom;
  const diagram = stepDiagram(delivery);
  const calls = delivery.steps.filter((step) => callOf(step) !== undefined);
  for (const { name } of calls) expect(diagram).toContain(`"${name.replace(/ \d+$/, ' 1, 2, …')}<br/>`);
  const boxOf = (name: string) => new RegExp(`(s\\d+)\\["${name}<br`).exec(diagram)?.[1];
  expect(diagram).toContain(`${boxOf('post the briefing')} --> ${boxOf('pin the briefing')}`);
  expect(diagram).not.toContain(`${boxOf('claim')} --> ${boxOf('pin the briefing')}`);
});

it('Every box of a diagram leads somewhere or comes from somewhere', () => {
  const diagram = stepDiagram(openDealRoom.delivery);
  const boxes = [...diagram.matchAll(/^ {2}(s\d+)\[/gm)].map(([, box]) => box);
  for (const box of boxes) expect(diagram).toMatch(new RegExp(`${box} -->|--> ${box}\\b`));
});
