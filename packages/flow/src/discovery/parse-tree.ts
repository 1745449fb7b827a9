/** Process trees from text: ours (`→(a, ×(b, τ))`), that of other tools (`->( 'a', X( 'b', tau ) )`), or JSON. */
import { FlowRefusal } from '../read/flow-refusal.ts';
import { SILENT, type ProcessTree } from './process-tree.ts';

type BlockKind = 'sequence' | 'exclusive' | 'parallel' | 'loop';

const SIGNS: Readonly<Record<string, BlockKind>> = {
  '→': 'sequence',
  '->': 'sequence',
  '×': 'exclusive',
  X: 'exclusive',
  '∧': 'parallel',
  '+': 'parallel',
  '⟲': 'loop',
  '*': 'loop',
};

export function parseTree(text: string): ProcessTree {
  if (text.trimStart().startsWith('{')) return parseJsonTree(text);
  const reader = new TreeReader(text);
  return reader.readAll();
}

function parseJsonTree(text: string): ProcessTree {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw refuse(error.message);
  }
  return mustTree(value);
}

function mustTree(value: unknown): ProcessTree {
  const { kind, name, children } = (value ?? {}) as { kind?: unknown; name?: unknown; children?: unknown };
  if (kind === 'silent') return SILENT;
  if (kind === 'activity' && typeof name === 'string') return { kind, name };
  const isBlock = Object.values(SIGNS).includes(kind as BlockKind);
  if (!isBlock || !Array.isArray(children))
    throw refuse(`“${JSON.stringify(value)?.slice(0, 80)}” is no node`);
  return makeBlock(kind as BlockKind, children.map(mustTree));
}

function makeBlock(kind: BlockKind, children: readonly ProcessTree[]): ProcessTree {
  if (children.length === 0) throw refuse(`a block of ${kind} has no parts`);
  return { kind, children };
}

class TreeReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  readAll(): ProcessTree {
    const tree = this.#node();
    this.#space();
    if (this.#at < this.#text.length) throw this.#refuse('there is more behind the tree');
    return tree;
  }

  #node(): ProcessTree {
    this.#space();
    const sign = Object.keys(SIGNS).find((each) =>
      new RegExp(`^${escapeSign(each)}\\s*\\(`).test(this.#text.slice(this.#at)),
    );
    if (sign === undefined) return this.#leaf();
    this.#at = this.#text.indexOf('(', this.#at) + 1;
    const children = [this.#node()];
    for (;;) {
      this.#space();
      const next = this.#text.charAt(this.#at);
      this.#at += 1;
      if (next === ')') return makeBlock(SIGNS[sign] as BlockKind, children);
      if (next !== ',') throw this.#refuse('a comma or a bracket is missing');
      children.push(this.#node());
    }
  }

  #leaf(): ProcessTree {
    const rest = this.#text.slice(this.#at);
    const quoted = /^(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/.exec(rest);
    const plain = /^[^(),]+/.exec(rest);
    const match = quoted ?? plain;
    if (match === null) throw this.#refuse('an activity is missing');
    this.#at += match[0].length;
    if (quoted !== null)
      return { kind: 'activity', name: (quoted[1] ?? quoted[2] ?? '').replace(/\\(.)/g, '$1') };
    const name = match[0].trim();
    return name === 'τ' || name === 'tau' ? SILENT : { kind: 'activity', name };
  }

  #space(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at += 1;
  }

  #refuse(what: string): FlowRefusal {
    return refuse(`${what}, at character ${this.#at + 1}`);
  }
}

function escapeSign(sign: string): string {
  return sign.replace(/[+*]/g, '\\$&');
}

function refuse(why: string): FlowRefusal {
  return new FlowRefusal('bad_option', {
    message: 'The model is no process tree.',
    why: `${why}.`,
    fix: 'Such as →(a, ×(b, τ)), or the JSON that “flow discover --tree FILE” writes.',
  });
}
