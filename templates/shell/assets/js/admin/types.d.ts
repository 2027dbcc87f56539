/** What we use of `vendor/yaml.js` (https://eemeli.org/yaml/), and of the browser's File System Access API. */

export interface Token {
  type: string;
  offset: number;
  source: string;
}

export interface YamlNode {
  range: [number, number, number];
  value?: unknown;
  source?: string;
  type?: string;
  flow?: boolean;
  tag?: string;
  anchor?: string;
  items?: (YamlNode | Pair)[];
  srcToken?: { items?: { start: Token[]; sep?: Token[] }[] };
}

export interface Pair {
  key: YamlNode;
  value: YamlNode | null;
  srcToken?: { start: Token[]; sep?: Token[] };
}

export interface YamlDocument {
  contents: YamlNode | null;
  errors: { message: string; linePos?: [{ line: number; col: number }] }[];
}

export interface Tag {
  tag: string;
  default: boolean;
  test: RegExp;
  resolve(text: string): unknown;
}

declare global {
  const YAML: {
    parseDocument(
      text: string,
      options: { customTags(tags: Tag[]): Tag[]; keepSourceTokens: true; logLevel: "error"; stringKeys: boolean; uniqueKeys: boolean },
    ): YamlDocument;
    isMap(node: unknown): boolean;
    isSeq(node: unknown): boolean;
    isScalar(node: unknown): boolean;
    isAlias(node: unknown): boolean;
    isPair(node: unknown): node is Pair;
  };
  function showDirectoryPicker(options: { mode: "readwrite" }): Promise<FileSystemDirectoryHandle>;
}
