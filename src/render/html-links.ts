import type { Root } from 'hast';
import { h } from 'hastscript';
import { visit } from 'unist-util-visit';

/** Takes the destination from every link that leads elsewhere than to the web, to mail or into the page. */
export function keepSafeLinks(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }) => {
    if (tagName === 'a' && !/^(?:https?:|mailto:|#)/iu.test(String(properties.href ?? ''))) {
      properties.href = undefined;
    }
  });
}

/** Puts its words and its address in place of every image that is not in the page itself. */
export function keepSafeImages(tree: Root): void {
  visit(tree, 'element', ({ tagName, properties }, index, parent) => {
    const source = String(properties.src ?? '');
    if (tagName !== 'img' || /^data:image\//iu.test(source) || !parent || index === undefined) return;
    const words = [properties.alt, source].filter((part) => typeof part === 'string' && part !== '');
    parent.children[index] = h('span.image', `[image: ${words.join(', ')}]`);
  });
}
