import type { ElementContent, Root } from 'hast';
import { h } from 'hastscript';
import { styles } from './page-styles.ts';

export interface PageContent {
  title: string;
  language: string;
  main: ElementContent[];
}

/** An HTML document that may load nothing and run nothing. */
export function page({ title, language, main }: PageContent): Root {
  const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";
  const head = h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', title),
    h('style', styles),
  ]);
  const body = h('body', h('main', main));
  return { type: 'root', children: [{ type: 'doctype' }, h('html', { lang: language }, [head, body])] };
}
