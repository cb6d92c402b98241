// The form page as one writes it with React alone.
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import form from 'form';
import './page.css';

const { questions, words } = form;
const isAsked = ({ shown_if: rule }, answers) => !rule || answers[rule.id] === rule.value;

function mistakeIn({ required, pattern, message }, answer = '') {
  if (answer.trim() === '') return required ? words.required : undefined;
  return pattern && !new RegExp(pattern, 'u').test(answer.trim()) ? message : undefined;
}

function Control({ question, value = '', described, invalid, onChange }) {
  const { id, options, most } = question;
  const common = { id, value, 'aria-describedby': described, 'aria-invalid': invalid, onChange: (event) => onChange(event.target.value) };
  if (!options) return <input type="text" maxLength={most} {...common} />;
  if (options.length > 8) {
    return (
      <select {...common}>
        <option value="" />
        {options.map(({ id: option, label }) => <option key={option} value={option}>{label}</option>)}
      </select>
    );
  }
  return options.map(({ id: option, label }) => (
    <label key={option} className="option">
      <input type="radio" name={id} checked={value === option} onChange={() => onChange(option)} />
      {label}
    </label>
  ));
}

function Field({ question, value, mistake, onChange }) {
  const { id, label, hint, why, options } = question;
  const described = `${id}-hint ${id}-mistake`;
  const grouped = options && options.length <= 8;
  const Box = grouped ? 'fieldset' : 'div';
  const Name = grouped ? 'legend' : 'label';
  return (
    <Box className={mistake ? 'field wrong' : 'field'}>
      <Name htmlFor={grouped ? undefined : id}>{label}</Name>
      <p id={`${id}-hint`} className="hint">{hint}</p>
      {why && <details><summary>Vì sao hỏi?</summary>{why}</details>}
      <p id={`${id}-mistake`} className="mistake">{mistake}</p>
      <Control question={question} value={value} described={described} invalid={Boolean(mistake)} onChange={onChange} />
    </Box>
  );
}

function Page() {
  const [answers, setAnswers] = useState({});
  const [mistakes, setMistakes] = useState({});
  const asked = questions.filter((question) => isAsked(question, answers));
  const onContinue = (event) => {
    event.preventDefault();
    const found = asked.map((question) => [question.id, mistakeIn(question, answers[question.id])]);
    setMistakes(Object.fromEntries(found.filter(([, mistake]) => mistake)));
  };
  return (
    <form onSubmit={onContinue} noValidate>
      <h1>{form.title}</h1>
      <p>{form.intro}</p>
      {Object.keys(mistakes).length > 0 && (
        <ul role="alert">
          {asked.filter(({ id }) => mistakes[id]).map(({ id, label }) => <li key={id}><a href={`#${id}`}>{label}: {mistakes[id]}</a></li>)}
        </ul>
      )}
      {asked.map((question) => (
        <Field key={question.id} question={question} value={answers[question.id]} mistake={mistakes[question.id]}
          onChange={(answer) => setAnswers((before) => ({ ...before, [question.id]: answer }))} />
      ))}
      <button type="submit">{words.continue}</button>
    </form>
  );
}

createRoot(document.getElementById('main')).render(<Page />);
