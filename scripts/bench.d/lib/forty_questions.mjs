// One form of 40 questions, twice: as a procedure of ours, and as a JSON Schema that refuses and
// accepts the same forms. Each line of the tables below makes both.

const text = (vi) => ({ vi, en: vi });
const provenance = { source: 'measuring', checked_on: '2026-11-21', verified: false, confidence: 'low' };
const options = (ids) => ids.map((id) => ({ id, label: text(id) }));
const asked = (id, value) => ({ '==': [{ var: id }, value] });

const PEOPLES = ['kinh', 'khmer', 'hoa', 'tay', 'thai', 'muong', 'nung', 'khac'];
const REASONS = ['vay_von', 'ket_hon', 'mua_ban', 'khac'];

/** [id, type, members of the question] */
const person = (who) => [
  [`${who}_ho_ten`, 'person_name', {}],
  [`${who}_ngay_sinh`, 'date', {}],
  [`${who}_gioi_tinh`, 'choice', { options: options(['nam', 'nu']) }],
  [`${who}_dan_toc`, 'choice', { options: options(PEOPLES) }],
  [`${who}_quoc_tich`, 'choice', { options: options(['viet_nam', 'khac']) }],
  [
    `${who}_so_dinh_danh`,
    'citizen_id',
    { same_person: { born: { var: `${who}_ngay_sinh` }, sex: { var: `${who}_gioi_tinh` } } },
  ],
  [`${who}_dien_thoai`, 'phone', {}],
  [`${who}_email`, 'email', { required: false }],
  [`${who}_noi_o`, 'address', {}],
  [`${who}_nghe`, 'text', {}],
];

const GROUPS = {
  nguoi_yeu_cau: person('nyc'),
  nguoi_kia: person('nk'),
  con: [
    ['con_ho_ten', 'person_name', {}],
    ['con_ngay_sinh', 'date', {}],
    ['con_gioi_tinh', 'choice', { options: options(['nam', 'nu']) }],
    ['con_noi_sinh', 'address', {}],
    ['con_que_quan', 'text', {}],
    ['con_can_nang', 'number', { scale: 1, least: 1, most: 9 }],
    ['con_gio_sinh', 'time', {}],
    ['con_kho_khan', 'choices', { required: false, options: options(['nghe', 'noi', 'nhin']) }],
    ['con_thu_tu', 'number', { least: 1, most: 20 }],
    ['con_ghi_chu', 'long_text', { required: false }],
  ],
  khac: [
    ['ly_do', 'choice', { options: options(REASONS) }],
    ['ly_do_khac', 'text', { ask_if: asked('ly_do', 'khac') }],
    ['so_tien', 'money', { least: 1000, most: 5000000 }],
    ['hinh_thuc', 'choice', { options: options(['truc_tiep', 'buu_chinh']) }],
    ['nhan_tai_nha', 'yes_no', { options: options(['yes', 'no']) }],
    ['noi_nhan', 'address', { ask_if: asked('nhan_tai_nha', 'yes') }],
    ['tu_ngay', 'date', {}],
    [
      'den_ngay',
      'date',
      { checks: [{ rule: { '!': { date_before: [{ var: 'den_ngay' }, { var: 'tu_ngay' }] } }, code: 'date_order' }] },
    ],
    ['ho_chieu', 'passport', { required: false }],
    ['cam_doan', 'agreement', { options: options(['yes']) }],
  ],
};
const QUESTIONS = Object.values(GROUPS).flat();

export const procedure = {
  v: 1,
  code: '1.000040',
  edition: '2026-11-21',
  in_force: { from: '2026-01-01' },
  name: text('Bốn mươi câu hỏi'),
  summary: text('Để đo'),
  agency: text('Không'),
  levels: ['commune'],
  field: text('Đo'),
  channels: ['direct'],
  legal_basis: ['Không'],
  from: provenance,
  questions_from: provenance,
  documents_from: provenance,
  groups: Object.entries(GROUPS).map(([id, questions]) => ({
    id,
    title: text(id),
    questions: questions.map(([name, type, members]) => ({ id: name, type, label: text(name), ...members })),
  })),
  documents: [
    { id: 'giay_a', kind: 'copy', label: text('A') },
    { id: 'giay_b', kind: 'copy', label: text('B'), required_if: asked('ly_do', 'khac') },
  ],
};

