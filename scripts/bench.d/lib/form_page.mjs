// One question page of a shipped procedure: how it is reached in ours, and its questions as
// data, from which the peers' pages are built.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { procedureFile } from '../../lib/catalogue.mjs';
import { root } from './passes.mjs';

const procedure = procedureFile('1.001456');
const GROUP = 'nguoi_duoc_cap';
const EARLIER = { cap_cho: 'tu_14' };

const group = (id) => procedure.groups.find((each) => each.id === id);
const words = JSON.parse(readFileSync(join(root, 'assets/lang/vi.json'), 'utf8'));
const optionsOf = ({ options, options_list: list }) =>
  (list ? procedure.lists[list] : options).map(({ id, label }) => ({ id, label: label.vi }));

export const CONTINUE = words['action.continue'];

/** What is pressed on each of our pages until the form stands: page → names of links, buttons, options. */
export const WAY = {
  start: [procedure.name.vi],
  procedure: [words['action.begin']],
  ...Object.fromEntries(
    Object.entries(EARLIER).map(([question, option]) => {
      const asking = procedure.groups.find(({ questions }) => questions.some(({ id }) => id === question));
      const { label } = optionsOf(asking.questions.find(({ id }) => id === question)).find(({ id }) => id === option);
      return [`question.${asking.id}`, [label, CONTINUE]];
    }),
  ),
};
/** The page before it that has an address. */
export const ADDRESS = `/thu-tuc/${procedure.code}`;
export const FORM_PAGE = `question.${GROUP}`;

const PATTERNS = {
  person_name: "^[\\p{L}'.-]+( [\\p{L}'.-]+)*$",
  date: '^(0?[1-9]|[12][0-9]|3[01])/(0?[1-9]|1[0-2])/(18|19|20)[0-9]{2}$',
  citizen_id: '^[0-9]{12}$',
};
const MESSAGES = {
  person_name: words['finding.name_character'].replace('{character}', '…'),
  date: words['finding.date'],
  citizen_id: words['finding.citizen_id_length'],
};

/** The questions asked after those answers; `shown_if` names another question's answer. */
function askedQuestions() {
  const known = { ...EARLIER };
  const asked = [];
  for (const question of group(GROUP).questions) {
    const { id, type, label, hint, why, required = true, max_chars: most, ask_if: rule, otherwise } = question;
    const [other, value] = rule ? [rule['=='][0].var, rule['=='][1]] : [];
    if (other in known && known[other] !== value) {
      known[id] = otherwise;
      continue;
    }
    asked.push({
      id,
      label: label.vi,
      hint: hint?.vi,
      why: why?.vi,
      required,
      most,
      options: type === 'choice' || type === 'yes_no' ? optionsOf(question) : undefined,
      pattern: PATTERNS[type],
      message: MESSAGES[type],
      shown_if: rule && !(other in known) ? { id: other, value } : undefined,
    });
  }
  return asked;
}

export const form = {
  title: group(GROUP).title.vi,
  intro: group(GROUP).intro.vi,
  questions: askedQuestions(),
  words: { continue: CONTINUE, required: words['finding.required'] },
};
