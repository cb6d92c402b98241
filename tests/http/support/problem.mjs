// The one shape of every refusal (docs/API.md).
import assert from 'node:assert/strict';

const kCodes = new Set([
  'invalid_input', 'unauthenticated', 'forbidden', 'not_found', 'conflict', 'key_reused', 'in_flight',
  'too_large', 'unsupported_type', 'too_many', 'unavailable', 'internal',
]);

/** Checks the shape; `status` may be a list. `code` and `finding` ([field, code]) are optional. */
export function assertProblem(answer, status, { code, field, finding } = {}) {
  const shown = `${answer.status} ${answer.text.slice(0, 400)}`;
  const allowed = Array.isArray(status) ? status : [status];
  assert.ok(allowed.includes(answer.status), `expected ${allowed}, got ${shown}`);
  assert.match(answer.headers['content-type'] ?? '', /^application\/problem\+json/, shown);
  const problem = answer.json;
  assert.equal(problem.type, 'about:blank', shown);
  assert.equal(problem.status, answer.status, shown);
  assert.ok(typeof problem.title === 'string' && problem.title.length > 0, shown);
  assert.ok(kCodes.has(problem.code), shown);
  assert.ok(Array.isArray(problem.findings), shown);
  for (const item of problem.findings) {
    assert.deepEqual(Object.keys(item).sort(), ['args', 'code', 'field', 'message'], shown);
    assert.ok(typeof item.message === 'string' && item.message.length > 0, shown);
    assert.doesNotMatch(item.message, /⟦/, `a text is missing: ${shown}`);
  }
  assert.doesNotMatch(problem.title, /⟦/, `a text is missing: ${shown}`);
  const extra = Object.keys(problem).filter((key) => !['type', 'title', 'status', 'detail', 'code', 'findings'].includes(key));
  assert.deepEqual(extra, [], shown);
  assert.doesNotMatch(answer.text, /sqlite|exception|std::|\.cpp|what\(\)/i, shown);
  if (code) assert.equal(problem.code, code, shown);
  if (field) assert.ok(problem.findings.some((item) => item.field === field), shown);
  if (finding) {
    assert.ok(problem.findings.some((item) => item.field === finding[0] && item.code === finding[1]), shown);
  }
}
