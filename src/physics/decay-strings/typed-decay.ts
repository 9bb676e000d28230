/** Letters of printed particles, and how they are typed. */
const letters: Readonly<Record<string, string>> = {
  π: 'pi',
  μ: 'mu',
  µ: 'mu',
  ν: 'nu',
  γ: 'gamma',
  η: 'eta',
  τ: 'tau',
  ρ: 'rho',
  ω: 'omega',
  φ: 'phi',
  ϕ: 'phi',
  Λ: 'Lambda',
  Σ: 'Sigma',
};
const signs: Readonly<Record<string, string>> = { '⁺': '+', '⁻': '-', '⁰': '0', '＋': '+', '−': '-' };
const subscripts: Readonly<Record<string, string>> = { ₑ: '_e', ₛ: '_s' };

const NAME = /([πμµνγητρωφϕΛΣ]|[A-Za-z])(′?)(\u0304?)([\u2091\u209b]?)(?:\*)?([⁺⁻⁰＋−+0-]*)/gu;

/**
 * A decay as it is printed, with Greek letters, superscripts and '→', in the names that are typed: 'K⁺ → π⁺π⁺π⁻' becomes
 * 'K+ -> pi+ pi+ pi-', and 'K⁺ → π⁺π⁰, π⁰ → e⁺e⁻γ' the decay inside of the other. Text in ASCII comes back unchanged.
 */
export function typedDecay(text: string): string {
  if (/^[\0-\x7f]*$/.test(text)) return text;
  const [first, ...inner] = text.split(',').map(typedStep);
  return inner.reduce((whole, step) => {
    const [parent] = step.split(' ');
    const at = whole.lastIndexOf(` ${parent}`);
    return at < 0 ? `${whole}, ${step}` : `${whole.slice(0, at)} (${step})${whole.slice(at + parent.length + 1)}`;
  }, first);
}

function typedStep(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll('→', ' -> ')
    .split(/(\s+|->|[()])/)
    .map((word) => (/^[\0-\x7f]*$/.test(word) ? word : typedNames(word)))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Names that stand beside each other without a blank: each begins with its letter and ends with its charge. */
function typedNames(word: string): string {
  return word
    .replaceAll('ν̄', 'ν\u0304')
    .replace(NAME, (whole, letter: string, prime: string, bar: string, subscript: string, charge: string) => {
      const star = whole.includes('*') ? '*' : '';
      const plain = Array.from(charge, (sign) => signs[sign] ?? sign).join('');
      const name = `${letters[letter] ?? letter}${prime === '' ? '' : 'prime'}${star}`;
      return `${name}${subscripts[subscript] ?? ''}${bar === '' ? '' : 'bar'}${plain} `;
    })
    .replace(/ ([a-z])/g, ' $1');
}
