// KaTeX at build: our few macros, and a plugin that turns a bad formula into a failed build
// (rehype-katex alone prints the formula in red and goes on).

/** Macros for the symbols that keep one colour through figures, prose and formulas. */
const macros = {
  '\\none': '\\htmlClass{unit-1}{n_1}',
  '\\ntwo': '\\htmlClass{unit-2}{n_2}',
  '\\clsA': '\\htmlClass{class-a}{A}',
  '\\clsB': '\\htmlClass{class-b}{B}',
  '\\R': '\\mathbb{R}',
  '\\relu': '\\operatorname{ReLU}',
};

export const katexOptions = {
  output: 'htmlAndMathml',
  macros,
  trust: ({ command }) => command === '\\htmlClass',
  strict: (code) => (code === 'htmlExtension' ? 'ignore' : 'error'),
};

/** Fails the build with file, line and reason when any plugin before it left a message. */
export function failOnMessages() {
  return (_tree, file) => {
    if (file.messages.length === 0) return;
    const faults = file.messages.map(
      (message) =>
        `${file.path}:${message.line}: ${message.reason} ${message.cause?.message ?? ''}`,
    );
    throw new Error(faults.join('\n'));
  };
}
