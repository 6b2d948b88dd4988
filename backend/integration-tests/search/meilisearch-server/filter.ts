import { ServerError } from "./errors";

export type Filter =
  | { type: "all"; parts: Filter[] }
  | { type: "any"; parts: Filter[] }
  | { type: "not"; part: Filter }
  | { type: "in"; name: string; values: string[] }
  | { type: "starts"; name: string; value: string }
  | { type: "exists" | "null" | "empty"; name: string }
  | { type: "compare"; name: string; sign: string; value: string }
  | { type: "circle"; lat: number; lng: number; metres: number };

type Token = { text: string; quoted: boolean };

const KEYWORDS = new Set(
  "AND OR IN NOT TO EXISTS IS NULL EMPTY CONTAINS STARTS WITH _geoRadius _geoBoundingBox".split(
    " ",
  ),
);
/** Parentheses inside parentheses, and NOTs before NOTs, that Meilisearch follows. */
const DEPTH = 150;

/** Reads Meilisearch's filter language; `code` names who asked. */
export function parseFilter(text: string, code: string): Filter | null {
  if (text.trim() === "") return null;
  const parser = new Parser(tokens(text, code), text, code);
  return parser.whole();
}

function tokens(text: string, code: string): Token[] {
  const list: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const letter = text[at] ?? "";
    if (/\s/.test(letter)) {
      at += 1;
    } else if (letter === '"' || letter === "'") {
      const end = endOfQuoted(text, at, code);
      list.push({ text: unescaped(text.slice(at + 1, end), code), quoted: true });
      at = end + 1;
    } else {
      const rest = text.slice(at);
      const sign = /^(!=|<=|>=|[=<>(),[\]])/.exec(rest)?.[0];
      const word = sign ?? /^[\p{L}\p{N}_.-]+/u.exec(rest)?.[0];
      if (word === undefined) {
        throw new ServerError(code, `Was expecting an operation, but found \`${rest}\`.`);
      }
      list.push({ text: word, quoted: false });
      at += word.length;
    }
  }
  return list;
}

function endOfQuoted(text: string, from: number, code: string): number {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === text[from]) return at;
  }
  throw new ServerError(
    code,
    `Expression \`${text.slice(from)}\` is missing the following closing delimiter: \`${text[from]}\`.`,
  );
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  '"': '"',
  "'": "'",
  "\\": "\\",
};

function unescaped(text: string, code: string): string {
  return text.replace(/\\(.)/gsu, (_, sign: string) => {
    const letter = ESCAPES[sign];
    if (letter === undefined) throw new ServerError(code, `Malformed value: \`${text}\`.`);
    return letter;
  });
}

class Parser {
  readonly #tokens: Token[];
  readonly #text: string;
  readonly #code: string;
  #at = 0;

  constructor(list: Token[], text: string, code: string) {
    this.#tokens = list;
    this.#text = text;
    this.#code = code;
  }

  whole(): Filter {
    const filter = this.#any(0);
    const rest = this.#tokens[this.#at];
    if (rest)
      this.#refuse(`Found unexpected characters at the end of the filter: \`${rest.text}\`.`);
    return filter;
  }

