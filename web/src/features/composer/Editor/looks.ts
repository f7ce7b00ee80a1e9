import { DOMSerializer, type Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import type { NodeView } from '@tiptap/pm/view';
import { emojiOf } from '../../../richtext/emoji';
import { plainText } from '../../../richtext/plain';
import { atoms, schema } from './schema';
import type { Said } from './said';
import styles from './Editor.module.css';
import { blocksOfNodes } from './toTree';

/** How what stands for a thing looks in the field, and as what it is copied. */
export class Looks {
  private readonly shown = new Set<() => void>();

  constructor(private readonly names: () => Said) {}

  /** Names may have changed. */
  refresh(): void {
    for (const show of this.shown) show();
  }

  plugin(): Plugin {
    const nodes = DOMSerializer.nodesFromSchema(schema);
    const view = (node: Node) => this.viewOf(node);
    for (const { name } of atoms) {
      const plain = nodes[name];
      if (plain === undefined) continue;
      nodes[name] = (node) => {
        const [tag, attributes] = plain(node) as unknown as [string, object];
        return [tag, attributes, this.wordsOf(node)];
      };
    }
    return new Plugin({
      props: {
        nodeViews: Object.fromEntries(atoms.map(({ name }) => [name, view])),
        clipboardSerializer: new DOMSerializer(nodes, DOMSerializer.marksFromSchema(schema)),
        clipboardTextSerializer: ({ content }) =>
          plainText(blocksOfNodes(content.content), this.names()),
      },
    });
  }

  private viewOf(node: Node): NodeView {
    const dom = document.createElement('bdi');
    dom.className = (node.type.name === 'emoji' ? styles.emoji : styles.mention) ?? '';
    if (node.type.name === 'permalink') dom.title = this.idOf(node);
    const show = () => this.show(node, dom);
    show();
    this.shown.add(show);
    return {
      dom,
      ignoreMutation: () => true,
      destroy: () => this.shown.delete(show),
    };
  }

  private show(node: Node, dom: HTMLElement): void {
    const picture = node.type.name === 'emoji' ? this.names().emoji(this.idOf(node)) : undefined;
    if (picture === undefined) {
      dom.textContent = this.wordsOf(node);
      return;
    }
    const image = document.createElement('img');
    image.src = picture;
    image.alt = this.wordsOf(node);
    dom.replaceChildren(image);
  }

  private wordsOf(node: Node): string {
    const id = this.idOf(node);
    const label: unknown = node.attrs.label;
    switch (node.type.name) {
      case 'person':
        return `@${this.names().person(id)}`;
      case 'channel':
        return `#${typeof label === 'string' ? label : this.names().channel(id)}`;
      case 'group':
        return typeof label === 'string' ? label : '@group';
      case 'broadcast':
        return `@${id}`;
      case 'permalink':
        return this.names().link?.(id) ?? id;
      default:
        return emojiOf(id) ?? `:${id}:`;
    }
  }

  private idOf(node: Node): string {
    return String(node.attrs[node.type.name] ?? '');
  }
}