const TODAY = '2026-11-21';
const isDay = (day) => {
  const parts = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day);
  if (parts === null || parts[1] < '1880' || day > TODAY) return false;
  const [year, month, number] = parts.slice(1).map(Number);
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return month >= 1 && month <= 12 && number >= 1 && number <= lengths[month - 1];
};
const isComposed = (words) => words.normalize('NFC') === words;
const WORDS = /^(?! )(?!.*  )(?!.* $)[ -~\u00a1-\u024f\u1e00-\u1eff\u2010-\u2027\u20ab]+$/u;
const LINES = /^(?![ \n])(?!.*  )(?!.* $)[\n -~\u00a1-\u024f\u1e00-\u1eff\u2010-\u2027\u20ab]+$/u;
const NAME = /^(?=.*\p{Lu})[\p{Lu}'.-]+(?: [\p{Lu}'.-]+)+$/u;

/** What JSON Schema has no word for, as formats and keywords of ajv. */
export function teach(ajv, units) {
  const provinces = new Set(units.provinces.map(({ code }) => code));
  const provinceOf = new Map(units.provinces.flatMap(({ code, communes }) => communes.map(([own]) => [own, code])));
  ajv.addFormat('day', isDay);
  ajv.addFormat('words', (words) => WORDS.test(words) && isComposed(words));
  ajv.addFormat('lines', (words) => LINES.test(words) && isComposed(words));
  ajv.addFormat('name', (name) => NAME.test(name) && isComposed(name));
  ajv.addFormat('province', (code) => provinces.has(code));
  ajv.addFormat('commune', (code) => provinceOf.has(code));
  ajv.addKeyword({
    keyword: 'communesOf',
    type: 'object',
    validate: (ids, answers) =>
      ids.every((id) => {
        const commune = answers[`${id}.commune`];
        return commune === undefined || provinceOf.get(commune) === answers[`${id}.province`];
      }),
  });
  ajv.addKeyword({
    keyword: 'samePerson',
    type: 'object',
    validate: (people, answers) =>
      people.every(([number, born, sex]) => {
        const digits = answers[number];
        const year = Number(answers[born]?.slice(0, 4));
        const code = Number(digits?.[3]);
        const woman = answers[sex] === 'nu';
        return (
          1900 + (code >> 1) * 100 + Number(digits?.slice(4, 6)) === year && (code % 2 === 1) === woman
        );
      }),
  });
  ajv.addKeyword({
    keyword: 'inOrder',
    type: 'object',
    validate: (pairs, answers) => pairs.every(([from, to]) => !(answers[to] < answers[from])),
  });
  ajv.addKeyword({
    keyword: 'amount',
    type: 'string',
    validate: ([least, most], amount) => Number(amount) >= least && Number(amount) <= most,
  });
}

