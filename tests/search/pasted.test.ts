/** The search finds what a pasted message reports, as the finder of Troubleshooting does, without the patterns of all errors. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PASTED } from '../pasted-messages.ts';
import { builtFiles, engineOf } from './built-engine.ts';

test('a pasted message finds its entry first', async () => {
  const { search } = engineOf(builtFiles());
  for (const [message, entry] of PASTED) {
    const [first] = (await search(message)).results;
    assert.equal(first?.document.kind, 'error', message);
    assert.match(first.document.title, entry, message);
  }
});
