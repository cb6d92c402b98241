// The form page as SurveyJS makes it from a description.
import { Model } from 'survey-core';
import 'survey-core/i18n/vietnamese';
import 'survey-core/survey-core.fontless.min.css';
import 'survey-js-ui';
import form from 'form';

const element = ({ id, label, hint, why, required, most, options, pattern, message, shown_if: rule }) => ({
  name: id,
  title: label,
  description: [hint, why].filter(Boolean).join(' '),
  isRequired: required,
  visibleIf: rule && `{${rule.id}} = '${rule.value}'`,
  ...(options
    ? { type: options.length > 8 ? 'dropdown' : 'radiogroup', choices: options.map(({ id: value, label: text }) => ({ value, text })) }
    : { type: 'text', maxLength: most, validators: pattern && [{ type: 'regex', regex: pattern, text: message }] }),
});

const survey = new Model({
  title: form.title,
  description: form.intro,
  locale: 'vi',
  showQuestionNumbers: 'off',
  completeText: form.words.continue,
  requiredErrorText: form.words.required,
  elements: form.questions.map(element),
});
survey.render(document.getElementById('main'));