function schemaOf(type, { options: choices, scale = 0, least = 0, most = 1e15 }) {
  switch (type) {
    case 'person_name':
      return { type: 'string', maxLength: 100, format: 'name' };
    case 'text':
      return { type: 'string', maxLength: 200, format: 'words' };
    case 'long_text':
      return { type: 'string', maxLength: 2000, format: 'lines' };
    case 'date':
      return { type: 'string', format: 'day' };
    case 'time':
      return { type: 'string', pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' };
    case 'choice':
    case 'yes_no':
    case 'agreement':
      return { type: 'string', enum: choices.map(({ id }) => id) };
    case 'choices': {
      // In the order of the options, each once.
      const ids = choices.map(({ id }) => id);
      const lists = ids.reduce((made, id) => [...made, ...made.map((list) => [...list, id])], [[]]);
      return { type: 'string', enum: lists.slice(1).map((list) => list.join(',')) };
    }
    case 'number':
      return {
        type: 'string',
        pattern: `^(0|[1-9][0-9]{0,13})${scale > 0 ? '(\\.[1-9])?' : ''}$`,
        amount: [least, most],
      };
    case 'money':
      return { type: 'string', pattern: '^(0|[1-9][0-9]{0,14})$', amount: [least, most] };
    case 'citizen_id':
      return { type: 'string', pattern: '^[0-9]{12}$' };
    case 'passport':
      return { type: 'string', pattern: '^[A-Z]{1,2}[0-9]{6,8}$' };
    case 'phone':
      return { type: 'string', pattern: '^0[0-9]{9,10}$' };
    case 'email':
      return {
        type: 'string',
        maxLength: 254,
        pattern: '^[A-Za-z0-9.!#$%&\'*+/=?^_`{|}~-]+@[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}$',
      };
    default:
      throw new Error(type);
  }
}

const ADDRESS = {
  province: { type: 'string', format: 'province' },
  commune: { type: 'string', format: 'commune' },
  line: { type: 'string', maxLength: 200, format: 'words' },
};
const names = ([id, type]) => (type === 'address' ? Object.keys(ADDRESS).map((part) => `${id}.${part}`) : [id]);
const of = (wanted) => QUESTIONS.filter(([, type]) => type === wanted);

const properties = Object.fromEntries(
  QUESTIONS.flatMap(([id, type, members]) =>
    type === 'address'
      ? Object.entries(ADDRESS).map(([part, schema]) => [`${id}.${part}`, schema])
      : [[id, schemaOf(type, members)]],
  ),
);

/** A question that is asked only with a certain answer to another one. */
const conditional = ([id, type, { ask_if: rule }]) => {
  const [{ var: other }, value] = rule['=='];
  const ids = names([id, type]);
  return {
    if: { properties: { [other]: { const: value } }, required: [other] },
    then: { required: ids },
    else: { properties: Object.fromEntries(ids.map((name) => [name, false])) },
  };
};

const paper = (id, times) => ({
  contains: { properties: { id: { const: id } } },
  minContains: times,
  maxContains: times,
});

export const schema = {
  type: 'object',
  additionalProperties: false,
  required: ['answers', 'documents', 'edition', 'procedure', 'today', 'v'],
  properties: {
    v: { const: 1 },
    procedure: { const: procedure.code },
    edition: { const: procedure.edition },
    today: { const: TODAY },
    answers: {
      type: 'object',
      additionalProperties: false,
      properties,
      required: QUESTIONS.filter(([, , members]) => members.required !== false && !members.ask_if).flatMap(names),
      allOf: QUESTIONS.filter(([, , members]) => members.ask_if).map(conditional),
      communesOf: of('address').map(([id]) => id),
      samePerson: of('citizen_id').map(([id, , { same_person: same }]) => [id, same.born.var, same.sex.var]),
      inOrder: [['tu_ngay', 'den_ngay']],
    },
    documents: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['files', 'id', 'provision'],
        properties: {
          id: { type: 'string', enum: ['giay_a', 'giay_b'] },
          provision: { type: 'string', enum: ['attached', 'at_counter'] },
          files: {
            type: 'array',
            uniqueItems: true,
            maxItems: 20,
            items: { type: 'string', pattern: '^[0-9a-f]{64}$' },
          },
        },
        if: { properties: { provision: { const: 'attached' } } },
        then: { properties: { files: { minItems: 1 } } },
        else: { properties: { files: { maxItems: 0 } } },
      },
      ...paper('giay_a', 1),
    },
  },
  if: { properties: { answers: { properties: { ly_do: { const: 'khac' } } } } },
  then: { properties: { documents: paper('giay_b', 1) } },
  else: { properties: { documents: { items: { properties: { id: { const: 'giay_a' } } } } } },
};

export const questions = QUESTIONS.length;
