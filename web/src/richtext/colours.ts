import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import cpp from 'highlight.js/lib/languages/cpp';
import css from 'highlight.js/lib/languages/css';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import java from 'highlight.js/lib/languages/java';
import json from 'highlight.js/lib/languages/json';
import python from 'highlight.js/lib/languages/python';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

/** A piece of code and what it is: `keyword`, `string` …; undefined for nothing special. */
export interface Token {
  text: string;
  scope: string | undefined;
}

/** Gathers pieces where highlight.js would write HTML. */
class Tokens {
  readonly tokens: Token[] = [];
  private readonly scopes: string[] = [];

  addText(text: string): void {
    if (text !== '') this.tokens.push({ text, scope: this.scopes.at(-1) });
  }

  startScope(name: string): void {
    const [scope = ''] = name.split('.');
    this.scopes.push(scope);
  }

  endScope(): void {
    this.scopes.pop();
  }

  openNode(name: string): void {
    this.startScope(name);
  }

  closeNode(): void {
    this.endScope();
  }

  __addSublanguage(inner: Tokens): void {
    this.tokens.push(...inner.tokens);
  }

  finalize(): void {
    this.scopes.length = 0;
  }

  toHTML(): string {
    return '';
  }
}

hljs.configure({ __emitter: Tokens });
const languages = { bash, cpp, css, diff, go, java, json, python, sql, typescript, xml, yaml };
for (const [name, language] of Object.entries(languages)) hljs.registerLanguage(name, language);
hljs.registerAliases(['js', 'javascript', 'jsx', 'tsx'], { languageName: 'typescript' });
hljs.registerAliases(['c', 'h'], { languageName: 'cpp' });
hljs.registerAliases(['shell', 'console'], { languageName: 'bash' });

const longestGuessed = 4000;
const sure = 8;

/** Code in pieces; undefined if its language is neither known nor plain to see. */
export function colour(text: string, language: string | undefined): Token[] | undefined {
  const result =
    language !== undefined && hljs.getLanguage(language) !== undefined
      ? hljs.highlight(text, { language, ignoreIllegals: true })
      : guess(text, language);
  return result === undefined ? undefined : (result._emitter as unknown as Tokens).tokens;
}

function guess(text: string, language: string | undefined) {
  if (language !== undefined || text.length > longestGuessed) return undefined;
  const result = hljs.highlightAuto(text);
  return result.relevance >= sure ? result : undefined;
}
