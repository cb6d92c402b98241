// The form page as form.io makes it from a description.
import '@formio/js/dist/formio.form.min.css';
import '@formio/js/dist/formio.form.min.js';
import form from 'form';

const component = ({ id, label, hint, why, required, most, options, pattern, message, shown_if: rule }) => ({
  key: id,
  label,
  description: [hint, why].filter(Boolean).join(' '),
  input: true,
  validate: { required, maxLength: most, pattern, customMessage: message },
  conditional: rule && { show: true, when: rule.id, eq: rule.value },
  ...(options && options.length <= 8
    ? { type: 'radio', values: options.map(({ id: value, label: text }) => ({ value, label: text })) }
    : options
      ? { type: 'select', widget: 'html5', data: { values: options.map(({ id: value, label: text }) => ({ value, label: text })) } }
      : { type: 'textfield' }),
});

globalThis.Formio.createForm(document.getElementById('main'), {
  title: form.title,
  components: [...form.questions.map(component), { type: 'button', action: 'submit', key: 'submit', label: form.words.continue, theme: 'primary' }],
});