  #any(depth: number): Filter {
    if (depth > DEPTH) this.#refuse("The filter exceeded the maximum depth limit.");
    const parts = [this.#all(depth)];
    while (this.#takes("OR")) parts.push(this.#all(depth));
    return parts.length === 1 ? (parts[0] as Filter) : { type: "any", parts };
  }

  #all(depth: number): Filter {
    const parts = [this.#one(depth)];
    while (this.#takes("AND")) parts.push(this.#one(depth));
    return parts.length === 1 ? (parts[0] as Filter) : { type: "all", parts };
  }

  #one(depth: number): Filter {
    if (depth > DEPTH) this.#refuse("The filter exceeded the maximum depth limit.");
    if (this.#takes("NOT")) return { type: "not", part: this.#one(depth + 1) };
    if (this.#takes("(")) {
      const inside = this.#any(depth + 1);
      this.#expect(")");
      return inside;
    }
    if (this.#takes("_geoRadius")) return this.#circle();
    return this.#condition(this.#value());
  }

  #condition(name: string): Filter {
    if (this.#takes("NOT")) {
      if (this.#takes("EXISTS")) return { type: "not", part: { type: "exists", name } };
      if (this.#takes("IN")) return { type: "not", part: this.#list(name) };
      this.#expect("STARTS");
      this.#expect("WITH");
      return { type: "not", part: { type: "starts", name, value: this.#value() } };
    }
    if (this.#takes("EXISTS")) return { type: "exists", name };
    if (this.#takes("IN")) return this.#list(name);
    if (this.#takes("STARTS")) {
      this.#expect("WITH");
      return { type: "starts", name, value: this.#value() };
    }
    if (this.#takes("IS")) return this.#is(name);
    for (const sign of ["=", "!=", "<=", ">=", "<", ">"]) {
      if (!this.#takes(sign)) continue;
      const value = this.#value();
      if (sign === "=") return { type: "in", name, values: [value] };
      if (sign === "!=") return { type: "not", part: { type: "in", name, values: [value] } };
      return { type: "compare", name, sign, value };
    }
    const from = this.#value();
    this.#expect("TO");
    const to = this.#value();
    const compare = (sign: string, value: string): Filter => ({
      type: "compare",
      name,
      sign,
      value,
    });
    return { type: "all", parts: [compare(">=", from), compare("<=", to)] };
  }

  #is(name: string): Filter {
    const isNot = this.#takes("NOT");
    const type = this.#takes("NULL") ? "null" : "empty";
    if (type === "empty") this.#expect("EMPTY");
    return isNot ? { type: "not", part: { type, name } } : { type, name };
  }

  #list(name: string): Filter {
    this.#expect("[");
    const values: string[] = [];
    while (!this.#takes("]")) {
      values.push(this.#value());
      if (!this.#takes(",")) {
        this.#expect("]");
        break;
      }
    }
    return { type: "in", name, values };
  }

  #circle(): Filter {
    this.#expect("(");
    const given: number[] = [];
    while (!this.#takes(")")) {
      given.push(Number(this.#value()));
      this.#takes(",");
    }
    if (given.length !== 3 && given.length !== 4) {
      this.#refuse(
        `Was expecting 3 or 4 arguments for \`_geoRadius\`, but instead found ${given.length}.`,
      );
    }
    const [lat = 0, lng = 0, metres = 0] = given;
    if (!(Math.abs(lat) <= 90)) {
      this.#refuse(
        `Bad latitude \`${lat}\`. Latitude must be contained between -90 and 90 degrees.`,
      );
    }
    if (!(Math.abs(lng) <= 180)) {
      this.#refuse(
        `Bad longitude \`${lng}\`. Longitude must be contained between -180 and 180 degrees.`,
      );
    }
    return { type: "circle", lat, lng, metres };
  }

  #value(): string {
    const token = this.#tokens[this.#at];
    if (!token) this.#refuse("Was expecting a value but instead got nothing.");
    const isWord = token.quoted || /^[\p{L}\p{N}_.-]/u.test(token.text);
    if (!isWord || (!token.quoted && KEYWORDS.has(token.text))) {
      this.#refuse(`Was expecting a value but instead got \`${token.text}\`.`);
    }
    this.#at += 1;
    return token.text;
  }

  #takes(text: string): boolean {
    const token = this.#tokens[this.#at];
    if (!token || token.quoted || token.text !== text) return false;
    this.#at += 1;
    return true;
  }

  #expect(text: string): void {
    if (!this.#takes(text)) {
      const found = this.#tokens[this.#at]?.text ?? "nothing";
      this.#refuse(`Was expecting \`${text}\`, but found \`${found}\`.`);
    }
  }

  #refuse(message: string): never {
    throw new ServerError(this.#code, `${message}\n${this.#text}`);
  }
}
